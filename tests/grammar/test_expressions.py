"""Expressions that were kept are what Python compiles, and kept only where Python keeps what it has compiled."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from callsigns.grammar import expressions
from callsigns.grammar.expressions import searchable
from callsigns.parser import Parser

_COUNTED = """
from callsigns.grammar import expressions
from callsigns.parser import Parser
made = []
code = expressions._code
expressions._code = lambda *told: made.append(told) or code(*told)
t = Parser().parse("Benghazi, good morning, Ascot 9908")
print(len(made), t.callsigns[0].icao)
"""


@pytest.mark.parametrize(
    ("text", "flags"),
    [("[ab]+(c)?", 0), ("(?P<one>a)|(?P<other>b)", 0), ("a.b", re.DOTALL), ("(?>[\ue000-\ue0ff]*)\ue300(?<=x)", 0)],
)
def test_it_is_what_python_compiles(text: str, flags: int) -> None:
    made, known = searchable(text, flags), re.compile(text, flags)
    assert made == known
    assert (made.groups, made.groupindex, made.flags) == (known.groups, known.groupindex, known.flags)


def test_every_expression_of_the_grammar_is_what_python_compiles() -> None:
    Parser().parse("praha radar dobry den lufthansa five yankee victor climbing flight level two four zero")
    every = expressions.kept(expressions._name(), dict) | expressions._made()
    known = [(text, flags) for text, flags in every if isinstance(flags, int)]
    assert len(known) > 20
    assert all(searchable(text, flags) == re.compile(text, flags) for text, flags in known)


def test_another_python_compiles_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expressions, "_sre", None)
    assert searchable("ab").match("abc") is not None


@pytest.mark.parametrize("numbers", [b"\xff" * 8, b"\0" * 12, b"abc"])
def test_numbers_that_mean_nothing_are_not_believed(numbers: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(expressions._known(), ("[de]+f", 0), (32, numbers, 0, {}, (None,)))
    assert searchable("[de]+f").fullmatch("def") is not None


def _run(folder: Path, *options: str) -> tuple[str, str]:
    """How many expressions a process had to compile, and what it has read."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, *options, "-c", _COUNTED], env=environment, capture_output=True, text=True, check=True
    )
    count, icao = done.stdout.split()
    return count, icao


def test_the_next_process_compiles_none(tmp_path: Path) -> None:
    first, second = _run(tmp_path), _run(tmp_path)
    assert int(first[0]) > 20
    assert second == ("0", first[1]) == ("0", "RRR9908")


def test_nothing_is_kept_where_python_keeps_nothing(tmp_path: Path) -> None:
    assert int(_run(tmp_path, "-B")[0]) > 20
    assert not [*tmp_path.rglob("expressions*")]
