"""What is read at once where nothing can go wrong is what the long way reads."""

from __future__ import annotations

import random
import re

import pytest

from callsigns import Parser
from callsigns.line import Line
from callsigns.parser import default_parser
from callsigns.recognize.callsign.identity import IdentityReader

WORDS = (
    "one two three seven niner zero oh eleven forty hundred thousand double to for alpha bravo delta kilo x ray m d "
    "12 306 4 1234 information current is correct miles feet point climb united runway left"
).split()


def lines() -> list[str]:
    chance = random.Random(7)
    texts = [" ".join(chance.choices(WORDS, k=chance.randint(1, 9))) for _ in range(3000)]
    return [text.replace(" ", ", ", chance.randint(0, 1)) for text in texts]


@pytest.mark.parametrize("most", [1, 3, 4, 5, 7])
def test_identities(most: int) -> None:
    """Every word of random lines, with and without the shortcuts."""
    parser = Parser()
    quick, slow = IdentityReader(parser._compiled), IdentityReader(parser._compiled)
    slow._usual = slow._plain_signs = re.compile("(?!)")  # never fits
    read = 0
    for line in map(parser.line, lines()):
        for start in range(len(line.words)):
            found = slow.read(line, start, most), slow.letters(line, start, most)
            assert (quick.read(line, start, most), quick.letters(line, start, most)) == found, (line.text, start)
            read += found != (None, None)
    assert read > 1000


USUAL = ("seven alpha bravo", "one two three four", "306", "four kilo", "12 x", "1 2 3")
PLAIN = ("alpha bravo kilo", "x k l", "hotel bravo zulu alpha bravo")


@pytest.mark.parametrize(
    ("shortcut", "said"), [*(("_usual", said) for said in USUAL), *(("_plain_signs", said) for said in PLAIN)]
)
def test_what_is_usual_is_read_at_once(shortcut: str, said: str) -> None:
    parser = default_parser()
    line = parser.line(said)
    found = getattr(IdentityReader(parser._compiled), shortcut).match(line.classes, 0)
    assert found is not None
    assert found.end() == len(line.words)


def test_names_end_where_the_next_word_begins() -> None:
    line = Line("", [], "ab\u00b7\u00b7c\u00b7", [], [], frozenset())
    assert [line.name_end(at) for at in (0, 1, 4)] == [1, 4, 6]
    line.claim(0, 1, "x", None)
    line.claim(4, 6, "yz", 7)
    assert line.classes == "xb\u00b7\u00b7yz\u00b7"
    assert line.found == {0: None, 4: 7}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("G-ABCD", "GABCD"),
        ("OK-TNT, climb", "OKTNT"),
        ("x-ray G-ABCD", "GABCD"),
        ("to-OK-TNT", "OKTNT"),
        ("to-OK-TNT-G-ABCD", "OKTNT GABCD"),
        ("ok-tnt", "OKTNT"),
        ("TAXI BEHIND OK-TNT", "OKTNT"),
        ("the f-word and t-shirts", ""),
        ("THE F-WORD", ""),
        ("9H-ABC and CS-TKK", "9HABC CSTKK"),
        ("well-known G-ABCDEF", ""),
    ],
)
def test_hyphened(text: str, wanted: str) -> None:
    """A mark of some state, a hyphen, what that state puts behind it; no word of the language."""
    parser = default_parser()
    found = parser._callsigns._hyphened.read(parser.line(text))
    assert " ".join(heard.icao or "" for heard in found) == wanted


def test_characters_of_a_line() -> None:
    """The classes of a line as a string and as a list stay the same, whatever is claimed or taken back."""
    parser = default_parser()
    texts = ["uh delta ten fifteen ten fifteen climb to for thousand", "taxi via alpha bravo six echo lima ready"]
    claimed = 0
    for line in map(parser.line, [*texts, *lines()]):
        parser.recognize(line)
        assert "".join(line.chars) == line.classes, line.text
        claimed += bool(line.found)
    assert claimed > 1000
