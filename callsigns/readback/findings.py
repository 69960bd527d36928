"""What a safety analyst looks at first: instructions that were not read back as they were said.

>>> # line 1  csa five six one descend flight level nine zero
>>> # line 2  descending eight zero csa five six one          -> line 1, line 2, wrong: altitude 90 said, 80 heard
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from typing import Final

from attrs import frozen

from callsigns.readback.comparison import to_read_back
from callsigns.records import Difference, Readback, Transmission, Value

__all__ = ["Finding", "findings"]

_LACKING: Final = frozenset(("partial", "missing"))
_REMEMBERED: Final = 1000  # lines between an instruction and its finding; the memory of ``findings``
_PATIENCE: Final = 8  # transmissions after which an answer is not to be expected any more


@frozen(slots=True)
class Finding:
    """One instruction that was not read back as it was said; ``line_heard`` is ``None`` where nothing answered."""

    line_said: int | None
    line_heard: int | None
    aircraft: str | None
    status: str
    differences: tuple[Difference, ...]
    text_said: str | None
    text_heard: str | None


def findings(transmissions: Iterable[Transmission], *, every: bool = False) -> Iterator[Finding]:
    """What a safety analyst looks at first: readbacks that differ, lack something, or never came.

    ``transmissions`` come from a ``Dialogue`` and have their line numbers; they are read once, with bounded memory.
    ``every``: correct readbacks too.
    """
    texts: OrderedDict[int | None, str] = OrderedDict()
    waiting: OrderedDict[str, tuple[Transmission, int]] = OrderedDict()
    lacking: Finding | None = None  # the next transmission may complete it
    for number, t in enumerate(transmissions):
        if lacking is not None and not _completes(lacking, t.readback):
            yield lacking
        lacking = None
        yield from _given_up(waiting, number, t)
        texts[t.line] = t.text
        if len(texts) > _REMEMBERED:
            texts.popitem(last=False)
        if t.role == "pilot" and t.aircraft is not None:
            waiting.pop(t.aircraft, None)
        if t.readback is not None and (every or t.readback.status != "correct"):
            said = t.readback.of
            _answered(waiting, said)
            status, differences = t.readback.status, t.readback.differences
            finding = Finding(said, t.line, t.aircraft, status, differences, texts.get(said), t.text)
            if status in _LACKING:
                lacking = finding
            else:
                yield finding
        elif t.role == "controller" and t.aircraft is not None and _needed(t):
            waiting[t.aircraft] = (t, number)
    if lacking is not None:
        yield lacking


def _completes(lacking: Finding, readback: Readback | None) -> bool:
    return readback is not None and readback.of == lacking.line_said and readback.status == "correct"


def _answered(waiting: OrderedDict[str, tuple[Transmission, int]], line: int) -> None:
    """The instruction of that line, whoever has read it back."""
    for aircraft in [a for a, (t, _) in waiting.items() if t.line == line]:
        del waiting[aircraft]


def _needed(t: Transmission) -> list[Value]:
    """Without those that come twice: order and answer were run together in one line."""
    said = [(v.quantity, v.value) for m in t.messages for v in m.values]
    return [w.value for w in to_read_back(t.messages) if w.needed and said.count((w.value.quantity, w.value.value)) < 2]


def _given_up(waiting: OrderedDict[str, tuple[Transmission, int]], number: int, now: Transmission) -> Iterator[Finding]:
    """Instructions that nobody has answered for too long, or that were given again."""
    for aircraft, (t, at) in list(waiting.items()):
        repeated = now.role == "controller" and now.aircraft == aircraft
        if repeated:
            del waiting[aircraft]
        elif number - at > _PATIENCE:
            del waiting[aircraft]
            lost = tuple(Difference(v.quantity, v.value, None) for v in _needed(t))
            yield Finding(t.line, None, aircraft, "missing", lost, t.text, None)
