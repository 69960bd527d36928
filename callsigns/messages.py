"""Forms over entities to messages: what was said about which topic, with its values and conditions.

>>> # (callsign) descend (altitude) qnh (pressure) expect ils approach (runway)
>>> #            instruction/altitude  information/altimeter  expectation/approach

The topic and the values come from the form; the act is settled afterwards, when it is known who speaks.
"""

from __future__ import annotations

from typing import NamedTuple

from callsigns.compiled import Compiled
from callsigns.line import Line
from callsigns.recognize.value import Quantity

__all__ = ["MessageRecognizer", "Said"]


class Said(NamedTuple):
    """A form of ``messages.toml`` in the words ``start`` to ``end``, with the values inside."""

    start: int
    end: int
    entry: str
    act: str
    topic: str | None
    side: str | None
    values: tuple[Quantity, ...]


class MessageRecognizer:
    """Finds the messages of a line."""

    def __init__(self, compiled: Compiled) -> None:
        self._forms = compiled.message_forms
        self._entries = compiled.messages

    def recognize(self, line: Line) -> list[Said]:
        """Messages in the order in which they were said."""
        said = []
        for form in self._forms.find(line.classes):
            entry = self._entries[form.entry]
            values = tuple(
                what for at in range(form.start, form.end) if isinstance(what := line.found.get(at), Quantity)
            )
            said.append(
                Said(form.start, form.end, form.entry, entry["act"], entry.get("topic"), entry.get("side"), values)
            )
        return said
