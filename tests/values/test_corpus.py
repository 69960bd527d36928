"""The values of lines as people say them; the examples of the entries are tried with those of all grammars.

Here the recognizer itself is asked, without the messages that its values end up in.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from callsigns.grammar import VALUE_FILES
from callsigns.parser import Parser
from callsigns.recognize.value import Quantity
from tests.house.source import ROOT

CORPUS_FILE = Path(__file__).parent / "corpus.jsonl"
CORPUS = [json.loads(line) for line in CORPUS_FILE.read_text(encoding="utf-8").splitlines()]


@cache
def parser() -> Parser:
    return Parser()


def found(text: str) -> list[Quantity]:
    """The values in a line, in the order in which they stand."""
    line = parser().line(text)
    parser().recognize(line)
    return [what for _, what in sorted(line.found.items()) if isinstance(what, Quantity)]


def entries(table: Mapping[str, Any], name: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    for key, inner in table.items():
        if "forms" in inner:
            yield name + key, inner
        elif not name and key not in ("words", "define"):
            yield from entries(inner, f"{key}.")


ENTRIES = {
    name: entry
    for file in VALUE_FILES
    for name, entry in entries(tomllib.loads((ROOT / "grammars" / file).read_text(encoding="utf-8")))
}


def test_every_entry_is_tried() -> None:
    """An entry without source, examples and counter-examples is an opinion."""
    assert not [name for name, entry in ENTRIES.items() if not all(entry.get(k) for k in ("source", "examples", "not"))]


def test_corpus() -> None:
    """All values of each line and no other, with unit and limit."""
    fields = ("quantity", "value", "unit", "limit")
    read = [[{of: getattr(value, of) for of in fields} for value in found(line["text"])] for line in CORPUS]
    assert [(line, values) for line, values in zip(CORPUS, read, strict=True) if values != line["values"]] == []


def test_case_does_not_matter() -> None:
    """A transcript in capitals gives the same values."""
    texts = [line["text"] for line in CORPUS]
    assert [t for t in texts if [v[2:] for v in found(t.upper())] != [v[2:] for v in found(t.lower())]] == []
