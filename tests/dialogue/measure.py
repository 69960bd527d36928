"""Reads the tapes of ``tapes/`` and measures: aircraft, roles, readbacks, and readbacks that were changed on purpose.

A line of a tape is role, aircraft and text; in a readback, braces mark the figures that repeat what was said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from callsigns.dialogue import Dialogue
from callsigns.parser import Parser
from callsigns.records import Transmission

TAPES = sorted((Path(__file__).parent / "tapes").glob("*.txt"))
DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
ROLES = {"P": "pilot", "C": "controller"}


class Turn(NamedTuple):
    """One line of a tape."""

    role: str
    aircraft: str
    marked: str

    @property
    def text(self) -> str:
        return self.marked.replace("{", "").replace("}", "")


def turns(tape: Path) -> list[Turn]:
    """The lines of one tape."""
    rows = (line.split(" ", 2) for line in tape.read_text(encoding="utf-8").splitlines() if line.strip())
    return [Turn(ROLES[role], aircraft, text) for role, aircraft, text in rows]


def played(texts: list[str], parser: Parser) -> list[Transmission]:
    """A fresh dialogue over the lines."""
    dialogue = Dialogue(parser)
    return [dialogue.add(text) for text in texts]


def changed(turn: Turn) -> Iterator[str]:
    """The text with one figure of one value said otherwise, in every place where that can be done."""
    for value in re.finditer(r"\{([^}]*)\}", turn.marked):
        for figure in re.finditer(r"\b(?:zero|one|two|three|four|five|six|seven|eight|nine)\b|\d", value[1]):
            yield _with(turn.marked, value.start(1) + figure.start(), value.start(1) + figure.end())


def _with(marked: str, start: int, end: int) -> str:
    old = marked[start:end]
    new = str((int(old) + 1) % 8) if old.isdigit() else DIGITS[(DIGITS.index(old) + 1) % 8]
    return (marked[:start] + new + marked[end:]).replace("{", "").replace("}", "")
