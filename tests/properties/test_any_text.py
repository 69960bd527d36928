"""Any text parses; what is found stands where it says; the same text gives the same record."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from attrs import asdict
from hypothesis import example, given, settings

from callsigns.formats.record_json import from_json, to_json
from callsigns.parser import Parser, default_parser
from callsigns.records import Transmission
from tests.properties.texts import anything, noisy_speech, speech
from tests.volume import share

EXAMPLES = settings(max_examples=share(150), deadline=None)
HOSTILE = [
    *(
        "",
        " ",
        "\x00",
        "\ud800",
        "\udfff delta three oh six",
        "\u202edelta three oh six\u202c",
        "²³¹ ١٢٣ Ⅷ",
        "İstanbul tower",
        "romeo's november one two three alpha bravo",
        "lot nine kilos's papa, one eight six's, southwest six brawo's ninety one",
        "peach 566 centre's turn, turkish one radar's radar contact",
        "circular 60-28D, 19-20th, 10-15am, 1-19-1A, 1-28.75B",
    ),
    *(
        "e\u0301" * 500,
        "1" * 5000,
        "a" * 5000,
        "delta " * 500,
        "-" * 1000,
        "," * 1000,
        "(" * 1000,
        "👩‍🚀 " * 200,
        "G-" * 500,
    ),
    *(
        "november " * 300 + "one",
        "triple " * 300,
        "one two three " * 300,
        "to for " * 300,
        "correction " * 300,
        "\r\n" * 300,
    ),
]


def placed(record: Transmission) -> Iterator[Any]:
    """Everything in a record that has a place."""
    yield from (*record.callsigns, *record.spellings, *record.facilities, *record.messages, *record.tokens)
    for message in record.messages:
        yield from (*message.values, *message.conditions)
        for condition in message.conditions:
            yield from condition.values


def check(record: Transmission, text: str) -> None:
    """The text is kept, every part stands where it says, and parts of one kind stand beside each other."""
    assert record.text == text
    for part in placed(record):
        assert 0 <= part.start < part.end <= len(text), part
        assert text[part.start : part.end] == part.text, part
    for parts in (record.callsigns, record.spellings, record.facilities, record.tokens):
        ordered: list[Any] = list(parts)
        for one, other in pairwise(ordered):
            assert one.end <= other.start, (one, other)
    for message in record.messages:
        assert message.callsign is None or 0 <= message.callsign < len(record.callsigns)


@EXAMPLES
@given(anything)
def test_any_unicode(text: str) -> None:
    """Nothing raises, whatever the text."""
    check(default_parser().parse(text), text)


@EXAMPLES
@given(noisy_speech)
@example("delta three \u0301oh six")
def test_noisy_speech(text: str) -> None:
    """Words of the radio in any order, with marks and rubbish between them."""
    check(default_parser().parse(text), text)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:12]) + f"*{len(text)}")
def test_hostile(text: str) -> None:
    """Texts that break parsers."""
    check(default_parser().parse(text), text)


def test_long_line() -> None:
    """A quarter of a megabyte in one line; ``python -m tests.benchmarks.linear`` goes on to a megabyte and more."""
    text = "delta three oh six turn left heading one eight zero, roger " * share(4400)
    record = default_parser().parse(text)
    check(record, text)
    assert len(record.callsigns) >= share(4000)


@EXAMPLES
@given(noisy_speech)
def test_same_text_same_record(text: str) -> None:
    """Parsing has no memory, and keeps none."""
    parser = default_parser()
    first = parser.parse(text)
    parser.parse("november one two three alpha bravo")
    assert parser.parse(text) == first
    assert hash(parser.parse(text)) == hash(first)


def test_two_parsers_agree() -> None:
    """A parser made anew reads the same."""
    lines = ["delta three oh six turn left", "taxi via november hold short of mike", "bronco seven one flight"]
    other = Parser()
    assert [other.parse(line) for line in lines] == [default_parser().parse(line) for line in lines]


@EXAMPLES
@given(speech)
def test_json_and_back(text: str) -> None:
    """What is found can be written down and read again."""
    record = default_parser().parse(text)
    assert from_json(to_json(record)) == record
    assert json.loads(to_json(record))["callsigns"] == json.loads(json.dumps([asdict(c) for c in record.callsigns]))
