"""Coverage-guided fuzzing of the parser: ``python -m tests.fuzz --runs N``."""
