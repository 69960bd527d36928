"""Threads share a parser, processes get one, and what they read is what one reads alone."""

from __future__ import annotations

import json
import multiprocessing
import pickle
import sys
import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest

from callsigns.dialogue import Dialogue
from callsigns.forms import automaton, spotter
from callsigns.grammar import Grammar
from callsigns.parser import Parser
from callsigns.records import Transmission
from callsigns.traffic import Traffic
from tests.volume import share

CORPUS = Path(__file__).parents[1] / "corpus"
LINES = [
    line for name in ("speech", "written", "noisy") for line in (CORPUS / f"{name}.txt").read_text("utf-8").splitlines()
]
THREADS = 8
LIST: list[str | dict[str, str]] = ["UAL452", "DAL306", "N914RY", "RRR9908", {"callsign": "GABCD", "type": "C172"}]


def _together(parser: Parser, lines: list[str], traffic: Traffic | None = None) -> list[list[Transmission]]:
    """Eight threads read all lines at once, each from another place on, with as many switches as can be had."""
    ready = threading.Barrier(THREADS)

    def work(number: int) -> list[Transmission]:
        ready.wait()
        turn = number * len(lines) // THREADS
        order = [*range(turn, len(lines)), *range(turn)]
        found = {at: parser.parse(lines[at], traffic=traffic) for at in order}
        return [found[at] for at in range(len(lines))]

    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        with ThreadPoolExecutor(THREADS) as pool:
            return list(pool.map(work, range(THREADS)))
    finally:
        sys.setswitchinterval(interval)


@pytest.fixture(scope="module")
def alone() -> list[Transmission]:
    """What one thread reads."""
    parser = Parser()
    return [parser.parse(line) for line in LINES]


def test_threads_share_a_new_parser(alone: list[Transmission]) -> None:
    """Nothing has been compiled or remembered when they begin."""
    assert all(found == alone for found in _together(Parser(), LINES))


def test_threads_while_memory_is_cleared(alone: list[Transmission], monkeypatch: pytest.MonkeyPatch) -> None:
    """What automata remember is thrown away all the time, in the middle of other threads' lines."""
    monkeypatch.setattr(automaton, "_MOST_STEPS", 5)
    monkeypatch.setattr(spotter, "_MOST_STATES", 5)
    monkeypatch.setattr("callsigns.tokens._MOST", 5)
    parser, some = Parser(), share(len(LINES))
    assert [parser.parse(line) for line in LINES[:some]] == alone[:some]
    assert all(found == alone[:some] for found in _together(parser, LINES[:some]))


def test_threads_share_a_list_of_aircraft() -> None:
    parser, traffic = Parser(), Traffic(LIST)
    expected = [parser.parse(line, traffic=traffic) for line in LINES]
    assert all(found == expected for found in _together(parser, LINES, Traffic(LIST)))


def test_tokens_are_made_by_many_at_once(alone: list[Transmission]) -> None:
    """Tokens are made when they are asked for, by whichever thread asks."""
    parser = Parser()
    records = [parser.parse(line) for line in LINES[:40]]
    with ThreadPoolExecutor(THREADS) as pool:
        found = list(pool.map(lambda _: [record.tokens for record in records], range(THREADS)))
    assert all(tokens == [record.tokens for record in alone[:40]] for tokens in found)


def test_records_travel(alone: list[Transmission]) -> None:
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        back = pickle.loads(pickle.dumps(alone, protocol))
        assert back == alone
        assert list(map(hash, back)) == list(map(hash, alone))
    assert back[0].tokens == alone[0].tokens


def test_a_parser_travels_with_its_grammar(tmp_path: Path) -> None:
    """The file need not be there any more."""
    path = tmp_path / "mine.toml"
    path.write_text('[telephony.zipper]\ndesignator = "ZZP"\noperator = "Zip"\n')
    parser = Parser(Grammar.default().extended(path))
    path.unlink()
    back = pickle.loads(pickle.dumps(parser))
    assert back.parse("zipper one two").callsigns[0].icao == "ZZP12"
    assert [back.parse(line) for line in LINES[:40]] == [parser.parse(line) for line in LINES[:40]]


def test_a_list_of_aircraft_travels() -> None:
    traffic = Traffic(LIST)
    back = pickle.loads(pickle.dumps(traffic))
    assert list(back) == list(traffic)
    text = "united four fifty two descend"
    assert Parser().parse(text, traffic=back) == Parser().parse(text, traffic=traffic)


def _in_process(parser: Parser, lines: list[str]) -> list[Transmission]:
    return [parser.parse(line) for line in lines]


@pytest.mark.parametrize("method", [m for m in ("fork", "spawn") if m in multiprocessing.get_all_start_methods()])
def test_processes_read_the_same(alone: list[Transmission], method: str) -> None:
    """A parser is sent, records come back."""
    parser = Parser()
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context(method)) as pool:
        parts = list(pool.map(_in_process, [parser] * 2, [LINES[:60], LINES[60:]], timeout=120))
    assert [record for part in parts for record in part] == alone


def test_dialogues_in_threads_do_not_mix() -> None:
    """Each frequency has a dialogue of its own; they may share a parser."""
    rows = (CORPUS / "callsigns.jsonl").read_text(encoding="utf-8").splitlines()[:200]
    lines = [json.loads(row)["text"] for row in rows]
    parser = Parser()

    def talk(_: int) -> list[Transmission]:
        dialogue = Dialogue(parser)
        return [dialogue.add(line) for line in lines]

    expected = talk(0)
    with ThreadPoolExecutor(THREADS) as pool:
        assert all(found == expected for found in pool.map(talk, range(THREADS)))
