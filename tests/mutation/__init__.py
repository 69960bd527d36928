"""Mutation testing on demand: ``python -m tests.mutation numbers patterns identity``."""
