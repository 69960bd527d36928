"""A good bye in which the recording ends: "descend flight level nine zero csa one two hezky d".

>>> # ... csa one two hezky d         -> hezky den: it is clear what was meant
>>> # ... csa one two hez             -> left out: any of several evenings and days
>>> # ... csa one two three si        stays as it is: six, or sierra
>>> # ... Ryanair 50 SV               stays as it is: letters

What crews say behind their call sign tells that they speak, and so must what is left of it.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from callsigns.forms.compiled import Compiled
from callsigns.line import Line
from callsigns.numbers import symbols
from callsigns.once import once

__all__ = ["GoodbyeReader", "beginnings"]

_KINDS: Final = ("farewell", "courtesy", "greeting")
_MOST: Final = 4  # words: "have a good day"


class GoodbyeReader:
    """Finds them for one grammar."""

    def __init__(self, compiled: Compiled) -> None:
        self._lexicon = lexicon = compiled.lexicon
        section = compiled.words
        self._said = frozenset(phrase for kind in _KINDS for phrase in section.get(kind, ()))
        self._signs = (*symbols(), *compiled.letters)
        self._whole = lexicon.listed("ordinary", "digit", "teen", "tens", "letter", *_KINDS)
        self._of_name = lexicon.listed("digit", "teen", "tens", "letter", "figure2", "figure3")
        said = {word for phrase in self._said for word in phrase.split()}
        self.ends = frozenset(word[:at] for word in said for at in range(1, len(word) + 1))  # what may be left of one

    @once
    def _begun(self) -> dict[tuple[str, ...], tuple[str, ...]]:
        return beginnings(self._said)

    def read(self, line: Line) -> range:
        """The last words that are to be left out, of a line that ends so; others are made whole."""
        words = line.words
        last = line.text[line.starts[-1] : line.ends[-1]]
        if last.isupper() and not line.shouted and words[-2:-1] and words[-2].isdecimal():
            return range(0)  # "Ryanair 50 SV"
        if any(" ".join(words[-size:]) in self._said for size in range(1, _MOST + 1)):
            return range(0)
        for size in (2, 1):
            meant = self._begun.get(tuple(words[-size:]))
            if meant is None or len(words) <= size or line.chars[-size - 1] not in self._of_name:
                continue
            whole = line.chars[-1] in self._whole or self._lexicon.is_literal(words[-1])
            if size == 1 and (whole or self._is_sign(words[-1])):
                continue
            if not meant:
                return range(len(words) - size, len(words))
            line.words = [*words[:-size], *meant]
            line.become(self._lexicon.read(line.words, line.commas)[0])
            break
        return range(0)

    def _is_sign(self, begun: str) -> bool:
        """Whether a word for a figure or a letter may begin so."""
        return any(word.startswith(begun) for word in self._signs)


def beginnings(phrases: Collection[str]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """What is left of ``phrases``, of two letters at least, and what was meant, if it has as many words.

    >>> beginnings(["hezky den"])[("hezky", "d")], beginnings(["hezky den"])[("hez",)]
    (('hezky', 'den'), ())
    """
    whole = {tuple(phrase.split()) for phrase in phrases}
    begun: dict[tuple[str, ...], tuple[str, ...]] = {}
    for words in sorted(whole):
        for place, word in enumerate(words):
            meant = words if place == len(words) - 1 else ()
            left = [(*words[:place], word[:at]) for at in range(1 if place else 2, len(word) + 1)]
            begun.update((one, meant or begun.get(one, ())) for one in left)
    return {words: meant for words, meant in begun.items() if words not in whole}
