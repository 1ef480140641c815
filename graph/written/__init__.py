"""The layers of the graph written as files."""
