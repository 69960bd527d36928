"""Which tests count towards coverage.

A traced line costs twice its time. Tests that send thousands of lines through code whose own tests stand elsewhere are
not traced: what only they reach has no test that says what it is for.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
VOLUME = (
    "corpus",
    "dialogue/test_tapes.py",
    "fuzz",
    "hostile",
    "house/test_grammar_examples.py",
    "house/test_pages.py",
    "messages/test_entries.py",
    "properties",
    "role/test_role.py",
    "roundtrip",
    "values/test_corpus.py",
)


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """The mark ``no_cover`` of pytest-cov would stop one of the two tracers that a worker of xdist has."""
    if not any(item.path.is_relative_to(HERE / part) for part in VOLUME):
        yield
        return
    here, threads = sys.gettrace(), threading.gettrace()
    sys.settrace(None)
    threading.settrace(None)  # type: ignore[arg-type]
    yield
    threading.settrace(threads)  # type: ignore[arg-type]
    sys.settrace(here)
