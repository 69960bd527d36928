"""Values: every entry of ``values*.toml`` by its own examples, and a corpus of our own wording."""
