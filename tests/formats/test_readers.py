"""Every input format: what it gives, where its lines are, and what it says about broken files."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from callsigns.errors import InputError
from callsigns.formats import utterances
from callsigns.formats.detect import detect
from callsigns.formats.source import open_source
from callsigns.formats.utterance import Utterance

SRT = (
    "1\n00:00:00,000 --> 00:00:07,500\nTWR: American 7-7,\n<i>taxi</i> 30.\n\n2\n00:01:10,000 --> 00:01:12,000\nTaxi\n"
)
VTT = "WEBVTT - tapes\n\nNOTE made by hand\n\nintro\n00:01.000 --> 00:02.500 align:left\n<v Pilot>Taxi 30 &amp; hold\n"
XML = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<data>\n<segment><start>0.5</start><end>2</end><speaker>A</speaker>'
    "<speaker_label>Praha_Radar</speaker_label>\n<text>[#callsign]Lufthansa one[/#callsign] [HES] hello</text>"
    "<tags><non_english>0</non_english></tags></segment>\n<segment><text>bye</text></segment>\n</data>\n"
)


def given(tmp_path: Path, name: str, content: str | bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def read(path: Path, input_format: str = "auto", column: str | None = None) -> list[Utterance]:
    source = open_source(path)
    try:
        return list(utterances(source, input_format, column))
    finally:
        source.close()


def shown(path: Path, input_format: str = "auto", column: str | None = None) -> list[tuple[object, ...]]:
    return [(u.line, u.time, u.speaker, u.text) for u in read(path, input_format, column)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Benghazi, good morning, Ascot 9908.", (None, None, "Benghazi, good morning, Ascot 9908.")),
        ("TWR: cleared to land", (None, "TWR", "cleared to land")),
        ("pilot 2: cleared to land", (None, "pilot 2", "cleared to land")),
        ("[TWR] cleared to land", (None, "TWR", "cleared to land")),
        ("A: go ahead", (None, "A", "go ahead")),
        ("SPEAKER_01: go ahead", (None, "SPEAKER_01", "go ahead")),
        ("[00:12] go ahead", ((12.0, 12.0), None, "go ahead")),
        ("[00:12:34.5] APP: go ahead", ((754.5, 754.5), "APP", "go ahead")),
        ("[00:00:01.000 --> 00:00:03.500]   go ahead", ((1.0, 3.5), None, "go ahead")),
        ("01:02:03 PILOT: roger", ((3723.0, 3723.0), "PILOT", "roger")),
        ("1423:15 RDO-2 ready for departure", ((51795.0, 51795.0), "RDO-2", "ready for departure")),
        ("14:23:15 TWR delta one ninety one", ((51795.0, 51795.0), "TWR", "delta one ninety one")),
        ("2025-11-02T14:23:15Z LC: go ahead", ((51795.0, 51795.0), "LC", "go ahead")),
        ("HOT-1: flaps fifteen", (None, "HOT-1", "flaps fifteen")),
        # said, and not in front of what was said
        ("Speedbird 12: go ahead", (None, None, "Speedbird 12: go ahead")),
        ("Delta: seven two, go ahead", (None, None, "Delta: seven two, go ahead")),
        ("London Control: Speedbird 12", (None, None, "London Control: Speedbird 12")),
        ("Approach: ILS runway 27", (None, None, "Approach: ILS runway 27")),
        ("time 12:30 Zulu", (None, None, "time 12:30 Zulu")),
        ("12:30 Zulu", (None, None, "12:30 Zulu")),
        ("14:23:15 HOT AIR BALLOON", ((51795.0, 51795.0), None, "HOT AIR BALLOON")),
        ("TWR delta one ninety one", (None, None, "TWR delta one ninety one")),
        ("2978:15 altimeter", (None, None, "2978:15 altimeter")),
        ("F16: two miles", (None, None, "F16: two miles")),
        ("[unintelligible] go ahead", (None, None, "[unintelligible] go ahead")),
        ("TWR:cleared", (None, None, "TWR:cleared")),
    ],
)
def test_prefixes_of_plain_text(tmp_path: Path, line: str, expected: tuple[object, ...]) -> None:
    assert shown(given(tmp_path, "a.txt", line)) == [(1, *expected)]


def test_plain_text_keeps_its_line_numbers(tmp_path: Path) -> None:
    assert shown(given(tmp_path, "a.txt", "one\r\n\n  \n\ttwo  words\n")) == [
        (1, None, None, "one"),
        (4, None, None, "\ttwo  words"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("packed", [False, True])
def test_encodings_and_gzip(tmp_path: Path, encoding: str, packed: bool) -> None:
    content = "Praha, naslyšenou\nBenghází\n".encode(encoding)
    path = given(tmp_path, "a.txt", gzip.compress(content) if packed else content)
    assert [u.text for u in read(path)] == ["Praha, naslyšenou", "Benghází"]


@pytest.mark.parametrize(
    "content", [b"one\nna\xe8 \xff\ntwo \xff\n", "\ufeffone\nna\ud800\ntwo\n".encode("utf-16-le", "surrogatepass")]
)
def test_undecodable_bytes_are_replaced_with_one_warning(tmp_path: Path, content: bytes) -> None:
    path = given(tmp_path, "a.txt", content)
    with pytest.warns(UnicodeWarning, match=r"a\.txt: line 2") as caught:
        found = read(path)
    assert len(caught) == 1
    assert "\ufffd" in found[1].text


def test_subtitles(tmp_path: Path) -> None:
    expected = [(1, (0.0, 7.5), "TWR", "American 7-7, taxi 30."), (2, (70.0, 72.0), None, "Taxi")]
    assert shown(given(tmp_path, "a.srt", SRT)) == expected
    assert shown(given(tmp_path, "unnamed", SRT.replace("\n", "\r\n"))) == expected
    assert shown(given(tmp_path, "a.vtt", VTT)) == [(1, (1.0, 2.5), "Pilot", "Taxi 30 & hold")]


def test_subtitles_as_another_library_reads_them(tmp_path: Path) -> None:
    pysubs2 = pytest.importorskip("pysubs2", reason="needs pysubs2: pip install 'callsigns[test]'")
    path = given(tmp_path, "a.srt", SRT.replace("TWR: ", ""))
    others = [(event.start / 1000, event.end / 1000, event.plaintext.split()) for event in pysubs2.load(str(path))]
    assert [(*(u.time or ()), u.text.split()) for u in read(path)] == others


@pytest.mark.parametrize(
    "data",
    [
        {"text": "all", "segments": [{"id": 0, "start": 0, "end": 7.0, "text": " Taxi 30", "tokens": []}]},
        [{"start": 0.0, "end": 7.0, "text": "Taxi 30"}],
        {"transcription": [{"offsets": {"from": 0, "to": 7000}, "timestamps": {}, "text": " Taxi 30"}]},
        {"text": "all", "chunks": [{"timestamp": [0.0, 7.0], "text": " Taxi 30"}]},
    ],
)
@pytest.mark.parametrize("indent", [None, 2])
def test_whisper(tmp_path: Path, data: object, indent: int | None) -> None:
    path = given(tmp_path, "unnamed", json.dumps(data, indent=indent))
    assert shown(path) == [(1, (0.0, 7.0), None, "Taxi 30")]


def test_whisperx_speakers_and_a_document_with_a_text_only(tmp_path: Path) -> None:
    data = {"segments": [{"start": 1, "end": 2, "text": "Taxi", "speaker": "SPEAKER_01", "words": []}]}
    assert shown(given(tmp_path, "a.json", json.dumps(data))) == [(1, (1.0, 2.0), "SPEAKER_01", "Taxi")]
    assert shown(given(tmp_path, "b.json", '{"text": "Taxi"}')) == [(1, None, None, "Taxi")]
    assert shown(given(tmp_path, "c.json", '["TWR: Taxi"]'), "whisper") == [(1, None, None, "TWR: Taxi")]


def test_tables(tmp_path: Path) -> None:
    table = 'id;Text;start;end;speaker\n1;"go\nahead";0:12;0:15;TWR\n2;"say ""again""";;;\n'
    expected = [(2, (12.0, 15.0), "TWR", "go\nahead"), (4, None, None, 'say "again"')]
    assert shown(given(tmp_path, "a.csv", table)) == expected
    assert shown(given(tmp_path, "unnamed", table)) == expected
    said = given(tmp_path, "b.tsv", "said\tn\nroger\t1\n")
    assert shown(said, column="said") == [(2, None, None, "roger")]


def test_json_lines(tmp_path: Path) -> None:
    lines = '{"transcript": "go ahead", "time": [1, 2], "role": "pilot"}\n\n{"text": null}\n{"text": "x", "start": 3}\n'
    expected = [(1, (1.0, 2.0), "pilot", "go ahead"), (4, (3.0, 3.0), None, "x")]
    assert shown(given(tmp_path, "a.jsonl", lines)) == expected
    assert shown(given(tmp_path, "unnamed", lines)) == expected
    ours = '{"text": "x", "time": null, "speaker": null, "role": "pilot", "callsigns": []}\n'
    assert shown(given(tmp_path, "b.jsonl", ours)) == [(1, None, None, "x")]


def test_atco2(tmp_path: Path) -> None:
    expected = [(1, (0.5, 2.0), "Praha_Radar", "Lufthansa one hello"), (2, None, None, "bye")]
    assert shown(given(tmp_path, "a.xml", XML)) == expected


def test_stm_and_ctm(tmp_path: Path) -> None:
    stm = (
        ";; made by hand\nksfo 1 TWR 3.2 5.9 <o,f0,male> cleared to land\nksfo 1 B 6 7 ignore_time_segment_in_scoring\n"
    )
    assert shown(given(tmp_path, "a.stm", stm)) == [(2, (3.2, 5.9), "TWR", "cleared to land")]
    ctm = "ksfo 1 3.20 0.30 cleared 0.9\nksfo 1 3.55 0.20 to\nksfo 1 9.0 0.5 roger\nksfo 2 9.1 0.5 hello\n"
    expected = [(1, (3.2, 3.75), None, "cleared to"), (3, (9.0, 9.5), None, "roger"), (4, (9.1, 9.6), None, "hello")]
    assert shown(given(tmp_path, "a.ctm", ctm)) == expected
    assert shown(given(tmp_path, "unnamed", ctm)) == expected


@pytest.mark.parametrize(
    ("name", "content", "place"),
    [
        ("a.srt", SRT.replace("00:01:10,000 -->", "soon -->"), r"a\.srt: line 7: expected hh:mm:ss"),
        ("a.srt", SRT + "\nlost\n", r"a\.srt: line 10: expected a cue"),
        ("a.srt", "1\n\n2\n", r"a\.srt: line 1: expected a cue"),
        ("a.vtt", "WEBVTT\n\nNOTE only this\n", r"a\.vtt: expected subtitles"),
        ("a.srt", SRT.replace("\n\n2\n", "\n"), r"a\.srt: line 5: expected a blank line"),
        ("a.json", '{"segments": [\n{"text": "a"},\n{"te', r"a\.json: line 3: no JSON"),
        ("a.json", '{"a": 1}', r"a\.json: expected segments"),
        ("a.json", '[{"start": 1}]', r"a\.json: segment 1: expected an object with 'text'"),
        ("a.json", "[" * 100_000, r"a\.json: no JSON that can be read"),
        ("a.jsonl", '{"text": "a"}\n{"text": \n', r"a\.jsonl: line 2: no JSON"),
        ("a.jsonl", "[1]\n", r"a\.jsonl: line 1: expected an object, found list"),
        ("a.jsonl", '{"said": "a"}\n', r"a\.jsonl: line 1: no key 'text' .*found said"),
        ("a.jsonl", '{"text": 1}\n', r"a\.jsonl: line 1: expected text under 'text', found int"),
        ("a.csv", "said,n\nx,1\n", r"a\.csv: line 1: no column 'text' .*found said, n"),
        ("a.csv", "n,text\n1,a\n2\n", r"a\.csv: line 3: expected 2 columns, found 1"),
        ("a.csv", 'n,text\n1,"a\n', r"a\.csv: line 2: no table"),
        ("a.csv", "", r"a\.csv: line 1: expected a header"),
        ("a.xml", XML[:-20], r"a\.xml: line 5: no XML"),
        ("a.xml", "<data></data>", r"a\.xml: expected <segment>"),
        ("a.stm", "a 1 b 2\n", r"a\.stm: line 1: expected: file channel"),
        ("a.ctm", "a 1 x 2 w\n", r"a\.ctm: line 1: expected: file channel"),
        ("a.txt.gz", gzip.compress(b"one\n" * 10_000, mtime=0)[:-12], r"a\.txt\.gz: cannot be read"),
        ("a.txt.gz", b"\x1f\x8b\x08nonsense of more than ten bytes", r"a\.txt\.gz: cannot be read"),
    ],
)
def test_broken_files_are_told_by_file_and_line(tmp_path: Path, name: str, content: str | bytes, place: str) -> None:
    with pytest.raises(InputError, match=place):
        read(given(tmp_path, name, content))


def test_entities_are_not_read(tmp_path: Path) -> None:
    secret = given(tmp_path, "secret", "Ascot 9908")
    for subset in (f'<!ENTITY e SYSTEM "file://{secret}">', '<!ENTITY e "ha"><!ENTITY f "&e;&e;&e;">'):
        content = f"<?xml version='1.0'?>\n<!DOCTYPE data [{subset}]>\n<data><segment><text>&e;</text></segment></data>"
        with pytest.raises(InputError, match=r"line 2: a document type is not read"):
            read(given(tmp_path, "a.xml", content))


def test_what_cannot_be_opened(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none", Path("a\0b")):
        with pytest.raises(InputError, match="cannot be read"):
            open_source(path)


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.txt", "", "txt"),
        ("a.txt", "Text, transcript\n", "txt"),
        ("a", "Tower, text follows\n", "txt"),
        ("a", "{\n", "whisper"),
        ("a", "[", "whisper"),
        ("a.ndjson.gz", '[{"a": 1}]\n', "jsonl"),
        ("a", "12\nroger\n", "txt"),
        ("a", ";; stm\n", "stm"),
        ("a.log", "Speedbird 12 climb 80 100\n", "txt"),
    ],
)
def test_formats_are_told_by_content(tmp_path: Path, name: str, content: str, expected: str) -> None:
    source = open_source(given(tmp_path, name, content))
    assert detect(source) == expected
    source.close()
