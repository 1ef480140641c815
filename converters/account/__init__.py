"""What became of each sentence, and the record of one document."""
