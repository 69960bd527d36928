"""Any text: nothing raises, everything stands in its place, and what cannot be heard makes no difference."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from callsigns.dialogue import Dialogue
from callsigns.formats.registry import OUTPUTS
from callsigns.formats.writers import Options, writer
from callsigns.parser import Parser, default_parser
from callsigns.traffic import Traffic
from tests.hostile.invariants import check, reading, spoken
from tests.hostile.strategies import PIECES, plain_speech, runs, speech, texts
from tests.volume import share

EXAMPLES = settings(max_examples=share(200), deadline=None)
FEWER = settings(max_examples=share(60), deadline=None)
CRASHES = [
    line.encode("ascii").decode("unicode_escape")
    for line in (Path(__file__).parent / "crashes.txt").read_text(encoding="ascii").splitlines()
    if line and not line.startswith("# ")
]
LIST = Traffic(["UAL452", "DAL306", "BAW12", "DLH5YV", "N123AB", "GABCD", "N914RY", "RRR9908", "AFR1", "RYR77KT"])
# Seconds for a line of 30,000 characters: some twenty times what it takes on a slow machine.
LONG, PATIENCE = 30_000, 10.0
LONGER = share(100_000)


def _everything(text: str) -> None:
    """All the ways through which one line may go."""
    parser = default_parser()
    check(parser.parse(text), text)
    check(parser.parse(text, traffic=LIST), text)
    for role in ("pilot", "controller"):
        check(parser.parse(text, role=role), text)
    at = 0
    for part in parser.split(text):
        at = text.index(part, at) + len(part)


@pytest.mark.parametrize("text", CRASHES, ids=range(len(CRASHES)))
def test_what_once_crashed(text: str) -> None:
    """Every text that ever raised or broke a promise is tried for ever after."""
    _everything(text)
    talk = Dialogue(traffic=LIST)
    for _ in range(2):
        check(talk.add(text), text)


@EXAMPLES
@given(texts)
def test_any_text(text: str) -> None:
    """The parser, with and without a list of aircraft, a role, and the parting of run-together lines."""
    _everything(text)


@pytest.mark.parametrize("wrong", [None, 5, float("nan"), b"delta three", ["delta three"]], ids=repr)
def test_what_is_no_text(wrong: object) -> None:
    """A missing value of a table is told as such, and so is a role that nobody has."""
    with pytest.raises(TypeError, match="expected a transmission as a str, found "):
        default_parser().parse(wrong)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="expected a transmission as a str, found "):
        default_parser().tokenize(wrong)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="expected a transmission as a str, found "):
        list(default_parser().parse_lines(["delta three", wrong]))  # type: ignore[list-item]
    with pytest.raises(ValueError, match="expected 'pilot', 'controller' or None as role"):
        default_parser().parse("delta three", role="tower")


def test_what_is_something_else() -> None:
    """A list for a ``Traffic``, the name of a file for a ``Grammar``, one text for many."""
    with pytest.raises(TypeError, match="expected a Traffic as traffic, found list"):
        default_parser().parse("delta three", traffic=["DAL3"])  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="expected a Grammar, found str"):
        Parser("mine.toml")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="expected a Parser, found str"):
        Dialogue("mine.toml")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="expected lines, found one str"):
        list(default_parser().parse_lines("delta three"))
    with pytest.raises(TypeError, match="expected a time in seconds"):
        Dialogue().add("delta three", time=10**400)


@FEWER
@given(runs)
def test_runs(text: str) -> None:
    """One thing over and over, thousands of words of it."""
    check(default_parser().parse(text), text)


@FEWER
@given(st.lists(texts, max_size=8), st.booleans(), st.lists(st.sampled_from([None, "ATC", "PILOT", "?"]), min_size=8))
def test_any_dialogue(lines: list[str], listed: bool, speakers: list[str | None]) -> None:
    """A conversation of any lines, with times that go backwards."""
    talk = Dialogue(traffic=LIST if listed else None)
    again = Dialogue(traffic=LIST if listed else None)
    for number, text in enumerate(lines):
        record = talk.add(text, time=float(-number), speaker=speakers[number])
        assert record == again.add(text, time=float(-number), speaker=speakers[number])
        check(record, text)


@EXAMPLES
@given(speech)
def test_capitals(text: str) -> None:
    """ASCII capitals or none: the same reading, but for codes."""
    parser = default_parser()
    text = spoken(text)
    assert reading(parser.parse(text.lower())) == reading(parser.parse(text.upper()))


@EXAMPLES
@given(plain_speech, st.sampled_from(["  ", "\t", " \t  "]))
def test_spaces(text: str, gap: str) -> None:
    """More or other blanks between words, and at both ends: the same reading."""
    words = text.split()
    parser = default_parser()
    assert reading(parser.parse(gap + gap.join(words) + gap)) == reading(parser.parse(" ".join(words)))


@EXAMPLES
@given(texts)
def test_same_again(text: str) -> None:
    """The same text gives an equal record with an equal hash."""
    parser = default_parser()
    first = parser.parse(text)
    parser.parse("november one two three alpha bravo")
    assert parser.parse(text) == first
    assert hash(parser.parse(text)) == hash(first)


@pytest.mark.parametrize("piece", PIECES, ids=ascii)
def test_long_lines(piece: str) -> None:
    """Thirty thousand characters of one thing end in bounded time."""
    text = piece * (LONG // len(piece))
    start = time.perf_counter()
    record = default_parser().parse(text)
    assert time.perf_counter() - start < PATIENCE
    assert record.text == text


@pytest.mark.parametrize(
    "piece",
    [
        "delta twelve turn left heading two one zero ",
        "copper four nineteen contact ",
        "delta twelve, ",
        "speedbird ",  # every other word of the line was looked at, to know whether it is prose
        "one ",  # all the numbers behind each
        "car two ",  # all that stands before each vehicle
        "behind the cardinal ",  # every message and every condition, for each message and value
        "correction delta one ",  # the classes of a line, joined anew for each that is taken back
        "ryanair one alpha one alpha ",  # ... and for each that is said again
        "xyzzy nine ",  # all words but those of a name, to know whether they are figures
        "one - two ",  # all words for a value, at each end of a sentence
        "ciao heading two one zero ",  # all messages for each greeting
        "one nine zero good bye ",  # ... and for each farewell, those before it
        "turn left left heading ",  # all words before each side of which one may stammer
        "19-1, ",  # all commas of a line, for each chain of figures
        "bronco 71, xyzzy nine alpha, ",  # all that is named before each word that may be a procedure
        "speedbird 44 is behind you united 12, ",  # ... and before each name that may have been said already
        "delta 12, two thousand feet, ",  # all messages, for each height that may stand beside a wish
        "approaching mopup checking in ",  # all messages before each word that may be a second first call
        "three base approved ",  # all messages before each word that may begin what is approved
        "not able to pass renka ",  # all words for two figures, at each word that may be a point
        "swiss three niner two request startup ",  # all that was named before each name that may be an ordinary word
        "coast guard one five oh four contact nantucket ",  # all words anew, for each that may tell where it was said
        "praha radar vozice one november ",  # all stations, for each word that may be a procedure behind a call sign
        "advise on initial contact you have information kilo ",  # all words before each unit of a station
    ],
)
def test_eight_times_as_long(piece: str) -> None:
    """Messages were held against every value of the line, call signs against its every letter: 64 times the time."""

    def seconds(size: int) -> float:
        start = time.process_time()
        default_parser().parse(piece * (size // len(piece)))
        return time.process_time() - start

    seconds(LONG)
    assert seconds(8 * LONG) < 24 * seconds(LONG)


@pytest.mark.parametrize("piece", ["delta one. ", "12345 ", "lima golf sierra alpha delta one two "])
def test_what_is_done_with_long_lines(piece: str) -> None:
    """What took the square of their length: marks that were held against all others, words before each call sign."""
    record = default_parser().parse(piece * (LONGER // len(piece)))
    start = time.process_time()
    LIST.resolve(record)
    for name in OUTPUTS:
        if name != "parquet":  # a table on disk, written as it is read
            writer(name, Options()).one(record)
    assert time.process_time() - start < PATIENCE
