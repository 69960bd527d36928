"""When a message holds: the forms of ``conditions.toml``, found first, then given to the message they belong to.

>>> # when passing six thousand feet direct to renka
>>> # when_passing-----------------  instruction/route, holds when passing 6000 ft
>>> # reduce one six zero knots until four miles contact tower
>>> # instruction/speed---------  until-----------  instruction/frequency
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter
from typing import Final, NamedTuple

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import far
from callsigns.grammar.expressions import searchable
from callsigns.line import Line
from callsigns.recognize.value import Quantity

__all__ = ["ConditionRecognizer", "When", "owner"]

# People say these in front of what they are about ("when passing ... turn left"), the others behind it.
_AHEAD: Final = frozenset(("when_passing", "after", "when_ready"))


class When(NamedTuple):
    """A condition in the words ``start`` to ``end``."""

    start: int
    end: int
    entry: str
    kind: str
    values: tuple[Quantity, ...]
    ahead: bool  # said in front of what it is about


class ConditionRecognizer:
    """Finds and claims the conditions of a line."""

    def __init__(self, compiled: Compiled) -> None:
        self._forms = compiled.condition_forms
        self._kinds = {name: entry["kind"] for name, entry in compiled.conditions.items()}
        trailing = {name for name, entry in compiled.conditions.items() if "trails" in entry}
        self._ahead = {name for name, kind in self._kinds.items() if kind in _AHEAD} - trailing
        self._behind, self._unless, self._leads = (_expressions(compiled, key) for key in ("behind", "unless", "leads"))
        self._before, self._not_after = (_expressions(compiled, key, end=r"\Z") for key in ("before", "not_after"))
        self._entity = compiled.lexicon.entity["condition"]
        self._callsign = compiled.lexicon.entity["callsign"]
        self._binding = compiled.lexicon.listed("binding")

    def recognize(self, line: Line) -> list[When]:
        """Claim every condition, unless the word before it needs these words itself ("report when established"), or it
        begins with somebody's call sign."""
        forms = self._forms.find(line.classes)
        if not forms:
            return []
        found = []
        for form in forms:
            start, end = form.start, self._end(line, form.start, form.end)
            if end == start or line.before(start) in self._binding:
                continue
            if not self._may_stand(line, form.entry, start, end):
                continue
            values = tuple(q for at in range(start, end) if isinstance(q := line.found.get(at), Quantity))
            kind = self._kinds[form.entry]
            ahead = form.entry in self._ahead or (
                form.entry in self._leads and self._is_led(line, form.entry, start, end)
            )
            found.append(When(start, end, form.entry, kind, values, ahead))
        if found:
            line.cover([(when.start, when.end) for when in found], self._entity)
        return found

    def _is_led(self, line: Line, entry: str, start: int, end: int) -> bool:
        """ "direct RENKA, at RENKA | cleared ILS approach": what follows, where the point was named before."""
        if self._leads[entry].match(line.classes, end) is None:
            return False
        told = [
            {q.value for at, q in line.found.items() if at in span and isinstance(q, Quantity)}
            for span in (range(start), range(start, end))
        ]
        return not told[0].isdisjoint(told[1])

    def _may_stand(self, line: Line, entry: str, start: int, end: int) -> bool:
        """What follows is what must, and nothing that must not, as in front."""
        behind, unless = self._behind.get(entry), self._unless.get(entry)
        for before, must in ((self._before.get(entry), True), (self._not_after.get(entry), False)):
            if before is not None and _stands_before(before, line, start) is not must:
                return False
        if behind is not None and behind.match(line.classes, end) is None:
            return False
        return unless is None or unless.match(line.classes, end) is None

    def _end(self, line: Line, start: int, end: int) -> int:
        """Where it ends: before the call sign of somebody who is no part of it ("behind, speedbird one two")."""
        named = line.classes.find(self._callsign, start, end)
        return end if named == -1 or named in line.mentioned else named


def _stands_before(expression: re.Pattern[str], line: Line, start: int) -> bool:
    return expression.search(line.classes, far(start), start) is not None


def _expressions(compiled: Compiled, key: str, end: str = "") -> dict[str, re.Pattern[str]]:
    """What entries say under ``key``, by their names."""
    forms = {name: entry[key] for name, entry in compiled.conditions.items() if key in entry}
    return {name: searchable(f"(?:{compiled.compile.expression(form)}){end}") for name, form in forms.items()}


def owner(when: When, spans: Sequence[tuple[int, int]]) -> int | None:
    """Which of the messages with these ``spans``, in order, holds only then; ``None`` where there is none."""
    later = bisect_right(spans, when.start, key=itemgetter(0))
    if not later:
        return 0 if spans else None
    return later if later < len(spans) and _leads(when, spans[later - 1], spans[later]) else later - 1


def _leads(when: When, before: tuple[int, int], after: tuple[int, int]) -> bool:
    """The condition stands closer to what follows, and is of a kind that people put in front."""
    gap_before, gap_after = when.start - before[1], after[0] - when.end
    if gap_before < 0:
        return False  # it is a part of what is before: "land when ready"
    if when.ahead:
        return gap_after <= max(1, gap_before)
    return gap_after + 2 < gap_before
