"""Prints microseconds per line, and the ratio to ``str.split`` on the same lines, for each stage and style.

Run it as ``python -m tests.benchmarks``; ``--write docs/performance.md`` puts the table between the marks of that page.
The ratio is what to compare between machines. Each figure is the best of several rounds, on one core, with the garbage
collector as it is; ``kept`` keeps the records of a whole round, as a program does that collects them in a list.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import sysconfig
from collections.abc import Callable
from pathlib import Path

import callsigns
from tests.benchmarks import costs, rivals
from tests.benchmarks import stages as per_stage
from tests.benchmarks.corpus import STYLES, lines_of, markdown, microseconds

BEGIN, END = "<!-- measured -->", "<!-- /measured -->"


def stages() -> dict[str, tuple[Callable[[str], object], bool]]:
    """What is measured: the name of a stage, its function, and whether results are kept."""
    parser = callsigns.Parser()
    return {
        "str.split": (str.split, False),
        "tokenize": (callsigns.tokenize, False),
        "parse": (parser.parse, False),
        "parse, kept": (parser.parse, True),
    }


def table(rounds: int, repeat: int) -> str:
    """A Markdown table, one row a stage, one pair of columns a style."""
    corpora = [lines_of(style) * repeat for style in STYLES]
    bases = [microseconds(str.split, lines, rounds) for lines in corpora]
    rows = []
    for name, (work, keep) in stages().items():
        row = [name]
        for lines, base in zip(corpora, bases, strict=True):
            cost = microseconds(work, lines, rounds, keep)
            row += [f"{cost:.2f}", f"{cost / base:.1f}"]
        rows.append(row)
    return markdown(["what", *(column for style in STYLES for column in (f"{style}, µs", "×"))], rows)


def machine() -> str:
    """One line about where the figures come from."""
    model = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists() and (found := re.search(r"^model name\s*:\s*(.+)$", info.read_text(), re.MULTILINE)):
        model = found[1]
    optimized = "--enable-optimizations" in str(sysconfig.get_config_var("CONFIG_ARGS"))
    built = "built with" if optimized else "built without"
    return (
        f"{platform.python_implementation()} {platform.python_version()} ({built} profile-guided optimization), "
        f"{model}, {os.cpu_count()} cores, one used"
    )


def write(page: Path, text: str) -> None:
    """Replace what stands between the marks of a page."""
    old = page.read_text(encoding="utf-8")
    before, mark, rest = old.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not mark or not end:
        raise SystemExit(f"{page}: expected the marks {BEGIN} and {END}")
    page.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8")


def main() -> None:
    options = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__.splitlines()[0])
    options.add_argument("--rounds", type=int, default=9, help="rounds per figure; the best counts")
    options.add_argument(
        "--repeat", type=int, default=20, help="how often the sixty lines of a style are read in a round"
    )
    options.add_argument("--write", type=Path, metavar="PAGE", help="put the table between the marks of this page")
    chosen = options.parse_args()
    parts = [
        f"{machine()}.",
        table(chosen.rounds, chosen.repeat),
        "## What each stage takes\n\nIn the order of a line, over all three styles.",
        per_stage.table(chosen.rounds),
        "## Beside others",
        rivals.table(chosen.rounds),
        "## Goals",
        costs.table(chosen.rounds),
    ]
    text = "\n\n".join(parts)
    print(text)
    if chosen.write:
        write(chosen.write, text)


if __name__ == "__main__":
    main()
