"""The last letters of an identification, where they are written as words of their own.

>>> # Lufthansa 5 | YV           ->  YV
>>> # Cessna 345 | HE            ->  HE, though a word elsewhere
>>> # csa eight | na slysenou    ->  none
>>> # Swiss 12, | I have ...     ->  none
"""

from __future__ import annotations

import re
from typing import Final

from callsigns.forms.compiled import Compiled
from callsigns.grammar.expressions import searchable
from callsigns.lexicon import CONTINUED
from callsigns.line import Line

__all__ = ["LettersApart"]

_TWO: Final = 2  # letters at the end of a flight number
_UNSPEAKABLE: Final = searchable(r"(?!ST|ND|RD|TH)[B-DF-HJ-NP-TV-XZ]{2}", re.IGNORECASE)  # no short word


class LettersApart:
    """Reads them, for one grammar."""

    def __init__(self, compiled: Compiled) -> None:
        listed = compiled.lexicon.listed
        self._unknown = listed("unknown")
        self._last = self._unknown | listed("letter", "single", "article")
        self._counting = listed("glued_unit", "dangling", "opening", "filler")
        self._word = compiled.lexicon.words

    def read(self, line: Line, at: int, most: int, *, any_word: bool) -> str:
        """One or two letters, as one word or as two, from word ``at`` on; of ``any_word``: "Cessna 5 HE"."""
        shown = ""
        while at < len(line.words) and at not in line.commas and len(shown) < most:
            word, char = line.said(at, at + 1), self._word[line.words[at]]
            mute = _UNSPEAKABLE.fullmatch(word) is not None
            counts = char in self._counting if any_word and len(word) == _TWO else char not in self._last
            unknown = line.chars[at] in self._unknown or (any_word and mute and not counts)
            small = line.one_case and unknown and len(word) == _TWO and (mute or not line.words[at - 1].isalpha())
            large = not line.one_case and word.isupper() and not counts
            if not (small or large) or at in line.found or (shown and len(word) > 1):
                break  # "csa eight na slysenou", "Swiss 12, I have the field", "united one G-ABCD"
            if line.classes[at + 1 : at + 2] == CONTINUED:
                break  # "N449 X-ray Delta"
            shown, at = shown + word.upper(), at + 1
        return shown
