"""Tell an input format by its first lines, and by its suffix where the content leaves it open.

``["1", "00:00:00,000 --> 00:00:07,000"]`` -> ``srt``; ``["Tower, Speedbird 12"]`` -> ``txt``.
"""

from __future__ import annotations

from callsigns.formats.columns import TEXT_COLUMNS, header_fields
from callsigns.formats.registry import INPUTS
from callsigns.formats.source import Source
from callsigns.grammar.expressions import searchable

__all__ = ["detect"]

_CUE = searchable(r"\s*[\d:.,]+\s*-->")
_STM = searchable(r"\S+\s+\S+\s+\S+\s+\d+(?:\.\d+)?\s+\d+(?:\.\d+)?\s+(?:<[^>]*>|\S)")
_CTM = searchable(r"\S+\s+[A-Za-z0-9]\s+\d+(?:\.\d+)?\s+\d+\.\d+\s+\S+(?:\s+(?:[01]?\.\d+|[01]|NA))?\s*$")
_WHOLE = ('"segments"', '"transcription"', '"chunks"')


def detect(source: Source) -> str:
    """The name of the format of ``source``; what nothing tells apart is plain text."""
    suffix = _by_suffix(source.name)
    found = _by_content(source, suffix)
    return found or suffix or "txt"


def _by_suffix(name: str) -> str | None:
    lowered = name.lower().removesuffix(".gz")
    for format_name, form in INPUTS.items():
        if lowered.endswith(form.suffixes):
            return format_name
    return None


def _by_content(source: Source, suffix: str | None) -> str | None:
    first = next(iter(source.peek(1)), "").strip()
    if first.startswith("WEBVTT"):
        return "vtt"
    if first.startswith(("<?xml", "<data", "<segment")):
        return "atco2"
    if first.startswith(("{", "[{")) or first in ("[", "[]"):
        return _json(source, first, suffix)
    if _CUE.match(first) or (first.isdigit() and _second_is_cue(source)):
        return "srt"
    if suffix in ("txt", "stm", "ctm", "csv"):
        return suffix
    return _table(first)


def _json(source: Source, first: str, suffix: str | None) -> str:
    if suffix == "jsonl":
        return "jsonl"
    whole = not first.startswith("{") or not first.endswith("}") or any(key in first for key in _WHOLE)
    # A second line is asked for only where the suffix says one document: a stream may not have it yet.
    alone = suffix == "whisper" and not "".join(source.peek(2)[1:]).strip()
    return "whisper" if whole or alone else "jsonl"


def _second_is_cue(source: Source) -> bool:
    return any(_CUE.match(line) for line in source.peek(2)[1:])


def _table(first: str) -> str | None:
    if first.startswith(";;") or _STM.match(first):
        return "stm"
    if _CTM.match(first):
        return "ctm"
    fields = header_fields(first)
    return "csv" if len(fields) > 1 and any(field.lower() in TEXT_COLUMNS for field in fields) else None
