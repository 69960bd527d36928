"""Headings and glossaries of manuals: nobody speaks there, and nothing is said."""

from __future__ import annotations

import pytest

from callsigns import parse


@pytest.mark.parametrize(
    "text",
    [
        "3-9-10. TAKEOFF CLEARANCE",
        "4-2-4 Aircraft Call Signs",
        "7-1-2. Speed Adjustment",
        "12.3.1.2 LEVEL CHANGES, REPORTS AND RATES",
        "12.3.4.7 Taxi procedures",
        "HOLD FOR RELEASE- What delays a departure until there is room for it.",
        "GO AROUND- Instructions to give up the approach.",
        "SAY AGAIN: used to request a repeat of what was said",
        "NOTE- A pilot who cannot hold short of the runway says so.",
    ],
)
def test_nothing_is_said(text: str) -> None:
    """Neither call signs of the number, nor messages of the words."""
    read = parse(text)
    assert read.role is None
    assert not read.callsigns
    assert not read.messages


@pytest.mark.parametrize(
    "text",
    [
        "4-2-4, turn left heading 090",
        "4-2-4 Roger.",
        "4-2-4 TURN LEFT HEADING 090",
        "1-2-3 Delta",
        "2-8-0. Roger, United",
        "PHRASEOLOGY- CLIMB AND MAINTAIN (altitude).",
        "PILOT- Request taxi",
        "ROGER- climbing to 3,000 feet",
        "119.1 good day",
    ],
)
def test_something_is_said(text: str) -> None:
    """Recognizers write hyphens, too, and transcripts labels."""
    assert parse(text).messages or parse(text).callsigns
