"""What few lines need: made when one first asks for it, and kept.

>>> class Reader:
...     @once
...     def table(self):
...         return [*"ab"]
>>> reader = Reader()
>>> reader.table is reader.table
True

``functools.cached_property`` does so too, but gives the object a ``__dict__``: from then on all its other fields and
its methods take up to ten times the steps to look up. So do more than some 28 fields in one object, lazy ones counted:
a class with more is ``Roomy``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Generic, TypeVar

__all__ = ["Later", "Roomy", "once"]

_T = TypeVar("_T")


class once(Generic[_T]):  # noqa: N801
    """What the function gives takes its place in the object."""

    def __init__(self, make: Callable[[Any], _T]) -> None:
        self._make, self.__doc__ = make, make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, asking: Any, owner: type | None = None) -> _T:
        if asking is None:
            return self  # type: ignore[return-value]
        made = self._make(asking)
        setattr(asking, self._name, made)
        return made


class Roomy:
    """What is named in the ``__slots__`` of a class of this kind does not count among its many fields."""


class Later(Mapping[str, Any]):
    """A mapping that is made when somebody first looks into it."""

    def __init__(self, make: Callable[[], Mapping[str, Any]]) -> None:
        self._make = make

    @once
    def _made(self) -> Mapping[str, Any]:
        return self._make()

    def __getitem__(self, key: str) -> Any:
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)
