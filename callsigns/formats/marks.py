"""Which stretches of a text are what: the marks that the page, the notebook, BIO tags and annotation tools share.

``"Benghazi, good morning, Ascot 9908"`` -> ``Mark(0, 8, "facility", "HLLB")`` and
``Mark(24, 34, "callsign", "RRR9908, Royal Air Force, military flight")``

Marks never overlap: a call sign goes before a spelling, a facility and a value in the same place.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from callsigns.formats import wording
from callsigns.records import Transmission

__all__ = ["Mark", "marked_html", "marks", "pieces"]

# Colours that keep their contrast on light and on dark ground; a border besides, for those who do not see colours.
_STYLES = {
    "callsign": "background:#1f77b433;border-bottom:2px solid #1f77b4",
    "facility": "background:#9467bd33;border-bottom:2px dashed #9467bd",
    "spelling": "background:#bcbd2233;border-bottom:2px dotted #8c8d12",
    "value": "background:#2ca02c33;border-bottom:1px solid #2ca02c",
}


class Mark(NamedTuple):
    """``text[start:end]`` is a ``callsign``, ``facility``, ``spelling`` or ``value``; ``about`` says which."""

    start: int
    end: int
    kind: str
    about: str


def marks(transmission: Transmission) -> list[Mark]:
    """The marks of a transmission in the order of its text, without overlap."""
    kept: list[Mark] = []
    for mark in _all(transmission):
        at = bisect_left(kept, mark)
        free = (not at or kept[at - 1].end <= mark.start) and (at == len(kept) or mark.end <= kept[at].start)
        if free and mark.start < mark.end:
            kept.insert(at, mark)
    return kept


def _all(t: Transmission) -> Iterator[Mark]:
    for callsign in t.callsigns:
        yield Mark(callsign.start, callsign.end, "callsign", wording.callsign_words(callsign))
    for spelling in t.spellings:
        yield Mark(spelling.start, spelling.end, "spelling", wording.spelling_words(spelling))
    for facility in t.facilities:
        yield Mark(facility.start, facility.end, "facility", wording.facility_words(facility))
    for message in t.messages:
        conditional = (value for condition in message.conditions for value in condition.values)
        for value in (*message.values, *conditional):
            words = f"{value.quantity.replace('_', ' ')} {wording.value_words(value)}"
            yield Mark(value.start, value.end, "value", words)


def pieces(transmission: Transmission) -> list[tuple[str, Mark | None]]:
    """The text cut at the marks; joined again, the pieces are the text."""
    text, at = transmission.text, 0
    cut: list[tuple[str, Mark | None]] = []
    for mark in marks(transmission):
        cut.append((text[at : mark.start], None))
        cut.append((text[mark.start : mark.end], mark))
        at = mark.end
    cut.append((text[at:], None))
    return [(piece, mark) for piece, mark in cut if piece]


def marked_html(transmission: Transmission) -> str:
    """The text as HTML with its marks, each explained in a tooltip; what a notebook shows for a transmission."""
    return "".join(_span(piece, mark) for piece, mark in pieces(transmission))


def _span(piece: str, mark: Mark | None) -> str:
    if mark is None:
        return escape(piece)
    title = escape(f"{mark.kind}: {mark.about}" if mark.about else mark.kind)
    return f'<mark style="color:inherit;{_STYLES[mark.kind]}" title="{title}">{escape(piece)}</mark>'
