"""JSON out and in: the fast writer says what cattrs says, and what was written reads back equal."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, get_args, get_origin, get_type_hints

import attrs
import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from callsigns.errors import InputError
from callsigns.formats.record_json import from_dict, from_json, to_dict, to_json
from callsigns.formats.schema import schema
from callsigns.records import Transmission, Value
from tests.volume import share

_WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
_SCALARS = st.integers() | st.floats(allow_nan=False, allow_infinity=False) | _WORDS
_ANY = {
    str: _WORDS,
    int: st.integers(0, 999),
    float: st.floats(0, 9e6),
    bool: st.booleans(),
    type(None): st.none(),
    int | float | str: _SCALARS,
    int | float | str | None: st.none() | _SCALARS,
}


def _of(hint: Any) -> st.SearchStrategy[Any]:
    if hint in _ANY:
        return _ANY[hint]
    if attrs.has(hint):
        return st.builds(hint, **{name: _of(part) for name, part in _hints(hint).items()})
    parts = get_args(hint)
    if get_origin(hint) is not tuple:
        return st.one_of(*map(_of, parts))
    return st.lists(_of(parts[0]), max_size=2).map(tuple) if parts[-1] is ... else st.tuples(*map(_of, parts))


def _hints(record: type) -> dict[str, Any]:
    hints = get_type_hints(record)
    return {field.name: hints[field.name] for field in attrs.fields(record)}


@settings(max_examples=share(80), deadline=None)
@given(_of(Transmission))
def test_any_record_reads_back_equal(record: Transmission) -> None:
    line = to_json(record)
    assert "\n" not in line
    assert from_json(line) == record
    assert json.loads(line) == json.loads(json.dumps(to_dict(record)))


def test_fields_are_those_of_the_record_in_order(transmissions: list[Transmission]) -> None:
    names = [field.name for field in attrs.fields(Transmission)]
    assert all(list(json.loads(to_json(record))) == names for record in transmissions)


def test_numbers_keep_their_type(transmissions: list[Transmission]) -> None:
    for number in (118, 118.0, "118"):
        value = Value("x", 0, 1, "frequency", number)
        message = attrs.evolve(transmissions[1].messages[0], values=(value,))
        back = from_json(to_json(Transmission("x", messages=(message,))))
        assert type(back.messages[0].values[0].value) is type(number)


def test_other_scripts_are_written_as_they_are_and_lone_surrogates_as_escapes() -> None:
    line = to_json(Transmission("naslyšenou \ud83d end", 1))
    assert "naslyšenou \\ud83d end" in line
    assert line.encode()
    assert from_json(line).text == "naslyšenou \ud83d end"


def test_halves_side_by_side_become_one_character() -> None:
    assert from_json(to_json(Transmission("\ud83d\ude00", 1))).text == "\U0001f600"


def test_tokens_are_left_out_unless_asked_for() -> None:
    import callsigns

    record = callsigns.parse("Speedbird 12, go ahead")
    assert "tokens" not in json.loads(to_json(record))
    tokens = json.loads(to_json(record, tokens=True))["tokens"]
    assert [tuple(token.values()) for token in tokens] == [tuple(token) for token in record.tokens]
    assert from_json(to_json(record, tokens=True)) == record
    jsonschema.validate(json.loads(to_json(record, tokens=True)), schema())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{", "no JSON object"),
        ("[]", "found list"),
        ("[" * 200_000, "no JSON object"),
        ('{"line": 1}', "text"),
        ('{"text": "x", "line": "one"}', "line"),
        ('{"text": "x", "callsigns": [{"text": "x"}]}', "callsigns"),
    ],
)
def test_what_is_no_transmission_is_told(text: str, expected: str) -> None:
    with pytest.raises(InputError, match=expected):
        from_json(text)


def test_a_scalar_may_not_be_a_list() -> None:
    value = {"text": "x", "start": 0, "end": 1, "quantity": "speed", "value": []}
    message = {"text": "x", "start": 0, "end": 1, "act": "report", "values": [value]}
    with pytest.raises(InputError, match="value"):
        from_dict({"text": "x", "messages": [message]})


def test_the_schema_takes_every_record_and_refuses_others(transmissions: list[Transmission]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    for record in transmissions:
        jsonschema.validate(json.loads(to_json(record)), schema())
    for wrong in ({"text": "x"}, {**json.loads(to_json(transmissions[0])), "role": "passenger"}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, schema())


def test_the_schema_has_no_form_for_unknown_types() -> None:
    from callsigns.formats.schema import _type

    @dataclass
    class Other:
        pass

    with pytest.raises(TypeError, match="Other"):
        _type(Other, {})
