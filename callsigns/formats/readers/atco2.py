"""ATCO2 transcripts: XML with one ``<segment>`` a transmission, its ``[#callsign]`` and noise marks taken out.

``<segment><start>0.5</start><end>2</end><speaker>A</speaker><text>[#callsign]Lufthansa one[/#callsign] hello</text>``
-> text ``Lufthansa one hello``, time ``(0.5, 2.0)``, speaker ``A``; ``line`` counts segments.

A document type is refused, so no entity is ever declared, expanded or fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.parsers import expat

from callsigns.clock import interval
from callsigns.errors import InputError
from callsigns.formats.source import Source
from callsigns.formats.utterance import Utterance

__all__ = ["read"]

_FIELDS = frozenset({"start", "end", "speaker", "speaker_label", "text"})
_MARK = re.compile(r"\[/?#?[\w-]{1,40}\]")


def read(source: Source, column: str | None) -> Iterator[Utterance]:
    """The segments of an ATCO2 file, as they stream by; ``column`` has no meaning here.

    Raises:
        InputError: broken XML, a document type, or no segments.
    """
    segments = _Segments(source)
    count = 0
    for line in source.lines():
        for fields in segments.feed(line.encode("utf-8", "replace")):
            count += 1
            yield _utterance(source, fields, count)
    segments.feed(b"", final=True)
    if count == 0:
        raise source.error(None, "expected <segment> elements of ATCO2, found none")


class _Segments:
    """Collects the fields of each segment while expat walks through the document."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._ready: list[dict[str, str]] = []
        self._fields: dict[str, str] | None = None
        self._field: str | None = None
        # Lines were decoded when the file was opened, whatever the document declares.
        self._expat = expat.ParserCreate("utf-8")
        self._expat.buffer_text = True
        self._expat.StartElementHandler = self._start
        self._expat.EndElementHandler = self._end
        self._expat.CharacterDataHandler = self._characters
        self._expat.StartDoctypeDeclHandler = self._doctype

    def feed(self, data: bytes, final: bool = False) -> list[dict[str, str]]:
        try:
            self._expat.Parse(data, final)
        except expat.ExpatError as error:
            raise self._source.error(error.lineno, f"no XML: {expat.errors.messages[error.code]}") from error
        ready, self._ready = self._ready, []
        return ready

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "segment":
            self._fields = {}
        elif name in _FIELDS:
            self._field = name

    def _end(self, name: str) -> None:
        if name == "segment" and self._fields is not None:
            self._ready.append(self._fields)
            self._fields = None
        elif name == self._field:
            self._field = None

    def _characters(self, data: str) -> None:
        if self._fields is not None and self._field is not None:
            self._fields[self._field] = self._fields.get(self._field, "") + data

    def _doctype(self, *declaration: object) -> None:
        raise InputError(f"{self._source.name}: line {self._expat.CurrentLineNumber}: a document type is not read")


def _utterance(source: Source, fields: dict[str, str], number: int) -> Utterance:
    text = " ".join(_MARK.sub(" ", fields.get("text", "")).split())
    speaker = (fields.get("speaker_label") or fields.get("speaker") or "").strip()
    return Utterance(text, number, interval(fields.get("start"), fields.get("end")), speaker or None, source.label)
