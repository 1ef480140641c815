"""Statements checked against the shapes, and what follows from the ontology."""
