"""Prints how long a page of 5,000 transmissions takes to open in a headless Chromium; the goal is two seconds.

Run it as ``python -m tests.benchmarks.page``; it needs Chromium, its driver and selenium.
"""

from __future__ import annotations

import tempfile
from itertools import cycle, islice
from pathlib import Path
from statistics import median

import callsigns
from callsigns.formats.writers import Options, writer
from callsigns.parser import Parser
from tests.benchmarks.corpus import all_lines
from tests.formats.browser import browser

_ROWS = 5000
_TIMES = 5
_OPENED = "return (t => t.loadEventEnd - t.startTime)(performance.getEntriesByType('navigation')[0])"


def _page(folder: Path) -> Path:
    made = writer("html", Options())
    records: list[callsigns.Transmission] = list(Parser().parse_lines(islice(cycle(all_lines()), _ROWS)))
    path = folder / "page.html"
    path.write_text(made.head + made.between.join(map(made.one, records)) + made.tail, "utf-8")
    return path


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, browser(Path(folder) / "profile") as chromium:
        path = _page(Path(folder))
        spent = []
        for _ in range(_TIMES):
            chromium.get(path.as_uri())
            spent.append(chromium.execute_script(_OPENED))
    print(f"{_ROWS:,} transmissions open in {median(spent):.0f} ms (median of {_TIMES}), {max(spent):.0f} ms at most")


if __name__ == "__main__":
    main()
