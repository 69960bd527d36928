"""Blanks of printed phraseology are read as what is said there, and give no value."""

from __future__ import annotations

import pytest

from callsigns.parser import default_parser


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("CLIMB AND MAINTAIN (altitude)", ["instruction/altitude"]),
        ("CLIMB AND MAINTAIN [altitude]", ["instruction/altitude"]),
        ("RUNWAY (number), CLEARED TO LAND", ["clearance/landing"]),
        ("FLY HEADING (degrees)", ["instruction/heading"]),
        ("(Name) CENTER, (aircraft identification), LEVEL (altitude)", ["initial_call/None", "report/altitude"]),
        ("CLIMB (or DESCEND) TO (level)", ["instruction/altitude"]),
        ("CROSS RUNWAY (number) [REPORT VACATED]", ["instruction/runway", "instruction/runway"]),
        ("CLEARED (type of) APPROACH [RUNWAY (number)]", ["clearance/approach"]),
        ("CANCEL TAKEOFF CLEARANCE (reason)", ["cancellation/takeoff"]),
        ("FLY [degrees]", ["instruction/heading"]),
        ("[IMMEDIATELY] CONTACT (unit call sign)", ["instruction/frequency"]),
    ],
)
def test_the_blank_is_what_it_names(text: str, wanted: list[str]) -> None:
    record = default_parser().parse(text)
    assert [f"{m.act}/{m.topic}" for m in record.messages] == wanted
    assert all(not m.values for m in record.messages)
    assert record.callsigns == ()


def test_a_number_is_what_its_neighbours_make_of_it() -> None:
    def at(text: str) -> tuple[str, ...]:
        line = default_parser().line(text)
        return default_parser()._compiled.lexicon.kinds_of(line.classes[line.words.index("number")])

    assert "runway" in at("runway (number)")
    assert "distance" in at("report (number) miles final")
    assert "value" not in at("the (number)")


@pytest.mark.parametrize(
    "text", ["united (four two) descend", "united (uh) descend", "() descend", "descend (", "[] (x)"]
)
def test_what_no_table_names_stays(text: str) -> None:
    """Transcribers put into parentheses what they are not sure of."""
    line = default_parser().line(text)
    assert "".join(line.words) == "".join(c for c in text.replace("uh", "") if c.isalpha())


def test_offsets_are_those_of_the_text() -> None:
    text = "CONTINUE (reason), REPORT LEAVING (altitude)"
    record = default_parser().parse(text)
    assert [m.text for m in record.messages] == [text[m.start : m.end] for m in record.messages]
    assert record.messages[-1].text == "REPORT LEAVING (altitude"


def test_a_comma_stays_where_words_are_left_out() -> None:
    line = default_parser().line("CONTINUE (reason), REPORT LEAVING (altitude)")
    assert (line.words, line.commas) == (["continue", "report", "leaving", "altitude"], {1, 3})


def test_a_word_that_breaks_off_behind_a_blank() -> None:
    """Any string parses."""
    text = "descend to (altitude) four thou (four"
    assert default_parser().parse(text).text == text
    assert default_parser().parse("climb (altitude) (sev)").messages
