"""Words of the trade with one wrong letter, and words that a recording begins within."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from callsigns.grammar import Grammar
from callsigns.parser import default_parser
from callsigns.sound import one_letter_off

WORDS = Grammar.default().section("words")


def words(text: str) -> list[str]:
    return default_parser().line(text).words


@settings(deadline=None)
@given(st.sampled_from(WORDS["misspelt"]), st.data())
def test_one_letter(word: str, data: st.DataObject) -> None:
    """Left out, put in, changed or moved: one letter is off; two are not."""
    at = data.draw(st.integers(1, len(word) - 1))
    letter = data.draw(st.sampled_from("qxz"))
    for wrong in (word[:at] + word[at + 1 :], word[:at] + letter + word[at:], word[:at] + letter + word[at + 1 :]):
        assert one_letter_off(wrong, word)
        assert not one_letter_off(f"{letter}{letter}{wrong}", word)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("maintai four thouasand", "maintain four thousand"),
        ("radar conatact swiss one two", "radar contact swiss one two"),
        ("is the visual availbale", "is the visual available"),
        ("vel one six zero swiss one two", "level one six zero swiss one two"),
        ("request descent to six thousnd", "request descent to six thousand"),
        ("swiss one two’s clear", "swiss one two clear"),
        ("kontakt radar swiss one two", "contact radar swiss one two"),
        ("vakate left and report pasing four thousand", "vacate left and report passing four thousand"),
        ("good evening radar conta", "good evening radar contact"),
        ("climb to four thousa", "climb to four thousand"),
    ],
)
def test_put_right(said: str, meant: str) -> None:
    assert words(said) == meant.split()


@pytest.mark.parametrize(
    "said", [*WORDS["no_misspelling"], "approaches", "contacts", "CONTC", "requested", "vel", "ding", "renka"]
)
def test_left_alone(said: str) -> None:
    """Other words of English, endings, names of points, and ends of words in the middle."""
    assert words(f"radar {said} four") == ["radar", said.lower(), "four"]
