"""Lists of aircraft from strangers: refused with file and place in bounded time, or used without raising."""

from __future__ import annotations

import json
import time
import warnings
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from callsigns.errors import TrafficError
from callsigns.parser import default_parser
from callsigns.traffic import Traffic
from tests.hostile.invariants import check
from tests.hostile.strategies import speech
from tests.volume import share

PATIENCE = 20.0
TEXT = "united four fifty two and november nine one four romeo yankee descend flight level eight zero zip zap"

BROKEN: dict[str, bytes] = {
    "binary": bytes(range(256)) * 40,
    "UTF-16": "UAL452\n".encode("utf-16"),
    "NUL": b"UAL452\x00\n",
    "one long line": b"A" * 1_000_000,
    "a million digits": b"1" * 1_000_000,
    "deep JSON": b"[" * 1_000_000,
    "deep object": b'{"aircraft":' * 100_000,
    "number without end": b'{"callsign": "UAL452", "time": ' + b"9" * 100_000 + b"}",
    "open quote": b'callsign,type\n"UAL452,' + b"x" * 500_000,
    "columns without end": b"callsign" + b",x" * 200_000 + b"\nUAL452!",
    "no call signs": b"the quick brown fox jumps over the lazy dog\n",
    "a program": b"#!/bin/sh\nrm -rf /\n",
    "nothing, as JSON": b"null",
    "a number": b"5\n",
    "no number": b"NaN\n",
    "nothing among call signs": b"UAL452\ntrue\nDAL306\n",
    "nothing in a column": b"callsign,type\nUAL452,B738\nnull,B738\n",
    "objects in a list": b'[{"callsign": {"callsign": "UAL452"}}]',
}


def use(path: Path) -> Traffic:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return Traffic.read(path)


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN.keys())
def test_refused_with_place_in_bounded_time(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "list.txt"
    path.write_bytes(content)
    start = time.perf_counter()
    with pytest.raises(TrafficError) as caught:
        use(path)
    assert str(caught.value).startswith(str(path))
    assert len(str(caught.value)) < 1000
    assert time.perf_counter() - start < PATIENCE


@pytest.mark.parametrize(
    "entries",
    [
        [f"UAL{number}" for number in range(1, 10_000)],
        [f"N{number}" for number in range(10_000, 20_000)],
        ["ZIP" + "1" * size for size in range(1, 4)],
    ],
    ids=["one operator", "registrations", "alike"],
)
def test_long_lists_are_used_in_bounded_time(tmp_path: Path, entries: list[str]) -> None:
    """More aircraft than any frequency has, all alike."""
    path = tmp_path / "list.json"
    path.write_text(json.dumps(entries))
    start = time.perf_counter()
    traffic = use(path)
    check(default_parser().parse(TEXT, traffic=traffic), TEXT)
    assert time.perf_counter() - start < PATIENCE


NAMES = st.from_regex(r"[A-Z0-9]{1,8}", fullmatch=True) | st.sampled_from(
    ["G-ABCD", "BRONCO71", "N1", "N123AB", "A", "1", "000"]
)


@settings(max_examples=share(150), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(NAMES, min_size=1, max_size=12), speech)
def test_any_list_and_any_speech(tmp_path: Path, names: list[str], text: str) -> None:
    """A list that is accepted makes no record wrong."""
    path = tmp_path / "list.txt"
    path.write_text("\n".join(names))
    told = str(path)
    try:
        check(default_parser().parse(text, traffic=use(path)), text)
    except TrafficError as error:
        told = str(error)
    assert told.startswith(str(path))
