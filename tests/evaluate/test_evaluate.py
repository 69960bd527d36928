"""Counts are right on records made by hand, so that no parser can hide a fault of the measuring."""

from __future__ import annotations

import json
from typing import Any, cast

from callsigns.evaluate import Evaluation, Miss, RoleScore, evaluate, misses, read_gold, table
from callsigns.parser import Parser
from callsigns.records import CallSign, Condition, Facility, Message, Spelling, Transmission, Value

TEXT = "delta three oh six contact boston center on descent to four thousand"


class Says:
    """A parser that finds in every line what it is told to find."""

    def __init__(self, **found: Any) -> None:
        self._found = found

    def parse(self, text: str, *, role: str | None = None) -> Transmission:
        return Transmission(text, **self._found)


def measured(gold: dict[str, Any], **found: Any) -> Evaluation:
    return evaluate(read_gold([json.dumps({"text": TEXT, **gold})]), cast(Parser, Says(**found)))


def counts(evaluation: Evaluation, measure: str, part: str | None = None) -> tuple[int, int, int]:
    score = evaluation.score(measure, part)
    return score.expected, score.found, score.right


def call(start: int, end: int, kind: str = "flight", **more: Any) -> CallSign:
    return CallSign(TEXT[start:end], start, end, kind, **more)


DELTA = {"start": 0, "end": 18, "kind": "flight", "icao": "DAL306", "use": "addressee"}


def test_all_right() -> None:
    """What is found and expected is right in every measure, and there is no miss."""
    found = measured({"callsigns": [DELTA]}, callsigns=(call(0, 18, icao="DAL306", use="addressee"),))
    for measure in ("call signs, strict", "call signs, overlapping", "call signs with kind", "ICAO forms", "use"):
        assert counts(found, measure) == (1, 1, 1)
    assert counts(found, "call signs with kind", "flight") == (1, 1, 1)
    assert counts(found, "use", "addressee") == (1, 1, 1)
    assert found.misses == ()


def test_span_too_long() -> None:
    """A word too much is wrong strictly, and right when places need only touch."""
    found = measured({"callsigns": [DELTA]}, callsigns=(call(0, 26, icao="DAL306", use="speaker"),))
    assert counts(found, "call signs, strict") == (1, 1, 0)
    assert counts(found, "call signs, overlapping") == (1, 1, 1)
    assert counts(found, "ICAO forms") == (1, 1, 1)
    assert counts(found, "ICAO forms and spans") == (1, 1, 0)
    assert counts(found, "use") == (1, 1, 0)


def test_two_for_one() -> None:
    """Of two found in one place only one can be right."""
    found = measured({"callsigns": [DELTA]}, callsigns=(call(0, 5), call(6, 18)))
    assert counts(found, "call signs, overlapping") == (1, 2, 1)
    assert counts(found, "ICAO forms") == (1, 0, 0)


def test_kind_of_another() -> None:
    """A wrong kind is counted against both kinds, and not against the span."""
    found = measured({"callsigns": [DELTA]}, callsigns=(call(0, 18, "tactical"),))
    assert counts(found, "call signs, strict") == (1, 1, 1)
    assert counts(found, "call signs with kind", "flight") == (1, 0, 0)
    assert counts(found, "call signs with kind", "tactical") == (0, 1, 0)


def test_form_left_open() -> None:
    """A form that the gold does not give is not asked for; ``null`` says that there is none."""
    opened = {key: value for key, value in DELTA.items() if key != "icao"}
    assert counts(measured({"callsigns": [opened]}, callsigns=(call(0, 18, icao="DAL306"),)), "ICAO forms") == (0, 0, 0)
    closed = {**DELTA, "icao": None}
    assert counts(measured({"callsigns": [closed]}, callsigns=(call(0, 18, icao="DAL306"),)), "ICAO forms") == (0, 1, 0)


def test_nothing_there() -> None:
    """An empty list says that there is nothing; an absent one is not measured."""
    assert counts(measured({"callsigns": []}, callsigns=(call(0, 18),)), "call signs, strict") == (0, 1, 0)
    unmeasured = measured({}, callsigns=(call(0, 18),), role="pilot", spellings=(Spelling("d", 0, 1, "D", "letters"),))
    assert (unmeasured.scores, unmeasured.roles, unmeasured.misses) == ((), None, ())


def test_places_and_spellings() -> None:
    """Stations and spellings by their places, indicators where the gold knows them."""
    station = {"start": 27, "end": 40, "icao": "KZBW"}
    spelled = {"start": 0, "end": 5, "letters": "D"}
    found = measured(
        {"facilities": [station], "spellings": [spelled]},
        facilities=(Facility(TEXT[27:40], 27, 40, "boston", "center"),),
        spellings=(Spelling("delta", 0, 5, "D", "letters"), Spelling("three", 6, 11, "3", "letters")),
    )
    assert counts(found, "facilities") == (1, 1, 1)
    assert counts(found, "location indicators") == (1, 0, 0)
    assert counts(found, "spellings") == (1, 2, 1)


def message(act: str, topic: str | None, *values: Value, conditions: tuple[Condition, ...] = ()) -> Message:
    return Message("x", 0, 1, act, topic, values, conditions)


def value(quantity: str, said: float | str) -> Value:
    return Value("x", 0, 1, quantity, said)


def test_messages() -> None:
    """Acts and topics are counted as often as they are there."""
    gold = [{"act": "instruction", "topic": "altitude"}, {"act": "instruction", "topic": "frequency"}]
    found = measured({"messages": gold}, messages=(message("instruction", "altitude"), message("farewell", None)))
    assert counts(found, "acts") == (2, 2, 1)
    assert counts(found, "acts", "instruction") == (2, 1, 1)
    assert counts(found, "acts and topics") == (2, 2, 1)
    assert counts(found, "topics") == (2, 1, 1)
    assert counts(found, "topics", "frequency") == (1, 0, 0)


def test_acts_alone() -> None:
    """Where the gold gives no topics, only acts are measured."""
    found = measured({"messages": [{"act": "query"}]}, messages=(message("query", "speed"),))
    assert counts(found, "acts") == (1, 1, 1)
    assert counts(found, "topics") == (0, 0, 0)


def test_values() -> None:
    """A value is its quantity and what was said; those of conditions count, 4000 is 4000.0, and names have no case."""
    level = {"quantity": "altitude", "value": 4000}
    fix = {"quantity": "waypoint", "value": "renka"}
    until = Condition("x", 0, 1, "until", (value("waypoint", "RENKA"),))
    said = message("instruction", "altitude", value("altitude", 4000.0), conditions=(until,))
    nested = measured({"messages": [{"act": "instruction", "values": [level, fix]}]}, messages=(said,))
    assert counts(nested, "values") == (2, 2, 2)
    beside = measured({"values": [level]}, messages=(said,))
    assert counts(beside, "values") == (1, 2, 1)
    assert counts(beside, "values", "waypoint") == (0, 1, 0)


def test_roles() -> None:
    """Undecided is wrong over all lines, and out of the count where only the decided ones are asked for."""
    lines = [
        json.dumps({"text": text, "role": role}) for text, role in (("a", "pilot"), ("b", "controller"), ("c", None))
    ]

    class Decides:
        def parse(self, text: str, *, role: str | None = None) -> Transmission:
            return Transmission(text, role=role or ("pilot" if text == "a" else None))

    found = evaluate(read_gold(lines), cast(Parser, Decides()))
    assert found.roles == RoleScore(lines=2, decided=1, right=1)
    assert (found.roles.accuracy, found.roles.accuracy_decided) == (0.5, 1.0)
    assert found.misses == (Miss(2, "b", "role", ("controller",), ()),)
    assert "accuracy 0.500, where decided 1.000" in table(found)
    told = evaluate(read_gold(lines), cast(Parser, Decides()), roles_known=True)
    assert (told.roles, told.misses) == (None, ())


def test_figures_of_nothing() -> None:
    """Where there is nothing to find and nothing was found, nothing is wrong."""
    score = measured({"callsigns": []}).score("call signs, strict")
    assert (score.precision, score.recall, score.f1) == (1.0, 1.0, 1.0)
    assert RoleScore(0, 0, 0).accuracy == RoleScore(0, 0, 0).accuracy_decided == 1.0


def test_table_and_misses() -> None:
    """People see figures in columns, and each line that went wrong with the words in question."""
    found = measured({"callsigns": [DELTA]}, callsigns=(call(6, 18, "partial"),))
    rows = table(found).splitlines()
    assert rows[0].split() == ["1", "lines", "expected", "found", "right", "precision", "recall", "F1"]
    assert next(row for row in rows if row.startswith("  partial")).split()[1:4] == ["0", "1", "0"]
    listed = list(misses(found))
    assert listed[0] == f"line 1: {TEXT}"
    assert '    call signs with kind: expected "delta three oh six" (flight); found "three oh six" (partial)' in listed
