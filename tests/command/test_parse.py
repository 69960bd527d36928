"""``callsigns parse``: formats, files, options, and the same bytes from one process and from many."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import jsonschema
import pytest

from callsigns.formats.registry import OUTPUTS
from callsigns.formats.schema import schema
from tests.command.conftest import LINES, Run, Start

STATELESS = [name for name in OUTPUTS if name != "parquet"]


def test_a_person_reads_who_and_what(run: Run, recording: Path) -> None:
    result = run("parse", recording)
    assert result.exit_code == 0
    assert "Ascot 9908 (RRR9908, Royal Air Force, military flight)" in result.stdout
    assert "LGSA aerodrome Chania" in result.stdout
    assert "\x1b" not in result.stdout
    assert "\x1b[" in run("parse", "--color", recording).stdout
    assert result.stderr == ""


def test_json_lines_keep_the_contract(run: Run, recording: Path) -> None:
    result = run("parse", "--format", "jsonl", recording)
    found = [json.loads(line) for line in result.stdout.splitlines()]
    for record in found:
        jsonschema.validate(record, schema())
    assert [record["text"] for record in found] == LINES.splitlines()
    assert [record["line"] for record in found] == [1, 2, 3, 4]
    assert {record["source"] for record in found} == {str(recording)}
    assert found[0]["callsigns"][0]["icao"] == "RRR9908"


@pytest.mark.parametrize("given", [LINES, LINES.encode("utf-16"), gzip.compress(LINES.encode())])
def test_standard_input(run: Run, recording: Path, given: str | bytes) -> None:
    for arguments in (("parse", "-f", "jsonl"), ("parse", "-f", "jsonl", "-")):
        records = [json.loads(line) for line in run(*arguments, given=given).stdout.splitlines()]
        assert [(r["line"], r["text"], r["source"]) for r in records] == [
            (number, line, None) for number, line in enumerate(LINES.splitlines(), 1)
        ]


@pytest.mark.parametrize("name", STATELESS)
def test_two_processes_write_the_same_bytes(run: Run, start: Start, long_recording: Path, name: str) -> None:
    alone = run("parse", "-f", name, long_recording)
    assert alone.exit_code == 0
    together = start("parse", "-f", name, "--jobs", "2", long_recording)
    assert together.stdout == alone.stdout_bytes
    assert together.stderr == b""


def test_two_processes_write_the_same_table(start: Start, long_recording: Path, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="needs pyarrow: pip install 'callsigns[arrow]'")
    for jobs in ("1", "2"):
        assert start("parse", "-j", jobs, "-f", "parquet", "-o", tmp_path / jobs, long_recording).returncode == 0
    assert (tmp_path / "1").read_bytes() == (tmp_path / "2").read_bytes()


def test_several_files_are_one_document(run: Run, recording: Path) -> None:
    documents = json.loads(run("parse", "-f", "displacy", recording, recording).stdout)
    assert len(documents) == 8
    assert run("parse", "-f", "displacy", given="").stdout == "[\n\n]\n"


def test_role_comes_from_the_speaker_or_from_the_option(run: Run) -> None:
    given = '{"text": "roger", "speaker": "TWR"}\n{"text": "roger", "speaker": "pilot 2"}\n{"text": "roger"}\n'
    roles = [json.loads(line)["role"] for line in run("parse", "-f", "jsonl", given=given).stdout.splitlines()]
    assert roles[:2] == ["controller", "pilot"]
    forced = run("parse", "-f", "jsonl", "--role", "pilot", given=given).stdout.splitlines()
    assert {json.loads(line)["role"] for line in forced} == {"pilot"}


def test_own_call_signs(run: Run, tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text('[telephony."zebra nova"]\ndesignator = "ZNV"\noperator = "Nova"\n', "utf-8")
    result = run("parse", "-f", "jsonl", "--callsigns", mine, given="Zebra Nova 12, go ahead")
    assert json.loads(result.stdout)["callsigns"][0]["icao"] == "ZNV12"


def test_columns(run: Run) -> None:
    table = 'said,n\n"Ascot 9908, go ahead",1\n'
    assert run("parse", "-f", "ontology", "--input-format", "csv", "--column", "said", given=table).exit_code == 0
    failed = run("parse", "--input-format", "csv", given=table)
    assert failed.exit_code == 2
    assert failed.stderr == "callsigns: <stdin>: line 1: no column 'text' (--column names it), found said, n\n"


def test_output_appears_whole(run: Run, recording: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    target.write_text("old")
    link = tmp_path / "link.jsonl"
    link.symlink_to(target)
    assert run("parse", "-f", "jsonl", "-o", link, recording).stdout == ""
    assert link.is_symlink()
    assert target.read_text("utf-8") == run("parse", "-f", "jsonl", recording).stdout
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.jsonl", "out.jsonl", "recording.txt"]


def test_options_that_exclude_each_other(run: Run, recording: Path) -> None:
    assert run("parse", "--dialogue", "--jobs", "2", recording).exit_code == 2
    assert run("parse", "-f", "parquet", recording).exit_code == 2


def test_split_keeps_the_line(run: Run) -> None:
    given = "- JIN AIR 203 contact tower 118.2. - JIN AIR 203.\n"
    found = [json.loads(line) for line in run("parse", "-f", "jsonl", "--split", given=given).stdout.splitlines()]
    assert {record["line"] for record in found} == {1}


def test_dialogue_goes_file_by_file(run: Run, recording: Path) -> None:
    pytest.importorskip("callsigns.dialogue", reason="needs the dialogue")
    result = run("parse", "-f", "jsonl", "--dialogue", recording, recording)
    assert [json.loads(line)["line"] for line in result.stdout.splitlines()] == [1, 2, 3, 4, 1, 2, 3, 4]


def test_traffic_is_matched(run: Run, tmp_path: Path) -> None:
    pytest.importorskip("callsigns.traffic", reason="needs the list of traffic")
    traffic = tmp_path / "traffic.txt"
    traffic.write_text("RRR9908\nBAW12\n", "utf-8")
    result = run("parse", "-f", "jsonl", "--traffic", traffic, given="nine nine zero eight, go ahead")
    assert json.loads(result.stdout)["callsigns"][0]["match"] == "RRR9908"


def test_parquet(run: Run, recording: Path, tmp_path: Path) -> None:
    pytest.importorskip("callsigns.frames.arrow", reason="needs callsigns.frames.arrow")
    parquet = pytest.importorskip("pyarrow.parquet", reason="needs pyarrow: pip install 'callsigns[arrow]'")
    target = tmp_path / "out.parquet"
    assert run("parse", "-f", "parquet", "-o", target, recording).exit_code == 0
    assert parquet.read_table(target).column("text").to_pylist() == LINES.splitlines()
