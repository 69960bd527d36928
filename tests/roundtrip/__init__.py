"""Call signs spoken by our own speller and read back: ``python -m tests.roundtrip`` prints what does not come back."""
