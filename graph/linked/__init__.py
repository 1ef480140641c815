"""What is derived across documents: names, themes, targets, related statements, follow-ups."""
