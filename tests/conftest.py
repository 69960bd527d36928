"""Which tests count towards coverage.

A traced line costs twice its time. Tests that send thousands of lines through code whose own tests stand elsewhere are
not traced: what only they reach has no test that says what it is for.
"""

from __future__ import annotations

from pathlib import Path

import pytest

HERE = Path(__file__).parent
VOLUME = ("corpus", "fuzz", "hostile", "house/test_grammar_examples.py", "properties", "roundtrip")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if any(item.path.is_relative_to(HERE / part) for part in VOLUME):
            item.add_marker(pytest.mark.no_cover)
