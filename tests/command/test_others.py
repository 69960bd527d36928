"""The other commands: spelling, looking up, checking grammars, the schema; and the help of each."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

import callsigns
from callsigns.cli import COMMANDS
from tests.command.conftest import Run, Start


@pytest.mark.parametrize("name", [*COMMANDS, "grammar check"])
def test_help_has_an_example(run: Run, name: str) -> None:
    result = run(*name.split(), "--help")
    assert result.exit_code == 0
    assert f"  callsigns {name}" in result.stdout


def test_the_list_of_commands_and_the_version(run: Run, start: Start) -> None:
    assert all(f"  {name} " in run("--help").stdout for name in COMMANDS)
    assert run("--version").stdout == f"callsigns {callsigns.__version__}\n"
    assert start("--version").stdout.decode() == f"callsigns {callsigns.__version__}\n"


@pytest.mark.parametrize(
    ("letters", "words"),
    [
        ("LGSA", "Lima Golf Sierra Alpha"),
        ("n12x", "November One Two X-ray"),
        ("118.9", "One One Eight Decimal Niner"),
    ],
)
def test_spelling_and_back(run: Run, letters: str, words: str) -> None:
    assert run("spell", letters).stdout == words + "\n"
    assert run("spell", "--decode", words).stdout == letters.upper() + "\n"
    assert run("spell", "--decode", *words.lower().split()).stdout == letters.upper() + "\n"


def test_every_letter_is_spelled_and_read_back(run: Run) -> None:
    every = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    assert run("spell", "--decode", run("spell", every).stdout).stdout == every + "\n"


def test_what_cannot_be_spelled(run: Run) -> None:
    assert run("spell", "LG#").exit_code == 2
    failed = run("spell", "--decode", "lima banana")
    assert failed.exit_code == 2
    assert "'banana' is no spelling word" in failed.stderr


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ASCOT", "RRR   ASCOT: Royal Air Force, United Kingdom (military)"),
        ("rrr", "RRR   ASCOT: Royal Air Force, United Kingdom (military)"),
        ("LGSA", "LGSA  Chania"),
        ("Benghazi", "HLLB  "),
        ("air france", "AFR   "),
    ],
)
def test_looking_up(run: Run, name: str, expected: str) -> None:
    assert expected in run("lookup", *name.split()).stdout


def test_looking_up_what_is_unknown_or_ones_own(run: Run, tmp_path: Path) -> None:
    assert run("lookup", "zebra nova").exit_code == 1
    assert run("lookup", "").exit_code == 2
    mine = tmp_path / "mine.toml"
    mine.write_text('[telephony."zebra nova"]\ndesignator = "ZNV"\noperator = "Nova"\n', "utf-8")
    assert run("lookup", "--callsigns", mine, "zebra nova").stdout == "ZNV   ZEBRA NOVA: Nova (other)\n"


def test_the_schema_is_one(run: Run) -> None:
    schema = json.loads(run("schema").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["version"] == "1.0"


GOOD = """\
[message.tea]
act = "request"
topic = "service"
forms = ["request a cup of tea"]
examples = ["request a cup of tea"]
not = ["cup of tea received"]
"""


def test_checking_a_grammar(run: Run, tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text(GOOD, "utf-8")
    assert run("grammar", "check", mine).stdout == f"{mine}: all examples are read as they say\n"
    for wrong, problem in (
        (GOOD.replace("cup of tea received", "request a cup of tea"), "must not"),
        (GOOD.replace('examples = ["request a', 'examples = ["bring a'), "is read by"),
        (GOOD.replace("act =", "akt ="), "akt"),
        (GOOD.replace("act =", "act = ="), "line 2"),
    ):
        mine.write_text(wrong, "utf-8")
        failed = run("grammar", "check", mine)
        assert failed.exit_code == 2
        assert str(mine) in failed.stderr
        assert problem in failed.stderr, failed.stderr
        assert failed.stderr.count("\n") == 1


def test_explaining(run: Run) -> None:
    pytest.importorskip("callsigns.explain", reason="needs callsigns.explain")
    result = run("explain", "Benghazi, good morning, Ascot 9908")
    assert result.exit_code == 0
    assert "RRR9908" in result.stdout


def test_readbacks(run: Run, tmp_path: Path) -> None:
    pytest.importorskip("callsigns.dialogue", reason="needs the dialogue")
    said = tmp_path / "said.txt"
    said.write_text("TWR: Speedbird 12, turn left heading 240\nPILOT: left heading 230, Speedbird 12\n", "utf-8")
    result = run("readbacks", said)
    assert result.exit_code == 0
    assert "wrong readback of line 1" in result.stdout
    assert "Speedbird 12, turn left heading 240" in result.stdout


TAPE = (
    """\
TWR: Speedbird 12, turn left heading 240
PILOT: left heading 230, Speedbird 12
TWR: Lot 7 Kilo, turn right heading 090
TWR: Swiss 45, descend flight level 80
PILOT: flight level 80, Swiss 45
"""
    + "TWR: Speedbird 12, wind 230 degrees 5 knots\n" * 8
)


def test_readbacks_as_tables(run: Run, tmp_path: Path) -> None:
    (tmp_path / "said.txt").write_text(TAPE, "utf-8")
    rows = [json.loads(row) for row in run("readbacks", "--format", "jsonl", tmp_path / "said.txt").stdout.splitlines()]
    assert [(r["line_said"], r["line_heard"], r["aircraft"], r["status"]) for r in rows] == [
        (1, 2, "BAW12", "wrong"),
        (3, None, "LOT7K", "missing"),
    ]
    assert rows[0]["differences"] == [{"quantity": "heading", "said": 240, "heard": 230}]
    target = tmp_path / "out.csv"
    assert run("readbacks", "-f", "csv", "--all", "-o", target, tmp_path / "said.txt").exit_code == 0
    with target.open(encoding="utf-8", newline="") as lines:
        table = list(csv.DictReader(lines))
    assert [row["status"] for row in table] == ["wrong", "correct", "missing"]
    assert table[0]["differences"] == "heading 240 said, 230 heard"


def test_an_instruction_that_nobody_answered(run: Run, tmp_path: Path) -> None:
    (tmp_path / "said.txt").write_text(TAPE, "utf-8")
    told = run("readbacks", tmp_path / "said.txt").stdout
    assert "LOT7K  not read back: " in told
    assert "    said:  Lot 7 Kilo, turn right heading 090\n" in told


def test_only_the_command_that_is_called_is_imported() -> None:
    code = "import sys; from callsigns.cli import cli; cli(['schema'], standalone_mode=False); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "callsigns.commands.schema" in loaded
    assert not {"callsigns.commands.parse", "rich", "typer", "importlib.metadata", "pyarrow"} & set(loaded)
