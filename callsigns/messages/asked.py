"""What is asked with the words of a statement, and told by its mark, or by a word behind it.

>>> # you have enough fuel ?     ->  one query/fuel, no information
>>> # we're cleared to land ?    ->  one query/landing
>>> # direct VOZIC, | confirm      ->  one query/route
>>> # delta 12, heading 270 ?    ->  as it was: recognizers hear a question in the tone of any readback
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from callsigns.forms.compiled import Compiled
from callsigns.line import Line
from callsigns.messages.said import Said

__all__ = ["ASKED_BEHIND", "MARK", "Asked"]

MARK: Final = "?"
ASKED_BEHIND: Final = "query.behind"
_QUERY, _REQUEST = "query", "request"
_STATED: Final = frozenset(("information", "report", "instruction", "clearance", _REQUEST))
_REPEATED: Final = frozenset(("readback", "expectation"))
_REST: Final = 8  # words of the sentence behind the message: a call sign, and politeness


class Asked:
    """Tells them, for one grammar."""

    def __init__(self, compiled: Compiled) -> None:
        self._subjects = compiled.lexicon.listed("clausal", "spoken_to")
        self._callsign = compiled.lexicon.entity["callsign"]
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

    def behind(self, line: Line, said: Sequence[Said]) -> list[Said]:
        """The messages; what a word right behind them asks about is a query."""
        out: list[Said] = []
        for message in said:
            if message.entry == ASKED_BEHIND and out and self._is_stated(line, out[-1], message):
                out[-1] = out[-1].performing(_QUERY)
            else:
                out.append(message)
        return out

    def _is_stated(self, line: Line, before: Said, message: Said) -> bool:
        """It has a topic, and nothing stands between, or a call sign."""
        start = line.name_end(before.end) if line.chars[before.end] == self._callsign else before.end
        stated = before.act in _STATED or before.act in _REPEATED
        return stated and before.topic is not None and not any(line.words[start : message.start])
