"""Values that are said again: how far before it counts, and what is none."""

from __future__ import annotations

import pytest

from callsigns.parser import default_parser
from callsigns.recognize.partial.said_again import said_again


@pytest.mark.parametrize(
    ("text", "ident", "again"),
    [
        ("heading 220 220", "220", True),
        ("altimeter two niner niner two twenty nine ninety two", "2992", True),
        ("heading two two zero then 220", "220", True),
        ("220 " + "and " * 11 + "220", "220", True),
        ("220 " + "and " * 12 + "220", "220", False),
        ("two two zero " + "and " * 10 + "220", "220", False),
        ("heading 230 220", "220", False),
        ("220", "220", False),
    ],
)
def test_said_again(text: str, ident: str, again: bool) -> None:
    line = default_parser().line(text)
    behind = len(line.words) - (4 if text.endswith("ninety two") else 1)
    assert said_again(line, behind, ident, frozenset()) is again


def test_call_sign() -> None:
    """What was said before was a call sign: it is called again."""
    line = default_parser().line("cactus 1549 1549")
    assert said_again(line, 2, "1549", frozenset()) is True
    line.claim(0, 2, "C", None)
    assert said_again(line, 2, "1549", frozenset("C")) is False
