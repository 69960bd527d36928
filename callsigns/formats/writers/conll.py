"""CoNLL with BIO tags, as toolkits for named entities read it: token, tab, tag; a blank line between transmissions.

``"Benghazi, Ascot 9908"`` -> ``Benghazi B-FACILITY`` / ``, O`` / ``Ascot B-CALLSIGN`` / ``9908 I-CALLSIGN``
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from callsigns.formats.marks import Mark, marks
from callsigns.formats.writers import Options, Writer
from callsigns.records import Transmission

__all__ = ["make"]

# Numbers keep their decimals, words their apostrophes and combining accents; every other mark is a token of its own.
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*(?!\w)|\w[\w\u0300-\u036f]*(?:['’]\w+)*|[^\w\s]")


def make(options: Options) -> Writer:
    """A writer of BIO tags."""
    return Writer(_block)


def _block(transmission: Transmission) -> str:
    return "".join(f"{token}\t{tag}\n" for token, tag in _tagged(transmission)) + "\n"


def _tagged(transmission: Transmission) -> Iterator[tuple[str, str]]:
    spans = iter(marks(transmission))
    mark: Mark | None = next(spans, None)
    begun: Mark | None = None
    for found in _TOKEN.finditer(transmission.text):
        while mark is not None and mark.end <= found.start():
            mark = next(spans, None)
        if mark is None or found.end() <= mark.start:
            yield found[0], "O"
            continue
        yield found[0], f"{'I' if begun is mark else 'B'}-{mark.kind.upper()}"
        begun = mark
