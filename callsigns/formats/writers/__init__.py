"""One writer a file: ``make(options)`` gives a ``Writer``; ``formats.registry`` lists them.

A writer keeps nothing between transmissions, so that worker processes can format what they parse and the pieces joined
in order are the same bytes as from one process.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple, cast

from callsigns.formats.registry import OUTPUTS
from callsigns.records import Transmission

__all__ = ["Options", "Writer", "writer"]


class Options(NamedTuple):
    """What a user may ask of a writer; each takes what concerns it."""

    rows: str = "transmissions"
    tokens: bool = False
    color: bool = False
    width: int = 80
    title: str = "Transmissions"


class Writer(NamedTuple):
    """``head`` + the results of ``one`` joined by ``between`` + ``tail`` are a whole document."""

    one: Callable[[Transmission], str]
    head: str = ""
    between: str = ""
    tail: str = ""


def writer(name: str, options: Options) -> Writer:
    """The writer of an output format by name."""
    module = import_module(f"callsigns.formats.writers.{OUTPUTS[name].module}")
    return cast(Callable[[Options], Writer], module.make)(options)
