"""How well acts and topics come out of our own lines (``corpus.jsonl``), counted in the open.

Each line has its text, who says it, and the ``act/topic`` of its messages in order, and is read so; the few
that are not say why in ``fault``. What is found and right, missed, and read where nothing is, is counted as well.
"""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from callsigns.grammar.file import ACTS, TOPICS
from callsigns.parser import default_parser

CORPUS = Path(__file__).with_name("corpus.jsonl")
RECALL, PRECISION = 0.97, 0.97


class Line(NamedTuple):
    text: str
    role: str | None
    types: tuple[str, ...]
    fault: str | None


class Count(NamedTuple):
    right: Counter[str]
    wanted: Counter[str]
    found: Counter[str]

    def recall(self) -> float:
        return self.right.total() / self.wanted.total()

    def precision(self) -> float:
        return self.right.total() / self.found.total()


@cache
def lines() -> tuple[Line, ...]:
    rows = map(json.loads, CORPUS.read_text(encoding="utf-8").splitlines())
    return tuple(Line(row["text"], row["role"], tuple(map(type_of, row["messages"])), row.get("fault")) for row in rows)


def type_of(message: dict[str, str | None]) -> str:
    return f"{message['act']}/{message['topic']}" if message["topic"] else str(message["act"])


def types(line: Line) -> tuple[str, ...]:
    record = default_parser().parse(line.text, role=line.role)
    return tuple(f"{m.act}/{m.topic}" if m.topic else m.act for m in record.messages)


@cache
def count() -> Count:
    right, wanted, found = Counter[str](), Counter[str](), Counter[str]()
    for line in lines():
        gold, read = Counter(line.types), Counter(types(line))
        right, wanted, found = right + (gold & read), wanted + gold, found + read
    return Count(right, wanted, found)


def test_size() -> None:
    """At least 350 lines, every act and every topic in at least five of them, and some that hold nothing."""
    acts = Counter(act for line in lines() for act in {t.partition("/")[0] for t in line.types})
    topics = Counter(topic for line in lines() for topic in {t.partition("/")[2] for t in line.types})
    assert len(lines()) >= 350
    assert len({line.text for line in lines()}) == len(lines())
    assert [name for name in ACTS if acts[name] < 5] == []
    assert [name for name in TOPICS if topics[name] < 5] == []
    assert sum(not line.types for line in lines()) >= 5


def test_each_line() -> None:
    """In the order in which they were said, or with a fault that is known; a fault that was mended is one no more."""
    assert [line for line in lines() if (types(line) == line.types) is (line.fault is not None)] == []


def test_recall_and_precision() -> None:
    table = "\n".join(f"{n:32} {count().right[n]}/{count().wanted[n]}" for n in sorted(count().wanted))
    assert count().recall() >= RECALL, table
    assert count().precision() >= PRECISION, table


@pytest.mark.parametrize("section", ["act", "topic"])
def test_each(section: str) -> None:
    """No act and no topic hides behind the average."""
    part = {"act": 0, "topic": 2}[section]
    right, wanted = Counter[str](), Counter[str]()
    for total, counted in ((right, count().right), (wanted, count().wanted)):
        for name, number in counted.items():
            total[name.partition("/")[part]] += number
    assert [f"{n}: {right[n]} of {wanted[n]}" for n in wanted if n and right[n] < 0.8 * wanted[n]] == []
