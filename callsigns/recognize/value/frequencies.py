"""Numbers that a radio or an altimeter is set to: frequency, transponder code, pressure.

>>> frequency("one two zero decimal two seven five".split(), {}), frequency("nineteen eight".split(), {})
(120.275, 119.8)
>>> squawk("four six three eight".split(), {}), pressure("two niner niner two".split(), {})
(None, 29.92)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from callsigns.grammar.expressions import searchable
from callsigns.numbers import cardinal
from callsigns.recognize.value.spoken import multipliers, number_words, points, spoken_digits

__all__ = [
    "channel",
    "figures_of_frequency",
    "frequency",
    "frequency_of_aid",
    "frequency_of_ground",
    "high_frequency",
    "inches",
    "odd_frequency",
    "pressure",
    "short_frequency",
    "squawk",
]

_TENTHS: Final = searchable(r"0(\.[6-9]5?)")
_WHOLE: Final = 3  # figures before the point
_LOWEST: Final = 2850  # kilohertz
_HIGHEST: Final = 22000


def frequency(words: Sequence[str], letters: Mapping[str, str]) -> float | None:
    """Megahertz with or without a spoken decimal sign; only what is a channel.

    Two decimals may stand for a third that is not said: .02 is .025, .07 is .075 (ICAO Annex 10 Vol II 5.2.1.7.3.4).
    """
    if "," in words[0] and words[0].index(",") != _WHOLE:
        return None  # "12,400"
    if len(words[0]) == 4 and words[0].endswith("000"):
        return None  # rather feet
    text = _with_point(words)
    whole, _, part = text.partition(".")
    if not whole:
        return float("0." + part) if len(part) <= 3 and part else None
    if len(whole) == 2 and not any("." in w for w in words):  # "nineteen eight"
        whole = "1" + whole
    if len(whole) != _WHOLE or not 1 <= len(part) <= 3:
        return None
    if len(part) == 2 and part[1] in "27":
        part += "5"
    if len(part) == 2 and part[1] not in "05" and not any("." in w or w in points() for w in words):
        return None
    value = float(f"{whole}.{part}")
    if 118 <= value < 137:
        return value if int(part.ljust(3, "0")) % 25 in (0, 5, 10, 15) else None
    # radio aids and the military band: never without the point
    pointed = any("." in w or w in points() for w in words)
    return value if pointed and (108 <= value < 118 or 225 <= value < 400) else None


def channel(words: Sequence[str], letters: Mapping[str, str]) -> float | None:
    """Five figures without a point, the last any of those that channels 8.33 kHz apart have: 133.98 is 133.980; of four
    that are spoken the first is left out: "thirty three forty three".
    """
    figures = spoken_digits(words)
    if len(words) > 1 and len(figures) == _WHOLE + 1:
        figures = "1" + figures
    if len(words) == 1 and len(figures) == 5 and figures.endswith("00"):
        return None  # rather feet
    return frequency((f"{figures[:_WHOLE]}.{figures[_WHOLE:]}",), letters)


def frequency_of_ground(words: Sequence[str], letters: Mapping[str, str]) -> float | None:
    """ "point niner" is 121.9, where ground control has no other frequencies (FAA AIM 4-3-14 c)."""
    if "." in words[0]:  # "ground 0.9"
        tenths = _TENTHS.fullmatch(words[0])
        return float("121" + tenths[1]) if tenths else None
    return frequency(("121", *words), letters)


def frequency_of_aid(words: Sequence[str], letters: Mapping[str, str]) -> float | None:
    """What a localizer or an omnirange beacon stands on, said without the point."""
    figures = spoken_digits(words)
    value = frequency((f"{figures[:_WHOLE]}.{figures[_WHOLE:]}",), letters)
    return value if value is not None and value < 118 else None


def high_frequency(words: Sequence[str], letters: Mapping[str, str]) -> int | None:
    """Kilohertz, over oceans and deserts: four or five figures (ITU Radio Regulations, Appendix 27)."""
    figures = spoken_digits([word.replace(",", "") for word in words])
    return int(figures) if figures.isdecimal() and _LOWEST <= int(figures) <= _HIGHEST else None


def figures_of_frequency(words: Sequence[str], letters: Mapping[str, str]) -> float | None:
    """Figures that no word announces; whole hundreds are rather feet, three figures with a zero a heading."""
    other = "0" if len(words[0]) == _WHOLE else "00"
    return None if words[0].endswith(other) else frequency(words, letters)


def odd_frequency(words: Sequence[str], letters: Mapping[str, str]) -> float | None:
    """Three figures without the first and the point; headings, levels and speeds end with 0 or 5."""
    return None if words[0].endswith(("0", "5")) else frequency(words, letters)


def short_frequency(words: Sequence[str], letters: Mapping[str, str]) -> float | None:
    """Figures and point without the first figure: "19.3"."""
    return frequency(("1" + words[0],), letters) if len(words[0].partition(".")[0]) == 2 else None


def _with_point(words: Sequence[str]) -> str:
    for place, word in enumerate(words):
        if word in points():
            return spoken_digits(words[:place]) + "." + spoken_digits(words[place + 1 :])
        if "." in word and not _late(word):
            return spoken_digits(words[:place]) + word + spoken_digits(words[place + 1 :])  # "1-2-0.5", "120.1-2-5"
    text = spoken_digits([word.replace(".", "") for word in words])
    size = 3 if len(text) > 3 and text[:2] in ("11", "12", "13") else 2
    return text[:size] + "." + text[size:]


def _late(word: str) -> bool:
    """The point stands a figure too late: "1207.55" is 120.755."""
    return word.find(".") > _WHOLE and word.startswith(("11", "12", "13"))


def squawk(words: Sequence[str], letters: Mapping[str, str]) -> str | None:
    """Four octal digits, leading zeros kept."""
    text = spoken_digits(words)
    return text if len(text) == 4 and not {"8", "9"} & set(text) else None


def pressure(words: Sequence[str], letters: Mapping[str, str]) -> int | float | None:
    """Hectopascals, or inches of mercury where the number can only be those."""
    text = _figures_of_pressure(words)
    if not text.isdecimal():
        return None
    if len(text) == 4 and 2700 <= int(text) < 3200:
        return int(text) / 100
    return int(text) if len(text) in (3, 4) and 850 <= int(text) <= 1090 else None


def inches(words: Sequence[str], letters: Mapping[str, str]) -> float | None:
    """Inches of mercury that no word announces: only figures that are hardly anything else."""
    text = words[0].replace(".", "")
    return int(text) / 100 if len(text) == 4 and 2940 <= int(text) <= 3060 else None


def _figures_of_pressure(words: Sequence[str]) -> str:
    if not multipliers().keys().isdisjoint(words):
        return str(cardinal(number_words(words)) or "")
    return spoken_digits([w.replace(".", "") for w in words if w not in points()])
