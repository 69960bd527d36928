"""Hostile text: what no radio ever said, and what it says on a bad day.

``texts`` is any string at all; ``runs`` is one thing over and over, nested and cut off; ``speech`` is grammar-aware:
whole examples from the grammar files, joined, interrupted, corrected and misheard.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from hypothesis import strategies as st

from callsigns.grammar import Grammar
from tests.properties.texts import anything, noisy_speech

__all__ = ["CORRECTIONS", "HESITATIONS", "examples", "plain_speech", "runs", "speech", "texts"]

HESITATIONS = ("uh", "uhm", "er", "and uh", "eh", "the the", "ah", "stand by", "say again")
CORRECTIONS = ("correction", "I say again", "disregard", "negative", "no", "sorry", "make that", "break", "break break")
# Pieces that are short, and that a parser may try to grow for ever.
PIECES = (
    *("one ", "delta ", "november ", "speedbird ", "to for ", "thousand ", "triple ", "double ", "correction "),
    *("break break ", "point ", "decimal ", "flight level ", "left ", "left right center ", "good morning "),
    *(
        "praha radar ",
        "uh ",
        "and ",
        "runway two seven ",
        "5YV",
        "1",
        "0",
        "G-",
        "G-ABCD ",
        "N1",
        ",",
        ". ",
        "'s ",
        "'",
    ),
    *("\u0301", "\u200d", "\x00", "\ud83d", "²", "١", "日本", "İ", "ß", "-", "—", "…", "\n", "\t", "mayday ", "roger "),
    *("flight of two ", "heavy ", "cleared to land ", "lima golf ", "o'clock ", "118.1 ", "1,000", "FL", "air france "),
)


def examples(tables: Any) -> Iterator[str]:
    """Every example and counter-example below some tables of a grammar."""
    if isinstance(tables, Mapping):
        for key, inner in tables.items():
            if key in ("examples", "not"):
                yield from inner
            else:
                yield from examples(inner)


@cache
def _shipped() -> tuple[str, ...]:
    grammar = Grammar.default()
    sections = ("callsign", "value", "message", "condition", "role")
    return tuple(sorted({text for section in sections for text in examples(grammar.section(section))}))


def _misheard(text: str, at: int, how: int) -> str:
    """One word cut off, doubled, lost, or changed for its neighbour, as recognizers of speech do."""
    words = text.split(" ")
    at %= len(words)
    match how % 5:
        case 0:
            words[at] = words[at][: len(words[at]) // 2]
        case 1:
            words.insert(at, words[at])
        case 2:
            del words[at]
        case 3:
            words[at - 1], words[at] = words[at], words[at - 1]
        case _:
            words[at] = words[at][:1] + "-" + words[at]
    return " ".join(words)


_phrase = st.deferred(lambda: st.sampled_from(_shipped()))
_heard = st.one_of(_phrase, st.builds(_misheard, _phrase, st.integers(0, 30), st.integers(0, 4)))
_between = st.one_of(st.sampled_from(HESITATIONS), st.sampled_from(CORRECTIONS), st.just(""))
_mark = st.sampled_from(["", "", "", ",", ".", "?", " -", "...", "'s"])
_repeated = st.builds(str.__mul__, st.sampled_from(PIECES), st.integers(1, 400))

plain_speech = st.lists(st.one_of(_heard, _between), max_size=6).map(" ".join)
speech = st.lists(st.builds("{}{}".format, st.one_of(_heard, _between), _mark), max_size=8).map(" ".join)
runs = st.lists(st.one_of(_repeated, _repeated, speech), min_size=1, max_size=4).map("".join)
texts = st.one_of(anything, noisy_speech, speech, speech, runs)
