"""Text to words with places."""
