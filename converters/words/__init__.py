"""The words of each language as tables, the names that are known, and how both are found in a text."""
