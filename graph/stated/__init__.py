"""What a report says, as statements with the words they came from."""
