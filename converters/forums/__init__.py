"""Types of meeting, and the larger meeting that one is part of."""
