"""Whole conversations: the aircraft, the role, and the readbacks, untouched and changed on purpose."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from callsigns.parser import default_parser
from callsigns.records import Transmission
from tests.dialogue.measure import TAPES, Turn, changed, played, turns


@cache
def read(tape: Path) -> list[tuple[Turn, Transmission]]:
    """A tape with what was read of it."""
    lines = turns(tape)
    return list(zip(lines, played([turn.text for turn in lines], default_parser()), strict=True))


def everything() -> list[tuple[Turn, Transmission]]:
    return [pair for tape in TAPES for pair in read(tape)]


def test_enough_to_measure() -> None:
    """At least twelve conversations of ten turns."""
    assert len(TAPES) >= 12
    assert all(len(turns(tape)) >= 10 for tape in TAPES)


def test_aircraft() -> None:
    """The aircraft is right where it is named in full, in short, or not at all."""
    pairs = everything()
    assert sum(t.aircraft == turn.aircraft for turn, t in pairs) / len(pairs) >= 0.98


def test_roles_with_memory() -> None:
    """Who was just called usually answers."""
    pairs = everything()
    assert sum(t.role == turn.role for turn, t in pairs) / len(pairs) >= 0.95


def test_untouched_readbacks() -> None:
    """What was read back as it was said is not flagged."""
    readbacks = [t for turn, t in everything() if "{" in turn.marked]
    flagged = [t.text for t in readbacks if t.readback is not None and t.readback.status != "correct"]
    assert len(flagged) / len(readbacks) <= 0.05, flagged
    assert sum(t.readback is not None for t in readbacks) / len(readbacks) >= 0.9


@pytest.mark.parametrize("tape", TAPES, ids=lambda tape: tape.stem)
def test_changed_readbacks(tape: Path) -> None:
    """One figure said otherwise is found, in nine of ten places and more."""
    lines = turns(tape)
    found = tried = 0
    for index, turn in enumerate(lines):
        for text in changed(turn):
            last = played([before.text for before in lines[:index]] + [text], default_parser())[-1]
            tried += 1
            found += last.readback is not None and last.readback.status != "correct"
    assert found / tried >= 0.8, f"{found} of {tried}"


def test_changed_readbacks_in_all() -> None:
    """The target over all tapes; each tape on its own may lack one form."""
    found = tried = 0
    for tape in TAPES:
        lines = turns(tape)
        for index, turn in enumerate(lines):
            for text in changed(turn):
                last = played([before.text for before in lines[:index]] + [text], default_parser())[-1]
                tried += 1
                found += last.readback is not None and last.readback.status == "wrong"
    assert found / tried >= 0.9, f"{found} of {tried}"
