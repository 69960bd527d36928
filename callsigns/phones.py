"""How alike two names are as they are spoken: their sounds side by side, each mistake at its own price.

>>> phones("southwest"), phones("sow west"), phones("cafe")
('suTwest', 'suwest', 'kaf')
>>> round(Phones("southwest").like(phones("sow west")), 2), round(Phones("delta").like(phones("sow west")), 2)
(0.81, 0.12)

``sound`` asks how much of one name is found again in the other, which is quick and finds what may be meant. This
here tells which of the few it is: a vowel for another costs little, a sound for one that is made at another place of
the mouth costs much (the classes of sounds are those of the chart of the International Phonetic Association).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final

__all__ = ["Phones", "phones", "phones_of"]

# Letters that stand for one sound together; capitals: S of "ship", C of "chip", J of "jet", T of "thin".
_TOGETHER: Final = {
    "tch": "C", "sch": "S", "sh": "S", "ch": "C", "ph": "f", "th": "T", "ck": "k", "qu": "kw", "x": "ks", "kn": "n",
    "wr": "r", "eigh": "e", "igh": "a", "augh": "o", "gh": "", "ce": "se", "ci": "si", "cy": "si", "ge": "Je",
    "gi": "Ji", "gy": "Ji", "j": "J", "q": "k", "tion": "San", "ee": "i", "ea": "i", "oo": "u", "ou": "u", "ow": "u",
    "ai": "e", "ay": "e", "ey": "e", "au": "o", "aw": "o", "ie": "i", "ei": "e", "oa": "o", "ue": "u", "ew": "u",
    "ya": "ia", "yo": "io", "c": "k", "y": "i", "'": "",
}  # fmt: skip
_SIGNS: Final = re.compile("|".join(sorted(_TOGETHER, key=len, reverse=True)))
_DOUBLE: Final = re.compile(r"(.)\1+")
_SOUNDS: Final = "aeioubdfghklmnprstvwzCSTJ"
_VOWELS: Final = frozenset("aeiou")
_WEAK: Final = 0.45  # a vowel too much or not heard
_GLIDE: Final = 0.5
_LIQUID: Final = 0.7
_FIRM: Final = 0.85  # any other consonant
_LOST: Final = dict.fromkeys("aeiou", _WEAK) | dict.fromkeys("hwr", _GLIDE) | dict.fromkeys("nl", _LIQUID)
_VOWEL: Final = 0.3
_UNLIKE: Final = 0.9
_NOTHING: Final = 1.0  # a vowel for a consonant
_LETTERS_OF_NO_MUTE: Final = 3  # an E at the end of a longer word is silent
# Sounds that are taken for one another, by price: those that differ in voice alone, in manner alone, in place alone.
_TAKEN: Final = {
    0.1: "sz", 0.15: "pb td kg fv CJ ao ei ou ae", 0.25: "SC sS mn Tf Tt Td", 0.3: "SJ Ts bv zJ zS wu wo",
    0.35: "lr rw dJ", 0.4: "pt pk tk bd dg pf sf tC sC", 0.5: "ln lw ts dn mb", 0.6: "hk", 0.7: "ra re ri ro ru",
}  # fmt: skip


@cache
def _prices() -> Mapping[str, Mapping[str, float]]:
    """What each sound costs where another was meant."""
    table = {a: {b: _NOTHING if (a in _VOWELS) != (b in _VOWELS) else _UNLIKE for b in _SOUNDS} for a in _SOUNDS}
    for a in _VOWELS:
        table[a] |= dict.fromkeys(_VOWELS, _VOWEL)
    for price, pairs in _TAKEN.items():
        for one, other in map(tuple, pairs.split()):
            table[one][other] = table[other][one] = price
    for a in _SOUNDS:
        table[a][a] = 0.0
    return MappingProxyType(table)


def phones(name: str) -> str:
    """The sounds of a folded name, one sign each; figures and foreign letters are left out."""
    return _DOUBLE.sub(r"\1", "".join(map(_of_word, name.split(" "))))


@lru_cache(maxsize=4096)
def _of_word(word: str) -> str:
    sounds = _SIGNS.sub(lambda found: _TOGETHER[found[0]], word)
    if len(sounds) > _LETTERS_OF_NO_MUTE and word.endswith("e") and sounds.endswith("e"):
        sounds = sounds[:-1]
    return "".join(c for c in sounds if c in _SOUNDS)


def _weight(sounds: str) -> float:
    return sum(_LOST.get(sound, _FIRM) for sound in sounds)


class Phones:
    """A name made ready for comparisons; immutable."""

    __slots__ = ("_lost", "_sounds", "_weight")

    def __init__(self, name: str) -> None:
        self._sounds = phones(name)
        self._lost = tuple([_LOST.get(sound, _FIRM) for sound in self._sounds])
        self._weight = sum(self._lost)

    def like(self, heard: str) -> float:
        """How alike some sounds are to the name: 1 the same, 0 and less nothing alike (Needleman and Wunsch 1970)."""
        weight = (self._weight + _weight(heard)) / 2
        if not weight:
            return 0.0
        row, prices = [0.0], _prices()
        for lost in self._lost:
            row.append(row[-1] + lost)
        for sound in heard:
            extra, price_of = _LOST.get(sound, _FIRM), prices[sound]
            diagonal, left = row[0], row[0] + extra
            new = [left]
            for above, meant, lost in zip(row[1:], self._sounds, self._lost, strict=True):
                left += lost
                if diagonal + price_of[meant] < left:
                    left = diagonal + price_of[meant]
                if above + extra < left:
                    left = above + extra
                diagonal = above
                new.append(left)
            row = new
        return 1 - row[-1] / weight


@lru_cache(maxsize=2048)
def phones_of(name: str) -> Phones:
    """The one ``Phones`` of a name; more than a few hundred are hardly ever compared."""
    return Phones(name)
