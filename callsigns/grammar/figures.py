"""Figures in a list of words, given as ranges: recognizers write "095" for "zero nine five".

>>> list(listed_words(["calm", "005..020/5", "33..35"]))
['calm', '005', '010', '015', '020', '33', '34', '35']

The words of a list enter, ranges among them, and leave one by one; figures have as many digits as the first of a range.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from callsigns.grammar.expressions import searchable

__all__ = ["listed_words"]

_MOST: Final = 10_000  # figures of one range
_RANGE: Final = searchable(r"(?P<first>\d{1,5})\.\.(?P<last>\d{1,5})(?:/(?P<step>[1-9]\d{0,2}))?")


def listed_words(words: Iterable[str]) -> Iterator[str]:
    """Each word, and each figure of a range ``first..last/step``.

    Raises:
        ValueError: a word with two points in it is no range, or one that ends before it begins or is too long.
    """
    for word in words:
        if ".." in word:
            yield from _figures(word)
        else:
            yield word


def _figures(word: str) -> list[str]:
    found = _RANGE.fullmatch(word)
    figures = range(int(found["first"]), int(found["last"]) + 1, int(found["step"] or 1)) if found else ()
    if found is None or not 0 < len(figures) <= _MOST:
        raise ValueError(f"expected a range of figures such as 005..095/5, found {word!r}")
    return [str(figure).zfill(len(found["first"])) for figure in figures]
