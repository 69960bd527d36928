"""Code as users write it, for the type checker only."""
