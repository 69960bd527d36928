"""The quick reader of the shipped tables gives what ``tomllib`` gives, but for the documentation that it leaves out."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from callsigns.grammar import Grammar, documented
from callsigns.grammar.plain_toml import DOCUMENTATION, read_plain
from tests.house.source import ROOT

FILES = sorted((ROOT / "grammars").glob("*.toml"))
ODD = (
    'a = "x\\ny"',  # an escape
    "a = 1979-05-27",
    "a = [1, 2]",
    'a = [["x"]]',
    'a = {b = "c"}',
    'a.b = "c"',
    'a = "x" b = "y"',
    'a = "x',
    "[a]\nb = 1\n[c]\nb = 2\n[a]\nb = 3",  # a table that stands twice, of which the first would be lost
    "[a.b]\nc = 1\n[a.b]\nd = 2",
    "a = ['x', 'y']",
)


def bare(table: Any) -> Any:
    if isinstance(table, dict):
        return {key: bare(value) for key, value in table.items() if key not in DOCUMENTATION}
    return [bare(value) for value in table] if isinstance(table, list) else table


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_shipped_files_are_read_as_tomllib_reads_them(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    plain = read_plain(text)
    assert plain is not None, "something in the file is out of the ordinary, so every start pays for tomllib"
    assert repr(bare(plain)) == repr(bare(tomllib.loads(text)))


@pytest.mark.parametrize("text", ODD)
def test_what_is_out_of_the_ordinary_is_left_to_tomllib(text: str) -> None:
    assert read_plain(text + "\n") is None


@pytest.mark.parametrize(
    ("text", "table"),
    [
        ("", {}),
        ("# nothing\n", {}),
        ('a = "x"  # why\n', {"a": "x"}),
        ('[a]\nb = ["x", # "no"\n  "y",\n]', {"a": {"b": ["x", "y"]}}),
        ("[[a]]\nb = 1\n[[a]]\nb = 2.5\nc = true", {"a": [{"b": 1}, {"b": 2.5, "c": True}]}),
        ('[a."b c".d]\ne = """\nx\n y"""\n', {"a": {"b c": {"d": {"e": "x\n y"}}}}),
        ('not = ["a"]\nsource = "b"\nexamples = { "c" = "d" }\ne = "f"\n', {"e": "f"}),
    ],
)
def test_small_texts(text: str, table: dict[str, Any]) -> None:
    assert read_plain(text) == table == bare(tomllib.loads(text))


def test_shipped_files_pass_the_check_of_a_users_file() -> None:
    for quick, checked in zip(Grammar.default().parts, documented(), strict=True):
        assert {name: bare(section) for name, section in checked.sections.items()} == {
            name: bare(section) for name, section in quick.sections.items()
        }
