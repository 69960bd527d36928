"""The closed list of aircraft: who is meant, files, and what never may happen."""
