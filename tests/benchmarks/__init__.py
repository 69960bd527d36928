"""How long a line takes; run ``python -m tests.benchmarks``."""
