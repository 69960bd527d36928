"""Number words and figures to numbers."""
