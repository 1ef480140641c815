"""What a session is called."""
