"""What is said around a call sign: its weight, its flight, its errand; and call signs that are taken back."""

from __future__ import annotations

import pytest

import callsigns


@pytest.mark.parametrize(
    ("text", "callsign", "modifiers"),
    [
        ("speedbird one two heavy cleared to land", "speedbird one two", ("heavy",)),
        ("climbing level nine zero emirates four one super", "emirates four one", ("super",)),
        ("bronco seven one flight descend", "bronco seven one", ("flight",)),
        ("bronco seven one flight of two turn left", "bronco seven one", ("flight of two",)),
        ("bronco seven one flight level two zero zero", "bronco seven one", ()),
        ("bronco seven one flight levels are yours", "bronco seven one", ()),
        ("bronco seven one flight", "bronco seven one", ("flight",)),
        ("student golf alpha bravo charlie delta", "student golf alpha bravo charlie delta", ("student",)),
        ("air evac speedbird one two heavy", "air evac speedbird one two", ("air evac", "heavy")),
    ],
)
def test_around(text: str, callsign: str, modifiers: tuple[str, ...]) -> None:
    """What stands before belongs to the span, what stands behind does not; a flight level is no flight."""
    assert [(c.text, c.modifiers) for c in callsigns.parse(text).callsigns] == [(callsign, modifiers)]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("lufthansa eight correction lupus seven seven delta kilo climb", ["lupus seven seven delta kilo"]),
        ("lufthansa four lufthansa four papa climb", ["lufthansa four papa"]),
        ("lufthansa four lufthansa five papa climb", ["lufthansa four", "lufthansa five papa"]),
        ("lufthansa four papa lufthansa four climb", ["lufthansa four papa", "lufthansa four"]),
    ],
)
def test_taken_back(text: str, left: list[str]) -> None:
    """The one behind a correction counts, and the one that goes on where another was begun."""
    assert [c.text for c in callsigns.parse(text).callsigns] == left
