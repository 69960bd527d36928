"""What the fuzzer runs: bytes in, and a failed assertion or an exception for everything that must not happen.

The first byte chooses what is done with the rest, which is UTF-8 with whatever is broken in it kept, or indices into
the words that the grammars know: a fuzzer finds those words too slowly by itself.
"""

from __future__ import annotations

from functools import cache

from callsigns.dialogue import Dialogue
from callsigns.parser import default_parser
from callsigns.traffic import Traffic
from tests.hostile.invariants import check, reading, spoken
from tests.properties.texts import WORDS

__all__ = ["run", "seeds", "text_of"]

_MOST = 4000  # characters; longer lines are the matter of tests/hostile/test_text.py


@cache
def _traffic() -> Traffic:
    return Traffic(["UAL452", "DAL306", "BAW12", "DLH5YV", "N123AB", "GABCD", "RRR9908", "RYR77KT"])


def text_of(data: bytes) -> str:
    """The text that some bytes stand for."""
    if data[:1] < b"\x80":
        return data[1:].decode("utf-8", "surrogateescape")[:_MOST]
    return " ".join(WORDS[byte % len(WORDS)] for byte in data[1:])[:_MOST]


def run(data: bytes) -> None:
    """Carry one input through the library."""
    text = text_of(data)
    parser = default_parser()
    record = parser.parse(text)
    check(record, text)
    assert parser.parse(text) == record
    match data[0] % 4 if data else 0:
        case 0:
            check(parser.parse(text, traffic=_traffic()), text)
        case 1:
            talk = Dialogue(traffic=_traffic())
            for line in text.split("\n")[:8]:
                check(talk.add(line), line)
        case 2 if text.isascii():
            words = spoken(text)
            assert reading(parser.parse(words.lower())) == reading(parser.parse(words.upper()))
        case 3:
            for part in parser.split(text):
                check(parser.parse(part), part)


def seeds(lines: list[str]) -> list[bytes]:
    """Inputs to begin with: real lines, each for another branch."""
    return [bytes([number % 4]) + line.encode() for number, line in enumerate(lines)]
