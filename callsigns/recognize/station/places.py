"""Names of places in a line, as far as a station can have them: "praha", "new york", "d f w".

>>> # good morning new york center      ahead(2) and behind(4): two words
>>> # praha ruzyne tower                behind(2): one word, ``city``: one more before it

Which names there are, and their location indicators, is data (``tables``); a user's grammar adds its own.
"""

from __future__ import annotations

from functools import partial

from callsigns.forms.compiled import Compiled
from callsigns.grammar.tables import begins_place, ends_place, is_place, ordinary_words, place_indicators
from callsigns.line import Line
from callsigns.tokens import Memory

__all__ = ["MOST_WORDS", "Places"]

MOST_WORDS = 3  # "new york oceanic", "palma de mallorca": no spoken place has more


class Places:
    """Looks for names of places, for one grammar.

    ``begins`` and ``ends``: word -> how many words the longest name may have of which it is the first, or the last.
    ``open``: classes of words that may be a name alone; ``never``: those that stand in no name; ``never_alone``: those
    that stand in longer ones only.
    """

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self._entity = compiled.lexicon.entity["facility"]
        listed = compiled.lexicon.listed
        self._called_so = listed("place_called")
        self.open = listed("unknown", "ordinary") | self._called_so
        self._letter, self._before_letter = listed("letter"), listed("break", "handover")
        self.never = listed("digit", "letter", "teen", "tens", "break")
        self.never_alone = listed("greeting", "opening", "wake", "courtesy", "handover", "farewell", "no_place")
        self.begins = Memory(partial(self._longest, edge=0)).__getitem__
        self.ends = Memory(partial(self._longest, edge=-1)).__getitem__

    def ahead(self, line: Line, at: int) -> int:
        """How many words from ``at`` on are the name of a place, the longest first."""
        words, classes = line.words, line.chars
        most = self.begins(words[at])
        if not most:
            return 0  # most words
        most, longest = min(most, len(words) - at), 0
        while longest < most and classes[at + longest] not in self.never:
            longest += 1
        if not longest or classes[at] == self._entity:
            return 0
        for size in range(longest, 1, -1):
            if self._is_place(" ".join(words[at : at + size])):
                return size
        alone = classes[at] in self.open and classes[at] not in self.never_alone and not line.names_point(at)
        plain = alone and self.is_plain(line, at) and not self._set_apart(line, at)
        return int(alone and not plain and self._is_place(words[at]))

    def is_plain(self, line: Line, at: int) -> bool:
        """Word ``at`` is one of everyday use, and no station is called by it alone."""
        return line.words[at] in ordinary_words() and line.chars[at] not in self._called_so

    def _set_apart(self, line: Line, at: int) -> bool:
        """ "Vista 836, Nice, bonjour": with a capital, between commas."""
        return at in line.commas and at + 1 in line.commas and line.said(at, at + 1).istitle()

    def behind(self, line: Line, end: int) -> int:
        """How many words before ``end`` are the name of a place, the longest first."""
        words, classes = line.words, line.chars
        most, size = min(self.ends(words[end - 1]), end), 0
        while size < most and classes[end - size - 1] not in self.never:
            size += 1
        if most and not size and classes[end - 1] in self._letter and self._is_set_off(line, end - 1):
            size = 1
        while size:
            start = end - size
            if classes[start] != self._entity and self._is_place(" ".join(words[start:end])):
                return size if size > 1 or classes[start] not in self.never_alone else 0
            size -= 1
        return 0

    def _is_set_off(self, line: Line, at: int) -> bool:
        """ "Quebec tower, ...": a word of the alphabet, but nothing is spelled before it."""
        return not at or at in line.commas or line.before(at) in self._before_letter

    def city(self, line: Line, start: int, end: int) -> int:
        """How many words before ``start`` name the city of the airport: "praha | ruzyne tower"."""
        size = self.behind(line, start) if start else 0
        if not size:
            return 0
        city = place_indicators(" ".join(line.words[start - size : start]))
        airport = place_indicators(" ".join(line.words[start:end]))
        return size if any(code and code in city for code in airport) else 0

    def named(self, line: Line, start: int, end: int) -> tuple[str, str | None]:
        """The place as it was said, and its location indicator where it has one alone."""
        place = " ".join(line.words[start:end])
        codes = self._compiled.places.get(place) or place_indicators(place)
        if not codes and end - start > 1:  # "praha ruzyne": the city, and its airport
            return line.said(start, end), self.named(line, start + 1, end)[1]
        return line.said(start, end), codes[0] if len(codes) == 1 and codes[0] else None

    def _is_place(self, name: str) -> bool:
        return is_place(name) or name in self._compiled.places

    def _longest(self, word: str, edge: int) -> int:
        """How many words the longest name may have that has ``word`` at an ``edge`` (0: first, -1: last)."""
        several = ends_place(word) if edge else begins_place(word)
        several = several or any(name.split()[edge] == word for name in self._compiled.places)
        return MOST_WORDS if several else int(self._is_place(word))
