"""``callsigns.read``: files to transmissions, one at a time."""

from __future__ import annotations

from pathlib import Path

import pytest

import callsigns
from callsigns.errors import InputError
from callsigns.formats import read
from callsigns.formats.columns import header_fields


def test_time_speaker_and_place_reach_the_record(tmp_path: Path) -> None:
    path = tmp_path / "tower.txt"
    path.write_text("[00:12] TWR: Speedbird 12, go ahead\n\nPILOT: roger\n", "utf-8")
    first, second = callsigns.read(path)
    assert (first.line, first.source, first.time, first.speaker) == (1, str(path), (12.0, 12.0), "TWR")
    assert (first.role, second.role, second.line) == ("controller", "pilot", 3)
    assert first.text == "Speedbird 12, go ahead"
    assert first.text[first.callsigns[0].start : first.callsigns[0].end] == first.callsigns[0].text


def test_a_missing_file_is_told_at_once() -> None:
    with pytest.raises(InputError, match=r"none\.txt"):
        callsigns.read("none.txt")


def test_what_stands_before_a_broken_line_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"said": "roger"}\n{\n', "utf-8")
    found = read(path, input_format="jsonl", column="said")
    assert next(found).text == "roger"
    with pytest.raises(InputError, match="line 2"):
        next(found)


def test_a_header_that_is_no_table_has_no_fields() -> None:
    assert header_fields("") == []


TAPE = (
    "jet loose sixty two ten descend and maintain four thousand\ndown to four thousand jetblue six two one oh\nroger\n"
)


def test_a_list_of_aircraft_is_asked_for_every_line(tmp_path: Path) -> None:
    path = tmp_path / "tape.txt"
    path.write_text(TAPE)
    traffic = callsigns.Traffic(["JBU6210", "DLH5YV"])
    assert repr(traffic) == "<Traffic: 2 aircraft>"
    assert [t.aircraft for t in callsigns.read(path, traffic=traffic)] == ["JBU6210", "JBU6210", None]
    lines = callsigns.Parser().parse_lines(TAPE.splitlines(), traffic=traffic, role="pilot")
    assert [(t.aircraft, t.role) for t in lines] == [("JBU6210", "pilot"), ("JBU6210", "pilot"), (None, "pilot")]


def test_a_dialogue_remembers_the_lines_before(tmp_path: Path) -> None:
    path = tmp_path / "tape.txt"
    path.write_text(TAPE)
    dialogue = callsigns.Dialogue(traffic=callsigns.Traffic(["JBU6210", "DLH5YV"]))
    found = list(callsigns.read(path, dialogue=dialogue))
    assert [(t.line, t.source, t.aircraft) for t in found] == [(n, str(path), "JBU6210") for n in (1, 2, 3)]
    assert found[1].readback is not None
    assert found[1].readback.of == 1
    with pytest.raises(TypeError, match="dialogue"):
        callsigns.read(path, dialogue=dialogue, parser=callsigns.Parser())


def test_format_and_column_are_passed_on(tmp_path: Path) -> None:
    path = tmp_path / "tape"
    path.write_text("said;who\nroger;me\n")
    assert [t.text for t in callsigns.read(path, input_format="csv", column="said")] == ["roger"]


@pytest.mark.parametrize(
    ("head", "what"),
    [
        (b"RIFF\x24\x08\x00\x00WAVEfmt ", "sound"),
        (b"ID3\x04\x00\x00", "sound"),
        (b"\x00\x00\x00\x1cftypM4A ", "sound or a film"),
        (b"PK\x03\x04\x14\x00", r"a document or an archive \(docx"),
        (b"%PDF-1.7\n%\xb5\xb5", "a PDF"),
    ],
)
def test_what_holds_no_text_is_told(tmp_path: Path, head: bytes, what: str) -> None:
    path = tmp_path / "tape"
    path.write_bytes(head)
    with pytest.raises(InputError, match=f"tape: expected a transcript, found {what}"):
        next(callsigns.read(path))


def test_text_that_only_begins_like_a_file_of_another_kind(tmp_path: Path) -> None:
    path = tmp_path / "tape.txt"
    path.write_bytes(b"RIFF 12 contact tower\n")
    assert [t.text for t in callsigns.read(path)] == ["RIFF 12 contact tower"]
