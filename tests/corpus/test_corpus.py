"""What is measured on our own corpus may not fall below these floors; docs/quality.md shows the figures themselves."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from callsigns.evaluate import Evaluation, evaluate, misses, read_gold
from callsigns.parser import default_parser

CORPUS = Path(__file__).parent / "callsigns.jsonl"
LEAST_LINES = 650
LEAST_EMPTY = 120

# Measure, part, and the least precision and recall.
FLOORS = [
    ("call signs, strict", None, 0.97, 0.97),
    ("call signs, overlapping", None, 0.98, 0.98),
    ("call signs with kind", "flight", 0.98, 0.98),
    ("call signs with kind", "registration", 0.98, 0.98),
    ("call signs with kind", "tactical", 0.93, 0.93),
    ("call signs with kind", "vehicle", 0.95, 0.95),
    ("call signs with kind", "partial", 0.9, 0.9),
    ("ICAO forms", None, 0.99, 0.99),
    ("ICAO forms and spans", None, 0.99, 0.98),
    ("use", None, 0.9, 0.9),
    ("spellings", None, 0.95, 0.95),
    ("facilities", None, 0.95, 0.9),
    ("location indicators", None, 1.0, 1.0),
]


@pytest.fixture(scope="module")
def evaluation() -> Evaluation:
    with CORPUS.open(encoding="utf-8") as lines:
        return evaluate(read_gold(lines, CORPUS.name), default_parser())


@pytest.mark.parametrize(("measure", "part", "precision", "recall"), FLOORS, ids=str)
def test_floor(evaluation: Evaluation, measure: str, part: str | None, precision: float, recall: float) -> None:
    """Precision and recall of one row of the table."""
    score = evaluation.score(measure, part)
    listed = "\n".join(misses(evaluation))
    assert score.expected > 0, "nothing of the kind is in the corpus"
    assert score.precision >= precision, f"{score}\n{listed}"
    assert score.recall >= recall, f"{score}\n{listed}"


def test_the_corpus_itself() -> None:
    """Enough lines, enough of them without a call sign, no line twice, every line in a group."""
    rows = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    assert len(rows) >= LEAST_LINES
    assert sum(not row["callsigns"] for row in rows) >= LEAST_EMPTY
    assert max(Counter(row["text"] for row in rows).values()) == 1
    assert min(Counter(row["group"] for row in rows).values()) >= 5
