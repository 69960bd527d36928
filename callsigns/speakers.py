"""The role that a speaker's label gives away: ``"Praha Radar"`` -> ``controller``, ``"PILOT 2"`` -> ``pilot``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from callsigns.grammar.expressions import searchable

__all__ = ["before_colon", "column", "is_column", "is_label", "role_of"]

_WORD = searchable(r"[^\W\d_]+(?:/[^\W\d_]+)?")
# One letter or "speaker" with a number: labels of diarization and of interviews, which say nothing about the role.
_ANONYMOUS = r"(?:[A-Z]\d?|speaker[ _-]?\w{1,3}|spk[ _-]?\w{1,3})"
# Before a colon in front of a text; longer names of stations are not known.
_BEFORE_COLON = searchable(r"\s*([^\W\d_][^:\n]{0,39}?)\s*:\s+(?=\S)")
# The same without a colon, as accident reports print it; nothing that is said begins so.
_COLUMN = searchable(r"\s*((?:[A-Z]{2,4})-[1-9?M])[:.]?\s+(?=\S)")
# Behind a time also a unit alone, "0532:17 APP climb ...".
_COLUMN_OF_UNIT = searchable(r"\s*([A-Z]{3,4})\s+(?=\S)")
# Behind a word that manuals print before an example, "EXAMPLE- ...".
_PRINTED = searchable(r"\s*([A-Z]{3,12}) ?[-–—]\s+(?=\S)")
# "[ATC] ...", "(Pilot) ..."
_BRACKETED = searchable(r"\s*[(\[]([^\W\d_]{3,12})[)\]]:?\s+(?=\S)")
_BRACKETS = frozenset("([")
_NUMBERED = r"([^\W\d_]+(?:/[^\W\d_]+)?)[ _-]?(?:\d{1,2}|[A-Z])?"


def _table() -> Mapping[str, Any]:
    from callsigns.grammar import shipped_table

    return shipped_table("speakers.toml")


@cache
def _roles() -> dict[str, str]:
    return {word: role for role, entry in _table().items() for word in entry["words"]}


@cache
def _any_case() -> frozenset[str]:
    return frozenset(word for entry in _table().values() for word in entry["labels"])


@cache
def _unspoken() -> frozenset[str]:
    return frozenset(word for entry in _table().values() for word in entry["unspoken"])


@cache
def _printed() -> frozenset[str]:
    return frozenset(word for entry in _table().values() for word in entry["printed"])


@lru_cache(maxsize=1024)
def role_of(speaker: str | None) -> str | None:
    """``pilot``, ``controller`` or ``None``, by the last known word of the label (``grammars/speakers.toml``)."""
    if speaker is None:
        return None
    roles = _roles()
    return next((roles[word] for word in reversed(_WORD.findall(speaker.lower())) if word in roles), None)


@lru_cache(maxsize=1024)
def is_label(text: str) -> bool:
    """Whether the words before a colon are a speaker's label for sure, and no call sign, facility or remark.

    >>> [is_label(text) for text in ("TWR", "Pilot 2", "SPEAKER_00", "Speedbird 12", "Clearance", "Wind")]
    [True, True, True, False, False, False]
    """
    if re.fullmatch(_ANONYMOUS, text, re.IGNORECASE):
        return True
    if text.isupper() and text.lower() in _printed():
        return True
    found = re.fullmatch(_NUMBERED, text, re.IGNORECASE)
    if found is None:
        return False
    word = found[1].lower()
    return word in _any_case() or (text.isupper() and (word in _roles() or is_column(text)))


def is_column(text: str) -> bool:
    """Whether capitals behind a time name a speaker without a colon: nobody says them on the radio.

    >>> [is_column(text) for text in ("RDO-2", "TWR", "HOT-1", "TOWER", "HOT")]
    [True, True, True, False, False]
    """
    return not {text.lower(), text.lower().partition("-")[0]}.isdisjoint(_unspoken())


def before_colon(text: str) -> re.Match[str] | None:
    """What may be a speaker's label in front of a text, as group 1; its end is where the rest begins."""
    return _BEFORE_COLON.match(text) if ":" in text else None


def column(text: str, *, timed: bool = False) -> re.Match[str] | None:
    """What tells the speaker in front of a text without a colon, as group 1: a numbered microphone, "RDO-2 ready for
    departure", a label in brackets, a word that manuals print before examples; ``timed``: or a unit, behind a time."""
    found = _COLUMN.match(text) if "-" in text[2:6] else None
    if timed and found is None and not text.isupper():
        found = _COLUMN_OF_UNIT.match(text)
    if found and is_column(found[1]):
        return found
    bracketed = _BRACKETED.match(text) if text[:1] in _BRACKETS else None
    if bracketed:
        return bracketed if is_label(bracketed[1]) else None
    printed = _PRINTED.match(text) if text[:3].isupper() else None
    return printed if printed and printed[1].lower() in _printed() else None
