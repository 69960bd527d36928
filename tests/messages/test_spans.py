"""How far a message reaches: to the name or the number that it ends with, and no further than it was said."""

from __future__ import annotations

import pytest

import callsigns

SAID = [
    ("swiss one four papa report crossing garbu", ["report crossing garbu"]),
    ("my aunt left her umbrella in the tram again", ["my aunt left her umbrella in the tram again"]),
    ("maintain six thousand to garbu", ["maintain six thousand to garbu"]),
    ("altimeter in use at garbu two niner eight one", ["altimeter in use at garbu"]),
    ("turn left heading two one zero, contact tower one one eight decimal seven", [
        "turn left heading two one zero", "contact tower one one eight decimal seven",
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "messages"), SAID)
def test_text(text: str, messages: list[str]) -> None:
    assert [message.text for message in callsigns.parse(text).messages][: len(messages)] == messages


@pytest.mark.parametrize("text", ["Zombie, 1977, has a sequel.", "Bandit, 1988, was worse than that."])
def test_no_code_words(text: str) -> None:
    """A word of the military and figures between commas report nothing where a film and its year are meant."""
    assert not [message for message in callsigns.parse(text).messages if message.act == "report"]


@pytest.mark.parametrize(
    ("text", "greeting"),
    [
        ("wien radar good morning austrian six", "good morning"),
        ("one two three ninety five good day united twelve", "good day"),
    ],
)
def test_greeting(text: str, greeting: str) -> None:
    """Whoever is greeted is no part of the greeting, however short the call sign."""
    assert greeting in [message.text for message in callsigns.parse(text).messages]
