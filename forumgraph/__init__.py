"""forumgraph turns reports of meetings into a knowledge graph that can be cited, questioned and published.

`converters` reads documents into a `Report`; `graph` maps reports to named graphs, checks them against the shapes, draws what follows, answers
questions and publishes; `ontology`, `shapes` and `queries` are data with a small loader each. The values that flow between them are in `forumgraph.model`.
"""

__version__ = "0.1.0"
