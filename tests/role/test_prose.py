"""Ordinary English holds nothing: no call sign, no value, nobody who speaks."""

from __future__ import annotations

import pytest

import callsigns
from callsigns.parser import default_parser


@pytest.mark.parametrize("text", [
    "Preheat the oven to 350 degrees and bake for 25 minutes.",
    "The old church near runway road was built in 1889, says the author.",
    "mount the disk as EXT3 before you copy the files",
    "My Delta 360 invitation came in the mail yesterday.",
    "The company raised $15 billion last year.",
    "Fixed a crash of the plugin when the autopilot holds heading 270, reported by two users.",
    "Does anyone know how to tune 121.5 in the A320?",
])  # fmt: skip
def test_nothing_was_said_on_the_radio(text: str) -> None:
    """News, recipes, lists of changes and questions of players, however many numbers are in them."""
    said = callsigns.parse(text)
    assert (said.role, said.callsigns, said.facilities) == (None, (), ())
    assert [message.act for message in said.messages if message.act != "other"] == []


@pytest.mark.parametrize(("text", "icao"), [
    ("delta two eleven heavy i forgot to mention the altimeter is two niner eight seven", "DAL211"),
    ("sun country two eighty six continue", "SCX286"),
    ("united four fifty two merry christmas and thanks for the coffee", "UAL452"),
])  # fmt: skip
def test_talk_on_the_radio(text: str, icao: str) -> None:
    """A few ordinary words make no prose of what is said to an aircraft."""
    assert [call.icao for call in callsigns.parse(text).callsigns] == [icao]


def test_a_hint_makes_it_radio() -> None:
    """What somebody keyed the microphone for was said, whatever it is."""
    text = "the lady in the seventh row lost her passport and her coffee"
    assert callsigns.parse(text).role is None
    assert default_parser().parse(text, role="pilot").role == "pilot"
