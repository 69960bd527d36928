"""Broken gold is named with its file, its line and its field, and nothing else happens."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from callsigns.cli import cli
from callsigns.errors import InputError
from callsigns.evaluate import read_gold

GOOD = {"text": "Speedbird 12, roger", "callsigns": [{"start": 0, "end": 12, "kind": "flight", "icao": "BAW12"}]}
CALL = '{"text": "a", "callsigns": [{"start": 0, "end": 1%s}]}'
BROKEN = [
    ("{", "no JSON object"),
    ("[1]", "expected an object, found list"),
    ('{"line": 1}', "expected text under 'text', found NoneType"),
    ('{"text": "a", "callsigns": {}}', "callsigns: expected a list, found dict"),
    ('{"text": "a", "callsigns": ["a"]}', "callsigns[0]: expected an object, found str"),
    (CALL % "", "callsigns[0]: expected a 'kind', found start, end"),
    (CALL % '0, "kind": "flight"', "of 1 characters, found 0, 10"),
    (CALL % ', "kind": "plane"', "kind: expected one of flight"),
    (CALL % ', "kind": "flight", "use": "x"', "use: expected one of speaker"),
    (CALL % ', "kind": "flight", "text": "b"', "expected 'b' at 0, found 'a'"),
    ('{"text": "a", "facilities": [{"start": "0", "end": 1}]}', "facilities[0]: expected start and end"),
    ('{"text": "a", "messages": [{"topic": "altitude"}]}', "messages[0]: expected a 'act', found topic"),
    ('{"text": "a", "messages": [{"act": "query", "values": [{}]}]}', "messages[0].values[0]: expected a 'quantity'"),
    ('{"text": "a", "values": [[]]}', "values[0]: expected an object, found list"),
    ('{"text": "a", "role": "tower"}', "role: expected pilot, controller or null, found 'tower'"),
]


@pytest.mark.parametrize(("line", "expected"), BROKEN, ids=[expected for _, expected in BROKEN])
def test_broken(line: str, expected: str) -> None:
    """The message tells where, what was expected, and what was found."""
    with pytest.raises(InputError) as error:
        list(read_gold([json.dumps(GOOD), "", line], "gold.jsonl"))
    assert str(error.value).startswith("gold.jsonl: line 3: ")
    assert expected in str(error.value)


def test_blank_lines() -> None:
    """Blank lines count as lines and hold nothing."""
    assert [gold.line for gold in read_gold(["\n", json.dumps(GOOD), " \n", json.dumps(GOOD)])] == [2, 4]


def test_command(tmp_path: Path) -> None:
    """The command prints the table, and with ``--errors`` the misses before it."""
    wrong = {"text": "Speedbird 12, roger", "callsigns": []}
    gold = tmp_path / "gold.jsonl"
    gold.write_text(f"{json.dumps(GOOD)}\n{json.dumps(wrong)}\n", encoding="utf-8")
    plain = CliRunner().invoke(cli, ["evaluate", str(gold)])
    assert plain.exit_code == 0, plain.output
    assert plain.stdout.splitlines()[0].startswith("2 lines")
    assert "line 2" not in plain.stdout
    listed = CliRunner().invoke(cli, ["evaluate", "--errors", str(gold)])
    assert listed.stdout.splitlines()[0] == "line 2: Speedbird 12, roger"
    assert 'call signs with kind: expected nothing; found "Speedbird 12" (flight)' in listed.stdout
    assert listed.stdout.endswith(plain.stdout)


def test_command_with_broken_gold(tmp_path: Path) -> None:
    """One line on standard error, exit code 2."""
    gold = tmp_path / "gold.jsonl"
    gold.write_text('{"text": "a"}\n{"text": 1}\n', encoding="utf-8")
    result = CliRunner().invoke(cli, ["evaluate", str(gold)])
    assert result.exit_code == 2
    assert result.stderr == f"callsigns: {gold}: line 2: expected text under 'text', found int\n"


def test_command_without_gold(tmp_path: Path) -> None:
    """A file that is not there is named."""
    result = CliRunner().invoke(cli, ["evaluate", str(tmp_path / "no.jsonl")])
    assert result.exit_code == 2
    assert "no.jsonl: cannot be read: No such file" in result.stderr
