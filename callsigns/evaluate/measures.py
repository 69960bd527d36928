"""What is compared: each measure turns a gold line and a transmission into two lists of the same shape.

``call signs with kind`` of "Speedbird 12 roger": expected ``[("flight", (0, 12))]``, found the same.

The first element of an item is the part of the table that it is counted under as well, or ``None``. Items are counted,
not only looked up: an act that is there twice has to be found twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from callsigns.records import CallSign, Transmission, Value

__all__ = ["MEASURES", "Compared", "Item"]

Item = tuple[str | None, Any]
Fields = Mapping[str, Any]


class Compared(NamedTuple):
    """Two lists of items; with ``overlapping`` their places need only touch."""

    expected: list[Item]
    found: list[Item]
    overlapping: bool = False


def _place(item: Mapping[str, Any]) -> tuple[int, int]:
    return item["start"], item["end"]


def _touch(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _spans(gold: Fields, t: Transmission) -> Compared | None:
    if "callsigns" not in gold:
        return None
    expected: list[Item] = [(None, _place(c)) for c in gold["callsigns"]]
    return Compared(expected, [(None, (c.start, c.end)) for c in t.callsigns])


def _kinds(gold: Fields, t: Transmission) -> Compared | None:
    if "callsigns" not in gold:
        return None
    expected: list[Item] = [(c["kind"], _place(c)) for c in gold["callsigns"]]
    return Compared(expected, [(c.kind, (c.start, c.end)) for c in t.callsigns])


def _touching(gold: Fields, t: Transmission) -> Compared | None:
    strict = _spans(gold, t)
    return strict and strict._replace(overlapping=True)


def _icao(gold: Fields, t: Transmission) -> Compared | None:
    """Full forms by their place in the line's order; call signs whose form the gold leaves open are not counted."""
    if "callsigns" not in gold:
        return None
    unknown = [_place(c) for c in gold["callsigns"] if "icao" not in c]
    kept = [c for c in t.callsigns if c.icao and not any(_touch(place, (c.start, c.end)) for place in unknown)]
    expected: list[Item] = [(None, c["icao"]) for c in gold["callsigns"] if c.get("icao")]
    return Compared(expected, [(None, c.icao) for c in kept])


def _icao_and_span(gold: Fields, t: Transmission) -> Compared | None:
    """Call signs said in full: form and span both right."""
    if "callsigns" not in gold:
        return None
    full = [c for c in gold["callsigns"] if c.get("icao")]
    near = [c for c in t.callsigns if c.icao and any(_touch(_place(g), (c.start, c.end)) for g in full)]
    return Compared(
        [(None, (c["icao"], *_place(c))) for c in full],
        [(None, (c.icao, c.start, c.end)) for c in near],
    )


def _use(gold: Fields, t: Transmission) -> Compared | None:
    """Who speaks and who is spoken to, of the call signs that were found."""
    expected: list[Item] = []
    found: list[Item] = []
    for call in gold.get("callsigns", ()):
        heard = _heard(call, t.callsigns) if call.get("use") else None
        if heard is not None:
            expected.append((call["use"], _place(call)))
            found += [(heard.use, _place(call))] if heard.use else []
    return Compared(expected, found) if expected else None


def _heard(call: Mapping[str, Any], callsigns: tuple[CallSign, ...]) -> CallSign | None:
    return next((c for c in callsigns if _touch(_place(call), (c.start, c.end))), None)


def _spellings(gold: Fields, t: Transmission) -> Compared | None:
    if "spellings" not in gold:
        return None
    expected: list[Item] = [(None, (*_place(s), s["letters"])) for s in gold["spellings"]]
    return Compared(expected, [(None, (s.start, s.end, s.letters)) for s in t.spellings])


def _facilities(gold: Fields, t: Transmission) -> Compared | None:
    if "facilities" not in gold:
        return None
    expected: list[Item] = [(None, _place(f)) for f in gold["facilities"]]
    return Compared(expected, [(None, (f.start, f.end)) for f in t.facilities])


def _indicators(gold: Fields, t: Transmission) -> Compared | None:
    known = [f for f in gold.get("facilities", ()) if "icao" in f]
    if not known:
        return None
    places = [_place(f) for f in known]
    found = [f for f in t.facilities if f.icao and any(_touch(place, (f.start, f.end)) for place in places)]
    return Compared([(None, f["icao"]) for f in known if f["icao"]], [(None, f.icao) for f in found])


def _acts(gold: Fields, t: Transmission) -> Compared | None:
    if "messages" not in gold:
        return None
    return Compared([(m["act"], m["act"]) for m in gold["messages"]], [(m.act, m.act) for m in t.messages])


def _has_topics(gold: Fields) -> bool:
    return "messages" in gold and all("topic" in m for m in gold["messages"])


def _acts_and_topics(gold: Fields, t: Transmission) -> Compared | None:
    if not _has_topics(gold):
        return None
    expected: list[Item] = [(None, (m["act"], m["topic"])) for m in gold["messages"]]
    return Compared(expected, [(None, (m.act, m.topic)) for m in t.messages])


def _topics(gold: Fields, t: Transmission) -> Compared | None:
    if not _has_topics(gold):
        return None
    expected: list[Item] = [(m["topic"], m["topic"]) for m in gold["messages"] if m["topic"]]
    return Compared(expected, [(m.topic, m.topic) for m in t.messages if m.topic])


def _values(gold: Fields, t: Transmission) -> Compared | None:
    known = [m["values"] for m in gold.get("messages", ()) if "values" in m]
    if not known and "values" not in gold:
        return None
    listed = [value for values in (*known, gold.get("values", ())) for value in values]
    expected: list[Item] = [(v["quantity"], (v["quantity"], _same(v["value"]))) for v in listed]
    return Compared(expected, [(v.quantity, (v.quantity, _same(v.value))) for v in _said(t)])


def _said(t: Transmission) -> Iterator[Value]:
    for message in t.messages:
        yield from message.values
        for condition in message.conditions:
            yield from condition.values


def _same(value: object) -> object:
    """4000 and 4000.0 are one value, and so are "renka" and "RENKA"."""
    if isinstance(value, str):
        return value.upper()
    return float(value) if isinstance(value, int | float) else str(value)


MEASURES: Mapping[str, Callable[[Fields, Transmission], Compared | None]] = {
    "call signs, strict": _spans,
    "call signs, overlapping": _touching,
    "call signs with kind": _kinds,
    "ICAO forms": _icao,
    "ICAO forms and spans": _icao_and_span,
    "use": _use,
    "spellings": _spellings,
    "facilities": _facilities,
    "location indicators": _indicators,
    "acts": _acts,
    "acts and topics": _acts_and_topics,
    "topics": _topics,
    "values": _values,
}
