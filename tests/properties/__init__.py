"""What holds for any text at all."""
