"""A stranger's forms may hand any words to any reader of numbers and call signs: nothing raises.

One grammar has a form for each reader, that begins or ends with a word of its own: it is made once.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from callsigns.grammar import Grammar
from callsigns.parser import Parser
from callsigns.recognize.value.quantities import READERS

ANY = "(<number>|<unknown>|<letter>|<telephony>|<coded>|<figures>|<decimal_figure>|zap){1,6}"
VALUE = '[value.%(name)s]\nquantity = "zipped"\nread = "%(reader)s"\nforms = ["%(name)s %(any)s", "%(name)s"]\n'
LIMIT = 'limit = "maximum"\nbehind = "zap"\n'
CALLSIGN = """[callsign.%(name)s]
reader = "%(reader)s"
patterns = ["%(name)s %(any)s", "%(name)s", "<unknown> %(name)s", "<number> %(name)s"]
"""
CALLSIGN_READERS = "flight written registration type_registration spelled service tactical vehicle".split()
WORDS = [
    *"one|zap|delta|hundred|thousand|triple|5yv|99999|0|1.5|point|double|oh|²|½|n1|1,000,000|air france".split("|"),
    *"one two three four five six|hundred hundred|decimal decimal|one point|twenty thousand thousand thousand".split(
        "|"
    ),
    *("", "x" * 50, "9" * 5000, "9" * 5000 + ".5"),
]


@pytest.mark.parametrize(
    ("entry", "readers"), [(VALUE, (*READERS, "limit")), (CALLSIGN, CALLSIGN_READERS)], ids=["values", "call signs"]
)
def test_readers_get_words_that_they_do_not_expect(tmp_path: Path, entry: str, readers: Iterable[str]) -> None:
    names = {reader: f"zip{reader.replace('_', '')}" for reader in readers}
    path = tmp_path / "mine.toml"
    entries = (
        entry % {"name": name, "reader": reader, "any": ANY} + LIMIT * (reader == "limit")
        for reader, name in names.items()
    )
    path.write_text("".join(entries))
    parser = Parser(Grammar.default().extended(path))
    for name in names.values():
        for words in WORDS:
            for text in (f"{name} {words}", f"{words} {name}", f"tower {name} {words} correction {name} {words}"):
                assert parser.parse(text).text == text
