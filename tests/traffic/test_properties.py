"""For any text and any list: no exception, places that fit, and an order of the list that does not matter."""

from __future__ import annotations

import contextlib
import itertools
import random
import warnings

from hypothesis import given, settings
from hypothesis import strategies as st

from callsigns.errors import TrafficError
from callsigns.parser import default_parser
from callsigns.speller import STYLES, speak, split_callsign
from callsigns.traffic import Traffic
from tests.volume import share

CODES = ("UAL", "DAL", "BAW", "DLH", "RYR", "AFR", "QTR", "CPA", "ANZ", "KLM")
FLIGHTS = st.builds(
    lambda code, number, letters: f"{code}{number}{letters}",
    st.sampled_from(CODES),
    st.integers(1, 99),
    st.sampled_from(["", "", "A", "KT", "ZV"]),
)
MARKS = st.from_regex(r"N[1-9][0-9]{2}[A-HJ-NP-Z]{2}|G[A-Z]{4}", fullmatch=True)
LISTS = st.lists(FLIGHTS | MARKS, min_size=1, max_size=40, unique=True)
WORDS = st.lists(
    st.sampled_from(
        "united delta speed bird lufthansa one two three oh nine niner twelve forty sixty double hundred thousand heavy"
        " november golf alpha x-ray n k 93 5yv UAL12 correction heading to for descend , . turn uh G-ABCD fl120".split()
    ),
    max_size=25,
).map(" ".join)


@settings(max_examples=share(150), deadline=None)
@given(st.text(max_size=80) | WORDS, LISTS, st.randoms(use_true_random=False))
def test_any_text_and_list(text: str, callsigns: list[str], rng: random.Random) -> None:
    transmission = default_parser().parse(text, traffic=Traffic(callsigns))
    assert transmission.text == text
    assert transmission.aircraft is None or transmission.aircraft in callsigns
    spans = [(c.start, c.end) for c in transmission.callsigns]
    assert spans == sorted(spans)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
    assert all(text[c.start : c.end] == c.text for c in transmission.callsigns)
    shuffled = rng.sample(callsigns, len(callsigns))
    assert default_parser().parse(text, traffic=Traffic(shuffled)) == transmission


@settings(max_examples=share(150), deadline=None)
@given(LISTS, st.sampled_from(STYLES), st.integers(0, 39))
def test_a_call_sign_spoken_in_full_is_matched(callsigns: list[str], style: str, at: int) -> None:
    callsign = callsigns[at % len(callsigns)]
    name, _ = split_callsign(callsign)
    text = speak(callsign, style=style if name else "digits") + " descend flight level one two zero"  # type: ignore[arg-type]
    assert default_parser().parse(text, traffic=Traffic(callsigns)).aircraft == callsign


@settings(max_examples=share(50), deadline=None)
@given(
    st.lists(st.text(max_size=8) | st.none() | st.dictionaries(st.text(max_size=9), st.text(max_size=9)), max_size=5)
)
def test_any_entries_give_a_list_or_a_traffic_error(entries: list[object]) -> None:
    with warnings.catch_warnings(), contextlib.suppress(TrafficError):
        warnings.simplefilter("ignore")
        assert len(Traffic(entries)) <= len(entries)  # type: ignore[arg-type]
