"""Every output format: golden files that people can read, and third-party readers that check them.

``GOLDEN=write python -m pytest tests/formats/test_writers.py`` writes the golden files anew; read the difference.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
from pathlib import Path

import attrs
import pytest

import callsigns
from callsigns.formats.marks import marked_html, marks, pieces
from callsigns.formats.record_json import from_json
from callsigns.formats.registry import OUTPUTS
from callsigns.formats.wording import message_words
from callsigns.formats.writers import Options, writer
from callsigns.records import CallSign, Facility, Transmission

GOLDEN = Path(__file__).parent / "golden"
CASES = {
    "text.txt": ("text", Options()),
    "text_narrow.txt": ("text", Options(width=40)),
    "text_color.txt": ("text", Options(color=True)),
    "transmissions.jsonl": ("jsonl", Options()),
    "transmissions.csv": ("csv", Options()),
    "callsigns.csv": ("csv", Options(rows="callsigns")),
    "messages.csv": ("csv", Options(rows="messages")),
    "transmissions.conll": ("conll", Options()),
    "ontology.txt": ("ontology", Options()),
    "displacy.json": ("displacy", Options()),
    "labelstudio.json": ("labelstudio", Options()),
}


def written(name: str, options: Options, transmissions: list[Transmission]) -> str:
    made = writer(name, options)
    return made.head + made.between.join(map(made.one, transmissions)) + made.tail


@pytest.mark.parametrize("case", CASES)
def test_golden_files(case: str, transmissions: list[Transmission]) -> None:
    found = written(*CASES[case], transmissions)
    path = GOLDEN / case
    if os.environ.get("GOLDEN") == "write":
        path.write_text(found, "utf-8", newline="\n")
    assert found == path.read_text("utf-8")


def test_every_stateless_format_has_a_golden_file() -> None:
    assert {name for name, _ in CASES.values()} | {"html", "parquet"} == set(OUTPUTS)


def test_text_keeps_to_its_width_and_control_characters_out(transmissions: list[Transmission]) -> None:
    for width in (40, 80):
        found = written("text", Options(width=width), transmissions)
        assert max(map(len, found.splitlines())) <= width
    assert "\x1b" not in written("text", Options(), [Transmission("go \x1b[31m ahead\x07", 1)])
    assert written("text", Options(), [Transmission("")]) == "       \n"


def test_colours_change_nothing_but_the_colours(transmissions: list[Transmission]) -> None:
    colored = written("text", Options(color=True), transmissions)
    assert re.sub(r"\x1b\[[\d;]*m", "", colored) == written("text", Options(), transmissions)


def test_json_lines_read_back_equal(transmissions: list[Transmission]) -> None:
    lines = written("jsonl", Options(), transmissions).splitlines()
    assert list(map(from_json, lines)) == transmissions


@pytest.mark.parametrize("rows", ["transmissions", "callsigns", "messages"])
def test_tables_as_the_csv_module_reads_them(rows: str, transmissions: list[Transmission]) -> None:
    found = list(csv.DictReader(io.StringIO(written("csv", Options(rows=rows), transmissions)), strict=True))
    expected = {"transmissions": 3, "callsigns": 2, "messages": 4}
    assert len(found) == expected[rows]
    assert all(None not in row and None not in row.values() for row in found)
    texts = {str(t.line): t.text for t in transmissions}
    for row in found:
        if rows != "transmissions":
            assert texts[row["line"]][int(row["start"]) : int(row["end"])] == row["text"]


def read_conll(text: str) -> list[list[tuple[str, str]]]:
    """Sentences of (token, tag), as seqeval and the CoNLL-2003 scripts expect them."""
    sentences = [block.split("\n") for block in text.strip().split("\n\n")]
    return [[(token, tag) for token, tag in (line.split("\t") for line in block)] for block in sentences]


def test_bio_tags_give_the_spans_back(transmissions: list[Transmission]) -> None:
    sentences = read_conll(written("conll", Options(), transmissions))
    assert len(sentences) == len(transmissions)
    for sentence, transmission in zip(sentences, transmissions, strict=True):
        spans: list[tuple[str, list[str]]] = []
        for token, tag in sentence:
            if tag.startswith("B-"):
                spans.append((tag[2:], [token]))
            elif tag != "O":
                assert tag[2:] == spans[-1][0]
                spans[-1][1].append(token)
        expected = [(m.kind.upper(), transmission.text[m.start : m.end]) for m in marks(transmission)]
        assert [(kind, "".join(tokens)) for kind, tokens in spans] == [(k, t.replace(" ", "")) for k, t in expected]


def test_displacy_entities_index_the_text(transmissions: list[Transmission]) -> None:
    documents = json.loads(written("displacy", Options(), transmissions))
    first = [(ent["label"], documents[0]["text"][ent["start"] : ent["end"]]) for ent in documents[0]["ents"]]
    assert first == [
        ("FACILITY", "Benghazi"),
        ("CALLSIGN", "Ascot 9908"),
        ("SPELLING", "Lima Golf Sierra Alpha"),
    ]


def test_label_studio_counts_utf_16_units() -> None:
    text = "🛩 Ascot 9908"
    record = Transmission(text, callsigns=(CallSign("Ascot 9908", 2, 12, "flight"),))
    [task] = json.loads(written("labelstudio", Options(), [record]))
    value = task["predictions"][0]["result"][0]["value"]
    units = text.encode("utf-16-le")[2 * value["start"] : 2 * value["end"]]
    assert units.decode("utf-16-le") == value["text"] == "Ascot 9908"


def test_marks_do_not_overlap_and_the_call_sign_goes_first() -> None:
    text = "Delta 12 tower"
    record = Transmission(
        text,
        callsigns=(CallSign("Delta 12", 0, 8, "flight"),),
        facilities=(Facility("12 tower", 6, 14, None, "tower"), Facility("tower", 9, 14, None, "tower")),
    )
    assert [(m.start, m.end, m.kind) for m in marks(record)] == [(0, 8, "callsign"), (9, 14, "facility")]
    assert "".join(piece for piece, _ in pieces(record)) == text


def test_marked_html_escapes_the_text(transmissions: list[Transmission]) -> None:
    found = marked_html(transmissions[1])
    assert "&lt;script&gt;" in found
    assert "<script" not in found
    assert 'title="callsign: BAW12, British Airways, flight, heavy"' in found


def test_the_page_carries_text_as_data_only(transmissions: list[Transmission]) -> None:
    page = written("html", Options(title="<b>tower</b>"), transmissions)
    data = page.split('<script type="application/json" id="data">')[1].split("</script>")[0]
    records = json.loads(data)
    texts = ["".join(piece if isinstance(piece, str) else piece[0] for piece in record["p"]) for record in records]
    assert texts == [transmission.text for transmission in transmissions]
    assert "alert(1)<" not in page
    assert "<b>" not in page
    assert not re.search(r"(?:src|href)=\"(?!data:)|@import|url\(", page)


@pytest.mark.parametrize(
    ("text", "commands"),
    [
        ("austrian two seven turn left heading zero one zero", ["AUA27 HEADING 010 LEFT"]),
        ("austrian two seven turn right by one five degrees", ["AUA27 TURN_BY 15 deg RIGHT"]),
        ("austrian two seven cleared ils approach runway one six", ["AUA27 CLEARED ILS 16 none"]),
        ("austrian two seven reduce to minimum clean speed", ["AUA27 REDUCE_MIN_CLEAN"]),
        ("austrian two seven fly present heading", ["AUA27 MAINTAIN_HEADING"]),
        ("austrian two seven contact vienna radar one two eight decimal two",
         ["AUA27 CONTACT VIENNA_RADAR", "AUA27 CONTACT_FREQUENCY 128.2 none"]),
        ("austrian two seven contact tower", ["AUA27 CONTACT TOWER"]),
        ("austrian two seven contact one two eight decimal two", ["AUA27 CONTACT_FREQUENCY 128.2 none"]),
        ("austrian two seven cleared balad four november transition", ["AUA27 TRANSITION BALAD4N none"]),
        ("austrian two seven climb flight level eight zero or above", ["AUA27 CLIMB 80 FL OR_ABOVE"]),
        ("austrian two seven speed two two zero knots or less", ["AUA27 SPEED 220 kt OR_LESS"]),
        ("descending five thousand feet austrian two seven", ["AUA27 PILOT READBACK DESCEND 5000 ft"]),
        ("turning left heading two one zero austrian two seven", ["AUA27 PILOT READBACK HEADING 210 LEFT"]),
        ("passing five thousand feet austrian two seven", ["AUA27 PILOT REPORTING ALTITUDE 5000 ft"]),
        ("austrian two seven stop climb flight level eight zero", ["AUA27 STOP_CLIMB 80 FL"]),
        ("austrian two seven reduce one six zero knots until four miles", ["AUA27 REDUCE 160 kt UNTIL 4 NM"]),
        ("austrian two seven maintain three thousand feet until established",
         ["AUA27 MAINTAIN ALTITUDE 3000 ft UNTIL ESTABLISHED"]),
        ("austrian two seven when passing six thousand feet direct to renka",
         ["AUA27 DIRECT_TO RENKA none WHEN ALTITUDE 6000 ft"]),
    ],
)  # fmt: skip
def test_commands_are_named_as_the_ontology_names_them(text: str, commands: list[str]) -> None:
    assert written("ontology", Options(), [callsigns.parse(text)]).splitlines() == commands


def test_a_condition_without_values_and_an_unknown_call_sign_have_words(transmissions: list[Transmission]) -> None:
    record = attrs.evolve(transmissions[1], callsigns=(), aircraft=None, role="pilot")
    record = attrs.evolve(record, messages=(attrs.evolve(record.messages[0], callsign=None, act="readback"),))
    found = written("ontology", Options(), [record])
    assert found == "NO_CALLSIGN PILOT READBACK DESCEND 80 FL OR_ABOVE WHEN AFTER RENKA none\n"


def test_a_limit_that_is_the_condition_is_told_once() -> None:
    (message,) = callsigns.parse("reduce speed one six zero knots until four miles").messages
    assert message_words(message) == "instruction, speed: 160 kt (until 4 NM)"
