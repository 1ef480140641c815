"""What answers requests, and what is sent to stores and hosts."""
