"""Clock times of subtitles and transcripts as seconds, and those in front of a line.

>>> seconds("00:01:02,500"), seconds("01:02.5"), seconds("soon")
(62.5, 62.5, None)
>>> split_time("[00:12] go ahead"), split_time("0:05 - 0:09 go ahead"), split_time("[12.3s] go ahead")
(((12.0, 12.0), 'go ahead'), ((5.0, 9.0), 'go ahead'), ((12.3, 12.3), 'go ahead'))
"""

from __future__ import annotations

import re

__all__ = ["CLOCK", "interval", "seconds", "split_time"]

CLOCK = r"(?:\d{1,3}:)?[0-5]?\d:[0-5]\d(?:[.,]\d{1,6})?"
_CLOCK = re.compile(r"(?:(\d{1,3}):)?([0-5]?\d):([0-5]\d(?:[.,]\d{1,6})?)")
_SECONDS = r"\d{1,5}\.\d{1,3}"
# A time stands in brackets, or bare with hours, minutes and seconds: "12:30 Zulu" is something that people say.
_TIME = re.compile(
    rf"\s*(?:[\[(]\s*(?P<start>{CLOCK})\s*(?:(?:-->|-|–|to)\s*(?P<end>{CLOCK})\s*)?[\])]"
    rf"|(?P<from>{CLOCK})\s*(?:-->|-|–|to)\s*(?P<till>{CLOCK})(?=\s)"  # "0:05 - 0:09", as subtitles have it
    rf"|\[\s*(?P<second>{_SECONDS})\s?s?\s*(?:(?:-->|-|–|to)\s*(?P<last>{_SECONDS})\s?s?\s*)?\]"  # "[12.34s]"
    r"|(?:\d{4}-[01]\d-[0-3]\dT)?(?P<bare>\d{1,2}:[0-5]\d:[0-5]\d(?:[.,]\d{1,3})?)Z?(?=[\s:])"
    r"|(?P<hours>[0-2]\d)(?P<minutes>[0-5]\d:[0-5]\d(?:\.\d)?)(?=\s))[\s:]*"  # "1423:15", as accident reports have it
)


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


def split_time(text: str) -> tuple[tuple[float, float] | None, str]:
    """The time in front of a line, and the rest.

    >>> split_time("[00:12:34.5] go ahead"), split_time("12:30 Zulu")
    (((754.5, 754.5), 'go ahead'), (None, '12:30 Zulu'))
    """
    if text[:1] not in "[(0123456789 \t":
        return None, text
    found = _TIME.match(text)
    if found is None:
        return None, text
    at = f"{found['hours']}:{found['minutes']}" if found["hours"] else found["start"] or found["from"] or found["bare"]
    end = found["end"] or found["till"] or found["last"]
    return interval(at or found["second"], end), text[found.end() :]


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
