"""Reads the tapes of ``tapes/`` and measures: aircraft, roles, readbacks, and readbacks that were changed on purpose.

A line of a tape is role, aircraft and text. A capital (``P``, ``C``) says that the call sign is heard, full or short;
a small letter that the aircraft follows from the conversation. ``-`` is nobody. In a readback, braces mark the figures
that repeat what was said; ``!`` behind the role marks one that is wrong, ``~`` one that lacks something ("roger").

``python -m tests.dialogue.measure`` prints a table.
"""

from __future__ import annotations

import copy
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from callsigns.dialogue import Dialogue
from callsigns.parser import Parser, default_parser
from callsigns.records import Transmission

TAPES = sorted((Path(__file__).parent / "tapes").glob("*.txt"))
DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen")
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ROLES = {"p": "pilot", "c": "controller"}
_FIGURE = re.compile(rf"\b(?:{'|'.join((*DIGITS, *TEENS, *TENS, 'niner', 'oh'))})\b|\d")
_SIDE = re.compile(r" (left|right)\b")
_OTHER_SIDE = {"left": "right", "right": "left"}
_UNIT = re.compile(r"^ (thousand|hundred|feet|knots|degrees)\b")


class Turn(NamedTuple):
    """One line of a tape."""

    role: str
    heard: bool
    wrong: bool
    lacks: bool
    aircraft: str | None
    marked: str

    @property
    def text(self) -> str:
        return _plain(self.marked)

    @property
    def is_readback(self) -> bool:
        """It repeats everything as it was said."""
        return "{" in self.marked and not (self.wrong or self.lacks)


class Score(NamedTuple):
    """What was right on one tape, or on all of them."""

    turns: int
    aircraft: int
    heard: int
    aircraft_heard: int
    role: int

    def __str__(self) -> str:
        return (
            f"aircraft {self.aircraft / self.turns:.3f}  heard {self.aircraft_heard / self.heard:.3f}  "
            f"role {self.role / self.turns:.3f}  ({self.turns} transmissions, {self.heard} with a call sign)"
        )


def turns(tape: Path) -> list[Turn]:
    """The lines of one tape."""
    rows = (line.split(" ", 2) for line in tape.read_text(encoding="utf-8").splitlines() if line.strip())
    return [
        Turn(ROLES[role[0].lower()], role[0].isupper(), "!" in role, "~" in role, None if name == "-" else name, text)
        for role, name, text in rows
    ]


def played(texts: list[str], parser: Parser) -> list[Transmission]:
    """A fresh dialogue over the lines."""
    dialogue = Dialogue(parser)
    return [dialogue.add(text) for text in texts]


def score(pairs: list[tuple[Turn, Transmission]]) -> Score:
    """Right answers, counted."""
    right = [turn.aircraft == t.aircraft for turn, t in pairs]
    heard = [turn.heard for turn, _ in pairs]
    both = sum(r and h for r, h in zip(right, heard, strict=True))
    return Score(len(pairs), sum(right), sum(heard), both, sum(turn.role == t.role for turn, t in pairs))


def changed(turn: Turn) -> Iterator[tuple[str, str]]:
    """Kind and text, for every place where one value can be said otherwise, or not at all."""
    marked = turn.marked
    for value in re.finditer(r"\{([^}]*)\}", marked):
        begin, end = value.span(1)
        figures = list(_FIGURE.finditer(marked, begin, end))
        for figure in figures:
            yield "figure", _plain(marked[: figure.start()] + _next(figure[0]) + marked[figure.end() :])
        for one, two in pairwise(figures):
            if one[0] != two[0] and one[0] in (*DIGITS, "niner") and two[0] in (*DIGITS, "niner"):
                between = marked[one.end() : two.start()]
                yield "order", _plain(marked[: one.start()] + two[0] + between + one[0] + marked[two.end() :])
        side = _SIDE.match(marked, value.end())
        if side is not None:
            yield "side", _plain(f"{marked[: value.end()]} {_OTHER_SIDE[side[1]]}{marked[side.end() :]}")
        rest = marked[side.end() if side else value.end() :]
        yield "missing", " ".join(_plain(marked[: value.start()] + _UNIT.sub("", rest)).split())


def found(tape: Path, parser: Parser) -> tuple[Counter[str], Counter[str]]:
    """Changed readbacks of one tape by kind: how many there are, and how many were noticed."""
    dialogue, there, noticed = Dialogue(parser), Counter[str](), Counter[str]()
    for turn in turns(tape):
        for kind, text in changed(turn) if turn.is_readback else ():
            readback = _copy(dialogue, parser).add(text).readback
            there[kind] += 1
            noticed[kind] += readback is not None and readback.status != "correct"
        dialogue.add(turn.text)
    return there, noticed


def _copy(dialogue: Dialogue, parser: Parser) -> Dialogue:
    return copy.deepcopy(dialogue, {id(parser): parser})


def _next(word: str) -> str:
    if word.isdigit():
        return str((int(word) + 1) % 8)
    row = next((words for words in (DIGITS, TEENS, TENS) if word in words), DIGITS)
    return row[(row.index(word) + 1) % 8] if word in row else {"niner": "two", "oh": "one"}[word]


def _plain(marked: str) -> str:
    return marked.replace("{", "").replace("}", "")


def main() -> None:
    """The table."""
    everything, there, noticed, untouched, flagged = [], Counter[str](), Counter[str](), 0, 0
    for tape in TAPES:
        lines = turns(tape)
        pairs = list(zip(lines, played([turn.text for turn in lines], default_parser()), strict=True))
        everything += pairs
        print(f"{tape.stem:24} {score(pairs)}")
        counts = found(tape, default_parser())
        there, noticed = there + counts[0], noticed + counts[1]
        readbacks = [t.readback for turn, t in pairs if turn.is_readback]
        untouched += len(readbacks)
        flagged += sum(r is not None and r.status != "correct" for r in readbacks)
    print(f"{'all':24} {score(everything)}")
    kinds = ", ".join(f"{kind} {noticed[kind]} of {there[kind]}" for kind in there)
    print(f"changed readbacks noticed: {kinds}; untouched ones flagged: {flagged} of {untouched}")


if __name__ == "__main__":
    main()
