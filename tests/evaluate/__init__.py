"""How the measuring measures."""
