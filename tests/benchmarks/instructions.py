"""Machine instructions that a line takes, as valgrind counts them: the same figure on a machine that is busy.

Run it as ``python -m tests.benchmarks.instructions``, best in two checkouts with the same Python. Lines that were read
before are counted, so that nothing is compiled any more; the garbage collector stands still. Needs valgrind, and a
CPython whose symbols were not stripped.
"""

from __future__ import annotations

import gc
import os
import re
import subprocess
import sys

import callsigns
from tests.benchmarks.corpus import all_lines

COUNTED = "--counted"
_MARK = "builtin_breakpoint"  # the C function inside of which valgrind counts; nobody else calls it


def counted() -> None:
    """Read all lines, and once more in what valgrind takes for a breakpoint."""
    lines, parse = all_lines(), callsigns.Parser().parse

    def read() -> None:
        for line in lines:
            parse(line)

    read()
    read()
    gc.collect()
    gc.freeze()
    gc.disable()
    sys.breakpointhook = read
    breakpoint()


def main() -> None:
    """Count in a process of its own."""
    valgrind = ["valgrind", "--tool=callgrind", f"--toggle-collect={_MARK}", f"--callgrind-out-file={os.devnull}"]
    done = subprocess.run(
        [*valgrind, sys.executable, "-m", __spec__.name, COUNTED],
        env={**os.environ, "PYTHONHASHSEED": "0"}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    found = re.search(r"Collected : (\d+)", done.stderr)
    if found is None or not int(found[1]):
        raise SystemExit(f"valgrind has not seen {_MARK}: this Python is without symbols")
    print(f"{int(found[1]) / len(all_lines()):,.0f} instructions a line")


if __name__ == "__main__":
    counted() if COUNTED in sys.argv else main()
