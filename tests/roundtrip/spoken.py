"""Call signs of every assigned designator and every registration shape, in phrases, and why one does not come back.

``AAL`` -> ``Case("AAL1923", "digits", "american one nine two three descend flight level one eight zero", ...)``
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from callsigns.grammar import Grammar, shipped_table
from callsigns.grammar.tables import Telephony, spoken, telephony
from callsigns.numbers import symbols
from callsigns.parser import Parser
from callsigns.records import CallSign
from callsigns.speller import STYLES, Style, speak, split_callsign

PHRASES = (
    "{} descend flight level one eight zero",
    "{} good morning identified climb level three four zero",
    "{} turn left heading two one zero",
    "{} contact radar one two seven decimal six five",
    "{} wind two four zero degrees eight knots runway two seven cleared to land",
    "{} squawk four five two one",
    "tower good evening {} established ils runway three three",
    "climbing to level two three zero {}",
    "cleared for takeoff runway two five {}",
    "{} hold short of runway one six",
    "roger {} reduce speed two two zero knots",
    "{}",
)
IDENTS = ("d", "dd", "ddd", "dddd", "dL", "ddL", "dddL", "dLL", "ddLL")
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"


class Case(NamedTuple):
    """One call sign, spoken."""

    callsign: str
    style: Style
    text: str


def designators(table: Telephony) -> list[str]:
    """Designators in force whose telephony belongs to them alone."""
    rows = {row.designator: name for name, row in table if row.status == "current" and row.designator}
    return sorted(code for code, name in rows.items() if table.designated(code) is not None)


def ident(shape: str, rng: random.Random) -> str:
    """A flight identification of a shape: ``ddL`` -> ``48K``; none begins with zero."""
    text = "".join(rng.choice("0123456789" if c == "d" else _LETTERS) for c in shape)
    return text if text[0] != "0" else rng.choice("123456789") + text[1:]


def flights(rng: random.Random, codes: list[str]) -> Iterator[Case]:
    """Every designator in every style."""
    for code in codes:
        for style in STYLES:
            callsign = code + ident(rng.choice(IDENTS), rng)
            yield Case(callsign, style, rng.choice(PHRASES).format(speak(callsign, style=style)))


def registration(mark: str, shape: str, rng: random.Random) -> str | None:
    """A random registration of a shape such as ``[A-Z]{3}`` or ``\\d{4}``."""
    shape = re.split(r"\|(?![^(]*\))", shape)[0]
    out = ""
    for charset, count in re.findall(r"(\[[^\]]+\]|\\d|[A-Z0-9])(\{\d+(?:,\d+)?\})?", shape):
        allowed = [c for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789" if re.fullmatch(charset, c)]
        times = [int(n) for n in re.findall(r"\d+", count)] or [1]
        out += "".join(rng.choice(allowed) for _ in range(rng.randint(times[0], times[-1])))
    return mark + out if re.fullmatch(shape, out) else None


def registrations(rng: random.Random, each: int = 3) -> Iterator[Case]:
    """Every nationality mark in force with every shape, ``each`` times."""
    for mark, entries in shipped_table("registrations.toml").items():
        for entry in entries:
            if not entry["shape"] or entry.get("historic"):
                continue
            for _ in range(each):
                callsign = registration(mark, entry["shape"], rng)
                if callsign is not None:
                    yield Case(callsign, "digits", rng.choice(PHRASES).format(speak(callsign)))
    for shape in ("dddd", "ddddd", "dddL", "ddLL", "dddLL", "ddddL"):
        callsign = "N" + ident(shape, rng)
        for style in STYLES:
            yield Case(callsign, style, rng.choice(PHRASES).format(speak(callsign, style=style)))


def failure(parser: Parser, case: Case) -> str | None:
    """Why a call sign did not come back, or ``None``."""
    found = parser.parse(case.text).callsigns
    heard = [c.icao for c in found]
    if case.callsign in heard:
        return None
    name, _ = split_callsign(case.callsign)
    row = telephony().named(name) if name else None
    if name and (row is None or row.designator != case.callsign[:3]):
        return "another operator has the same telephony"
    if name:
        return _why_no_flight(case, name, found)
    if not found:
        return "registration not found: letters and figures in no order that a state gives out, or after a number"
    return "registration read otherwise"


def _why_no_flight(case: Case, name: str, found: Sequence[CallSign]) -> str:
    makes, words = shipped_table("modifiers.toml")["make"], name.split(" ")
    if name in (*makes["words"], *makes["caution"]):
        return "the telephony is also a make of aircraft, behind which a registration stands"
    if any(c.kind in ("vehicle", "tactical") for c in found):
        return "the telephony is also the word of a vehicle, a service or a flight of fighters"
    if len(words) > 1 and (words[-1] in symbols() or words[-1] in Grammar.default().letters):
        return "the telephony ends with a number or a letter, which the identification begins with as well"
    if f"five {words[0]}" in case.text or words[0] in symbols():
        return 'the number in front is part of another telephony ("runway two five star", FIVE STAR)'
    if case.text.split(name)[1].split()[1:2] == ["thousand"]:
        return "a number of thousands is an altitude"
    row = telephony().named(name)
    if row is not None and row.caution:
        return "the telephony is an ordinary word, and asks for more than a short number"
    return "another name was read" if found else "flight not found"


def cases(seed: int, share: float = 1.0) -> Iterator[Case]:
    """A repeatable sample of all cases."""
    rng = random.Random(seed)
    codes = [code for code in designators(telephony()) if share >= 1 or rng.random() < share]
    yield from flights(rng, [c for c in codes if spoken(c)])
    yield from registrations(rng)
