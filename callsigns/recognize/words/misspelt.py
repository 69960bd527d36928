"""Words of the trade with one wrong letter or as they sound, a first word cut in front, and a last one at its end.

>>> # "decsend to flight level nine zero"      ->  descend ...
>>> # "kontakt tower"                          ->  contact ...
>>> # "scending flight level nine zero"        ->  descending ...
>>> # "vel one six zero"                       ->  level ...
>>> # "good evening radar conta"               ->  ... contact
>>> # "descending", of a word list "descend"   ->  as it stands: an ending is no fault

Which words are known so stands in the grammar (``misspelt``, ``cut_in_front``,
``cut_at_end``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from callsigns.forms.compiled import Compiled
from callsigns.line import Line
from callsigns.once import once
from callsigns.phones import phones
from callsigns.sound import one_letter_off
from callsigns.tokens import Memory

__all__ = ["MisspeltReader"]

_LEAST_MISSPELT: Final = 6  # letters of a word of which one may be wrong: names of points have five
_LEAST: Final = 3  # letters of a word that is cut off, to tell what it was


class MisspeltReader:
    """Puts such words right, for one grammar."""

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self._lexicon = lexicon = compiled.lexicon
        self._unknown = lexicon.words.shapes["unknown"]
        # The classes that such a word can have.
        self.within = {self._unknown, *lexicon.members("cut_in", "cut_off")}
        words = compiled.words
        self._never = frozenset(words.get("no_misspelling", ()))
        self._known: dict[str, list[str]] = {}
        for word in words.get("misspelt", ()):
            self._known.setdefault(word[0], []).append(word)
        self._right = Memory(self._right_word).__getitem__

    def is_one(self, word: str) -> bool:
        """Whether the word, of a class that is ``within``, can be put right."""
        return word in self._whole_word or word in self._begun_word or self._right(word) is not None

    def put_right(self, line: Line) -> None:
        """Give misspelt words of the trade their letters, and the first word its beginning or the last its end, where
        the recording lacks it: "scending flight level nine zero", "radar conta"."""
        if self.within.isdisjoint(line.chars):
            return
        words, last = line.words.copy(), len(line.words) - 1
        for at, char in enumerate(line.chars):
            if char in self.within and 0 < at == last and words[at] in self._begun_word:
                words[at] = self._begun_word[words[at]]
            elif char == self._unknown or (char in self.within and at < last):  # the last word may be cut off
                whole = None if at else self._whole_word.get(words[at])
                words[at] = whole or self._right(words[at]) or words[at]
        if words != line.words:
            line.words = words
            line.become(self._lexicon.read(words, line.commas)[0])

    def _right_word(self, word: str) -> str | None:
        """The word of the trade that sounds as an unknown one, or differs by one letter that is no ending."""
        if len(word) < _LEAST_MISSPELT or word in self._never:
            return None
        right = [known for known in self._known.get(word[0], ()) if one_letter_off(word, known)]
        if len(right) == 1:
            return right[0] if not word.startswith(right[0]) else self._by_sound.get(phones(word))
        return None if right else self._by_sound.get(phones(word))

    @once
    def _by_sound(self) -> dict[str, str]:
        return {phones(word): word for words in self._known.values() for word in words}

    @once
    def _whole_word(self) -> dict[str, str]:
        """Ends of words that begin an order or a readback, more than half of each: "vel one six zero" is a level."""
        longer = {word: range(1, (len(word) + 1) // 2) for word in self._listed("cut_in_front")}
        return _of_parts({word: [word[at:] for at in starts] for word, starts in longer.items()})

    @once
    def _begun_word(self) -> dict[str, str]:
        """Beginnings of words, more than two thirds of each: "radar conta" is contact, "cont" may be anything."""
        longer = {word: range(len(word) * 2 // 3 + 1, len(word)) for word in self._listed("cut_at_end")}
        return _of_parts({word: [word[:end] for end in ends] for word, ends in longer.items()})

    def _listed(self, name: str) -> Sequence[str]:
        words: Sequence[str] = self._compiled.words.get(name, ())
        return words


def _of_parts(words: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The words by those of their parts that no other one has."""
    found: dict[str, set[str]] = {}
    for word, parts in words.items():
        for part in parts:
            found.setdefault(part, set()).add(word)
    return {part: word for part, (word, *others) in found.items() if len(part) >= _LEAST and not others}
