"""For people: the line, and under it who calls whom, what kind of message it is, and what it holds.

``"Benghazi, good morning, Ascot 9908"`` ->

    1  Benghazi, good morning, Ascot 9908
       role        pilot
       from        Ascot 9908 (RRR9908, Royal Air Force, military flight)
       to          Benghazi (HLLB)
       says        initial call
                   greeting
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from textwrap import wrap

from callsigns.formats import wording
from callsigns.formats.writers import Options, Writer
from callsigns.records import CallSign, Facility, Transmission

__all__ = ["make"]

Paint = Callable[[str, str], str]

# SGR codes (ECMA-48), readable on light and dark ground; not through rich, whose import takes longer than the parse.
_CODES = {"callsign": "1;36", "facility": "35", "spelling": "33", "label": "2", "line": "2", "fault": "1;31"}
_LABEL = 12


def make(options: Options) -> Writer:
    """A writer for people, ``options.width`` columns wide, coloured when ``options.color``."""
    paint = _paint if options.color else _leave
    return Writer(partial(_block, width=max(40, options.width), paint=paint), between="\n")


def _paint(kind: str, text: str) -> str:
    return f"\x1b[{_CODES[kind]}m{text}\x1b[0m"


def _leave(kind: str, text: str) -> str:
    return text


def _block(transmission: Transmission, width: int, paint: Paint) -> str:
    number = "" if transmission.line is None else str(transmission.line)
    margin = " " * (max(5, len(number)) + 2)
    place = " ".join(filter(None, (wording.clock_words(transmission), transmission.speaker)))
    text = f"{place}: {transmission.text.strip()}" if place else transmission.text.strip()
    lines = _folded(_clean(text), width - len(margin)) or [""]
    first = paint("line", f"{number:>5}") + f"  {lines[0]}"
    rows = [first, *(margin + line for line in lines[1:])]
    for label, kind, words in _facts(transmission):
        folded = _folded(_clean(words), width - len(margin) - _LABEL)
        rows.append(f"{margin}{paint('label', f'{label:<{_LABEL}}')}{_colored(folded[0], kind, paint)}")
        rows += [f"{margin}{'':{_LABEL}}{_colored(line, kind, paint)}" for line in folded[1:]]
    return "\n".join(rows) + "\n"


def _colored(line: str, kind: str | None, paint: Paint) -> str:
    return paint(kind, line) if kind else line


def _folded(text: str, width: int) -> list[str]:
    return wrap(text, width, break_on_hyphens=False)


def _clean(text: str) -> str:
    # Control characters in a transcript must not steer the terminal.
    return "".join(character if character.isprintable() or character == " " else " " for character in text)


def _facts(t: Transmission) -> Iterator[tuple[str, str | None, str]]:
    callers = [c for c in t.callsigns if c.use == "speaker"]
    called = [c for c in t.callsigns if c.use == "addressee"]
    others = [c for c in t.callsigns if c.use not in ("speaker", "addressee")]
    stations = {use: [f for f in t.facilities if f.use == use] for use in ("calling", "called", "handover")}
    rest = [f for f in t.facilities if f.use not in stations]
    if t.role:
        yield "role", None, t.role
    yield from _callsigns("from", callers)
    yield from _facilities("from", stations["calling"])
    yield from _callsigns("to", called)
    yield from _facilities("to", stations["called"])
    yield from _callsigns("mentions", others)
    yield from _facilities("hands over", stations["handover"])
    yield from _facilities("mentions", rest)
    if t.aircraft and t.aircraft not in {name for c in t.callsigns for name in (c.icao, c.match)}:
        yield "aircraft", None, t.aircraft
    for spelling in t.spellings:
        yield "spells", "spelling", wording.spelling_words(spelling)
    for index, message in enumerate(t.messages):
        yield ("says" if index == 0 else ""), None, wording.message_words(message)
    if t.readback is not None:
        fault = None if t.readback.status == "correct" else "fault"
        yield "readback", fault, wording.readback_words(t.readback)


def _callsigns(label: str, callsigns: list[CallSign]) -> Iterator[tuple[str, str, str]]:
    for callsign in callsigns:
        yield label, "callsign", _explained(callsign.text, wording.callsign_words(callsign))


def _facilities(label: str, facilities: list[Facility]) -> Iterator[tuple[str, str, str]]:
    for facility in facilities:
        yield label, "facility", _explained(facility.text, wording.facility_words(facility))


def _explained(text: str, words: str) -> str:
    return f"{text} ({words})" if words else text
