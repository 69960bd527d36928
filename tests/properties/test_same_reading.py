"""What makes no difference when it is heard makes none when it is read: capitals, and how many spaces there are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from callsigns.parser import default_parser
from callsigns.records import Transmission
from tests.properties.texts import speech, spoken
from tests.volume import share

CORPUS = Path(__file__).parents[1] / "corpus" / "callsigns.jsonl"
# Every third line: all kinds are there, and the tests stay quick.
LINES = [json.loads(line)["text"] for line in CORPUS.read_text(encoding="utf-8").splitlines()][::3]
EXAMPLES = settings(max_examples=share(150), deadline=None)


def reading(record: Transmission) -> list[Any]:
    """What was understood, without the places and without how it was written."""
    return [
        [(c.kind, c.icao, c.ident, c.use, c.abbreviated) for c in record.callsigns],
        [(s.letters, s.kind) for s in record.spellings],
        [(f.icao, f.unit) for f in record.facilities],
        [(m.act, m.topic, [(v.quantity, v.value, v.unit) for v in m.values]) for m in record.messages],
        record.role,
    ]


def read(text: str) -> list[Any]:
    return reading(default_parser().parse(text))


@EXAMPLES
@given(spoken)
@example("5'or departure")  # no name of a place begins with a figure
def test_capitals(text: str) -> None:
    """Transcripts come in lower case, in capitals, and in both. In written forms ("G-ABCD") capitals are evidence."""
    assert read(text.lower()) == read(text.upper())


@EXAMPLES
@given(speech, st.lists(st.sampled_from(["  ", "\t", "   ", " \t "]), min_size=1, max_size=4))
@example("no no sorry", ["  "])  # said twice, and the second begins a phrase
def test_spaces(text: str, gaps: list[str]) -> None:
    """Two spaces part words as one does, and so do spaces at both ends."""
    words = text.split(" ")
    spaced = "".join(word + gaps[number % len(gaps)] for number, word in enumerate(words))
    assert read(f" {spaced} ") == read(text)


def test_lines_of_the_corpus() -> None:
    """The lines that the corpus holds, with both kinds of change."""
    assert [text for text in LINES if not _is_read_alike(text)] == []


def _is_read_alike(text: str) -> bool:
    found = read(text)
    spaced = read("  " + text.replace(" ", "  ")) == found
    return spaced and (not text.islower() or read(text.upper()) == found)
