"""The records that come out: frozen, typed, comparable, hashable.

``start`` and ``end`` are character offsets into ``Transmission.text``, half open, so that
``text[record.start:record.end] == record.text``. Collections are tuples; what was not said is ``None``. None has a
place for weak references: it would cost eight bytes each, and a draft (``drafts.py``) could not have the same layout.

>>> Facility("Benghazi", 0, 8, place="BENGHAZI", unit=None, icao="HLLB", use="called").icao
'HLLB'
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from attrs import field, frozen

__all__ = [
    "CallSign",
    "Condition",
    "Difference",
    "Facility",
    "Message",
    "Operator",
    "Readback",
    "Spelling",
    "Token",
    "Transmission",
    "Value",
]


class Token(NamedTuple):
    """One word, number or mark of the text, with what it may mean.

    ``kind`` is one of ``letter digit number telephony name facility word filler mark``, or several of them joined by
    ``|`` where the word alone does not tell (``delta``: ``letter|telephony``). ``value`` is the letter, the digits, or
    the folded word.
    """

    text: str
    start: int
    end: int
    kind: str
    value: str


@frozen(slots=True, weakref_slot=False)
class Operator:
    """Who flies under a telephony designator (ICAO Doc 8585; FAA JO 7340.2).

    ``kind`` is ``airline``, ``military``, ``government``, ``medical`` or ``other``.
    """

    designator: str
    telephony: str
    name: str
    country: str | None
    kind: str


@frozen(slots=True, weakref_slot=False)
class CallSign:
    """An aircraft, vehicle or ground party as it was called (ICAO Annex 10 Vol II, 5.2.1.7.2).

    ``kind``: ``flight registration tactical vehicle partial``. ``icao`` is the call sign as a flight plan and ADS-B
    show it, when all of it was said. ``use``: ``speaker addressee mentioned``. ``match`` is the full call sign that a
    list of traffic or the dialogue decided on.
    """

    text: str
    start: int
    end: int
    kind: str
    icao: str | None = None
    telephony: str | None = None
    designator: str | None = None
    ident: str | None = None
    operator: Operator | None = None
    country: str | None = None
    modifiers: tuple[str, ...] = ()
    use: str | None = None
    abbreviated: bool = False
    match: str | None = None


@frozen(slots=True, weakref_slot=False)
class Spelling:
    """A run of alphabet words outside call signs; ``kind``: ``aerodrome waypoint registration atis letters``."""

    text: str
    start: int
    end: int
    letters: str
    kind: str
    name: str | None = None


@frozen(slots=True, weakref_slot=False)
class Facility:
    """A station on the ground: ``place`` and ``unit`` as spoken, in lower case for the unit (``control``).

    ``icao`` is the location indicator where the name belongs to one place only. ``use``: ``called calling handover
    mentioned``.
    """

    text: str
    start: int
    end: int
    place: str | None
    unit: str | None
    icao: str | None = None
    use: str | None = None


@frozen(slots=True, weakref_slot=False)
class Value:
    """One quantity: ``value`` is an ``int``, a ``float`` or an upper-case name; ``unit`` is ``None`` when not said.

    ``limit``: ``at_or_above at_or_below maximum minimum until`` or ``None``.
    """

    text: str
    start: int
    end: int
    quantity: str
    value: int | float | str
    unit: str | None = None
    limit: str | None = None


@frozen(slots=True, weakref_slot=False)
class Condition:
    """When a message holds; ``kind``: ``when_passing after until at by behind before when_ready due``."""

    text: str
    start: int
    end: int
    kind: str
    values: tuple[Value, ...] = ()


@frozen(slots=True, weakref_slot=False)
class Message:
    """One thing that was said: an ``act`` about a ``topic`` (or none), with its values and conditions.

    ``callsign`` is an index into ``Transmission.callsigns``. ``cpdlc`` is the data-link element (ICAO Doc 4444
    appendix 5, ``UM20``), ``command`` the name in the European ontology for transcribed commands (``CLIMB``).
    """

    text: str
    start: int
    end: int
    act: str
    topic: str | None = None
    values: tuple[Value, ...] = ()
    conditions: tuple[Condition, ...] = ()
    callsign: int | None = None
    cpdlc: str | None = None
    command: str | None = None


@frozen(slots=True, weakref_slot=False)
class Difference:
    """What a readback changed or left out: ``said`` by the controller against ``heard`` in the readback."""

    quantity: str
    said: int | float | str | None
    heard: int | float | str | None


@frozen(slots=True, weakref_slot=False)
class Readback:
    """How a transmission reads back line ``of``; ``status``: ``correct partial wrong missing``."""

    of: int
    status: str
    differences: tuple[Difference, ...] = ()


@frozen(slots=True, weakref_slot=False)
class Transmission:
    """One transmission, read.

    ``line`` counts from 1, ``time`` is a pair of seconds (start, end), ``speaker`` is what the source says,
    ``role`` is ``pilot``, ``controller`` or ``None``, ``aircraft`` is the call sign that the transmission is with.
    """

    text: str
    line: int | None = None
    source: str | None = None
    time: tuple[float, float] | None = None
    speaker: str | None = None
    role: str | None = None
    aircraft: str | None = None
    callsigns: tuple[CallSign, ...] = ()
    spellings: tuple[Spelling, ...] = ()
    facilities: tuple[Facility, ...] = ()
    messages: tuple[Message, ...] = ()
    readback: Readback | None = field(default=None)

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The words of ``text``, read anew each time with the shipped grammar; no part of equality or JSON."""
        return _tokenizer(self.text)

    def _repr_html_(self) -> str:
        """What a notebook shows: the text, marked."""
        return _marker(self)


def _unbound(text: str) -> tuple[Token, ...]:
    raise RuntimeError("import callsigns before asking for tokens")


_tokenizer: Callable[[str], tuple[Token, ...]] = _unbound


def bind_tokenizer(tokenizer: Callable[[str], tuple[Token, ...]]) -> None:
    """Give records the tokenizer, once, from the package's ``__init__``: types may not import what makes them."""
    global _tokenizer
    _tokenizer = tokenizer


def _unmarked(transmission: Transmission) -> str:
    raise RuntimeError("import callsigns before showing a transmission in a notebook")


_marker: Callable[[Transmission], str] = _unmarked


def bind_marker(marker: Callable[[Transmission], str]) -> None:
    """Give records the function that marks a text in HTML, in the same way and for the same reason."""
    global _marker
    _marker = marker
