"""Every cue of ``roles.toml`` is found in its examples, and nowhere in its counter-examples."""

from __future__ import annotations

import pytest

from callsigns.grammar import Grammar
from callsigns.parser import default_parser

ENTRIES = Grammar.default().section("role", examples=True)


def found(text: str) -> set[str]:
    parser = default_parser()
    line = parser.line(text)
    return set(dict(parser.why(line, parser.recognize(line))))


def test_cues() -> None:
    """The promise of each entry holds for each of its lines."""
    lines = [(n, t, kind == "examples") for n, e in ENTRIES.items() for kind in ("examples", "not") for t in e[kind]]
    assert [(name, text) for name, text, wanted in lines if (name in found(text)) is not wanted] == []


def test_every_cue_names_a_side_and_a_source() -> None:
    """A weight is above zero: the side is in the name."""
    for name, entry in ENTRIES.items():
        assert name.partition(".")[0] in ("pilot", "controller")
        assert entry["weight"] > 0
        assert entry["source"]
        assert entry["examples"]
        assert entry["not"]


@pytest.mark.parametrize(
    ("name", "enough", "short_of_it"),
    [
        ("pilot.brief", "slow to one eighty", "slow to one eighty now"),
        (
            "controller.lengthy",
            "turn left heading two one zero and after that you can expect approach",
            "turn left heading two one zero and you can expect approach",
        ),
        ("controller.nameless", "turn left heading two one zero", "turn left heading two one zero swiss one two"),
        (
            "pilot.orders_closed",
            "climb five thousand contact departure swiss one two",
            "climb five thousand swiss one two",
        ),
        (
            "pilot.orders_closed",
            "turn left two one zero descend four thousand swiss one two",
            "swiss one two turn left two one zero descend four thousand swiss one two",
        ),
        ("pilot.owned", "swiss one twelve's with you at five", "swiss one twelve is with you at five"),
        ("pilot.owned", "SWISS ONE TWELVE'S WITH YOU AT FIVE", "TOWER'S WITH SWISS ONE TWELVE NOW"),
    ],
)
def test_the_line_as_a_whole(name: str, enough: str, short_of_it: str) -> None:
    """An answer has up to three words, an order and what it is for ten and more; what was recognized counts as one."""
    assert name in found(enough)
    assert name not in found(short_of_it)
