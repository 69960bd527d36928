"""Reads aeronautical radio transmissions: text goes in, a frozen typed record comes out.

>>> import callsigns
>>> t = callsigns.parse("Benghazi, good morning, Ascot 9908")
>>> t.callsigns[0].icao, t.callsigns[0].operator.name, t.facilities[0].icao, t.role
('RRR9908', 'Royal Air Force', 'HLLB', 'pilot')

Importing this package reads no grammar; the first line parsed does. The records not named here are in
``callsigns.records``, the other errors in ``callsigns.errors``.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from callsigns.errors import CallsignsError, GrammarError
from callsigns.records import CallSign, Message, Token, Transmission, Value, bind_marker, bind_tokenizer

if TYPE_CHECKING:
    from callsigns.dialogue import Dialogue
    from callsigns.formats import read
    from callsigns.grammar import Grammar
    from callsigns.parser import Parser
    from callsigns.traffic import Traffic

__all__ = [
    "CallSign",
    "CallsignsError",
    "Dialogue",
    "Grammar",
    "GrammarError",
    "Message",
    "Parser",
    "Traffic",
    "Transmission",
    "Value",
    "__version__",
    "parse",
    "read",
    "tokenize",
]

__version__ = "0.1.0"

# Where the names live that would cost time at import; __getattr__ (PEP 562) fetches each when it is first asked for.
_LAZY = {
    "Dialogue": "callsigns.dialogue",
    "Grammar": "callsigns.grammar",
    "Parser": "callsigns.parser",
    "Traffic": "callsigns.traffic",
    "read": "callsigns.formats",
}


@cache
def _shared() -> Parser:
    from callsigns.parser import default_parser

    return default_parser()


def parse(text: str) -> Transmission:
    """Read one transmission with the shipped grammar. Any string parses; what cannot be read stays unread."""
    return _shared().parse(text)


def tokenize(text: str) -> tuple[Token, ...]:
    """Split ``text`` into tokens with their places and what each may mean: the first stage on its own."""
    return _shared().tokenize(text)


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in _LAZY:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(_LAZY[name]), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def _marked(transmission: Transmission) -> str:
    from callsigns.formats.marks import marked_html

    return marked_html(transmission)


bind_tokenizer(tokenize)
bind_marker(_marked)
