"""Our own noisy lines, each with its aircraft, written by hand for this project.

``{"text": "jet loose sixty two ten ...", "expected": "JBU6210", "aircraft": [...]}``; ``null``: nobody on the list.
``corpus.jsonl`` goes with the rules. The lines of ``noisy.jsonl`` were each written with what is meant before anything
had read them, in the way a recognizer writes down people who control simulated traffic; aircraft are one text.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from callsigns.parser import Parser, default_parser
from callsigns.traffic import Traffic


def lines(name: str) -> list[dict[str, Any]]:
    found = [json.loads(line) for line in (Path(__file__).parent / name).read_text("utf-8").splitlines()]
    for line in found:
        if isinstance(line["aircraft"], str):
            pairs = [entry.split("/") for entry in line["aircraft"].split()]
            line["aircraft"] = [{"callsign": callsign, "type": code} for callsign, code in pairs]
    return found


# Name of the corpus: its lines, and how many of a hundred may be right at least and wrong at most; then how many may
# be given to somebody else when the one who is meant is taken off the list.
CORPORA = {"corpus.jsonl": (lines("corpus.jsonl"), 98, 0.5, 3), "noisy.jsonl": (lines("noisy.jsonl"), 98.5, 0.5, 4)}


@pytest.fixture(scope="module")
def parser() -> Parser:
    return default_parser()


def meant(parser: Parser, line: dict[str, Any], aircraft: list[dict[str, Any]]) -> str | None:
    transmission = parser.parse(line["text"], traffic=Traffic(aircraft))
    for call in transmission.callsigns:
        assert transmission.text[call.start : call.end] == call.text
        assert call.match is None or call.match in {a["callsign"] for a in aircraft}
    return transmission.aircraft


def test_size() -> None:
    assert len(CORPORA["corpus.jsonl"][0]) >= 150
    assert len(CORPORA["noisy.jsonl"][0]) >= 1000


@pytest.mark.parametrize("name", CORPORA)
def test_right_and_wrong(parser: Parser, name: str) -> None:
    """How many are right, and how many wrong."""
    known, least, most, _ = CORPORA[name]
    found = [(meant(parser, line, line["aircraft"]), line["expected"], line["text"]) for line in known]
    wrong = [entry for entry in found if entry[0] is not None and entry[0] != entry[1]]
    missed = [entry for entry in found if entry[0] is None and entry[1] is not None]
    assert len(wrong) <= most / 100 * len(known), wrong
    assert len(wrong) + len(missed) <= (1 - least / 100) * len(known), missed


@pytest.mark.parametrize("name", CORPORA)
def test_nobody_else_is_taken(parser: Parser, name: str) -> None:
    """Without the aircraft that is meant, hardly ever another one is."""
    known, _, _, most = CORPORA[name]
    wrong = []
    for line in known:
        others = [a for a in line["aircraft"] if a["callsign"] != line["expected"]]
        other = meant(parser, line, others)
        if other is not None:
            wrong.append((line["text"], other))
    assert len(wrong) <= most / 100 * len(known), wrong
