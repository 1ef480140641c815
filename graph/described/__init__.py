"""The publication described: catalogue, tables, counts and figures."""
