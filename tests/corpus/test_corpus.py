"""What is measured on our own corpus may not fall below these floors; docs/quality.md shows the figures themselves."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from callsigns.evaluate import Evaluation, evaluate, misses, read_gold
from callsigns.parser import default_parser

HERE = Path(__file__).parent
CALLSIGNS, WHOLE = HERE / "callsigns.jsonl", HERE / "transmissions.jsonl"
LEAST_LINES = 650
LEAST_EMPTY = 120
ROLES_RIGHT = 0.93

# Measure, part, and the least precision and recall, a little below what is reached.
FLOORS: dict[Path, list[tuple[str, str | None, float, float]]] = {
    CALLSIGNS: [
        ("call signs, strict", None, 0.98, 0.965),
        ("call signs, overlapping", None, 0.985, 0.97),
        ("call signs with kind", "flight", 0.985, 0.975),
        ("call signs with kind", "registration", 0.985, 0.985),
        ("call signs with kind", "tactical", 0.96, 0.95),
        ("call signs with kind", "vehicle", 0.95, 0.95),
        ("call signs with kind", "partial", 0.94, 0.82),
        ("ICAO forms", None, 0.99, 0.985),
        ("ICAO forms and spans", None, 0.995, 0.985),
        ("use", None, 0.93, 0.93),
        ("spellings", None, 0.97, 0.95),
        ("facilities", None, 0.98, 0.91),
        ("location indicators", None, 1.0, 0.9),
    ],
    WHOLE: [
        ("call signs, strict", None, 0.98, 0.98),
        ("acts", None, 0.88, 0.9),
        ("acts and topics", None, 0.87, 0.9),
        ("topics", None, 0.91, 0.95),
        ("values", None, 0.95, 0.95),
    ],
}


@cache
def measured(corpus: Path) -> Evaluation:
    with corpus.open(encoding="utf-8") as lines:
        return evaluate(read_gold(lines, corpus.name), default_parser())


@pytest.mark.parametrize(
    ("corpus", "measure", "part", "precision", "recall"),
    [(corpus, *floor) for corpus, floors in FLOORS.items() for floor in floors],
    ids=lambda value: value.stem if isinstance(value, Path) else str(value),
)
def test_floor(corpus: Path, measure: str, part: str | None, precision: float, recall: float) -> None:
    """Precision and recall of one row of the table."""
    score = measured(corpus).score(measure, part)
    listed = "\n".join(misses(measured(corpus)))
    assert score.expected > 0, "nothing of the kind is in the corpus"
    assert score.precision >= precision, f"{score}\n{listed}"
    assert score.recall >= recall, f"{score}\n{listed}"


def test_each_line() -> None:
    """Each line is read as it should be, or says in "fault" why not; a fault that was mended is one no more."""
    rows = [json.loads(line) for line in CALLSIGNS.read_text(encoding="utf-8").splitlines()]
    missed = {miss.line for miss in measured(CALLSIGNS).misses}
    wrong = [row for number, row in enumerate(rows, 1) if (number in missed) is not ("fault" in row)]
    assert not wrong, "\n".join(("mended: " if "fault" in row else "not read so: ") + row["text"] for row in wrong)


def test_roles() -> None:
    """Who speaks, told from the text alone; undecided is wrong."""
    roles = measured(WHOLE).roles
    assert roles is not None
    assert roles.accuracy >= ROLES_RIGHT


def test_the_corpus_itself() -> None:
    """Enough lines, enough of them without a call sign, no line twice, every line in a group."""
    rows = [json.loads(line) for line in CALLSIGNS.read_text(encoding="utf-8").splitlines()]
    assert len(rows) >= LEAST_LINES
    assert sum(not row["callsigns"] for row in rows) >= LEAST_EMPTY
    assert max(Counter(row["text"] for row in rows).values()) == 1
    assert min(Counter(row["group"] for row in rows).values()) >= 5
