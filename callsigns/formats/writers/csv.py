"""Tables: one row a transmission, or ``--rows callsigns`` or ``messages``; as spreadsheets and ``csv`` read them.

``--rows callsigns``: ``line,source,start,end,text,kind,icao,...`` / ``1,benina.txt,24,34,Ascot 9908,flight,...``
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence

from callsigns.formats import wording
from callsigns.formats.writers import Options, Writer
from callsigns.records import CallSign, Message, Transmission

__all__ = ["make", "rows_of"]

Row = Sequence[object]

_PLACE = ("line", "source", "start_time", "end_time", "speaker", "role")
_TRANSMISSION = (
    *_PLACE, "aircraft", "callsigns", "spellings", "facilities", "acts", "topics", "values", "readback", "text",
)  # fmt: skip
_CALLSIGN = (
    *_PLACE, "text", "start", "end", "kind", "icao", "telephony", "designator", "ident", "operator", "operator_kind",
    "country", "modifiers", "use", "abbreviated", "match",
)  # fmt: skip
_MESSAGE = (*_PLACE, "text", "start", "end", "act", "topic", "callsign", "values", "conditions", "cpdlc", "command")


def make(options: Options) -> Writer:
    """A writer of rows as ``options.rows`` asks; several things in one cell are separated by ``; ``."""
    header, rows = _ROWS[options.rows]

    def one(transmission: Transmission) -> str:
        return rows_of(rows(transmission))

    return Writer(one, head=rows_of([header]))


def rows_of(rows: Iterable[Row]) -> str:
    """Rows as lines of CSV."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def _place(t: Transmission) -> tuple[object, ...]:
    start, end = t.time or (None, None)
    return t.line, t.source, start, end, t.speaker, t.role


def _joined(words: Iterable[str | None]) -> str:
    return "; ".join(word for word in words if word)


def _transmissions(t: Transmission) -> Iterable[Row]:
    values = [value for message in t.messages for value in message.values]
    yield (
        *_place(t),
        t.aircraft,
        _joined(c.match or c.icao or c.text for c in t.callsigns),
        _joined(s.letters for s in t.spellings),
        _joined(f.icao or f.text for f in t.facilities),
        _joined(m.act for m in t.messages),
        _joined(dict.fromkeys(m.topic for m in t.messages)),
        _joined(f"{value.quantity} {wording.value_words(value)}" for value in values),
        wording.readback_words(t.readback) if t.readback else None,
        t.text,
    )


def _callsigns(t: Transmission) -> Iterable[Row]:
    return (_callsign(t, callsign) for callsign in t.callsigns)


def _callsign(t: Transmission, c: CallSign) -> Row:
    operator = (c.operator.name, c.operator.kind) if c.operator else (None, None)
    said = (c.text, c.start, c.end, c.kind, c.icao, c.telephony, c.designator, c.ident)
    return (*_place(t), *said, *operator, c.country, _joined(c.modifiers), c.use, str(c.abbreviated).lower(), c.match)


def _messages(t: Transmission) -> Iterable[Row]:
    return (_message(t, message) for message in t.messages)


def _message(t: Transmission, m: Message) -> Row:
    callsign = None
    if m.callsign is not None:
        named = t.callsigns[m.callsign]
        callsign = named.match or named.icao or named.text
    values = _joined(f"{value.quantity} {wording.value_words(value)}" for value in m.values)
    conditions = _joined(map(wording.condition_words, m.conditions))
    return (*_place(t), m.text, m.start, m.end, m.act, m.topic, callsign, values, conditions, m.cpdlc, m.command)


_ROWS: dict[str, tuple[tuple[str, ...], Callable[[Transmission], Iterable[Row]]]] = {
    "transmissions": (_TRANSMISSION, _transmissions),
    "callsigns": (_CALLSIGN, _callsigns),
    "messages": (_MESSAGE, _messages),
}
