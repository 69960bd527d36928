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
