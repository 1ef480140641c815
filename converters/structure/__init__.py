"""What a document is made of: sections, front matter, annexes, and the parts that are sessions."""
