"""One page that needs nothing else: transcript with marks, a lane per aircraft, counts, filters, readback faults.

``Transmission("Tower, <script>", line=1)`` -> ``{"n":1,"p":["Tower, \\u003cscript>"],...}`` inside ``page.html``, where
a script turns it into text nodes, never into markup.
"""

from __future__ import annotations

import html
import json
from typing import Any

from callsigns.formats import wording
from callsigns.formats.marks import pieces
from callsigns.formats.writers import Options, Writer
from callsigns.records import Transmission

__all__ = ["make"]

_TITLE, _DATA = "@@TITLE@@", "@@DATA@@"


def make(options: Options) -> Writer:
    """A writer of one page; the template is cut where the data goes, so that pages of any length stream."""
    from importlib.resources import files

    template = (files("callsigns.formats") / "templates" / "page.html").read_text("utf-8")
    head, tail = template.replace(_TITLE, html.escape(options.title)).split(_DATA)
    return Writer(_record, head=head, between=",\n", tail=tail)


def _record(t: Transmission) -> str:
    about = {
        "n": t.line,
        "f": t.source,
        "t": t.time,
        "w": t.speaker,
        "r": t.role,
        "a": _aircraft(t),
        "p": _pieces(t),
        "m": [wording.message_words(message) for message in t.messages],
        "k": [f"{m.act}/{m.topic}" if m.topic and m.topic != m.act else m.act for m in t.messages],
        "b": None if t.readback is None else [t.readback.status, wording.readback_words(t.readback), t.readback.of],
    }
    said = {key: value for key, value in about.items() if value not in (None, [])}
    # ASCII and no "<": neither a surrogate nor "</script" can end up in the page.
    return json.dumps(said, separators=(",", ":")).replace("<", "\\u003c")


def _aircraft(t: Transmission) -> list[str]:
    """Whom it is about: the aircraft that the transmission is with, and every other whose call sign tells it apart."""
    whole = (callsign for callsign in t.callsigns if callsign.match or callsign.kind != "partial")
    named = (callsign.match or callsign.icao or callsign.text for callsign in whole)
    return list(dict.fromkeys(name for name in (t.aircraft, *named) if name))


def _pieces(t: Transmission) -> list[Any]:
    return [piece if mark is None else [piece, mark.kind, mark.about] for piece, mark in pieces(t)]
