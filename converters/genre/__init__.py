"""Whether a document is a report of a meeting, and the evidence for it."""
