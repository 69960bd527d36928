"""Headings and glossaries of manuals, which nobody says on the radio: "3-9-10. TAKEOFF CLEARANCE".

>>> [is_heading(text) for text in ("3-9-10. TAKEOFF CLEARANCE", "4-2-4 Aircraft Call Signs", "4-2-4 turn left")]
[True, True, False]

A number with two points or more, and no other figure; or one with hyphens, as recognizers write call signs too, and
a title behind it: a full stop and capitals, or several words with a capital each but for the small ones. A term of a
glossary stands in capitals, a hyphen right behind it, and its meaning in small letters (FAA Pilot/Controller Glossary).
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["defined", "is_heading"]

_BETWEEN: Final = r"(?:[-/–]|,? [-–—] |,? )"
_TITLED: Final = r"(?:[A-Z][a-z'’]+|[A-Z]{1,4}|[a-z]{1,4})"  # "Use of ACAS"
_HEADING: Final = re.compile(
    r"[0-9]{1,2}(?:\.[0-9]{1,2}){2,5}[.:]?\s+[^\W\d][^\d()\[\]]{2,90}"
    rf"|[1-9][0-9]?(?:-[1-9][0-9]{{0,2}}){{2,3}}(?:\.\s+[A-Z]{{3,}}(?:{_BETWEEN}[A-Z]+){{0,12}}"
    rf"|[.:]?\s+[A-Z][a-z]+(?:{_BETWEEN}{_TITLED}){{0,10}}{_BETWEEN}(?:[A-Z][a-z]+|[A-Z]{{2,4}}))\s*"
)
_BLANK: Final = re.compile(r"[(\[][^)\]]*[)\]]")  # small letters in a blank are those of no meaning: "CROSS (fix)"
_DEFINITION: Final = re.compile(r"([A-Z][A-Z /]{1,40}[A-Z])[-–—]\s+(?=\D*[a-z]{2})[A-Z]\D*")


def defined(text: str) -> str:
    """The term of a glossary, if the text is one and what it means."""
    found = _DEFINITION.fullmatch(_BLANK.sub("", text)) if text[1:2].isupper() else None
    return found[1] if found is not None else ""


def is_heading(text: str) -> bool:
    """Whether the text is the numbered heading of a paragraph and nothing else."""
    return text[:1].isdecimal() and _HEADING.fullmatch(text) is not None
