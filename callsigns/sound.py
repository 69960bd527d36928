"""How alike two names sound: spelling and a sound key, compared by their longest common subsequence.

>>> sound_key("southwest"), sound_key("sow west"), sound_key("brickyard"), sound_key("pick your")
('satwast', 'sawast', 'prakart', 'pakar')
>>> round(likeness("sow west", Sound("southwest")), 2), round(likeness("delta", Sound("southwest")), 2)
(0.84, 0.39)

The key puts consonants that are mistaken for one another over the radio into one class (b p, d t, f v, s z, g k, m n)
and every run of vowels into one sign. The subsequence is found bit-parallel: some ten operations a letter, no tables,
which is why no compiled library is needed here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

__all__ = ["Sound", "likeness", "one_letter_off", "sound_key"]

# Letters that stand for one sound together, the longest first, and letters that do so before some others.
_TOGETHER: Final = {
    "tch": "x", "sch": "x", "sh": "x", "ch": "x", "ph": "f", "th": "t", "ck": "k", "qu": "k", "x": "ks", "ng": "n",
    "kn": "n", "wr": "r", "gh": "", "ce": "sa", "ci": "sa", "cy": "sa", "ge": "xa", "gi": "xa", "gy": "xa",
}  # fmt: skip
_SIGNS: Final = re.compile("|".join(_TOGETHER))
_CLASSES: Final = str.maketrans("bdvzgcqmjeiouy", "ptfskkknxaaaaa", "'-h")
_DOUBLE: Final = re.compile(r"(.)\1+")


@lru_cache(maxsize=8192)
def _word_key(word: str) -> str:
    return _SIGNS.sub(lambda found: _TOGETHER[found[0]], word).translate(_CLASSES)


def sound_key(name: str) -> str:
    """The sounds of a folded name, one sign each, spaces left out."""
    return _DOUBLE.sub(r"\1", "".join(map(_word_key, name.split(" "))))


def _masks(text: str) -> dict[str, int]:
    masks: dict[str, int] = {}
    for index, char in enumerate(text):
        masks[char] = masks.get(char, 0) | 1 << index
    return masks


def _subsequence(masks: dict[str, int], size: int, other: str) -> int:
    """The length of the longest common subsequence (Hyyrö 2004, bit-parallel)."""
    state = full = (1 << size) - 1
    for char in other:
        if char in masks:
            found = state & masks[char]
            state = (state + found) | (state - found)
    return size - (state & full).bit_count()


def _common(masks: dict[str, int], size: int, other: str) -> float:
    """Twice the longest common subsequence by the sum of the lengths."""
    return 2 * _subsequence(masks, size, other) / (size + len(other)) if size and other else 0.0


def one_letter_off(heard: str, word: str) -> bool:
    """Whether one letter is left out, put in, changed or moved: "thouasand", "maintai", "conatact"."""
    longer = max(len(heard), len(word))
    return longer - min(len(heard), len(word)) < 2 and _subsequence(_masks(word), len(word), heard) >= longer - 1


class Sound:
    """A name made ready for comparisons; immutable."""

    __slots__ = ("_key", "_key_masks", "_plain", "_plain_masks", "name")

    def __init__(self, name: str) -> None:
        self.name = name
        self._plain = name.replace(" ", "")
        self._key = sound_key(name)
        self._plain_masks, self._key_masks = _masks(self._plain), _masks(self._key)

    def like(self, phrases: Iterable[tuple[str, str]]) -> float:
        """How alike, from 0 to 1, the nearest of some phrases (without spaces, and its sound key) is to this name."""
        best, size, key_size = 0.0, len(self._plain), len(self._key)
        for plain, key in phrases:
            length = len(plain)
            if (size if size < length else length) * 2 <= best * (size + length):
                continue  # too short or too long to come nearer
            sounded = _common(self._key_masks, key_size, key)
            if sounded + 1 > 2 * best:
                best = max(best, (sounded + _common(self._plain_masks, size, plain)) / 2)
        return best


@lru_cache(maxsize=8192)
def sound_of(name: str) -> Sound:
    """The one ``Sound`` of a name; the bound is more than the table of telephonies holds."""
    return Sound(name)


def likeness(heard: str, name: Sound) -> float:
    """How alike, from 0 to 1, some words sound to a name."""
    return name.like([(heard.replace(" ", ""), sound_key(heard))])
