"""Whether what was heard can be bent so far: a call sign that was said clearly is not taken for another one.

>>> from callsigns.traffic.aircraft import aircraft_of, ways
>>> from callsigns.traffic.alignment import align
>>> from callsigns.traffic.runs import hearings
>>> heard = next(hearings("delta two niner eight"))
>>> for form in ("2998", "452"):
...     plausible(heard, Names(heard), ways(aircraft_of("DAL" + form)), form, align(heard.chars, form))
True
False
"""

from __future__ import annotations

from typing import Final

from callsigns.traffic.aircraft import Ways
from callsigns.traffic.alignment import Fit
from callsigns.traffic.hearing import Hearing
from callsigns.traffic.names import Names

__all__ = ["plausible"]

_SOME: Final = 2  # figures that are some evidence, where a name was said
_MOST: Final = 3  # figures that are enough
_REPEATED: Final = 3  # characters of what was said twice


def plausible(hearing: Hearing, names: Names, way: Ways, form: str, fit: Fit) -> bool:
    """An aircraft may be meant, by the ``fit`` of one of its forms."""
    if names.bare and not form.endswith(hearing.text):
        return False
    if _lettered(hearing, form, fit, sure=names.exact(way) or names.bare or not hearing.opening):
        return False
    if fit.perfect:
        return not fit.rest or len(form) > _SOME or hearing.before_quantity
    if way.kind == "registration":
        named = names.bare or hearing.letters or names.points(way) > 0
        return named and _registration(hearing, way, form, fit)
    if way.designator and form == hearing.text[: len(way.designator)] + way.forms[0]:  # "u p s thirteen sixteen"
        return fit.matched - len(way.designator) >= _MOST and _once(hearing, form, fit)
    if hearing.singly and fit.exchanged:
        return False
    if fit.ahead and hearing.clear and hearing.text[0] != form[0] and (names.exact(way) or names.points(way) <= 0):
        return False  # more figures than it has, and its name is not what ends in one
    return _named(hearing, names, form, fit) if names.exact(way) else _misheard(hearing, names, way, form, fit)


def _misheard(hearing: Hearing, names: Names, way: Ways, form: str, fit: Fit) -> bool:
    """A flight whose name was heard as something else."""
    if names.meant(way) and hearing.clear and not _once(hearing, form, fit):
        return False
    return fit.matched >= _MOST or (fit.matched == _SOME and not fit.faults)


def _named(hearing: Hearing, names: Names, form: str, fit: Fit) -> bool:
    """A flight whose name was said: the clearer its figures were, the less they are bent."""
    if not hearing.known:
        return fit.matched >= _MOST or (fit.matched == _SOME and not fit.exchanged)
    if not hearing.clear:
        return fit.matched >= _SOME and _once(hearing, form, fit)
    if names.gap and form.endswith(hearing.text):
        return fit.matched >= _SOME
    if hearing.singly and len(hearing.chars) == len(form):
        return False
    if fit.matched == _SOME:  # of the three in group form
        alone = not (fit.exchanged or fit.rest or hearing.singly or hearing.letters) and fit.faults + fit.alike == 1
        return alone and len(hearing.text) == len(form) == _MOST
    return fit.matched >= _MOST and _once(hearing, form, fit)


def _lettered(hearing: Hearing, form: str, fit: Fit, *, sure: bool) -> bool:
    """Letters behind the figures tell of somebody else: one where it is ``sure`` what they belong to, else two."""
    behind = hearing.chars[len(form) : len(form) + 2] if fit.perfect else []
    if sure:
        return hearing.clear and [c.how for c in behind[:1]] == ["w"]
    ends = ("".join([c.char for c in behind]), hearing.text[-2:]) if form[-1:].isdigit() else ()
    return any(len(letters) == 2 and letters.isalpha() for letters in ends)


def _once(hearing: Hearing, form: str, fit: Fit) -> bool:
    """One mistake at most, or all of it with some of it said twice."""
    if fit.faults + fit.alike <= 1 or (fit.matched == len(form) and fit.faults <= _REPEATED):
        return True
    return len(form) > _MOST and sorted(hearing.text) == sorted(form)  # two of them in the wrong order


def _registration(hearing: Hearing, way: Ways, form: str, fit: Fit) -> bool:
    """The short forms that the rules know; of what was said clearly, one character may be lost."""
    ident, full, said = way.forms[0], way.forms[-1], hearing.text
    spoken = "".join(char.char for char in hearing.lead) + said
    # ICAO Annex 10 II 5.2.1.7.2.2: first and last two; FAA JO 7110.65 2-4-9: prefix and last three
    if {full[0] + full[-2:], full[0] + full[-3:]} & {said, spoken}:
        return True
    if fit.matched < 3 + (form[0] == "N" and len(way.forms) > 1):
        return False
    if not hearing.singly or ident.endswith(said):
        return True
    return not fit.exchanged and fit.faults < 2 and len(said) == len(ident) - 1
