"""Evidence that one aircraft is meant: its name, its figures, its weight class, where it was said.

"al canne twenty four twenty seven" with AAL9427 and BAW617 on frequency: the figures fit the first but for one digit,
and its name sounds nearer; so it is AAL9427 by some points. A point is worth about a digit.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Final

from callsigns.sound import likeness
from callsigns.traffic.aircraft import Ways
from callsigns.traffic.alignment import align, gain
from callsigns.traffic.hearing import Char, Hearing
from callsigns.traffic.names import NEAR, Names
from callsigns.traffic.plausible import plausible

__all__ = ["Index"]

_ENOUGH: Final = 1.6
_ENOUGH_BARE: Final = 1.4  # the beginning was cut off: nothing stands before the figures that could speak against
_AHEAD: Final = 0.6
_ENOUGH_ALONE: Final = 1.1  # the figures are, but for one of four, as they should be, and no other aircraft is near
_FAR_AHEAD: Final = 1.5
_WAKE: Final = 0.5
_WRONG_WAKE: Final = -1.0
_NAMED: Final = 1.0  # points of a name that was said, more or less
_UNNAMED: Final = 1.0  # the last figures alone are seldom said of a registration
_ASIDE: Final = 1.0  # a call sign stands at the beginning; elsewhere figures are mostly something else
# A character of a form that was not heard at all loses its point and costs this at least (see ``alignment``).
_MISSING: Final = 1.25
_FEW: Final = 32  # a list up to this length is looked through as a whole
_LONGEST: Final = 7  # characters of a call sign (ICAO Doc 4444 appendix 2, item 7)
_LEAST: Final = 0.2  # two characters of four: less is no evidence
_LITTLE: Final = 1.5  # three of four, or of a registration: less is not what was said clearly
_LEAST_RENAMED: Final = 3  # figures that are left where the first one was a name
_BIT: Final = {char: 1 << index for index, char in enumerate("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")}


def _mask(text: str) -> int:
    mask = 0
    for char in text:
        mask |= _BIT[char]
    return mask


class Index:
    """The aircraft of a list, made ready for many hearings; immutable."""

    __slots__ = ("_alike", "_forms", "_near", "_perfect", "last", "owners", "ways")

    def __init__(self, ways: Sequence[Ways]) -> None:
        self.ways = ways
        self._perfect: dict[str, list[int]] = {}
        self.owners: dict[str, list[int]] = {}
        self._forms = [[(_mask(form), len(form)) for form in way.forms] for way in ways]
        for index, way in enumerate(ways):
            for form in way.forms:
                self._perfect.setdefault(form, []).append(index)
            for name in {way.designator, *(sound.name for sound in way.names)}:
                self.owners.setdefault(name, []).append(index)
        self._near = _near(ways) if len(ways) > _FEW else None
        self.last = frozenset(sound.name.rpartition(" ")[2] for way in ways for sound in way.names)
        self._alike: dict[str, list[int]] = {}  # telephony -> aircraft of a like name; bounded by the table

    def best(self, hearing: Hearing, names: Names) -> int | None:
        """The one aircraft that a hearing singles out."""
        sure = self._sure(hearing, names)
        if sure is None:
            sure = self._likeliest(hearing, names)
        return self._otherwise(hearing, names) if sure is None else sure

    def _likeliest(self, hearing: Hearing, names: Names) -> int | None:
        """The one that most speaks for, if it is clearly ahead of the others."""
        said = names.said(self.owners)
        first, second, meant, rival, how = -9.0, -9.0, -1, -1, ("", 0)
        least = _ENOUGH_BARE if names.bare else _ENOUGH
        most = names.most(said) + (_WAKE if hearing.wake else 0.0)
        place = 0.0 if said or hearing.early else _ASIDE
        little = _LITTLE if said and hearing.clear and not names.gap else _LEAST
        for bound, index in self._likely(hearing, names):
            floor = first - _AHEAD if first >= least else max(_ENOUGH_ALONE, first - _FAR_AHEAD)
            if bound < little or bound + most < floor:
                break
            way = self.ways[index]
            points = names.points(way) + _wake(hearing, way) - place
            if way.kind == "registration" and not hearing.letters and not names.bare and points < _NAMED:
                points -= _UNNAMED
            if points + bound < floor:
                continue
            fit, form, optional = _fit(hearing, names, way)
            points += fit
            if points > first:
                first, second, meant, rival, how = points, first, index, meant, (form, optional)
            elif points > second:
                second, rival = points, index
        if meant < 0 or first - second < _AHEAD / 2:
            return None
        if first - second < _AHEAD and self._may_be_meant(hearing, names, rival):
            return None
        fits = align(_heard(hearing, how[0]), *how)
        nearly = fits.perfect or (fits.matched > 2 and fits.faults + fits.alike < 2)
        if first < least and not (nearly and first - second >= _FAR_AHEAD):
            return None
        return meant if plausible(hearing, names, self.ways[meant], how[0], fits) else None

    def _may_be_meant(self, hearing: Hearing, names: Names, index: int) -> bool:
        """The figures are near enough to those of an aircraft."""
        way = self.ways[index]
        _, form, optional = _fit(hearing, names, way)
        return plausible(hearing, names, way, form, align(_heard(hearing, form), form, optional))

    def _sure(self, hearing: Hearing, names: Names) -> int | None:
        """The name and all figures as they should be, and nothing behind them: no other can come near."""
        if hearing.wild:
            return None
        found = [i for i in self._perfect.get(hearing.text, ()) if names.exact(self.ways[i])]
        return found[0] if len(found) == 1 and _wake(hearing, self.ways[found[0]]) >= 0 else None

    def _otherwise(self, hearing: Hearing, names: Names) -> int | None:
        """The one aircraft of a name that was said whose figures were, if one of them is taken for another."""
        found = {
            index
            for text in hearing.otherwise()
            for index in self._perfect.get(text, ())
            if names.points(self.ways[index]) >= _NAMED and _wake(hearing, self.ways[index]) >= 0
        }
        if not found and hearing.wild:
            found = self._begun(hearing, names)
        if not found and names.bare:
            found = self._renamed(hearing)
        return found.pop() if len(found) == 1 else None

    def _renamed(self, hearing: Hearing) -> set[int]:
        """Aircraft whose name sounds like the first of the figures: "ninety five oh two" is United 502."""
        other = hearing.renamed()
        if other is None or len(other.text) < _LEAST_RENAMED:
            return set()
        names = Names(other)
        return {index for index in self._perfect.get(other.text, ()) if names.points(self.ways[index]) >= _NAMED}

    def _begun(self, hearing: Hearing, names: Names) -> set[int]:
        """Aircraft of a name that was said whose figures begin as those before a word that is none."""
        begin = "".join([c.char for c in takewhile(lambda c: c.how != "*", hearing.chars)])
        said = {index for name in (*names.designators, *names.phrases) for index in self.owners.get(name, ())}
        return {index for index in said if self.ways[index].forms[0].startswith(begin)}

    def _likely(self, hearing: Hearing, names: Names) -> list[tuple[float, int]]:
        """Every aircraft with the most points that its figures can have, the likeliest first."""
        chars = hearing.lead + hearing.chars if hearing.lead else hearing.chars
        wild = any(c.how == "*" for c in chars)
        absent = 0 if wild else ~_mask("".join([c.char for c in chars]))
        forms = self._forms
        candidates = self._candidates(hearing, names)
        if hearing.letters:
            found = [(max([s - _MISSING * (m & absent).bit_count() for m, s in forms[i]]), i) for i in candidates]
        else:
            firsts = [(*forms[i][0], i) for i in candidates]
            found = [(size - _MISSING * (mask & absent).bit_count(), index) for mask, size, index in firsts]
        found.sort(reverse=True)
        return found

    def _candidates(self, hearing: Hearing, names: Names) -> Iterable[int]:
        """Those whose name was said; if none was, all of a short list, and of a long one whose figures are near."""
        found: set[int] = set()
        for name in (*names.designators, *names.phrases):
            found.update(self.owners.get(name, ()))
        if names.clear:
            return found.union(*map(self._sounding, names.clear))
        if self._near is None:
            return range(len(self.ways))
        text, near = hearing.text, self._near
        for heard in {text, text[1:], text[2:], "".join([c.char for c in hearing.lead]) + text}:
            for size in range(2, min(len(heard), _LONGEST) + 1):
                for key in _shortened(heard[:size]):
                    if key in near:
                        found.update(near[key])
        return found

    def _sounding(self, telephony: str) -> list[int]:
        """The aircraft whose names sound nearly like a telephony."""
        known = self._alike.get(telephony)
        if known is None:
            known = [i for i, way in enumerate(self.ways) if any(likeness(telephony, s) >= NEAR for s in way.names)]
            self._alike[telephony] = known
        return known


def _shortened(text: str) -> list[str]:
    """A text, and if it is longer than three characters, without each of them: two of three is too little to go by."""
    if len(text) < 4:
        return [text]
    return [text, *[text[:index] + text[index + 1 :] for index in range(len(text))]]


def _near(ways: Sequence[Ways]) -> dict[str, list[int]]:
    """Every form, also with one character missing, and the last ones of a registration."""
    near: dict[str, list[int]] = {}
    for index, way in enumerate(ways):
        parts = {part for form in way.forms for part in _shortened(form)}
        if way.kind == "registration":
            parts.update((way.forms[0][-3:], way.forms[0][-2:]))
        for part in parts:
            near.setdefault(part, []).append(index)
    return near


def _wake(hearing: Hearing, way: Ways) -> float:
    if not hearing.wake or way.wake is None:
        return 0.0
    return _WAKE if way.wake == hearing.wake else _WRONG_WAKE


def _heard(hearing: Hearing, form: str) -> Sequence[Char]:
    """Letters before the figures belong to a form that begins with a letter."""
    return hearing.lead + hearing.chars if hearing.lead and form[0].isalpha() else hearing.chars


def _fit(hearing: Hearing, names: Names, way: Ways) -> tuple[float, str, int]:
    """The best of the forms: points, the form, and how many of its characters may be left out."""
    best = (-9.0, "", 0)
    for index, form in enumerate(way.forms):
        if index and not hearing.letters:  # a designator spelled, or a registration for a flight, needs its letters
            break
        optional = max(way.mark, len(form) - 3) if way.kind == "registration" else 0
        if names.bare and form[0].isdigit():
            optional = max(optional, len(form) - 2)
        best = max(best, (gain(_heard(hearing, form), form, optional), form, optional))
    return best
