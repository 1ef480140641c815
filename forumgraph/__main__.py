"""`python -m forumgraph`."""

from forumgraph.cli import main

main()
