"""The authority file, and how a name is looked up in it."""
