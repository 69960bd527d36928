"""Every entry of ``values*.toml`` reads its examples and leaves its counter-examples alone, bare and amid other words.

Here the recognizer itself is asked, without the messages that its values end up in.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from callsigns.grammar import VALUE_FILES
from callsigns.parser import Parser
from callsigns.recognize.value import Quantity
from tests.house.source import ROOT

AROUND = (("", ""), ("good morning ", ""), ("", " good day"), ("uh ", " thank you"))
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


@pytest.mark.parametrize("name", ENTRIES)
def test_examples(name: str) -> None:
    """Each example gives its value; no counter-example gives one of the quantity."""
    entry = ENTRIES[name]
    for before, behind in AROUND:
        for text, wanted in entry["examples"].items():
            values = [v.value for v in found(before + text + behind) if v.quantity == entry["quantity"]]
            assert wanted in values, f"{before + text + behind!r}: {values}"
        for text in entry["not"]:
            values = [v.value for v in found(before + text + behind) if v.quantity == entry["quantity"]]
            assert not values, f"{before + text + behind!r}: {values}"


def test_every_entry_is_tried() -> None:
    """An entry without source, examples and counter-examples is an opinion."""
    assert not [name for name, entry in ENTRIES.items() if not all(entry.get(k) for k in ("source", "examples", "not"))]


@pytest.mark.parametrize("line", CORPUS, ids=lambda line: line["text"][:60])
def test_corpus(line: dict[str, Any]) -> None:
    """All values of the line and no other, with unit and limit."""
    fields = ("quantity", "value", "unit", "limit")
    assert [{field: getattr(value, field) for field in fields} for value in found(line["text"])] == line["values"]


@pytest.mark.parametrize("line", CORPUS[::7], ids=lambda line: line["text"][:60])
def test_case_does_not_matter(line: dict[str, Any]) -> None:
    """A transcript in capitals gives the same values."""
    assert [v[2:] for v in found(line["text"].upper())] == [v[2:] for v in found(line["text"].lower())]
