"""A report becomes quads, which are checked, inferred from, asked and published. Knows nothing of how documents are read."""
