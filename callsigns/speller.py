"""Call signs to words: the library's own speaker, for tests, examples, and for what an aircraft on a list sounds like.

>>> speak("DLH5YV")
'lufthansa five yankee victor'
>>> speak("UAL1204", style="group"), speak("UAL1204", style="mixed")
('united twelve zero four', 'united one two zero four')
>>> speak("N123AB"), speak("G-ABCD")
('november one two three alfa bravo', 'golf alfa bravo charlie delta')

Source: ICAO Annex 10 Vol II 5.2.1.3 to 5.2.1.7 (digit by digit); FAA JO 7110.65 2-4-20 (group form).
"""

from __future__ import annotations

from functools import cache
from typing import Final, Literal

from callsigns.grammar import shipped_table
from callsigns.grammar.expressions import searchable
from callsigns.grammar.tables import Telephony, spoken, telephony
from callsigns.recognize.callsign.marks import mark_of

__all__ = ["STYLES", "Style", "speak", "speak_ident", "split_callsign"]

Style = Literal["digits", "group", "mixed"]
STYLES: Final[tuple[Style, ...]] = ("digits", "group", "mixed")

_FIGURE: Final = "zero one two three four five six seven eight nine".split()
_TEEN: Final = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS: Final = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
_FLIGHT: Final = searchable(r"([A-Z]{3})(\d[\dA-Z]{0,3})")
_WORD: Final = searchable(r"([A-Z]{3,})(\d{1,4})")
_USUAL: Final = searchable(r"\d{1,4}|\d{1,3}[A-Z]|\d{1,2}[A-Z]{2}")
_PARTS: Final = searchable(r"\d+|[A-Z]")


@cache
def _letters() -> dict[str, str]:
    return {letter: forms[0] for letter, forms in shipped_table("alphabet.toml")["letters"].items()}


def _pair(pair: str) -> list[str]:
    """Two figures as one number ("12" twelve, "07" zero seven)."""
    if pair[0] == "0":
        return [_FIGURE[0], _FIGURE[int(pair[1])]]
    if pair[0] == "1":
        return [_TEEN[int(pair[1])]]
    return [_TENS[int(pair[0])], *([_FIGURE[int(pair[1])]] if pair[1] != "0" else [])]


def _grouped(figures: str) -> list[str]:
    """As controllers in the United States say flight numbers: "four fifty two", "twelve zero four", "five hundred"."""
    match len(figures):
        case 1:
            return [_FIGURE[int(figures)]]
        case 2:
            return _pair(figures)
        case 3 if figures.endswith("00") and figures[0] != "0":
            return [_FIGURE[int(figures[0])], "hundred"]
        case 3:
            return [_FIGURE[int(figures[0])], *_pair(figures[1:])]
        case 4 if figures.endswith("000") and figures[0] != "0":
            return [_FIGURE[int(figures[0])], "thousand"]
        case 4 if figures.endswith("00") and figures[0] != "0":
            return [*_pair(figures[:2]), "hundred"]
        case 5:  # "eighty eight thirty five" is one figure fewer
            return [_FIGURE[int(figures[0])], *_grouped(figures[1:])]
    return [*_pair(figures[:2]), *_grouped(figures[2:])]


def _mixed(figures: str) -> list[str]:
    """The first half digit by digit, the last two as a number, where neither needs a zero ("four five twelve")."""
    if len(figures) < 3 or "0" in figures:
        return [_FIGURE[int(f)] for f in figures]
    return [*(_FIGURE[int(f)] for f in figures[:-2]), *_pair(figures[-2:])]


def speak_ident(ident: str, style: Style = "digits") -> str:
    """A flight identification or registration without its name: ``5YV`` -> ``five yankee victor``."""
    words: list[str] = []
    for part in _PARTS.findall(ident):
        if part.isalpha():
            words.append(_letters()[part])
        elif style == "group":
            words += _grouped(part)
        elif style == "mixed":
            words += _mixed(part)
        else:
            words += [_FIGURE[int(f)] for f in part]
    return " ".join(words)


def split_callsign(callsign: str, table: Telephony | None = None) -> tuple[str, str]:
    """The spoken name and what is spelled behind it: ``UAL452`` is ``("united", "452")``, ``N12`` ``("", "N12")``."""
    flight = _FLIGHT.fullmatch(callsign)
    row = (table or telephony()).designated(flight[1]) if flight else None
    if flight and row is not None and (_USUAL.fullmatch(flight[2]) or not mark_of(callsign)):
        return spoken(row.telephony), flight[2]
    word = _WORD.fullmatch(callsign)
    if word and len(word[1]) > 3 and not mark_of(callsign):
        return word[1].lower(), word[2]
    return "", callsign


def speak(callsign: str, *, style: Style = "digits", table: Telephony | None = None) -> str:
    """The words for a call sign as it stands in a flight plan.

    ``style``: ``digits`` one by one, in a ``group`` as in the United States ("twelve zero four"), or ``mixed``.

    Raises:
        ValueError: there is something else in it than letters A to Z, figures and hyphens, or no such style.
    """
    if style not in STYLES:
        raise ValueError(f"expected a style of {', '.join(STYLES)}, found {style!r:.60}")
    plain = callsign.strip().upper().replace("-", "")
    if not plain.isascii() or not plain.isalnum():
        raise ValueError(f"{callsign!r} is no call sign: expected letters A to Z, figures and a hyphen")
    name, ident = split_callsign(plain, table)
    return f"{name} {speak_ident(ident, style)}".strip()
