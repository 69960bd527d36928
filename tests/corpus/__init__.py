"""Lines of our own with known answers, and what must hold on them."""
