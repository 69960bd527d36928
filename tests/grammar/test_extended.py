"""A user's own grammar: what it adds really comes out, beside everything that was there before."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from callsigns.grammar import Grammar, shipped_table
from callsigns.grammar.file import _CHOICES
from callsigns.parser import Parser, default_parser
from callsigns.recognize.callsign import CallSignRecognizer
from callsigns.recognize.value.quantities import READERS

MINE = """
[telephony.zipper]
designator = "ZZP"
operator = "Zip Air"
country = "Nowhere"
kind = "military"

[telephony."Blue Zebra"]
designator = "ZBZ"

[facility."Zipton"]
indicator = "ZZIP"

[facility."Zap Field"]

[facility."K Q X"]
indicator = "KKQX"

[callsign.drone]
reader = "vehicle"
patterns = ["drone <digit>{1,3}"]

[value.battery]
quantity = "battery"
unit = "%"
read = "small"
forms = ["battery <number>{1,3}"]

[message.drone.launch]
act = "report"
topic = "takeoff"
side = "pilot"
cpdlc = "DM1"
command = "LAUNCH"
forms = ["<flying> away [with <battery>]"]

[condition.sunset]
kind = "until"
forms = ["until the sun is down"]

[role.pilot.zip]
forms = ["zip zap over"]
weight = 9

[define]
flying = "(flying|gliding)"

[words]
letter = ["zulu tango"]
greeting = ["zippedy"]
"""


@pytest.fixture(scope="module")
def parser(tmp_path_factory: pytest.TempPathFactory) -> Parser:
    path = tmp_path_factory.mktemp("grammar") / "mine.toml"
    path.write_text(MINE)
    return Parser(Grammar.default().extended(path))


def test_telephony(parser: Parser) -> None:
    (found,) = parser.parse("zipper one two three climb flight level one two zero").callsigns
    assert (found.icao, found.kind, found.telephony, found.designator) == ("ZZP123", "flight", "ZIPPER", "ZZP")
    assert found.operator is not None
    assert (found.operator.name, found.operator.kind, found.country) == ("Zip Air", "military", "Nowhere")
    assert parser.parse("blue zebra five climb").callsigns[0].icao == "ZBZ5"
    assert not default_parser().parse("blue zebra five climb").callsigns or (
        default_parser().parse("blue zebra five climb").callsigns[0].icao is None
    )


def test_facility(parser: Parser) -> None:
    found = parser.parse("zipton tower good morning delta three oh six").facilities
    assert [(f.place, f.unit, f.icao) for f in found] == [("zipton", "tower", "ZZIP")]
    found = parser.parse("zap field tower good morning delta three oh six").facilities
    assert [(f.place, f.icao) for f in found] == [("zap field", None)]
    found = parser.parse("k q x tower good morning delta three oh six").facilities
    assert [(f.place, f.icao) for f in found] == [("k q x", "KKQX")]
    found = parser.parse("contact zipton one two four decimal one").facilities
    assert [(f.place, f.icao, f.use) for f in found] == [("zipton", "ZZIP", "handover")]


def test_value_and_message(parser: Parser) -> None:
    record = parser.parse("delta three oh six gliding away with battery eight zero")
    (message,) = [m for m in record.messages if m.command == "LAUNCH"]
    assert (message.act, message.topic, message.cpdlc) == ("report", "takeoff", "DM1")
    assert [(v.quantity, v.value, v.unit) for v in message.values] == [("battery", 80, "%")]
    assert message.callsign == 0


def test_condition(parser: Parser) -> None:
    record = parser.parse("delta three oh six maintain flight level one two zero until the sun is down")
    assert [(c.kind, c.text) for m in record.messages for c in m.conditions] == [("until", "until the sun is down")]


def test_role(parser: Parser) -> None:
    assert parser.parse("zip zap over").role == "pilot"
    assert default_parser().parse("zip zap over").role is None


def test_words(parser: Parser) -> None:
    assert [m.act for m in parser.parse("delta three oh six zippedy").messages] == ["greeting"]


def test_what_was_there_is_there(parser: Parser) -> None:
    """Other lines are read as before."""
    for line in ("delta three oh six turn left heading one eight zero", "Benghazi, good morning, Ascot 9908", "roger"):
        assert parser.parse(line) == default_parser().parse(line)


def test_extended_is_a_new_grammar(parser: Parser) -> None:
    assert Grammar.default().section("telephony") == {}
    assert Grammar.default() is Grammar.default()
    assert parser.grammar != Grammar.default()
    assert Grammar.default().added == ()


def test_where_an_entry_stands(parser: Parser) -> None:
    assert parser.grammar.source_of("message", "drone.launch").endswith("mine.toml")
    assert parser.grammar.source_of("callsign", "flight") == "callsigns.toml"
    assert parser.grammar.source_of("callsign", "nosuch") == "?"


def test_own_values_come_first(tmp_path: Path) -> None:
    """Where a shipped entry reads the same words; a number is read unless something else is asked for."""
    mine = tmp_path / "mine.toml"
    entry = 'quantity = "heading"\nunit = "mil"\nlimit = "at_or_above"\nforms = ["heading <number>{3}"]\n'
    mine.write_text(f"[value.bearing]\n{entry}")
    (message,) = Parser(Grammar.default().extended(mine)).parse("heading two one zero").messages
    assert [(v.value, v.unit, v.limit) for v in message.values] == [(210, "mil", "at_or_above")]


def test_letters_of_a_user() -> None:
    assert Grammar.default().letters["kilo"] == "K"
    assert shipped_table("alphabet.toml")["letters"]["K"][0] == "kilo"


def test_two_files_add_up(tmp_path: Path) -> None:
    one, two = tmp_path / "one.toml", tmp_path / "two.toml"
    one.write_text('[telephony.zipone]\ndesignator = "ZZA"\n[words]\nsmall = ["zippish"]\n')
    two.write_text('[telephony.ziptwo]\ndesignator = "ZZB"\n[words]\nsmall = ["zappish"]\n')
    grammar = Grammar.default().extended(one).extended(two)
    parser = Parser(grammar)
    assert [parser.parse(f"{name} five climb").callsigns[0].icao for name in ("zipone", "ziptwo")] == ["ZZA5", "ZZB5"]
    assert {"zippish", "zappish"} <= set(grammar.section("words")["small"])
    assert [part.source for part in grammar.added] == [str(one), str(two)]


def test_the_choices_of_a_grammar_are_those_of_the_code() -> None:
    """What a file may name is exactly what there is."""
    assert set(_CHOICES["value", "read"]) == {*READERS, "limit"}
    assert set(_CHOICES["callsign", "reader"]) == set(CallSignRecognizer(default_parser()._compiled)._readers)
    shipped = Grammar.default()
    for (section, key), choices in _CHOICES.items():
        said = [entry[key] for entry in shipped.section(section).values() if key in entry]
        named = {name for some in said for name in ([some] if isinstance(some, str) else some)}
        assert named <= set(choices)


def test_thousands_of_forms(tmp_path: Path) -> None:
    """More words than one area of characters holds: the last form is read as the first, and shipped ones as before."""
    path = tmp_path / "mine.toml"
    words = ["zip" + "".join(letters) for letters in product("bdfgklmnprstvz", repeat=3)]
    forms = ", ".join(f'"{word} or{word} heading <heading>"' for word in words)
    path.write_text(f'[message.mine]\nact = "report"\ntopic = "weather"\nforms = [{forms}]\n')
    parser = Parser(Grammar.default().extended(path))
    for word in (words[0], words[-1]):
        record = parser.parse(f"swiss four one two {word} or{word} heading two one zero")
        assert [(said.act, said.topic, len(said.values)) for said in record.messages] == [("report", "weather", 1)]
    line = "swiss four one two climb flight level one zero zero"
    assert parser.parse(line) == default_parser().parse(line)
