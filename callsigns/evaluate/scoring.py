"""Counts over all lines: what was expected, what was found, what is right, and where it went wrong.

``[(None, (0, 12))]`` against ``[(None, (0, 15))]``: 1 expected, 1 found, 0 right; overlapping: 1 right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any, Final

from callsigns.evaluate.gold import Gold
from callsigns.evaluate.measures import MEASURES, Compared, Item
from callsigns.evaluate.scores import Evaluation, Miss, RoleScore, Score
from callsigns.parser import Parser
from callsigns.records import Transmission

__all__ = ["evaluate"]

Key = tuple[str, str | None]

# The same fault shows in a neighbouring measure, which tells more about it.
_NOT_LISTED: Final = frozenset(("call signs, strict", "call signs, overlapping", "ICAO forms and spans", "topics"))


def evaluate(gold_lines: Iterable[Gold], parser: Parser, *, roles_known: bool = False) -> Evaluation:
    """Read every line and compare; what the gold leaves out is not measured.

    With ``roles_known`` the parser is told who speaks, as where it is known who keyed the microphone; roles are not
    measured then.
    """
    tally = _Tally(roles=not roles_known)
    for gold in gold_lines:
        hint = gold.fields.get("role") if roles_known else None
        tally.add(gold, parser.parse(gold.text, role=hint))
    return tally.evaluation()


class _Tally:
    """The counts so far."""

    def __init__(self, roles: bool) -> None:
        self.measures_roles = roles
        self.lines = 0
        self.expected: Counter[Key] = Counter()
        self.found: Counter[Key] = Counter()
        self.right: Counter[Key] = Counter()
        self.roles: Counter[str] = Counter()
        self.misses: list[Miss] = []

    def add(self, gold: Gold, t: Transmission) -> None:
        """Compare one line."""
        self.lines += 1
        for measure, compare in MEASURES.items():
            compared = compare(gold.fields, t)
            if compared is not None:
                self._count(gold, measure, compared)
        if self.measures_roles and gold.fields.get("role"):
            self._count_role(gold, t.role)

    def _count(self, gold: Gold, measure: str, compared: Compared) -> None:
        right_expected, right_found = _overlapping(compared) if compared.overlapping else _equal(compared)
        for key in ((measure, None), *((measure, part) for part in _parts(compared))):
            of = _under(key)
            self.expected[key] += sum(map(of, compared.expected))
            self.found[key] += sum(map(of, compared.found))
            self.right[key] += sum(map(of, right_expected))
        missed = _without(compared.expected, right_expected)
        extra = _without(compared.found, right_found)
        if (missed or extra) and measure not in _NOT_LISTED:
            self.misses.append(Miss(gold.line, gold.text, measure, _told(missed, gold.text), _told(extra, gold.text)))

    def _count_role(self, gold: Gold, role: str | None) -> None:
        wanted = gold.fields["role"]
        self.roles["lines"] += 1
        self.roles["decided"] += role is not None
        self.roles["right"] += role == wanted
        if role != wanted:
            self.misses.append(Miss(gold.line, gold.text, "role", (wanted,), () if role is None else (role,)))

    def evaluation(self) -> Evaluation:
        """The rows, in the order of the measures, parts by name."""
        order = list(MEASURES)
        keys = sorted(self.expected, key=lambda key: (order.index(key[0]), key[1] or ""))
        scores = (Score(*key, self.expected[key], self.found[key], self.right[key]) for key in keys)
        counts = self.roles
        roles = RoleScore(counts["lines"], counts["decided"], counts["right"]) if counts["lines"] else None
        return Evaluation(self.lines, tuple(scores), roles, tuple(self.misses))


def _parts(compared: Compared) -> list[str]:
    return sorted({part for part, _ in (*compared.expected, *compared.found) if part is not None})


def _under(key: Key) -> Callable[[Item], bool]:
    part = key[1]
    return lambda item: part is None or item[0] == part


def _equal(compared: Compared) -> tuple[list[Item], list[Item]]:
    both = list((Counter(compared.expected) & Counter(compared.found)).elements())
    return both, both


def _overlapping(compared: Compared) -> tuple[list[Item], list[Item]]:
    """Each expected place takes the first found one that touches it and is still free."""
    free = list(compared.found)
    expected: list[Item] = []
    found: list[Item] = []
    for kind, (start, end) in compared.expected:
        near = (item for item in free if item[1][0] < end and start < item[1][1])
        taken = next(near, None)
        if taken is not None:
            free.remove(taken)
            expected.append((kind, (start, end)))
            found.append(taken)
    return expected, found


def _without(items: list[Item], taken: list[Item]) -> list[Item]:
    return list((Counter(items) - Counter(taken)).elements())


def _told(items: list[Item], text: str) -> tuple[str, ...]:
    return tuple(_words(part, what, text) for part, what in items)


def _words(part: str | None, what: Any, text: str) -> str:
    """An item for people: places as the words that stand there."""
    if not isinstance(what, tuple):
        return str(what)
    numbers = [n for n in what if isinstance(n, int) and not isinstance(n, bool)]
    names = [str(n) for n in what if n is not None and n not in numbers]
    if len(numbers) == 2:
        said = f'"{text[numbers[0] : numbers[1]]}"'
        return " ".join([said, *([f"({part})"] if part else []), *names])
    return " ".join(names)
