"""As many different transmissions as are wanted, made from ``tests/corpus`` by saying other figures.

``speedbird one two three`` -> ``speedbird seven zero five``; ``FL80`` -> ``FL31``
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from itertools import cycle

from callsigns.records import (
    CallSign,
    Condition,
    Difference,
    Facility,
    Message,
    Operator,
    Readback,
    Spelling,
    Transmission,
    Value,
)
from tests.house.source import ROOT

CORPUS = [
    line
    for path in sorted((ROOT / "tests" / "corpus").glob("*.txt"))
    for line in path.read_text(encoding="utf-8").splitlines()
]
WORDS = "zero one two three four five six seven eight nine".split()
FIGURE = re.compile(rf"\b(?:{'|'.join(WORDS)})\b|\d")


def varied(count: int, seed: int = 7) -> Iterator[str]:
    """``count`` lines, nearly all different, the same for the same seed."""
    chance = random.Random(seed)

    def other(found: re.Match[str]) -> str:
        figure = chance.randrange(10)
        return str(figure) if found[0].isdigit() else WORDS[figure]

    for line, _ in zip(cycle(CORPUS), range(count), strict=False):
        yield FIGURE.sub(other, line)


OPERATOR = Operator("RRR", "ASCOT", "Royal Air Force", None, "military")
FULL = Transmission(
    "Ascot 9908 heavy, Benghazi Tower, LGSA, passing FL80 or below turn left heading 270 runway 27L 118.5",
    callsigns=(
        CallSign("Ascot 9908 heavy", 0, 16, "flight", "RRR9908", "ASCOT", "RRR", "9908", OPERATOR, None, ("heavy",),
                 "speaker"),
        CallSign("9908", 6, 10, "partial", abbreviated=True, match="RRR9908"),
    ),
    spellings=(Spelling("LGSA", 34, 38, "LGSA", "aerodrome", "Chania"),),
    facilities=(Facility("Benghazi Tower", 18, 32, "BENGHAZI", "tower", "HLLB", "called"),),
    messages=(
        Message(
            "turn left heading 270 runway 27L 118.5", 62, 100, "instruction", "heading",
            (Value("270", 80, 83, "heading", 270), Value("27L", 91, 94, "runway", "27L"),
             Value("118.5", 95, 100, "frequency", 118.5, "MHz")),
            (Condition("passing FL80 or below", 40, 61, "when_passing",
                       (Value("FL80 or below", 48, 61, "altitude", 80, "FL", "at_or_below"),)),
             Condition("LGSA", 34, 38, "after", (Value("LGSA", 34, 38, "waypoint", "LGSA"),))),
            0, "UM94", "HEADING",
        ),
        Message("Ascot 9908 heavy", 0, 16, "initial_call", callsign=1),
    ),
)  # fmt: skip

ODD = [
    FULL,
    Transmission(""),
    Transmission("čau 🛩 \x00\t", 2**40, "a.srt", (0.5, 1.25), "TWR", "controller", "BAW12"),
    Transmission("roger", time=(0.0, 0.0), readback=Readback(3, "correct")),
    Transmission(
        "one one eight decimal five",
        readback=Readback(
            4,
            "wrong",
            (Difference("altitude", 80, 90), Difference("frequency", 118.5, None), Difference("runway", "27L", "27R")),
        ),
    ),
]
