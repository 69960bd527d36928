"""The tables of docs/quality.md: one for each corpus that is there, and the false call signs in ordinary English.

``tests/corpus/callsigns.jsonl`` -> ``$ callsigns evaluate tests/corpus/callsigns.jsonl`` and what it prints.
"""

from __future__ import annotations

from collections.abc import Iterator

from callsigns.evaluate import Evaluation, evaluate, read_gold, table
from callsigns.parser import default_parser
from tests.corpus.ordinary import ordinary_lines
from tests.house.source import ROOT

__all__ = ["CORPORA", "english", "evaluation", "sections"]

CORPORA = (
    "tests/corpus/callsigns.jsonl",
    "tests/corpus/transmissions.jsonl",
    "tests/messages/corpus.jsonl",
    "tests/values/corpus.jsonl",
    "tests/role/corpus.jsonl",
    "tests/role/held_out.jsonl",
)


def evaluation(corpus: str) -> Evaluation:
    """What ``callsigns evaluate`` measures on one of them."""
    with (ROOT / corpus).open(encoding="utf-8") as lines:
        return evaluate(read_gold(lines, corpus), default_parser())


def english() -> tuple[int, int]:
    """How many call signs are found where there are none, and in how many lines."""
    lines = list(dict.fromkeys(ordinary_lines()))
    return sum(len(default_parser().parse(line).callsigns) for line in lines), len(lines)


def sections() -> Iterator[str]:
    """The figures as Markdown."""
    for corpus in CORPORA:
        if (ROOT / corpus).exists():
            yield f"```text\n$ callsigns evaluate {corpus}\n{table(evaluation(corpus))}\n```"
    false, lines = english()
    yield f"Ordinary English: {false} call signs found in {lines:,} lines that hold none."
