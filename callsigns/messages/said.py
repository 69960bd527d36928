"""A message as it was said: which words, which entry of the grammar, which values and conditions.

>>> # descend (altitude): words 1 to 3, entry altitude.descend, an instruction about altitude
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from callsigns.grammar.file import TOPICS
from callsigns.messages.conditions import When
from callsigns.recognize.value import Quantity

__all__ = ["FIRST_CALL", "SOCIAL", "Said", "new_said", "topic_of"]

FIRST_CALL: Final = "initial_call"  # its words (greetings) are messages of their own as well
# Acts that say nothing about the flight.
SOCIAL: Final = frozenset(("greeting", "farewell", "courtesy", "initial_call", "correction"))
new_said = tuple.__new__  # half of what the constructor of a NamedTuple takes


class Said(NamedTuple):
    """A form of ``messages.toml`` in the words ``start`` to ``end``, with the values inside."""

    start: int
    end: int
    entry: str
    act: str
    topic: str | None
    side: str | None
    values: tuple[Quantity, ...]
    conditions: tuple[When, ...] = ()

    def performing(self, act: str) -> Said:
        """The same, as another act; ``_replace`` takes four times as long."""
        start, end, entry, _, topic, side, values, conditions = self
        return new_said(Said, (start, end, entry, act, topic, side, values, conditions))


def topic_of(name: str, entry: Mapping[str, Any]) -> str | None:
    """What an entry is about: its ``topic``, else the first part of its name, where that is a topic."""
    topic = entry.get("topic", name.partition(".")[0])
    return topic if topic in TOPICS else None
