"""Forms of the code's own, made expressions when a line first asks for one: most lines need few of them.

>>> from callsigns.forms.compiled import Compiled
>>> from callsigns.grammar import Grammar
>>> class Reader:
...     _number, _behind = matching("<digit>{2,3}"), ending("<heading>")
...     def __init__(self, compiled):
...         self._compiled = compiled
>>> reader = Reader(Compiled(Grammar.default()))
>>> classes = reader._compiled.lexicon.classes("one two three go".split())
>>> reader._number(classes, 0).span(), reader._behind.search(classes)
((0, 3), None)

A class that names forms in this way keeps what was compiled in its attribute ``_compiled``.
"""

from __future__ import annotations

import re
from typing import Any, Final, Protocol

from callsigns.forms.compiled import Compiled, Matcher
from callsigns.grammar.expressions import searchable
from callsigns.lexicon import one_of

__all__ = ["ending", "far", "matching", "searching", "sought"]

_FARTHEST: Final = 60  # words: no form of the code's own is as long


def sought(compiled: Compiled, form: str) -> re.Pattern[str]:
    """The expression of a form; words that cannot begin it are passed over before its alternatives are tried."""
    compile_ = compiled.compile
    return searchable(f"(?={one_of(compile_.first(form))})(?:{compile_.expression(form)})")


def far(word: int) -> int:
    """Where a form that ends before ``word`` begins at the earliest."""
    return max(0, word - _FARTHEST)


class _Reader(Protocol):
    _compiled: Compiled


class _WhenAsked:
    """The expression of a form takes its place in the reader that has asked for it."""

    def __init__(self, form: str) -> None:
        self._form, self._name = form, ""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def _expression(self, reader: _Reader) -> str:
        return reader._compiled.compile.expression(self._form)

    def _keep(self, reader: _Reader, made: Any) -> Any:
        setattr(reader, self._name, made)
        return made


class matching(_WhenAsked):  # noqa: N801
    """Tries the form at one word: ``(classes, start)``."""

    def __get__(self, reader: _Reader, owner: type) -> Matcher:
        made: Matcher = self._keep(reader, searchable(self._expression(reader)).match)
        return made


class searching(_WhenAsked):  # noqa: N801
    """The expression of the form, as ``sought`` gives it."""

    def __get__(self, reader: _Reader, owner: type) -> re.Pattern[str]:
        made: re.Pattern[str] = self._keep(reader, sought(reader._compiled, self._form))
        return made


class ending(_WhenAsked):  # noqa: N801
    """Searches for the form at the end of classes, or of a part of them: from ``far`` words before it on, for what is
    looked at must not grow with the line."""

    def __get__(self, reader: _Reader, owner: type) -> re.Pattern[str]:
        made: re.Pattern[str] = self._keep(reader, searchable(rf"(?:{self._expression(reader)})\Z"))
        return made
