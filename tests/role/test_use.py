"""How call signs and stations are used in a line."""

from __future__ import annotations

import pytest

import callsigns


@pytest.mark.parametrize(
    ("text", "uses"),
    [
        ("benghazi good morning ascot nine nine zero eight", ["speaker"]),
        ("london control speedbird one two", ["speaker"]),
        ("speedbird one two london control identified", ["addressee"]),
        ("speedbird one two turn left heading zero four zero", ["addressee"]),
        ("left heading zero four zero speedbird one two", ["speaker"]),
        ("speedbird one two give way to lufthansa three four five", ["addressee", "mentioned"]),
        ("speedbird one two behind the lufthansa three four five line up", ["addressee", "mentioned"]),
        ("maintain two thousand feet above merpati zero zero two", ["mentioned"]),
        ("follow the united four fifty two", ["mentioned"]),
        ("following the united four fifty two, speedbird one two", ["mentioned", "speaker"]),
        ("speedbird one two climb level nine zero break break lufthansa three four five turn left", ["addressee"] * 2),
        ("reducing two zero zero knots csa five six one csa seven four three direct somis", ["speaker", "addressee"]),
    ],
)
def test_callsigns(text: str, uses: list[str]) -> None:
    """By the place, by what stands before it, and by who speaks."""
    assert [callsign.use for callsign in callsigns.parse(text).callsigns] == uses


@pytest.mark.parametrize(
    ("text", "uses"),
    [
        ("london control speedbird one two", ["called"]),
        ("speedbird one two london control good morning", ["calling"]),
        ("speedbird one two contact london control one two seven decimal one", ["handover"]),
        ("tower good morning speedbird one two", ["called"]),
    ],
)
def test_stations(text: str, uses: list[str]) -> None:
    """Station before aircraft calls it; aircraft before station is called by it."""
    assert [station.use for station in callsigns.parse(text).facilities] == uses
