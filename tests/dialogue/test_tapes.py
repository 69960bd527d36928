"""Whole conversations: the aircraft, the role, and the readbacks, untouched and changed on purpose."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from callsigns.parser import default_parser
from callsigns.records import Transmission
from tests.dialogue.measure import TAPES, Turn, found, played, score, turns

CHANGED = {"figure": 0.97, "order": 0.97, "side": 0.9, "missing": 0.92}  # the share that is noticed, by kind


@cache
def read(tape: Path) -> list[tuple[Turn, Transmission]]:
    """A tape with what was read of it."""
    lines = turns(tape)
    return list(zip(lines, played([turn.text for turn in lines], default_parser()), strict=True))


@cache
def everything() -> list[tuple[Turn, Transmission]]:
    return [pair for tape in TAPES for pair in read(tape)]


@cache
def noticed_on(tape: Path) -> tuple[Counter[str], Counter[str]]:
    """The changed readbacks of a tape, by kind, and those that were noticed."""
    return found(tape, default_parser())


@cache
def noticed() -> tuple[Counter[str], Counter[str]]:
    """All changed readbacks, by kind, and those that were noticed."""
    counts = [noticed_on(tape) for tape in TAPES]
    return sum((there for there, _ in counts), Counter()), sum((seen for _, seen in counts), Counter())


def test_enough_to_measure() -> None:
    """A thousand transmissions, on tapes of ten turns and more."""
    assert len(everything()) >= 1000
    assert all(len(turns(tape)) >= 10 for tape in TAPES)


def test_aircraft() -> None:
    """The aircraft is right where it is heard, in full or in short, and nearly always where it is not."""
    total = score(everything())
    assert total.aircraft_heard / total.heard >= 0.99
    assert total.aircraft / total.turns >= 0.97


@pytest.mark.parametrize("tape", TAPES, ids=lambda tape: tape.stem)
def test_aircraft_of_a_tape(tape: Path) -> None:
    """No kind of traffic is left behind."""
    total = score(read(tape))
    assert total.aircraft_heard / total.heard >= 0.9
    assert total.aircraft / total.turns >= 0.9


def test_roles_with_memory() -> None:
    """Who was just called usually answers."""
    total = score(everything())
    assert total.role / total.turns >= 0.97


def test_untouched_readbacks() -> None:
    """What was read back as it was said is not flagged."""
    readbacks = [t for turn, t in everything() if turn.is_readback]
    flagged = [t.text for t in readbacks if t.readback is not None and t.readback.status != "correct"]
    assert len(flagged) / len(readbacks) <= 0.015, flagged
    assert sum(t.readback is not None for t in readbacks) / len(readbacks) >= 0.97


def test_short_answers_are_not_wrong() -> None:
    """ "roger" to a clearance lacks something; it says nothing else than was said."""
    wrong = [t.text for turn, t in everything() if turn.lacks and t.readback and t.readback.status == "wrong"]
    assert not wrong


def test_wrong_readbacks() -> None:
    """Those that were wrong on the tapes from the start."""
    wrong = [t for turn, t in everything() if turn.wrong]
    missed = [t.text for t in wrong if t.readback is None or t.readback.status == "correct"]
    assert len(wrong) >= 10
    assert len(missed) <= len(wrong) // 10, missed


@pytest.mark.parametrize("kind", CHANGED)
def test_changed_readbacks(kind: str) -> None:
    """One value said otherwise, or left out, is noticed."""
    there, seen = noticed()
    assert seen[kind] / there[kind] >= CHANGED[kind], f"{seen[kind]} of {there[kind]}"


@pytest.mark.parametrize("tape", TAPES, ids=lambda tape: tape.stem)
def test_changed_readbacks_of_a_tape(tape: Path) -> None:
    """More than half even where hardly anything is read back in figures."""
    there, seen = noticed_on(tape)
    assert seen.total() / there.total() >= 0.58, f"{seen.total()} of {there.total()}"
