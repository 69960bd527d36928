"""Vehicles: by a number or alone, called, spoken about, and what is an aircraft of the same name."""

from __future__ import annotations

import pytest

from callsigns.parser import default_parser


@pytest.mark.parametrize(
    ("text", "telephony", "use"),
    [
        ("follow me three hold short of runway one six", "FOLLOW ME", "addressee"),
        ("tug one two three hold position", "TUG", "addressee"),
        ("ground checker", "CHECKER", "speaker"),
        ("follow tug four to stand six", "TUG", "mentioned"),
    ],
)
def test_a_vehicle(text: str, telephony: str, use: str) -> None:
    (call,) = default_parser().parse(text).callsigns
    assert (call.kind, call.telephony, call.use) == ("vehicle", telephony, use)


@pytest.mark.parametrize(
    "text",
    [
        "ground police four two request taxi",
        "police nine descend to two thousand",
        "police nine turn left heading two one zero",
        "cleared for takeoff runway two five inspector six",
        "inspector six good morning identified climb level three four zero",
        "inspector six reduce speed two two zero knots",
        "climbing to level one one zero inspector six",
    ],
)
def test_an_aircraft(text: str) -> None:
    """Two figures behind a word that is an operator's as well, or what only an aircraft does."""
    (call,) = default_parser().parse(text).callsigns
    assert call.kind == "flight"
