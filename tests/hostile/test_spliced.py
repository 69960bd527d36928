"""Real speech put together wrongly: lines cut and joined, words of others between them, figures in all shapes.

Random text seldom has two words of the trade side by side, and the examples of the grammar are well formed; what raised
an error in the past stood between them ("circular 90-66B", "romeo's november eight").
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

import pytest

from callsigns import Dialogue, Traffic
from callsigns.explain import explain
from callsigns.parser import default_parser
from tests.hostile.invariants import check
from tests.volume import share

CORPORA = Path(__file__).resolve().parent.parent.glob("*/*.jsonl")
SIGNS = ("uh", "--", "...", "(", "[", "]", '"', "’", "½", "№", "·", ">>", "%")
MARKS = (",", ".", "?", "-", "'s", "!", ":", ";", "/")
TAILS = ("st", "th", "x", "%", "°", "kt", "ft", "k", "Z", "er")


@cache
def lines() -> list[str]:
    """The texts of all corpora, once each."""
    rows = (json.loads(row) for path in sorted(CORPORA) for row in path.read_text(encoding="utf-8").splitlines() if row)
    return sorted({row["text"] for row in rows if isinstance(row, dict) and isinstance(row.get("text"), str)})


@cache
def words() -> list[str]:
    return sorted({word for line in lines() for word in line.split()})


def figures(random: Random, least: int, most: int) -> str:
    return "".join(random.choices("0123456789", k=random.randint(least, most)))


def capitals(random: Random, least: int, most: int) -> str:
    return "".join(random.choices("ABCDEFGHNOQXYZ", k=random.randint(least, most)))


def joined(random: Random) -> str:
    """ "1-19-1A"."""
    return "-".join(figures(random, 1, 2) for _ in range(random.randint(2, 4))) + capitals(random, 0, 1)


SHAPES: tuple[Callable[[Random], str], ...] = (
    lambda random: figures(random, 1, 5),
    lambda random: figures(random, 1, 3) + capitals(random, 1, 2),
    lambda random: capitals(random, 1, 5) + random.choice(("", "-")) + figures(random, 0, 3),
    joined,
    lambda random: figures(random, 3, 3) + random.choice(".,/") + figures(random, 1, 3),
    lambda random: figures(random, 1, 2) + random.choice(TAILS),
    lambda random: random.choice(words()) + "'s",
    lambda random: random.choice(words()) + random.choice("-/.") + random.choice(words()),
    lambda random: random.choice(words()),
    lambda random: random.choice(SIGNS),
)


def spliced(random: Random) -> str:
    """Two halves of lines, up to three words more, less or with a mark, and sometimes in other letters."""
    first, second = (random.choice(lines()).split() for _ in range(2))
    said = [*first[: random.randint(0, len(first))], *second[random.randint(0, len(second)) :]]
    for _ in range(random.randint(0, 3)):
        at = random.randint(0, len(said))
        change = random.random()
        if change < 0.6:
            said.insert(at, random.choice(SHAPES)(random))
        elif at < len(said):
            said[at : at + 1] = [said[at] + random.choice(MARKS)] if change < 0.8 else []
    text = " ".join(said)
    return random.choice((str, str, str, str.upper, str.title))(text)


@pytest.mark.parametrize("seed", [*range(4)])
def test_nothing_raises(seed: int) -> None:
    """And every part of a record stands where it says."""
    random, parser = Random(seed), default_parser()
    for _ in range(share(400)):
        text = spliced(random)
        check(parser.parse(text), text)


def test_what_else_reads_lines() -> None:
    """Turns that were run together, tokens, who is known to speak, a list of traffic, a frequency, explanations."""
    random, parser = Random(0), default_parser()
    traffic = Traffic(["DAL306", "LOT7KX", "OKABC", "N123AB", "SWR18K"])
    frequency = Dialogue(parser)
    for number in range(share(300)):
        text = spliced(random)
        at = 0
        for turn in parser.split(text):  # in their order, but for the dashes between them
            at = text.index(turn, at) + len(turn)
        assert all(text[token.start : token.end] == token.text for token in parser.tokenize(text))
        for record in (parser.parse(text, role="pilot"), parser.parse(text, traffic=traffic)):
            check(record, text)
        frequency.add(text)
        if number % 10 == 0:
            assert explain(text, parser).endswith("\n")
