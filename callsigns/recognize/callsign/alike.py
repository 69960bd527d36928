"""Which operator's telephony some words sound like, if there is exactly one.

>>> from callsigns.grammar.tables import telephony
>>> names = Alike(telephony())
>>> [names.nearest(words).designator for words in ("air friends", "lift answer", "same country")]
['AFR', 'DLH', 'SCX']
>>> names.nearest("tall").score < 0.6
True

Only the operators of ``misheard.toml`` count, and the names of some that are gone. Which of their names may be meant
is asked in two ways that do not depend on how many there are: for the busy ones it is counted, for all in one go on
the bits of integers, how many pairs of sounds they share with the words; the others are found by their consonants. The
few that come nearest are compared sound by sound.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from operator import itemgetter
from typing import Final, NamedTuple

from callsigns.grammar import shipped_table
from callsigns.grammar.tables import Telephony
from callsigns.once import once
from callsigns.phones import phones, phones_of
from callsigns.sound import sound_key, sound_of

__all__ = ["Alike", "Nearest", "busy_operators"]

_LOOKED_AT: Final = 10  # names that share most parts with the words: no fewer
_PLANES: Final = 5  # binary digits of how many parts two names share
_COMPARED: Final = 5  # those of them that are compared sound by sound
_LEAST: Final = 0.56  # less alike, and no comparison of sounds makes it enough
_FARTHER: Final = 0.2  # by so much less alike than the likeliest
_SHORTEST: Final = 4  # letters of a name that can be told by its sound
_CONSONANTS: Final = 3  # fewer are no evidence
_SELDOM: Final = 0.14  # how much less alike the name of somebody counts who does not fly much
_JOINED: Final = (0.8, 0.14)  # score and lead of a name that is merely written as one word, by whomever it is held
_SPELLED: Final = (0.9, 0.2)  # the same of a name of letters that are written as words
_LETTERS: Final = 3  # letters of such a name
_COMMON: Final = 0.2  # how much alike names are by the last word that they share with many others
_HOME: Final = 0.05  # how much more alike the name of an American counts before a number in group form
_VOWEL: Final = "a"  # the sign of a sound key for any vowel
_AMERICAN: Final = "United States"
_MOST_KEPT: Final = 4096


class Nearest(NamedTuple):
    """``score`` up to 1, and by how much it exceeds that of every other operator; ``name``: the one that sounds so."""

    designator: str
    score: float
    lead: float
    name: str = ""


_NONE: Final = Nearest("", 0.0, 0.0)


class _Name(NamedTuple):
    designator: str
    spoken: str
    key: str  # its sounds
    less: float
    american: bool = False


class Alike:
    """The names of operators that fly much, by their sound; immutable but for what it remembers."""

    def __init__(self, telephony: Telephony) -> None:
        self._telephony = telephony
        self._known = lru_cache(_MOST_KEPT)(self._compare)

    def nearest(self, phrase: str, *, grouped: bool = False) -> Nearest:
        """The operator whose name is nearest to ``phrase``.

        ``grouped``: the number behind is said in group form, as the FAA has it and ICAO has not (JO 7110.65 2-4-20).
        """
        return self._known(phrase, grouped)

    def _compare(self, phrase: str, grouped: bool) -> Nearest:
        if heard := self._heard.get(phrase):
            return Nearest(heard, 1.0, 1.0)
        if joined := self._joined.get(phrase.replace(" ", "")):
            return Nearest(joined, *_JOINED)
        if spelled := self._spelled(phrase):
            return Nearest(spelled, *_SPELLED)
        return self._find(phrase, grouped)

    def _spelled(self, phrase: str) -> str | None:
        """Whose telephony is letters that were written as words: "see as a", "you p s"."""
        words = phrase.split(" ")
        if len(words) < _LETTERS or not self._letters.keys() >= {*words}:
            return None
        row = self._telephony.named(" ".join(map(self._letters.__getitem__, words)))
        return row.designator if row is not None and row.caution != "high" and row.status != "historic" else None

    def _find(self, phrase: str, grouped: bool) -> Nearest:
        plain, key = phrase.replace(" ", ""), sound_key(phrase)
        heard = [(plain, key)]
        near = [(sound_of(name.spoken).like(heard), index, name) for index, name in enumerate(self._may_be(plain, key))]
        near.sort(reverse=True)
        if not near or near[0][0] < _LEAST:
            return _NONE
        least, sounds = near[0][0] - _FARTHER, phones(phrase)
        ranked: list[tuple[float, _Name]] = []
        for rank, (alike, _, name) in enumerate(near):
            compared = rank < _COMPARED and alike >= least
            score = (alike + phones_of(name.spoken).like(sounds)) / 2 if compared else alike - _FARTHER
            ranked.append((score + (_HOME if grouped and name.american else -name.less), name))
        first, best = max(ranked, key=itemgetter(0))
        second = max((score for score, name in ranked if name.designator != best.designator), default=0.0)
        first = min(first, self._own_part(phrase, best.spoken))
        return Nearest(best.designator, first, first - second, best.spoken)

    def _own_part(self, phrase: str, name: str) -> float:
        """The most that a name counts whose last word many others share: "austin express" is no Sun Express."""
        for ending in self._endings:
            if phrase.endswith(f" {ending}") and name.endswith(ending):
                own = phones_of(name.removesuffix(ending).rstrip())
                return own.like(phones(phrase.removesuffix(ending).rstrip())) + _COMMON
        return 1.0

    def _may_be(self, plain: str, key: str) -> list[_Name]:
        """Busy operators that share the most sounds with the words, and the others that have their consonants."""
        busy, seldom = self._names
        planes = [0] * _PLANES
        for part in _parts(plain, key):
            carry = self._with_part.get(part, 0)
            for index, plane in enumerate(planes):
                if not carry:
                    break
                planes[index], carry = plane ^ carry, plane & carry
        found = [busy[index] for index in _numbered(_most(planes))]
        return found + seldom.get(key.replace(_VOWEL, ""), [])

    @once
    def _heard(self) -> dict[str, str]:
        return dict(shipped_table("misheard.toml")["heard"])

    @once
    def _letters(self) -> dict[str, str]:
        """Word -> the letter of whose name it may be."""
        letters = shipped_table("misheard.toml")["letters"].items()
        return {word: letter.lower() for letter, words in letters for word in words}

    @once
    def _endings(self) -> list[str]:
        endings: list[str] = shipped_table("misheard.toml")["operators"]["endings"].split()
        return endings

    @once
    def _joined(self) -> dict[str, str]:
        """The name of two words of somebody who does not fly much, written as one: "operajet"."""
        names = [(name.replace(" ", ""), designator) for name, designator, _ in self._telephony.flown() if " " in name]
        much = self._busy | self._scheduled | {""}
        return {plain: designator for plain, designator in names if designator not in much and len(plain) > _SHORTEST}

    @once
    def _busy(self) -> frozenset[str]:
        return busy_operators()

    @once
    def _scheduled(self) -> frozenset[str]:
        return frozenset(shipped_table("misheard.toml")["operators"]["scheduled"].split())

    @once
    def _past(self) -> frozenset[str]:
        return frozenset(shipped_table("misheard.toml")["operators"]["past"])

    @once
    def _names(self) -> tuple[list[_Name], dict[str, list[_Name]]]:
        """The names of busy operators, and the others by their consonants."""
        much: list[_Name] = []
        seldom: dict[str, list[_Name]] = {}
        for name, designator, key in self._spoken(self._busy | self._scheduled):
            consonants = key.replace(_VOWEL, "")
            if designator in self._busy or name in self._past:
                row = self._telephony.named(name)
                much.append(_Name(designator, name, key, 0.0, row is not None and row.country == _AMERICAN))
            elif len(consonants) >= _CONSONANTS:
                seldom.setdefault(consonants, []).append(_Name(designator, name, key, _SELDOM))
        return much, seldom

    @once
    def _with_part(self) -> dict[str, int]:
        """Part of a name -> the busy names that have it, a bit each."""
        with_part: dict[str, int] = {}
        for index, name in enumerate(self._names[0]):
            for part in _parts(name.spoken, name.key):
                with_part[part] = with_part.get(part, 0) | 1 << index
        return with_part

    def _spoken(self, wanted: frozenset[str]) -> Iterator[tuple[str, str, str]]:
        """Each name once, however it is spelled, with its designator and its sounds."""
        seen: set[tuple[str, str]] = set()
        for name, designator, known in self._telephony.flown():
            told = name in self._past or (known and designator in wanted)
            if not told or len(name.replace(" ", "")) < _SHORTEST or not name[-1].isalpha():
                continue  # "jet2": nobody hears a figure
            key = sound_key(name)
            if (key, designator) not in seen:
                seen.add((key, designator))
                yield name, designator, key


def _parts(name: str, key: str) -> set[str]:
    """Two sounds that stand next to each other or one apart, and the letters at the edges."""
    parts = {one + other for one, other in pairwise(f"{key}|")}
    parts.update(f"{one}.{other}" for one, other in zip(key, key[2:], strict=False))
    return parts | {f"<{name[:1]}", f"<{key[:1]}", f">{name[-1:]}"}


def _most(planes: list[int]) -> int:
    """The bits that are counted most often in ``planes`` (a number for each bit, one digit a plane): some dozen."""
    low, high = 0, 1 << _PLANES
    while high - low > 1:
        middle = (low + high) // 2
        if _counted(planes, middle).bit_count() >= _LOOKED_AT:
            low = middle
        else:
            high = middle
    return _counted(planes, low) if low else 0


def _counted(planes: list[int], least: int) -> int:
    """The bits that are counted so often at least."""
    more, same = 0, -1
    for place in range(_PLANES - 1, -1, -1):
        if least >> place & 1:
            same &= planes[place]
        else:
            more |= same & planes[place]
            same &= ~planes[place]
    return more | same


def _numbered(bits: int) -> Iterator[int]:
    """The numbers of the bits that are set."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


@cache
def busy_operators() -> frozenset[str]:
    """The designators of those who fly most."""
    return frozenset(shipped_table("misheard.toml")["operators"]["busy"].split())
