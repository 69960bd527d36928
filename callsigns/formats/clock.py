"""Clock times of subtitles and transcripts as seconds.

>>> seconds("00:01:02,500"), seconds("01:02.5"), seconds("soon")
(62.5, 62.5, None)
"""

from __future__ import annotations

import re

__all__ = ["CLOCK", "interval", "seconds"]

CLOCK = r"(?:\d{1,3}:)?[0-5]?\d:[0-5]\d(?:[.,]\d{1,6})?"
_CLOCK = re.compile(r"(?:(\d{1,3}):)?([0-5]?\d):([0-5]\d(?:[.,]\d{1,6})?)")


def seconds(text: str) -> float | None:
    """Seconds of ``[hh:]mm:ss[.fff]``, or ``None`` where ``text`` is no such time."""
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        return None
    hours, minutes, rest = found.groups()
    return round(int(hours or 0) * 3600 + int(minutes) * 60 + float(rest.replace(",", ".")), 6)


def interval(start: object, end: object) -> tuple[float, float] | None:
    """A pair of seconds from two numbers or clock times; the end falls back to the start.

    >>> interval("1.5", None), interval(0, 7), interval("00:12", "00:15"), interval(None, 3)
    ((1.5, 1.5), (0.0, 7.0), (12.0, 15.0), None)
    """
    first = _number(start)
    if first is None:
        return None
    last = _number(end)
    return first, first if last is None else last


def _number(value: object) -> float | None:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _finite(float(value))
    if not isinstance(value, str):
        return None
    try:
        return _finite(float(value))
    except ValueError:
        return seconds(value)


def _finite(number: float) -> float | None:
    return number if abs(number) != float("inf") and number == number else None
