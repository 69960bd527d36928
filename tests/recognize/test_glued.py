"""A name and a number in one word are parted, each with its own place in the text."""

from __future__ import annotations

import pytest

from callsigns.parser import default_parser


@pytest.mark.parametrize(
    ("text", "words", "commas"),
    [
        ("Delta417, turn right", "Delta 417 turn right", {2}),
        ("tower, Jeju Air118, holding short", "tower Jeju Air 118 holding short", {1, 4}),
        ("Speedbird285 behind the Lufthansa44 line up", "Speedbird 285 behind the Lufthansa 44 line up", set()),
        ("Ryanair72 taxi to runway27", "Ryanair 72 taxi to runway 27", set()),
        ("QNH1013", "QNH 1013", set()),
        ("Easy 5Yankee Victor", "Easy 5 Yankee Victor", set()),
        ("cleared via AMTEL1F, climb", "cleared via AMTEL 1F climb", {4}),
        ("descend via BRNKL4, landing west", "descend via BRNKL 4 landing west", {4}),
        ("Klm33x climb", "Klm 33x climb", set()),
        ("wind 27012G25KT, Delta 12", "wind 270 12 G 25 KT Delta 12", {6}),
        ("wind 27012KT", "wind 270 12 KT", set()),
        ("wind 1804 knots, cleared", "wind 180 4 knots cleared", {4}),
        ("at 1804 knots, cleared", "at 1804 knots cleared", {3}),
        ("traffic, 10nm ahead", "traffic 10 nm ahead", {1}),
        ("N527 12NM south", "N527 12 NM south", set()),
        ("Skyhawk 5279 Golf 10nm south", "Skyhawk 5279 Golf 10 nm south", set()),
        ("on 118.5MHz", "on 118.5 MHz", set()),
    ],
)
def test_parted(text: str, words: str, commas: set[int]) -> None:
    line = default_parser().line(text)
    assert [text[start:end] for start, end in zip(line.starts, line.ends, strict=True)] == words.split()
    assert line.words == words.lower().split()
    assert line.commas == commas


@pytest.mark.parametrize(
    "text",
    [
        "DLH5YV descend",
        "Rex45 descend",
        "the top10 of them",
        "at Echo21",
        "descend via brnkl4",
        "stand Bravo2A",
        "Delta1987",
        "Jeju, Air118 up",
        "Easy 12KM descend",
        "November 10NM",
        "N45 6NM",
        "holding short, 7KM",
    ],
)
def test_left_as_it_is(text: str) -> None:
    """A designator, also one that is another's name; ordinary words, a year, a name with a comma in it."""
    assert default_parser().line(text).words == text.lower().replace(",", "").split()
