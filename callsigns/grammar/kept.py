"""What is worked out from the shipped tables alone, kept beside them as Python keeps what it has compiled.

``kept("telephony", lambda: rows_of(lines))`` -> the rows, read from a file; or worked out, and written to it.

It lies in ``grammars/__pycache__`` by Python's own means: written whole or not at all; not where Python is told to
write nothing (``-B``) or may not; elsewhere where ``PYTHONPYCACHEPREFIX`` says so. It counts as long as every file of
the package and of the grammars has the size and time that it had then. A zipped wheel keeps nothing.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib import import_module
from importlib.machinery import SourceFileLoader
from operator import attrgetter
from types import CodeType, ModuleType
from typing import Any, TypeVar

__all__ = ["grammars", "keep", "kept", "kept_or_none"]

T = TypeVar("T")


@cache
def grammars() -> ModuleType:
    """The package of the shipped tables."""
    try:
        return import_module("callsigns.grammars")
    except ModuleNotFoundError:  # a checkout that was never installed: the folder stands beside the package
        return import_module("grammars")


def kept(name: str, make: Callable[[], T]) -> T:
    """What ``make`` gives: tuples, lists, dicts and sets of texts and numbers, the same for the same files."""
    keeper = _Keeper(name, make)
    try:
        code = keeper.get_code(name)
        found: T = keeper.made[0] if keeper.made else code.co_consts[0][0]  # type: ignore[union-attr]
    except (OSError, EOFError, ValueError, TypeError, IndexError):  # no files, or one that somebody has broken
        return make()
    return found


def kept_or_none(name: str, make: Callable[[], T]) -> T | None:
    """The same for what only saves others time: where nothing can be written it is not made."""

    def made() -> T | None:
        return make() if _Keeper(name, make).may_write() else None

    return kept(name, made)


def keep(name: str, made: Any) -> None:
    """Put ``made`` in the place of what was kept."""
    from importlib.util import cache_from_source

    keeper = _Keeper(name, lambda: made)
    if keeper.may_write():
        with suppress(OSError):  # somebody else was quicker, or nothing was kept
            os.remove(cache_from_source(keeper.path))
        with suppress(OSError):
            keeper.get_code(name)


@cache
def _stamp(*folders: str) -> int:
    """What changes when a file in one of these folders does, or in a folder inside."""
    numbers: list[int] = []
    left = [*folders]
    while left:
        with os.scandir(left.pop()) as entries:
            for entry in sorted(entries, key=attrgetter("name")):
                if entry.is_file():
                    found = entry.stat()
                    numbers += (found.st_size, found.st_mtime_ns)
                elif entry.name != "__pycache__":
                    left.append(entry.path)
    return hash(tuple(numbers))


class _Keeper(SourceFileLoader):
    """Loads what was made as if it were a module whose source is all of those files."""

    def __init__(self, name: str, make: Callable[[], Any]) -> None:
        self._folder = grammars().__path__[0]
        super().__init__(name, os.path.join(self._folder, f"{name}.kept"))
        self._make = make
        self.made: tuple[Any, ...] = ()

    def path_stats(self, path: Any) -> dict[str, Any]:
        """The stamp takes the place of the time at which a source was written."""
        package = os.path.dirname(os.path.dirname(__file__))
        return {"mtime": _stamp(package, self._folder), "size": 0}

    def get_data(self, path: Any) -> bytes:
        """There is no source to read."""
        return b"" if path == self.path else super().get_data(path)

    def source_to_code(self, data: Any, path: Any, *, _optimize: int = -1) -> CodeType:  # type: ignore[override]
        """What is kept is the one constant of the code; in a list, for Python looks into tuples there."""
        self.made = (self._make(),)
        code: CodeType = compile("None", path, "eval")
        return code.replace(co_consts=([_shared(self.made[0], {})],)) if self.may_write() else code

    def may_write(self) -> bool:
        """Else what was made need not be packed, which takes a fifth of the time in which it is made."""
        if sys.dont_write_bytecode or sys.implementation.cache_tag is None:
            return False
        from importlib.util import cache_from_source

        folder = os.path.dirname(cache_from_source(self.path))
        while not os.path.exists(folder):
            folder = os.path.dirname(folder)
        return os.access(folder, os.W_OK)


def _shared(made: Any, texts: dict[str, str]) -> Any:
    """The same, of equal texts one object, which is written and read once; of 21,000 in the entries 12,000 are one of
    the others."""
    if isinstance(made, str):
        return texts.setdefault(made, made)
    if isinstance(made, dict):
        return {_shared(key, texts): _shared(value, texts) for key, value in made.items()}
    if isinstance(made, list | tuple | set | frozenset):
        return type(made)([_shared(one, texts) for one in made])
    return made
