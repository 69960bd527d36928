"""Our own noisy lines, each with its aircraft: ``corpus.jsonl``, written by hand for this project.

``{"text": "jet loose sixty two ten ...", "expected": "JBU6210", "aircraft": [...]}``; ``null``: nobody on the list.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from callsigns.parser import Parser, default_parser
from callsigns.traffic import Traffic

LINES: list[dict[str, Any]] = [
    json.loads(line) for line in (Path(__file__).parent / "corpus.jsonl").read_text("utf-8").splitlines()
]


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
    assert len(LINES) >= 150


def test_right_and_wrong(parser: Parser) -> None:
    """The bound of the whole: right in 95%, wrong in 2%."""
    found = [(meant(parser, line, line["aircraft"]), line["expected"], line["text"]) for line in LINES]
    wrong = [entry for entry in found if entry[0] is not None and entry[0] != entry[1]]
    missed = [entry for entry in found if entry[0] is None and entry[1] is not None]
    assert len(wrong) <= 0.005 * len(LINES), wrong
    assert len(wrong) + len(missed) <= 0.02 * len(LINES), missed


def test_nobody_else_is_taken(parser: Parser) -> None:
    """Without the aircraft that is meant, hardly ever another one is."""
    wrong = []
    for line in LINES:
        others = [a for a in line["aircraft"] if a["callsign"] != line["expected"]]
        other = meant(parser, line, others)
        if other is not None:
            wrong.append((line["text"], other))
    assert len(wrong) <= 0.03 * len(LINES), wrong
