"""Prints how good the parser is on our own lines; ``--write docs/quality.md`` puts it between the marks of that page.

``python -m tests.corpus --write docs/quality.md``
"""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.benchmarks.__main__ import write
from tests.corpus.measured import sections


def main() -> None:
    options = argparse.ArgumentParser(prog="python -m tests.corpus")
    options.add_argument("--write", type=Path, metavar="PAGE", help="put the figures between the marks of this page")
    chosen = options.parse_args()
    text = "\n\n".join(sections())
    print(text)
    if chosen.write:
        write(chosen.write, text)


if __name__ == "__main__":
    main()
