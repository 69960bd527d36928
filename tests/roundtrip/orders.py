"""Orders of a controller and their readbacks, put together as people do, with what must come back.

>>> import random
>>> transmission(random.Random(3)).text
'eagle flight seventeen fifty eight squawk three three three six'
"""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Final, NamedTuple

from callsigns import Transmission
from callsigns.speller import Style, speak, speak_ident

_Said = tuple[object, str]  # a value and the words for it

# Designators, and how their numbers are said; of operators whose names are no other words.
_AMERICAN: Final = "AAL DAL UAL COA NWA TWA JBU EGF BTA SWA ASH JIA SKW RPA ACA".split()
_EUROPEAN: Final = "DLH CSA LOT RYR SWR BAW EZY WZZ AFR KLM AUA SAS THY EWG IBE FIN VLG NAX".split()
_POINTS: Final = "renka agava venox balad putnam gardner carmel lobby".split()

# What is ordered, and how it is read back. {names} are those of the quantities below.
_ORDERS: Final = (
    ("turn left heading {heading}", "left heading {heading}"),
    ("fly heading {heading}", "{heading} on the heading"),
    ("climb and maintain {thousands}", "up to {thousands}"),
    ("descend and maintain {thousands}", "down to {thousands}"),
    ("climb flight level {level}", "climbing flight level {level}"),
    ("reduce speed to {speed}", "slowing to {speed}"),
    ("maintain {speed} knots", "{speed} knots"),
    ("reduce speed to {speed}", "{speed} on the speed"),
    ("contact tower {frequency}", "{frequency}"),
    ("contact departure {frequency} good day", "over to departure {frequency} good day"),
    ("runway {runway} cleared to land", "cleared to land runway {runway}"),
    ("cleared i l s runway {runway} approach", "cleared i l s {runway}"),
    ("runway {runway} cleared for takeoff", "cleared for takeoff {runway}"),
    ("hold short of runway {runway}", "holding short of {runway}"),
    ("proceed direct {point}", "direct {point}"),
    ("squawk {code}", "squawk {code}"),
)


def _digits(figures: str) -> str:
    return " ".join("niner" if figure == "9" else speak_ident(figure) for figure in figures)


def _heading(dice: random.Random) -> _Said:
    degrees = dice.randrange(10, 370, 10)
    return degrees, _digits(f"{degrees:03}")


def _thousands(dice: random.Random) -> _Said:
    number = dice.randrange(2, 18)
    return number * 1000, f"{_digits(str(number))} thousand"


def _level(dice: random.Random) -> _Said:
    level = dice.randrange(180, 400, 10)
    return level, _digits(str(level))


def _speed(dice: random.Random) -> _Said:
    speed = dice.choice((160, 170, 180, 190, 210, 230, 250))
    return speed, dice.choice((_digits(str(speed)), speak_ident(str(speed), "group")))


def _frequency(dice: random.Random) -> _Said:
    text = dice.choice(("118.1", "121.9", "124.85", "133.6", "127.275", "135.9"))
    return float(text), f" {dice.choice(('point', 'decimal'))} ".join(map(_digits, text.split(".")))


def _runway(dice: random.Random) -> _Said:
    number, side = dice.choice((13, 15, 18, 22, 27, 31, 33)), dice.choice(("", "left", "right"))
    return f"{number}{side[:1].upper()}", f"{_digits(str(number))} {side}".strip()


def _point(dice: random.Random) -> _Said:
    name = dice.choice(_POINTS)
    return name.upper(), name


def _code(dice: random.Random) -> _Said:
    code = f"{dice.randrange(1, 8)}{dice.randrange(8)}{dice.randrange(8)}{dice.randrange(1, 8)}"
    return code, _digits(code)


_QUANTITIES: Final[dict[str, Callable[[random.Random], _Said]]] = {
    "heading": _heading, "thousands": _thousands, "level": _level, "speed": _speed, "frequency": _frequency,
    "runway": _runway, "point": _point, "code": _code,
}  # fmt: skip


class Case(NamedTuple):
    """A transmission of a speaker, the call sign in it and the values of its orders."""

    text: str
    role: str
    callsign: str
    values: tuple[object, ...]


def transmission(dice: random.Random) -> Case:
    """Up to three orders and the call sign: in front from a controller, at the end from a pilot."""
    callsign, style = _callsign(dice)
    aircraft = speak(callsign, style=style)
    role = dice.choice(("controller", "pilot"))
    values, said = [], []
    for order in dice.sample(_ORDERS, dice.choice((1, 1, 2, 3))):
        words = order[role == "pilot"]
        name = words[words.index("{") + 1 : words.index("}")]
        value, spoken = _QUANTITIES[name](dice)
        values.append(value)
        said.append(words.replace(f"{{{name}}}", spoken))
    if role == "controller":
        text = " ".join((aircraft, *said))
    else:
        text = f"{dice.choice((' ', ' and ')).join(said)} {aircraft}"
    return Case(text, role, callsign, tuple(values))


def _callsign(dice: random.Random) -> tuple[str, Style]:
    if dice.random() < 0.5:
        number = dice.choice((dice.randrange(10, 100), dice.randrange(101, 200), dice.randrange(1001, 2900)))
        return f"{dice.choice(_AMERICAN)}{number}", "group"
    figures = dice.choice(("4", "7", "21", "38", "89"))
    letters = dice.choice(("A", "K", "X", "KX", "MB", "TG"))
    return f"{dice.choice(_EUROPEAN)}{figures}{letters}", "digits"


def missed(case: Case, heard: Transmission) -> list[str]:
    """What did not come back: the call sign, the speaker, values."""
    found = {value.value for message in heard.messages for value in message.values}
    misses = [f"value {value}" for value in case.values if value not in found]
    if [call.icao for call in heard.callsigns] != [case.callsign]:
        misses.append("call sign")
    if heard.role != case.role:
        misses.append("speaker")
    return misses
