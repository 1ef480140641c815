"""What people decide, and what changed between editions."""
