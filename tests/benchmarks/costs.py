"""What else is promised: the slowest lines, a list of 300 aircraft, JSON lines, start-up, memory."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import tracemalloc

import callsigns
from callsigns.formats.record_json import to_json
from callsigns.grammar.tables import telephony
from callsigns.speller import speak
from tests.benchmarks.corpus import all_lines, markdown, microseconds

_AIRCRAFT = 300
_LINE = "Benghazi, good morning, Ascot 9908"


def table(rounds: int) -> str:
    lines = all_lines()
    parser = callsigns.Parser()
    parse = microseconds(parser.parse, lines, rounds)
    traffic = _traffic()
    with_traffic = microseconds(lambda line: parser.parse(line, traffic=traffic), lines, rounds)
    written = microseconds(lambda line: to_json(parser.parse(line)), lines, rounds)
    slow, median = _slowest(parser, lines, rounds)
    bare, imported, command = (_started(*given) for given in _STARTS)
    rows = [
        ("slowest line in a hundred, to the median", f"{slow / median:.1f} ×", "3 ×"),
        (f"parse with {_AIRCRAFT} aircraft, to without", f"{with_traffic / parse:.2f} ×", "2 ×"),
        ("parse and write JSON lines, to the parse", f"{written / parse:.2f} ×", "1.67 ×"),
        ("a kept record without tokens", f"{record_size(parser, lines):,.0f} bytes", "450 bytes"),
        ("`import callsigns` over bare Python", f"{(imported[0] - bare[0]) * 1e3:.0f} ms", "60 ms"),
        ("one line through the command, over bare Python", f"{(command[0] - bare[0]) * 1e3:.0f} ms", "120 ms"),
        ("resident after that line", f"{command[1]:.0f} MiB", "40 MiB"),
    ]
    return markdown(("what", "measured", "goal"), rows)


def _traffic() -> callsigns.Traffic:
    current = sorted(row.designator for _, row in telephony() if row.status == "current" and row.kind == "airline")
    return callsigns.Traffic([f"{d}{n}" for n, d in enumerate(current[:: len(current) // _AIRCRAFT][:_AIRCRAFT], 101)])


def _slowest(parser: callsigns.Parser, lines: list[str], rounds: int) -> tuple[float, float]:
    """The 99th percentile and the median of the cost of single lines of about the same length."""
    named = [f"{speak('BAW123')} {line}" for line in lines if 8 <= len(line.split()) <= 16]
    costs = sorted(microseconds(parser.parse, [line], rounds) for line in named)
    return costs[len(costs) * 99 // 100], costs[len(costs) // 2]


def record_size(parser: callsigns.Parser, lines: list[str]) -> float:
    """What a second list of the same records takes: what is remembered of words is bounded, and no part of a record."""
    for line in lines:  # what is made once is made before it is traced, which takes ten times as long
        parser.parse(line)
    tracemalloc.start()
    kept = [parser.parse(line) for line in lines * 2]
    gc.collect()
    before, _ = tracemalloc.get_traced_memory()
    kept += [parser.parse(line) for line in lines]
    gc.collect()
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return (after - before) / len(lines)


_STARTS = (
    ("-c", "pass"),
    ("-c", "import callsigns"),
    ("-m", "callsigns", "parse", "-"),
)


# A process that was just forked counts what its parent holds, so a small one stands between.
_BETWEEN = """
import resource, subprocess, sys, time
best = 9.0
for _ in range(12):
    start = time.perf_counter()
    subprocess.run(sys.argv[2:], input=sys.argv[1].encode(), stdout=subprocess.DEVNULL, check=True)
    best = min(best, time.perf_counter() - start)
print(best, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def _started(*given: str) -> tuple[float, float]:
    """The best wall time of a process in seconds, and its resident memory in MiB; of one that finds what an earlier one
    has kept (``callsigns/grammar/kept.py``), as all but the first do."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run([sys.executable, *given], input=_LINE, capture_output=True, text=True, env=environment, check=True)
    between = [sys.executable, "-c", _BETWEEN, _LINE, sys.executable, *given]
    answer = subprocess.run(between, capture_output=True, text=True, env=environment, check=True).stdout.split()
    return float(answer[0]), int(answer[1]) / (1 << 20 if sys.platform == "darwin" else 1 << 10)
