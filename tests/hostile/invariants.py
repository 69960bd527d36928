"""What holds of every record, whatever text it was made from."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from callsigns.formats.record_json import from_json, to_json
from callsigns.parser import default_parser
from callsigns.records import Transmission

__all__ = ["check", "reading", "spoken"]

_HALVES = re.compile("[\ud800-\udbff][\udc00-\udfff]")
# Three letters and a number, with a hesitation between them or without: "BAW 50", "VIP er 11".
_HESITATION = "|".join(default_parser().grammar.section("words")["filler"])
_CODE = re.compile(rf"(?<![^\W_])[^\W\d_]{{3}}(?=(?:[\W_]+(?:{_HESITATION}))*[\W_]+\d)", re.IGNORECASE)


def check(record: Transmission, text: str) -> None:
    """The text is kept; every part stands where it says; parts of a kind stand in order and beside each other."""
    assert record.text == text
    messages = record.messages
    groups: list[tuple[Any, ...]] = [record.callsigns, record.spellings, record.facilities, record.tokens]
    groups += [message.values for message in messages]
    for group in groups:
        for part in group:
            _stands(part, text)
        for one, other in pairwise(group):
            assert one.end <= other.start, (one, other)
    for message in messages:
        _stands(message, text)
        for condition in message.conditions:
            _stands(condition, text)
            for value in condition.values:
                _stands(value, text)
        assert message.callsign is None or 0 <= message.callsign < len(record.callsigns)
    assert [m.start for m in messages] == sorted(m.start for m in messages)
    assert record.role in (None, "pilot", "controller")
    if not _HALVES.search(text):  # JSON has one form for a pair and for its two halves (RFC 8259, section 7)
        assert from_json(to_json(record)) == record
        assert hash(from_json(to_json(record))) == hash(record)


def _stands(part: Any, text: str) -> None:
    assert 0 <= part.start < part.end <= len(text), part
    assert text[part.start : part.end] == part.text, part


def reading(record: Transmission) -> list[Any]:
    """What was understood, without the places and without how it was written."""
    return [
        [(c.kind, c.icao, c.ident, c.telephony, c.use, c.abbreviated, c.modifiers) for c in record.callsigns],
        [(s.letters, s.kind, s.name) for s in record.spellings],
        [(f.icao, f.unit, f.use) for f in record.facilities],
        [
            (m.act, m.topic, m.callsign, [(v.quantity, v.value, v.unit, v.limit) for v in m.values],
             [(c.kind, [(v.quantity, v.value) for v in c.values]) for c in m.conditions])
            for m in record.messages
        ],
        record.role,
    ]  # fmt: skip


def spoken(text: str) -> str:
    """Only ASCII, and no code in it: "EVE9", "14P", "BAW 50", "I-MEAN" may be call signs, in small letters none."""
    plain = re.sub(r"[^\W\d_]\d|\d[^\W\d_]", " ", text.encode("ascii", "ignore").decode().replace("-", " "))
    return _CODE.sub("radio", plain)
