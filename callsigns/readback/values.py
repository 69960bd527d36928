"""When two values are the same for the two who speak: "nineteen eight" is 119.8, "down to four" is 4000 feet.

>>> # said 119.8 MHz   heard 1198, 198      -> the same
>>> # said 4000 ft     heard 4, when nothing else stands beside it   -> the same
>>> # said runway 25L  heard 25R, 25        -> not the same
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Protocol

from callsigns.numbers import cardinal, digits, symbols

__all__ = [
    "SIGNS",
    "Named",
    "figures_of",
    "is_place",
    "is_qnh",
    "number_like",
    "one_edit",
    "readings",
    "said_figures",
    "same",
    "same_number",
    "spoken",
]

SIGNS: Final = frozenset(("point", "decimal", "dot", "comma", "dayseemal"))
_IDENT: Final = 3  # letters of a navigation aid; its name is longer
_CHANNEL: Final = 6  # figures of a frequency with thousandths
_LEVEL: Final = 3  # figures of a flight level
_ZEROS: Final = ("", "0", "00", "000")
_SHORTENED: Final = frozenset(("frequency", "altitude"))
_AIR_BAND: Final = range(108, 137)


class Named(Protocol):
    """What a ``Value`` and a ``Quantity`` have in common."""

    @property
    def quantity(self) -> str: ...
    @property
    def value(self) -> int | float | str: ...
    @property
    def unit(self) -> str | None: ...


def same(one: Named, other: Named) -> bool:
    """Whether two values of one kind mean the same."""
    if one.quantity != other.quantity:
        return False
    if isinstance(one.value, str) or isinstance(other.value, str):
        said, heard = str(one.value).lstrip("0"), str(other.value).lstrip("0")
        return said == heard or (not is_place(one) and same_number(one, str(other.value), whole=True))
    return one.value == other.value or same_number(one, str(other.value), whole=True)


def is_place(value: Named) -> bool:
    """A runway: its side counts, and is said behind its figures."""
    return value.quantity == "runway" and isinstance(value.value, str)


def comparable(one: Named, other: Named) -> bool:
    """Not the spelled letters of a navigation aid with its name: "oscar sierra november" and "osnabruck"."""
    if one.quantity != "waypoint":
        return True
    return (len(str(one.value)) <= _IDENT) == (len(str(other.value)) <= _IDENT)


def same_number(value: Named, text: str, *, whole: bool) -> bool:
    """``text``: digits that were heard; ``whole``: nothing else was said beside them, so they may be a short form."""
    figures = said_figures(text)
    if not figures.lstrip(".").isdecimal():
        return text.upper() == str(value.value)
    exact, short = spoken(value)
    return figures in exact or (whole and figures in short)


def said_figures(text: str) -> str:
    """The digits of a reading; its point, too, where nothing stands before it ("point seven", of 121.7)."""
    return text[1:] if text.startswith("0.") else text.replace(".", "")


def spoken(value: Named) -> tuple[frozenset[str], frozenset[str]]:
    """The figures with which a value is said, and those of its short forms."""
    wanted = figures_of(value)
    if value.quantity == "frequency":  # the first 1 and zeros at the end may stay away; in short, all before the point
        ends = _ZEROS
        if len(wanted) == _CHANNEL and wanted[-2:] in ("25", "75"):  # 133.475: "four seven", too, and "four seven zero"
            wanted, ends = wanted[:-1], ("", "0", "5", "")
        forms = [wanted[start:] + zeros for start in range(len(wanted) - 1) for zeros in ends]
        pointed = f"{value.value:.3f}"[-4:].rstrip("0") if not isinstance(value.value, str) else ""
        return frozenset((pointed, *forms[: 2 * len(_ZEROS)])), frozenset(forms)
    if isinstance(value.value, str) or value.quantity == "pressure":
        bare = wanted.lstrip("0")
        return frozenset((wanted,) if value.quantity == "squawk" else (wanted, bare, f"0{bare}")), frozenset()
    if value.quantity == "altitude" and isinstance(value.value, int):
        scales = (10, 100, 1000) if value.value >= 1000 else ()  # "two four" is no flight level 240
        scaled = [value.value // scale for scale in scales if value.value % scale == 0]
        exact = frozenset((wanted, wanted.zfill(_LEVEL)))
        return exact, frozenset(str(n) for n in scaled if n * 10 != value.value or n > 9)
    if value.quantity == "heading":
        return frozenset((wanted, "000") if wanted == "360" else (wanted,)), frozenset()
    return frozenset((wanted, wanted.lstrip("0"))), frozenset()


def figures_of(value: Named) -> str:
    """The digits of a value as they are said."""
    if value.quantity == "frequency" and not isinstance(value.value, str):
        return f"{value.value:.3f}".replace(".", "").rstrip("0")
    if value.quantity == "heading" and isinstance(value.value, int):
        return f"{value.value:03d}"
    return "".join(c for c in str(value.value) if c.isdigit())


def readings(words: Sequence[str]) -> Iterator[str]:
    """The digits of a run of number words, and what it is as a quantity."""
    parts: list[list[str]] = [[]]
    for word in words:
        if word in SIGNS:
            parts.append([])
        else:
            parts[-1].append(word)
    if len(parts) == 2 and all(parts):
        yield f"{digits(parts[0])}.{digits(parts[1])}"
    elif len(parts) == 2 and parts[1]:
        yield f"0.{digits(parts[1])}"  # "ground point seven"
    elif len(words) == 1 and words[0].replace(".", "", 1).replace(",", "").isdigit():
        yield words[0].replace(",", "")
    elif len(parts) == 1 and words and not _zero_beside(words) and not any("." in word for word in words):
        text, quantity = digits(words), cardinal(words)
        if text:
            yield text
        # "zero nine" is no 9: only thousands, hundreds and tens make a number of other digits
        if quantity is not None and str(quantity) != text and not text.startswith("0"):
            yield str(quantity)


def is_qnh(value: Named) -> bool:
    """Hectopascals: where they are used they are read back, as inches are not."""
    return value.quantity == "pressure" and isinstance(value.value, int)


def _zero_beside(words: Sequence[str]) -> bool:
    """ "eight thousand zero", "zero six thousand": the zero belongs to the number beside."""
    kinds = [symbols().get(word, ("?", ""))[0] for word in words]
    return "K" in kinds and "o" in (kinds[0], kinds[-1])


def number_like(value: Named, words: Sequence[str]) -> int | float | str | None:
    """The number in ``words`` where it can have been meant for ``value``: as many figures, fewer in a short form."""
    text = next(iter(readings(words)), "")
    figures = text.replace(".", "")
    if not figures:
        return None
    if value.quantity == "frequency":
        return _frequency_like(figures.rstrip("0") or figures, value)
    if value.quantity == "altitude" and len(figures) <= 2 and "." not in text:
        return _level_like(int(figures), value)
    room = 1 if value.quantity in _SHORTENED or is_qnh(value) else 0
    if abs(len(figures) - len(figures_of(value))) > room:
        return None
    if value.quantity == "pressure" and isinstance(value.value, float) and "." not in text:
        return int(figures) / 100
    return float(text) if "." in text else text if isinstance(value.value, str) else int(text)


def _frequency_like(figures: str, value: Named) -> float | None:
    """The first 1 may stay away: "eighteen forty six" is 118.46."""
    for full in (figures, f"1{figures}"):
        if len(full) > 3 and int(full[:3]) in _AIR_BAND and len(full) <= len(figures_of(value)) + 1:
            return float(f"{full[:3]}.{full[3:]}")
    return None


def _level_like(number: int, value: Named) -> int | None:
    """ "four" may be 4000 feet where thousands of feet were said."""
    if not isinstance(value.value, int) or value.value % 1000 or not number:
        return None
    return number * 1000 if number * 1000 <= 10 * value.value else None


def one_edit(one: str, other: str) -> bool:
    """Whether one character was lost, doubled or heard as another."""
    if abs(len(one) - len(other)) > 1 or len(one) < 2:
        return False
    head = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    tails = (one[head + 1 :], other[head + 1 :]), (one[head + 1 :], other[head:]), (one[head:], other[head + 1 :])
    return one != other and any(a == b for a, b in tails)
