"""What is worked out from the shipped tables is kept beside them, and never believed when it may be old."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from callsigns.grammar import kept as module
from callsigns.grammar.kept import _stamp, kept, kept_or_none

MADE = {"kilo": ("K", 1, 0.5, True, None), "several": [frozenset({"lima"}), {1 << 90: "mike"}]}


class Maker:
    """Makes the same again and again, and counts how often."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self) -> object:
        self.count += 1
        return MADE


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where Python keeps what it makes, and may do so."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path


def test_what_was_made_is_kept(folder: Path) -> None:
    make = Maker()
    assert [kept("own", make), kept("own", make)] == [MADE, MADE]
    assert make.count == 1
    assert [*folder.rglob("own.*.pyc")]


def test_it_counts_until_a_file_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    make = Maker()
    kept("own", make)
    monkeypatch.setattr(module, "_stamp", lambda *folders: 7)
    assert [kept("own", make), kept("own", make)] == [MADE, MADE]
    assert make.count == 2


def test_every_change_of_a_file_counts(tmp_path: Path) -> None:
    """A grammar that is edited, replaced by one of the same size, added or taken away; what Python keeps does not."""
    file = tmp_path / "own.toml"
    seen = []
    for text, time in (("one", 1_000_000_001), ("two", 1_000_000_002), ("three", 1_000_000_002)):
        file.write_text(text, encoding="utf-8")
        os.utime(file, ns=(time, time))
        seen.append(_stamp.__wrapped__(str(tmp_path)))
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "own.pyc").touch()
    assert _stamp.__wrapped__(str(tmp_path)) == seen[-1]
    (tmp_path / "more.toml").touch()
    seen.append(_stamp.__wrapped__(str(tmp_path)))
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "own.toml").touch()
    seen.append(_stamp.__wrapped__(str(tmp_path)))
    assert len(set(seen)) == 5


def test_the_package_and_the_grammars_count(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(module, "_stamp", lambda *folders: asked.extend(folders) or 7)
    kept("own", Maker())
    package = Path(module.__file__).parents[1]
    assert [*map(Path, asked)] == [package, Path(module.grammars().__path__[0])]


def test_nothing_is_written_where_python_writes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert kept_or_none("others", Maker()) == MADE
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert (kept("own", Maker()), kept_or_none("more", Maker())) == (MADE, None)
    assert kept_or_none("others", Maker()) == MADE
    assert [*folder.rglob("*.pyc")] == [*folder.rglob("others.*")]


@pytest.mark.parametrize("broken", [b"", b"no bytecode at all", None], ids=["empty", "other", "cut"])
def test_a_broken_file_is_no_error(folder: Path, broken: bytes | None) -> None:
    kept("own", Maker())
    (file,) = folder.rglob("own.*.pyc")
    file.write_bytes(file.read_bytes()[:-9] if broken is None else broken)
    assert kept("own", Maker()) == MADE


def test_a_folder_that_cannot_be_written_is_no_error(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "file").touch()
    monkeypatch.setattr(sys, "pycache_prefix", str(folder / "file"))
    assert kept("own", Maker()) == MADE


def test_without_folders_it_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """A zipped wheel has none."""

    def missing(*folders: str) -> int:
        raise NotADirectoryError

    monkeypatch.setattr(module, "_stamp", missing)
    assert kept("own", Maker()) == MADE


READ = """
import sys
from callsigns.grammar.kept import _Keeper
from callsigns.parser import Parser
make = _Keeper.source_to_code
_Keeper.source_to_code = lambda keeper, *given: print(keeper.name, file=sys.stderr) or make(keeper, *given)
for line in ("Benghazi, good morning, Ascot 9908", "speedbird four two alpha climb flight level two one zero"):
    print(Parser().parse(line))
"""


def _run(folder: Path, seed: int, code: str = READ) -> tuple[str, str]:
    """Output, and what was made."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder), "PYTHONHASHSEED": str(seed)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    return run.stdout, run.stderr


def test_a_second_process_makes_nothing_and_reads_the_same(folder: Path) -> None:
    first, made = _run(folder, 1)
    forms = {f"{name}_forms{more}" for name in ("message", "value", "role") for more in ("", "_ahead")}
    assert {"telephony", "lexicon", "entries", *forms} <= {*made.split()}
    assert _run(folder, 2) == (first, "")


CHARACTERS = """
from callsigns.forms.compiled import Compiled
from callsigns.grammar import Grammar
compiled = Compiled(Grammar.default())
plain = compiled._lexicon().plain()
forms = compiled.message_forms
led_by = forms._led_by
begun = {char: sorted(leads) for char, leads in led_by._words.items()}
tables = plain.bits, plain.members, plain.words, plain.rare, begun
print([sorted(table.items()) for table in tables], plain.names, plain.literals, led_by.names, led_by._forms)
print(compiled.role_forms._made_ahead(10))
"""


def test_what_is_kept_is_the_same_in_every_process(tmp_path: Path) -> None:
    """Two that start at once may each write a part, and a third then reads parts of both."""
    assert _run(tmp_path / "one", 1, CHARACTERS) == _run(tmp_path / "two", 2, CHARACTERS)
