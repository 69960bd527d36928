"""Grammar files, tables and classes."""
