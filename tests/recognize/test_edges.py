"""What the ends of a line may name, for whoever remembers the aircraft of a frequency."""

from __future__ import annotations

import pytest

from callsigns.parser import default_parser

_READER = default_parser().edges


def edges(text: str, at: str) -> list[tuple[str, bool]]:
    """The identifications at the end of ``text`` or at its beginning, each with whether it is all of the numbers."""
    line = default_parser().line(text)
    default_parser().recognize(line)
    found = _READER.beginnings(line) if at == "begins" else _READER.ends(line, longer=at == "longer")
    return [(edge.ident, edge.whole) for edge in found]


ENDS = [
    ("decimal two five", [("25", True)]),
    ("taxi alpha x ray", [("AX", True), ("X", False)]),
    ("we have x ray thanks", [("X", True)]),
    ("united six twelve heavy two one zero", [("210", True), ("10", False)]),
    ("down to five", []),
    ("two eight zero csa five two", []),
    ("left two ten six lima delta", []),  # a short call sign stands there
]
LONGER = [
    ("left two ten six lima delta", [("2106LD", True), ("106LD", False), ("6LD", False), ("LD", False)]),
    ("twelve oh four heavy thank you", [("1204", True), ("04", False)]),
    ("two eight zero csa five two", []),
]
BEGINNINGS = [
    ("seventy one two two right", [("7122", True), ("712", False)]),
    ("hello eighty one two two right", [("8122", True), ("812", False)]),
    ("two b six two taxi via kilo", [("2B62", True), ("2B6", False)]),
    ("one twenty right", [("120", True)]),
    ("two eight zero csa five two", [("280", True)]),
    ("csa five two eight climb", []),
    ("two one b taxi via kilo", []),  # a short call sign
    ("nine zero", []),
]


@pytest.mark.parametrize(("text", "wanted"), ENDS)
def test_ends(text: str, wanted: list[tuple[str, bool]]) -> None:
    """Every ending of the last numbers and letters, the longest first, unless they are a call sign."""
    assert edges(text, "ends") == wanted


@pytest.mark.parametrize(("text", "wanted"), LONGER)
def test_longer(text: str, wanted: list[tuple[str, bool]]) -> None:
    """A short call sign may lack what a value took from it; a full one may not."""
    assert edges(text, "longer") == wanted


@pytest.mark.parametrize(("text", "wanted"), BEGINNINGS)
def test_beginnings(text: str, wanted: list[tuple[str, bool]]) -> None:
    """Every beginning of the first numbers, behind a greeting, too."""
    assert edges(text, "begins") == wanted


def test_spelled() -> None:
    """Nothing is spelled by a word that is neither a figure nor a letter, nor by figures that are no number."""
    texts = ("seven x ray lima b 21", "seven heavy", "thousand five hundred echo mike", "seven")
    assert [_READER.spelled(text.split()) for text in texts] == ["7XLB21", "", "", "7"]
