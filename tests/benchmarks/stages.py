"""What each stage of the parser takes, measured in the order in which a line goes through them.

A stage alone, run over all lines before the next one, is a third quicker: the processor then keeps it at hand. What
counts is what it takes between the others.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import callsigns
from tests.benchmarks.corpus import all_lines, markdown, microseconds


def table(rounds: int) -> str:
    lines = all_lines()
    base = microseconds(str.split, lines, rounds)
    parser = callsigns.Parser()
    for line in lines:
        parser.parse(line)
    best: dict[str, float] = {}
    for _ in range(rounds):
        spent: dict[str, float] = {}
        for line in lines:
            _through(parser, line, spent)
        best = {name: min(seconds, best.get(name, seconds)) for name, seconds in spent.items()}
    costs = {name: seconds / len(lines) * 1e6 for name, seconds in best.items()}
    costs["all of them"] = sum(costs.values())
    return markdown(("stage", "µs", "×"), [(n, f"{us:.1f}", f"{us / base:.0f}") for n, us in costs.items()])


def _through(parser: callsigns.Parser, text: str, spent: dict[str, float]) -> None:
    def timed(name: str, work: Callable[..., Any], *given: Any) -> Any:
        start = time.perf_counter()
        result = work(*given)
        spent[name] = spent.get(name, 0.0) + time.perf_counter() - start
        return result

    line = timed("words and classes", parser.line, text)
    timed("stations", parser._places.read_back, line)
    timed("stations", parser._facilities.recognize, line)
    timed("stations", parser._places.sent, line)
    timed("call signs", parser._callsigns.hyphened, line)
    timed("stations", parser._places.called, line)
    timed("call signs", parser._homophones.rewrite, line)
    timed("call signs", parser._callsigns.recognize, line)
    timed("stations", parser._places.answering, line)
    timed("partial call signs", parser._partials.early, line)
    unclaimed = line.classes
    timed("values", parser._values.recognize, line)
    timed("partial call signs", parser._partials.recognize, line, unclaimed)
    timed("spellings", parser._spellings.recognize, line, unclaimed)
    timed("call signs", parser._mentions.note, line)
    timed("messages", parser._full_stops.pass_over, line)
    said = timed("messages", parser._messages.recognize, line)
    role, _ = timed("role", parser._roles.guess, line, said)
    record = timed("uses and record", parser.record, line, said, role)
    timed("its parts, when asked for", getattr, record, "messages")
