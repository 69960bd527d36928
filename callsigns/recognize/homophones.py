"""Words that only sound like another one, where nothing but that one can stand: "maintain for thousand", "turn ride".

>>> # turn right heading to seven zero      -> heading two seven zero
>>> # reduce speed two one nine zero        -> speed to one nine zero
>>> # turn ride heading zero one zero       -> turn right
>>> # contact tower for landing             stays as it is

"to" and "for" become digits before "thousand" and "hundred", behind "heading", "speed" and "level" when they make
three digits with those beside them, and between a point and a digit; "ate" and "won" next to a digit, and before
"thousand" behind a verb of height. A "two" that is a digit too many there was "to"; "8 1000" behind such a verb is
"eight thousand". The digit of a call sign right behind a name ("delta to forty five") is decided where the name is
known.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import Final

from callsigns.compiled import Compiled
from callsigns.lexicon import one_of
from callsigns.line import Line
from callsigns.numbers import symbols

__all__ = ["HomophoneReader"]

_TO: Final = "to"
_REWRITTEN: Final = ("homophone", "heard_to", "heard_left", "heard_right", "heard_thousand")  # classes, and "to"
_INSTEAD: Final = ("left", "right", "thousand")


class HomophoneReader:
    """Rewrites such words in a line, for one grammar."""

    def __init__(self, compiled: Compiled) -> None:
        members = self._members = compiled.lexicon.members
        self._class = compiled.lexicon.words
        self._any = re.compile(one_of([self._class[_TO], *"".join(map(members, _REWRITTEN))])).search
        self._word = {value: word for word, (symbol, value) in symbols().items() if symbol == "d"}
        self._word |= {"1": "one", "2": "two", "4": "four", "8": "eight"}
        self._instead = {char: word for word in _INSTEAD for char in members(f"heard_{word}")}
        self._too_many = frozenset(members("heard_to"))

    @cached_property
    def _search(self) -> Callable[[str, int], re.Match[str] | None]:
        return re.compile(_expression(self._members, self._class[_TO]), re.DOTALL).search

    def rewrite(self, line: Line) -> None:
        """Put the word that was said in the place of each that can be nothing else."""
        found = self._any(line.classes)
        if found is not None:
            found = self._search(line.classes, found.start())
        while found is not None:
            at = found.start()
            word = self._said(line.words[at], line.classes[at])
            line.words[at] = word
            line.classes = line.classes[:at] + self._class[word] + line.classes[at + 1 :]
            found = self._search(line.classes, at + 1)

    def _said(self, word: str, char: str) -> str:
        if char in self._instead:
            return self._instead[char]
        return _TO if char in self._too_many else self._word[symbols()[word][1]]


def _expression(members: Callable[[str], str], to: str) -> str:
    """One of the words, its neighbours around it."""
    words = {**_digits(members, to), **_sides(members)}
    alternatives = "|".join(f"(?<={one_of(chars)})(?:{around})" for chars, around in words.items())
    return f"{one_of(frozenset().union(*words))}(?:{alternatives})"


def _digits(members: Callable[[str], str], to: str) -> dict[frozenset[str], str]:
    """Words that were a digit or "thousand", and figures that were "to": what must stand around them."""
    homophone, sure = frozenset(members("homophone")), frozenset(members("sure_homophone"))
    digit = one_of(members("digit") + members("figure1"))
    plain = one_of({*members("digit"), *members("figure1")} - {*members("round_digit")})
    tens, pair = one_of(members("tens") + members("teen") + members("figure2")), one_of(members("figure2"))
    multiplier, round_digit = one_of(members("thousand") + members("hundred")), one_of(members("round_digit"))
    figures, point, speed = one_of(members("figure3")), one_of(members("decimal")), one_of(members("asks_tens"))
    after = one_of(members("digit") + members("figure1") + members("thousand") + members("hundred") + members("deg"))
    asks, heading = one_of(members("asks_three_digits")), one_of(members("asks_two_figures"))
    four, strip = one_of(members("asks_four_digits")), one_of(members("asks_runway"))
    height, side = one_of(members("asks_thousands")), one_of(members("side_of_runway"))
    turned = one_of(members("turning_word")) + one_of(members("side_of_turn"))
    behind = f"(?:(?<={asks}.)|(?<={asks}{to}.)|(?<={one_of(members('asks_speed'))}{to}.))"
    return {
        homophone & sure: f"(?<={digit}.)|(?={digit})|(?<={height}.)(?={multiplier})"
        f"|(?:(?<={asks}.)|(?<={turned}.))(?={tens})"
        f"|(?<={asks}.)(?={one_of(homophone - sure)}{digit}(?!{digit}))",
        homophone - sure: f"(?={multiplier})|{behind}(?={digit}{{2}}(?!{digit}))"
        f"|(?:(?<={four}.)(?={digit}{{3}})|(?<={four}{digit}.)(?={digit}{{2}})|(?<={four}{digit}{{2}}.)(?={digit}))"
        f"(?!{digit}{{4}})|(?<={four}{digit}{{3}}.)(?!{digit})"
        f"|(?<={digit}{point}.)(?={digit})|(?<={digit}{{2}}.)(?={point}{digit})|(?<={digit}.)(?<!{point}{digit}.)(?={digit}{point}{digit})"
        f"|(?<={strip}.)(?={digit}(?!{digit}))|(?<={strip}{digit}.)(?={side})"
        f"|(?<={asks}{digit}.)(?={digit}(?!{digit}))|(?<={heading}.)(?={pair}(?!{digit}))",
        frozenset(to): f"(?:(?<={heading}.)|(?<={turned}.))(?={tens}(?!{after}))"
        f"|(?:(?<={speed}.)|(?<={speed}{to}.))(?={one_of(members('tens_of_speed'))}(?!{after}))",
        frozenset(members("heard_to")): f"(?<={asks}.)(?=(?:{digit}{plain}{round_digit}|{figures})(?!{digit}))",
        frozenset(members("heard_thousand")): f"(?<={height}{digit}.)|(?<={height}{digit}{{2}}.)"
        f"|(?<={height}{to}{digit}.)|(?<={height}{one_of(members('teen'))}.)",
    }


def _sides(members: Callable[[str], str]) -> dict[frozenset[str], str]:
    """Words that were "left" or "right": the same for them."""
    digit, figures = one_of(members("digit") + members("figure1")), one_of(members("figure3"))
    pair, degrees = one_of(members("tens") + members("teen") + members("figure2")), one_of(members("deg"))
    turn, strip = one_of(members("turning_word")), one_of(members("asks_runway"))
    heading = one_of(members("asks_heading"))
    number, angle = f"(?:{digit}{{3}}|{figures})", f"(?:{digit}{{1,2}}|{pair}){degrees}"
    return {
        frozenset(members("heard_left") + members("heard_right")): f"(?<={turn}.)(?={heading}|{number}|{angle})"
        f"|(?={heading}{number})|(?<={degrees}.)"
        f"|(?<={strip}{digit}.)|(?<={strip}{digit}{{2}}.)|(?<={strip}{one_of(members('figure2'))}.)"
    }
