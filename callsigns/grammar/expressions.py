"""Expressions made of the grammar, kept as Python has compiled them: a quarter of the time before the first line.

>>> searchable("[ab]+c").match("abac").end()
4

Python remembers no compiled expression from one process to the next. What it compiles one to are numbers, in which an
expression is made again at once; so those that a process had to compile are kept when it ends (``kept.py``), for those
that come later. Where this Python has no such numbers, each process compiles them.
"""

from __future__ import annotations

import atexit
import re
from array import array
from collections.abc import Callable
from functools import cache, lru_cache
from itertools import islice
from typing import Any, Final

from callsigns.grammar.kept import keep, kept

try:
    import _sre  # type: ignore[import-not-found]  # no public way leads to the numbers
    from re import _compiler, _parser  # type: ignore[attr-defined]
except ImportError:  # another Python
    _sre = None

__all__ = ["rendered", "searchable"]

_MOST: Final = 1500  # kept, about one megabyte; a few lines ask for some 650
_Told = tuple[str, int | str]  # an expression and its flags, or a form and what is made of it
_Code = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]


@lru_cache(maxsize=_MOST)
def searchable(text: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` gives."""
    if _sre is None:
        return re.compile(text, flags)
    told = (text, int(flags))
    code = _known().pop(told, None)  # asked for once: its numbers go, which the expression has of its own
    if code is None:
        code = _code(text, int(flags))
        _keep_too(told, code)
    all_flags, numbers, groups, names, in_order = code
    try:
        made: re.Pattern[str] = _sre.compile(text, all_flags, array("I", numbers).tolist(), groups, names, in_order)
    except (RuntimeError, ValueError, TypeError):  # somebody has changed what was kept
        return re.compile(text, flags)
    return made


def rendered(form: str, render: Callable[[str], str], kind: str = "expression") -> str:
    """What ``render`` makes of a form of the shipped grammar, kept likewise; ``kind``: what that is."""
    known, told = _known(), (form, kind)
    text = known.get(told)
    if text is None:
        text = known[told] = render(form)
        _keep_too(told, text)
    return str(text)


def _code(text: str, flags: int) -> _Code:
    """As Python's own ``re`` puts it together."""
    parsed = _parser.parse(text, flags)
    state: Any = parsed.state
    in_order = [None] * state.groups
    for name, number in state.groupdict.items():
        in_order[number] = name
    numbers = array("I", _compiler._code(parsed, flags)).tobytes()
    return flags | state.flags, numbers, state.groups - 1, dict(state.groupdict), tuple(in_order)


@cache
def _known() -> dict[_Told, Any]:
    return kept(_name(), dict)


def _name() -> str:
    """The numbers mean the same as long as this one stays."""
    return f"expressions_{_sre.MAGIC if _sre else 0}"


@cache
def _made() -> dict[_Told, Any]:
    """What this process had to make."""
    atexit.register(_keep)
    return {}


def _keep_too(told: _Told, made: Any) -> None:
    if len(_made()) < _MOST:
        _made()[told] = made


def _keep() -> None:
    both = kept(_name(), dict[_Told, Any]) | _made()
    keep(_name(), dict(islice(both.items(), _MOST)))
