"""How the number of each quantity is read.

A reader gets the words of a form as they stand (with its other words: "flight level two four zero") and the spelling
alphabet; it gives the value, or ``None`` where the number is no legal one.

>>> level("flight level two four zero".split(), {}), number("one two thousand five hundred".split(), {})
(240, 12500)
>>> runway("niner".split(), {}), mach("point seven two".split(), {}), time("one four three five".split(), {})
('09', 0.72, '14:35')
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from callsigns.grammar.expressions import searchable
from callsigns.numbers import cardinal
from callsigns.recognize.value.frequencies import (
    channel,
    figures_of_frequency,
    frequency,
    frequency_of_aid,
    frequency_of_ground,
    high_frequency,
    inches,
    odd_frequency,
    pressure,
    short_frequency,
    squawk,
)
from callsigns.recognize.value.names import (
    airway,
    five_letters,
    letter,
    name,
    place_name,
    point,
    procedure,
    side,
    stand,
    type_designator,
    written_letters,
)
from callsigns.recognize.value.spoken import (
    Reader,
    grouped,
    is_number,
    multipliers,
    number_words,
    points,
    single,
    spoken_digits,
)

__all__ = ["READERS", "Reader", "level", "number"]


_PARTS: Final = {"half": 0.5, "quarter": 0.25, "quarters": 0.25}
# "out of ten for six": below the transition altitude of the United States, 18,000 ft; no flight level is so low
_BARE_THOUSANDS: Final = frozenset(map(str, range(10, 18)))
_LEVEL: Final = searchable(r"[3-9][05]|0[1-9]\d|[1-4]\d\d|500")
_PASSED: Final = searchable(r"[6-9]\d|5\d0|600")  # of two digits: no level above 600 begins so
_FEET: Final = searchable(r"0?[1-9]\d\d0|[1-5]\d{3}0|60000")  # of altitude
_ROUND: Final = searchable(r"0?[1-9]000|[12]\d000")  # feet up to the highest transition altitude
_TEENS: Final = 19
_HUNDREDS: Final = searchable(r"[1-9]\d00|[1-5]\d[05]00")
_NO_HEIGHT: Final = searchable(r"\d+,\d*(?:[1-9]|[1-46-9]0)")  # "Americans 7,371": heights are round
_HALF: Final = searchable(r"[1-9]500")
_POINTED: Final = searchable(r"[1-9]\d?\.[05]00")
_SPEED: Final = searchable(r"[6-9][05]|0[6-9]\d|[1-6]\d\d|700")
_NORTH_OR_SOUTH: Final = ("north", "south", "n", "s")  # also as flight plans write it, "53n020w"
_NEAREST: Final = 15  # degrees; "ten west" are miles
_DEGREES: Final = searchable(r"\d+|[a-z]")
_KNOTS: Final = searchable(r"0{0,2}[5-9]|0?[1-9]\d|[1-6]\d\d|700")
_MACH: Final = searchable(r"0?[4-9]\d{0,2}")
_TIME: Final = searchable(r"(?:[01]\d|2[0-4])[0-5]\d")
_HOUR: Final = 3  # figures of "3:00"
_MINUTES: Final = searchable(r"[0-5]?\d")
_BEHIND_TO: Final = searchable(r"2(?:(0\d\d|[12]\d\d|3[0-5]\d|360)|([1-4]\d),?(000|500))")


def number(words: Sequence[str], letters: Mapping[str, str]) -> int | None:
    """A whole number: digits one by one, in groups, or as a quantity."""
    ones, groups, times = single(), grouped(), multipliers()
    total, text = 0, ""
    for word in words:
        digit = ones.get(word)
        if digit is not None:
            text += digit
        elif text and word in times:
            total += int(text) * times[word]
            text = ""
        elif word in groups or word[:1].isdigit():
            return cardinal(number_words(words))
    return total + int(text or 0) if total or text else None


def level(words: Sequence[str], letters: Mapping[str, str]) -> int | None:
    """Hundreds of feet, up to where aircraft fly; two digits are 30 or more and end in 0 or 5 (else it is cut off)."""
    text = spoken_digits([w.removeprefix("fl") for w in words])
    return int(text) if _LEVEL.fullmatch(text) else None


def named_level(words: Sequence[str], letters: Mapping[str, str]) -> int | None:
    """A level that is called one: "flight level seven two" is whole, "flight level one two" is cut off."""
    text = spoken_digits([w.removeprefix("fl") for w in words])
    return int(text) if _PASSED.fullmatch(text) else level(words, letters)


def bare_altitude(words: Sequence[str], letters: Mapping[str, str]) -> int | None:
    """A level, or feet in figures ("descend 11000")."""
    text = spoken_digits(words)
    if text in _BARE_THOUSANDS:
        return int(text) * 1000
    return int(text) if _FEET.fullmatch(text) else level(words, letters)


def round_figures(words: Sequence[str], letters: Mapping[str, str]) -> int | None:
    """Whole thousands in figures."""
    return int(words[0]) if _ROUND.fullmatch(words[0]) else None


def hundreds(words: Sequence[str], letters: Mapping[str, str]) -> int | None:
    """Whole hundreds in figures."""
    return int(words[0]) if _HUNDREDS.fullmatch(words[0]) else None


def half_thousands(words: Sequence[str], letters: Mapping[str, str]) -> int | None:
    """Thousands and a half, in figures or as one says it: "six and a half"."""
    thousands = number(words[:1], letters) if len(words) > 1 else None
    if thousands:
        return thousands * 1000 + 500
    return int(words[0]) if _HALF.fullmatch(words[0]) else None


def split_thousands(words: Sequence[str], letters: Mapping[str, str]) -> int | None:
    """Thousands and hundreds apart: "5 000", "3 500"; "2 240" is a level after "to"."""
    return int(words[0] + words[1]) if len(words) > 1 and words[1].endswith("00") else None


def altitude(words: Sequence[str], letters: Mapping[str, str]) -> int | None:
    """Feet or metres up to where aircraft fly."""
    value = number(words, letters)
    return value if value is not None and 50 <= value <= 60000 else None


def thousands(words: Sequence[str], letters: Mapping[str, str]) -> int | None:
    """Feet that no other word announces: what is said with thousands up to the highest transition altitude."""
    value = number(words, letters)
    legal = value is not None and 1000 <= value < 30000
    return value if legal and not _NO_HEIGHT.fullmatch(words[0]) else None


def thousands_restated(words: Sequence[str], letters: Mapping[str, str]) -> int | None:
    """ "one one eleven thousand", "one zero thousand ten thousand": digit by digit, and the same in group form."""
    first, again = words[:2], words[2:]
    twice = number(again[1:] if again and again[0] in multipliers() else again, letters)
    return twice if twice is not None and spoken_digits(first) == str(twice // 1000) else None


def decimal_thousands(words: Sequence[str], letters: Mapping[str, str]) -> int | None:
    """ "two point five" is 2,500 feet."""
    value = decimal_number(words, letters)
    return round(value * 1000) if value is not None and 1 <= value < 20 else None


def thousands_alone(words: Sequence[str], letters: Mapping[str, str]) -> int | None:
    """ "five" is 5,000 feet, where a height in thousands follows."""
    value = number(words, letters)
    return value * 1000 if value and value < 18 else None


def named_thousands(words: Sequence[str], letters: Mapping[str, str]) -> int | None:
    """ "angels two five" is 25,000 feet; nobody flies above 60,000."""
    value = number(words[1:], letters)
    return value * 1000 if value and value <= 60 else None


def pointed_thousands(words: Sequence[str], letters: Mapping[str, str]) -> int | None:
    """Thousands parted by a point: "3.000", "12.500", "1-2.000"."""
    text = "".join(filter(is_number, words))
    return int(text.replace(".", "")) if _POINTED.fullmatch(text) else None


def thousand_and_hundreds(words: Sequence[str], letters: Mapping[str, str]) -> int | None:
    """ "twelve five" is 12,500 feet, and so are "twelve five hundred" and "twelve thousand five"; "thirty three" is
    3,300."""
    thousand, hundreds = number(words[:1], letters), spoken_digits(words[1:2]) or spoken_digits(words[2:3])
    if thousand and thousand > _TEENS and not words[0].isdecimal():
        return int(spoken_digits(words)) * 100
    return thousand * 1000 + int(hundreds) * 100 if thousand and hundreds else None


def three(words: Sequence[str], letters: Mapping[str, str]) -> int | None:
    """Degrees of the compass, always three digits; north is 360 (ICAO Doc 4444 12.3.1)."""
    text = spoken_digits(words)
    return (int(text) or 360) if len(text) == 3 and int(text) <= 360 else None


def speed(words: Sequence[str], letters: Mapping[str, str]) -> int | None:
    """Knots of an aircraft; less than 60 only where the word is said."""
    text = spoken_digits(words)
    return int(text) if (_SPEED if is_number(words[-1]) else _KNOTS).fullmatch(text) else None


def small(words: Sequence[str], letters: Mapping[str, str]) -> int | None:
    """Up to three digits."""
    text = spoken_digits(words)
    return int(text) if 1 <= len(text) <= 3 else None


def mach(words: Sequence[str], letters: Mapping[str, str]) -> float | None:
    """ "mach point seven two", "mach eight zero"; ".82" comes as "82"."""
    text = spoken_digits(words) if not any("." in w for w in words) else words[-1].partition(".")[2]
    return float("0." + text.removeprefix("0")) if _MACH.fullmatch(text) else None


def one(words: Sequence[str], letters: Mapping[str, str]) -> int:
    """ "a mile" is one of them."""
    return 1


def decimal_number(words: Sequence[str], letters: Mapping[str, str]) -> int | float | None:
    """Miles and the like, with or without a decimal part, a half or quarters."""
    for place, word in enumerate(words):
        if word in points():
            whole, part = spoken_digits(words[:place]) if place else "0", spoken_digits(words[place:])
            return float(f"{whole}.{part}") if whole and part else None
        if "." in word:
            return float(word)
    share = sum(_PARTS.get(word, 0) for word in words)
    if not share:
        return cardinal(number_words(words))
    parted = words.index("and") + 1 if "and" in words else int(words[0].isdecimal())  # "2 1/2 miles"
    miles, times = (cardinal(number_words(some)) for some in (words[:parted], words[parted:]))
    if miles is None and parted:
        miles = 1  # "a mile and a half"
    return (miles or 0) + (times or 1) * share


def runway(words: Sequence[str], letters: Mapping[str, str]) -> str | None:
    """01 to 36 and the side; one digit gets its zero (FAA JO 7110.65 3-4-9 says it without)."""
    last = words[-1]
    if last[:1].isdigit() and last[-1:].isalpha():
        text, where = spoken_digits(words[:-1]) + last[:-1], last[-1:].upper()  # "35R", "3 5R"
    else:
        where = side(last)
        text = spoken_digits(words)
    return f"{int(text):02}{where}" if text and len(text) <= 2 and 1 <= int(text) <= 36 else None


def clock(words: Sequence[str], letters: Mapping[str, str]) -> int | None:
    """One to twelve; recognizers write "3:00"."""
    text = spoken_digits(words)
    text = text if len(text) < _HOUR else text.removesuffix("00")
    return int(text) if text and 1 <= int(text) <= 12 else None


def time(words: Sequence[str], letters: Mapping[str, str]) -> int | str | None:
    """Hours and minutes as ``HH:MM``; two digits are minutes past the hour."""
    text = spoken_digits([word.removesuffix("z") for word in words])  # "2140Z"
    if _TIME.fullmatch(text):
        return f"{text[:2]}:{text[2:]}"
    return int(text) if _MINUTES.fullmatch(text) else None


def duration(words: Sequence[str], letters: Mapping[str, str]) -> int | float | None:
    """Minutes, hours or seconds, whichever was said; "two hours thirty" and "two plus thirty" are 150 minutes."""
    for place, word in enumerate(words):
        if word in ("hour", "hours", "plus") and (more := spoken_digits(words[place + 1 :])):
            return int(spoken_digits(words[:place]) or 1) * 60 + int(more)
    return decimal_number(words, letters)


def coordinates(words: Sequence[str], letters: Mapping[str, str]) -> str | None:
    """ "five three north zero three zero west" is 53N030W (ICAO Doc 4444 appendix 2, item 15)."""
    if len(words) == 1:
        words = _DEGREES.findall(words[0])
    parted = next((at for at, word in enumerate(words) if word in _NORTH_OR_SOUTH), 0)
    latitude, longitude = spoken_digits(words[:parted]), spoken_digits(words[parted:])
    longitude = longitude.zfill(len(latitude) + 1)  # with minutes or without
    if len(latitude) not in (2, 4) or len(longitude) != len(latitude) + 1:
        return None
    if int(latitude[:2]) > 90 or int(longitude[:3]) > 180:
        return None
    return f"{latitude}{words[parted][0]}{longitude}{words[-1][0]}".upper()


def one_degree(words: Sequence[str], letters: Mapping[str, str]) -> str | None:
    """ "three zero west" is 030W: one of those at which reports are made, every five degrees, and no miles."""
    degrees, side = int(spoken_digits(words[:-1]) or 0), words[-1][0].upper()
    if degrees % 5 or not _NEAREST <= degrees <= (180 if side in "EW" else 90):
        return None
    return f"{degrees:03}{side}" if side in "EW" else f"{degrees:02}{side}"


def behind_to(words: Sequence[str], letters: Mapping[str, str]) -> int | None:
    """ "2270", "211,000": the first figure was the word "to"."""
    said = _BEHIND_TO.fullmatch(words[0])
    return said and ((int(said[1]) if said[1] else int(said[2] + said[3])) or None)


READERS: Final[Mapping[str, Reader]] = {
    "number": number, "level": level, "named_level": named_level, "bare_altitude": bare_altitude,
    "altitude": altitude, "thousands": thousands,
    "round_figures": round_figures, "half_thousands": half_thousands, "hundreds": hundreds,
    "split_thousands": split_thousands,
    "named_thousands": named_thousands, "thousands_alone": thousands_alone, "thousands_restated": thousands_restated,
    "decimal_thousands": decimal_thousands, "pointed_thousands": pointed_thousands,
    "thousand_and_hundreds": thousand_and_hundreds,
    "three": three, "speed": speed, "small": small, "mach": mach, "one": one, "decimal_number": decimal_number,
    "frequency": frequency, "channel": channel,
    "squawk": squawk, "pressure": pressure, "runway": runway, "clock": clock, "time": time,
    "coordinates": coordinates, "one_degree": one_degree,
    "duration": duration, "letter": letter, "name": name, "place": place_name, "point": point,
    "airway": airway, "procedure": procedure, "stand": stand,
    "type": type_designator, "figures_of_frequency": figures_of_frequency, "odd_frequency": odd_frequency,
    "frequency_of_aid": frequency_of_aid, "frequency_of_ground": frequency_of_ground, "high_frequency": high_frequency,
    "short_frequency": short_frequency, "five_letters": five_letters, "unnamed_point": five_letters,
    "written_letters": written_letters,
    "inches": inches, "behind_to": behind_to,
}  # fmt: skip
