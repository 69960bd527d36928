"""Values that are letters and names: waypoints, procedures, taxiways, stands, aircraft types.

>>> point("whisky whisky nine seven three".split(), {"whisky": "W"}), stand("bravo four".split(), {"bravo": "B"})
('WW973', 'B4')
>>> procedure("supok golf arrival".split(), {"golf": "G"}), type_designator("seven thirty seven".split(), {})
('SUPOK G', 'B737')
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from callsigns.grammar import shipped_table
from callsigns.grammar.expressions import searchable
from callsigns.grammar.tables import is_place, spoken
from callsigns.numbers import digits, symbols

__all__ = [
    "airway", "five_letters", "letter", "name", "place_name", "point", "procedure", "side", "signs_of",
    "spelled_type", "stand", "type_designator", "written_letters",
]  # fmt: skip

_SIDES: Final = {
    "left": "L", "right": "R", "center": "C", "centre": "C", "lima": "L", "romeo": "R", "charlie": "C",
    "l": "L", "r": "R", "c": "C",
}  # fmt: skip
_CODE: Final = searchable(r"\d+[A-Z]")
_TYPE_CODE: Final = searchable(r"[A-Z]{1,3}\d{2,3}[A-Z]?")
_ROUTE_CODE: Final = searchable(r"\d[A-Z]")
_AIRWAY: Final = searchable(r"[a-z]\d{3}|u[a-z]\d{1,3}")
_PROCEDURES: Final = ("arrival", "departure", "transition", "star", "sid", "approach")


def side(word: str) -> str:
    """The side of a runway, the empty string for any other word."""
    return _SIDES.get(word, "")


def letter(words: Sequence[str], letters: Mapping[str, str]) -> str | None:
    """One letter, spelled or written ("kilo", "k", "kilo's current")."""
    word = " ".join(words).removesuffix("'s")
    return letters.get(word) or (word.upper() if len(word) == 1 else None)


def name(words: Sequence[str], letters: Mapping[str, str]) -> str:
    """A name as it was said, upper case ("LEFT", "SHORT FINAL")."""
    return " ".join(words).upper()


def point(words: Sequence[str], letters: Mapping[str, str]) -> str | None:
    """A waypoint: a name, or letters and digits run together; no short form of a verb ("that's zero four zero")."""
    if "'" in words[0]:
        return None
    parts = signs_of(words, letters)
    return (" " if all(part.isalpha() and len(part) > 1 for part in parts) else "").join(parts)


def place_name(words: Sequence[str], letters: Mapping[str, str]) -> str | None:
    """The name of a place in several words ("FORT WAYNE")."""
    said = " ".join(words)
    return said.upper() if len(words) > 1 and is_place(said) else None


def five_letters(words: Sequence[str], letters: Mapping[str, str]) -> str | None:
    """A name code (ICAO Annex 11 appendix 2: five letters), where no other word says that a point is meant."""
    return words[0].upper() if len(words[0]) == 5 and words[0].isalpha() else None


def written_letters(words: Sequence[str], letters: Mapping[str, str]) -> str:
    """Letters that are written one by one ("O-R-D")."""
    return "".join(words).upper()


def stand(words: Sequence[str], letters: Mapping[str, str]) -> str | None:
    """A stand or a taxiway: letters and digits run together; no type ("hold position A380")."""
    if len(words) == 1 and words[0][-1].isdecimal() and words[0] in _types():
        return None
    return "".join(signs_of(words, letters))


def airway(words: Sequence[str], letters: Mapping[str, str]) -> str | None:
    """A route: "upper november eight five one" is UN851, since its first word stands for one letter; as it is written,
    three figures or the U tell it from a taxiway."""
    if len(words) == 1:
        return words[0].upper() if _AIRWAY.fullmatch(words[0]) else None
    return words[0][0].upper() + "".join(signs_of(words[1:], letters))


def procedure(words: Sequence[str], letters: Mapping[str, str]) -> str | None:
    """A departure, an arrival, a transition: its name, number and letter as charts write them."""
    said = [w for w in words if w not in _PROCEDURES]
    if not said:
        return None
    parts = signs_of(said, letters)
    if _CODE.match(parts[-1]) and not _ROUTE_CODE.fullmatch(parts[-1]):
        return None  # "Spirit 150ml"
    joined = any(p[:1].isdigit() for p in parts)
    return ("" if joined else " ").join(parts)


def signs_of(words: Sequence[str], letters: Mapping[str, str]) -> list[str]:
    """Letters as letters, runs of number words as digits, all else in upper case."""
    parts: list[str] = []
    run: list[str] = []
    place = 0
    while place < len(words):
        pair = " ".join(words[place : place + 2])
        if words[place] in symbols() or words[place].isdigit():
            run.append(words[place])
            place += 1
            continue
        if run:
            parts.append(digits(run))
            run = []
        size = 2 if pair in letters else 1
        word = " ".join(words[place : place + size])
        parts.append(letters.get(word) or word.upper())
        place += size
    return [*parts, digits(run)] if run else parts


@cache
def _types() -> Mapping[str, str]:
    """Type as spoken to its designator; a maker or a kind alone ("cessna", "helicopter") stays what was said."""
    table = shipped_table("types.toml")
    types = {spoken(word): designator for designator, entry in table["type"].items() for word in entry["words"]}
    return types | {spoken(word): word.upper() for word in table["generic"]["words"]}


@cache
def _type_codes() -> Mapping[str, str]:
    codes = {designator: designator for designator in _types().values()}
    codes |= {said.upper(): designator for said, designator in _types().items()}
    return {code: designator for code, designator in codes.items() if _TYPE_CODE.fullmatch(code)}


def spelled_type(words: Sequence[str], letters: Mapping[str, str]) -> str | None:
    """The ICAO type designator of the type that "p a two eight" or "charlie one seven two" says letter by letter."""
    return _type_codes().get("".join(signs_of(words, letters)))


def type_designator(words: Sequence[str], letters: Mapping[str, str]) -> str | None:
    """The ICAO type designator of a type as spoken."""
    said = " ".join(words)
    known = _types().get(said)
    return known or (_types().get("a " + said) if len(words) > 1 else None)  # "traffic is a three twenty"
