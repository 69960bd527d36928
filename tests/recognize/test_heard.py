"""What is known of a call sign that was heard: where it ends, how it ends, whose it is."""

from __future__ import annotations

import pytest

from callsigns.grammar.tables import Airline
from callsigns.line import Line
from callsigns.parser import default_parser
from callsigns.recognize.heard import endings, heard_before, operator_of, partial
from callsigns.records import Operator


def recognized(text: str) -> Line:
    """The line of a text, with what is in it."""
    line = default_parser().line(text)
    default_parser().recognize(line)
    return line


@pytest.mark.parametrize(
    ("operator", "country", "kind", "wanted"),
    [
        ("Blue Heron", "Spain", "airline", Operator("XBH", "BLUE HERON", "Blue Heron", "Spain", "airline")),
        ("Blue Heron", "", "", Operator("XBH", "BLUE HERON", "Blue Heron", None, "other")),
        ("", "Spain", "airline", None),
    ],
)
def test_operator(operator: str, country: str, kind: str, wanted: Operator | None) -> None:
    """What a row of the table leaves empty is not known."""
    assert operator_of(Airline("XBH", "BLUE HERON", operator, country, kind, "current", "")) == wanted


def test_operators_of_one_name() -> None:
    """Two grammars may give the same name to somebody else."""
    first, second = (operator_of(Airline("XBH", "BLUE HERON", name, "", "", "current", "")) for name in ("One", "Two"))
    assert first is not None
    assert second is not None
    assert (first.name, second.name) == ("One", "Two")


def test_heard_before() -> None:
    """Right before a word, or not at all; a call sign may be one word."""
    line = recognized("DLH5YV radar contact")
    before = heard_before(line, 1)
    assert before is not None
    assert (before.icao, heard_before(line, 2)) == ("DLH5YV", None)


def test_endings() -> None:
    """Those of every identification, and the whole with the word it begins with; also of what was claimed since."""
    line = recognized("csa five two roger")
    assert endings(line) == {"52", "2", "csa 52"}
    line.found[3] = partial(3, 4, "7K")
    assert endings(line) == {"52", "2", "csa 52", "7K", "K", "roger 7K"}
