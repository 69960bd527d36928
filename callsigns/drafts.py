"""Frozen records, made in a third of the time that their own constructors take.

>>> from callsigns.records import Spelling
>>> drafted(Spelling)("kilo lima", 0, 9, "KL", "letters") == Spelling("kilo lima", 0, 9, "KL", "letters")
True

A frozen class of attrs sets each field through ``object.__setattr__``. A draft is a class of the same layout whose
fields can be set as usual; the finished draft then becomes the record, by a change of its class.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar, cast

from attrs import NOTHING, fields

__all__ = ["drafted"]

P = ParamSpec("P")
T = TypeVar("T")


def drafted(record: Callable[P, T], *, of_whole: bool = False) -> Callable[P, T]:
    """A function that takes what the constructor of ``record`` takes, and gives the same; no converters, no checks.

    ``of_whole``: it takes the whole text in place of the record's own.
    """
    known = fields(cast(Any, record))
    names = [field.name for field in known]
    draft = type("Draft", (), {"__slots__": tuple(names)})
    lines = [f"def make({', '.join(names)}):", "made = draft()", *(f"made.{name} = {name}" for name in names)]
    if of_whole:
        lines.append("made.text = text[start:end]")
    space: dict[str, Any] = {"draft": draft, "record": record}
    exec("\n ".join([*lines, "made.__class__ = record", "return made"]), space)
    make = space["make"]
    make.__defaults__ = tuple(field.default for field in known if field.default is not NOTHING)
    checked: Callable[P, T] = make
    return checked
