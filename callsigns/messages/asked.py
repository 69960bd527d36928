"""What is asked with the words of a statement, and told by its mark alone.

>>> # you have enough fuel ?     ->  one query/fuel, no information
>>> # we're cleared to land ?    ->  one query/landing
>>> # delta 12, heading 270 ?    ->  as it was: recognizers hear a question in the tone of any readback
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from callsigns.forms.compiled import Compiled
from callsigns.line import Line
from callsigns.messages.said import Said

__all__ = ["MARK", "Asked"]

MARK: Final = "?"
_QUERY, _REQUEST = "query", "request"
_STATED: Final = frozenset(("information", "report", "instruction", "clearance", _REQUEST))
_REST: Final = 8  # words of the sentence behind the message: a call sign, and politeness


class Asked:
    """Tells them, for one grammar."""

    def __init__(self, compiled: Compiled) -> None:
        self._subjects = compiled.lexicon.listed("clausal", "spoken_to")
        self._spoken_to = compiled.lexicon.listed("spoken_to")

    def settle(self, line: Line, said: Sequence[Said]) -> list[Said]:
        """The messages; statements that a question mark ends are queries."""
        return [message.performing(_QUERY) if self._is_asked(line, message) else message for message in said]

    def _is_asked(self, line: Line, message: Said) -> bool:
        """It has a subject, as no order has; what one wishes oneself stays a wish ("we'd like lower?")."""
        subjects = self._spoken_to if message.act == _REQUEST else self._subjects
        if message.act not in _STATED or subjects.isdisjoint(line.chars[max(0, message.start - 1) : message.start + 1]):
            return False
        words, end = line.words, message.end
        while end < len(words) and words[end] and end < message.end + _REST:
            end += 1
        behind = line.ends[end - 1]
        return MARK in line.text[behind : behind + 2]
