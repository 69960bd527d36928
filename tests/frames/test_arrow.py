"""Arrow columns against the records, row by row, and back to records again."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow", reason="needs pyarrow: pip install 'callsigns[arrow]'")

from callsigns.errors import InputError  # noqa: E402
from callsigns.formats.record_json import to_dict  # noqa: E402
from callsigns.frames import arrow  # noqa: E402
from callsigns.frames.schema import columns, split_names  # noqa: E402
from callsigns.parser import Parser  # noqa: E402
from callsigns.records import CallSign, Message, Transmission, Value  # noqa: E402
from callsigns.traffic import Traffic  # noqa: E402
from tests.frames.lines import CORPUS, ODD, OPERATOR, varied  # noqa: E402
from tests.house.source import ROOT  # noqa: E402


def as_row(data: Any) -> Any:
    """A record's JSON as the schema has it: a pair of times as a struct, a number or name in two columns."""
    if isinstance(data, list | tuple):
        return [as_row(one) for one in data]
    if not isinstance(data, dict):
        return data
    row: dict[str, Any] = {}
    for name, value in data.items():
        if name in ("value", "said", "heard"):
            number, word = ("number", "name") if name == "value" else (f"{name}_number", f"{name}_name")
            row |= {number: None if isinstance(value, str) else value, word: value if isinstance(value, str) else None}
        elif name == "time" and value is not None:
            row[name] = {"start": value[0], "end": value[1]}
        else:
            row[name] = as_row(value)
    return row


def test_rows_are_the_records(transmissions: list[Transmission]) -> None:
    table = arrow.to_table(transmissions)
    table.validate(full=True)
    assert table.schema.equals(arrow.schema(), check_metadata=True)
    for row, transmission in zip(table.to_pylist(), transmissions, strict=True):
        assert row == as_row(to_dict(transmission))


def test_records_come_back(transmissions: list[Transmission]) -> None:
    table = arrow.to_table(transmissions)
    assert list(arrow.from_table(table)) == transmissions
    assert [t for batch in arrow.to_batches(transmissions, 50) for t in arrow.from_table(batch)] == transmissions


def test_parsing_a_column_is_parsing_its_texts(parser: Parser) -> None:
    lines = list(varied(3 * arrow.ROWS // 2))
    read = arrow.parse_array(pa.array(lines), parser)
    assert read.type == pa.struct(list(arrow.schema()))
    assert read.equals(arrow.to_table(map(parser.parse, lines)).to_struct_array().combine_chunks())


@pytest.mark.parametrize(
    "kind", [pa.string(), pa.large_string(), pa.string_view(), pa.dictionary(pa.int32(), pa.string())], ids=str
)
def test_nulls_and_string_types(kind: Any) -> None:
    texts = pa.array(["tower ascot 9908", None, ""]).cast(kind)
    read = arrow.parse_array(texts)
    assert read.is_null().to_pylist() == [False, True, False]
    assert read.field("text").to_pylist() == ["tower ascot 9908", None, ""]
    assert [row and [c["icao"] for c in row["callsigns"]] for row in read.to_pylist()] == [["RRR9908"], None, []]
    table = arrow.parse_array(pa.chunked_array([texts, texts.slice(1)]))
    assert table.schema.equals(arrow.schema())
    assert table.column("text").to_pylist() == ["tower ascot 9908", None, "", None, ""]
    assert len(list(arrow.from_table(table))) == 3


def test_empty_columns() -> None:
    assert len(arrow.parse_array(pa.array([], pa.string()))) == 0
    assert arrow.parse_array(pa.chunked_array([], pa.string())).num_rows == 0
    assert arrow.parse_array(pa.nulls(2)).null_count == 2
    assert arrow.to_table([]).schema.equals(arrow.schema())
    assert arrow.callsigns_table([]).num_rows == 0


@pytest.mark.parametrize("wrong", [pa.array([1]), pa.chunked_array([pa.array([b"a"])]), ["a"]], ids=type)
def test_what_is_no_column_of_strings(wrong: Any) -> None:
    with pytest.raises(TypeError, match=r"expected .*strings, found"):
        arrow.parse_array(wrong)


def test_traffic() -> None:
    read = arrow.parse_array(pa.array(["ascot 9908 roger"]), traffic=Traffic(["RRR9908"]))
    assert read[0]["callsigns"][0]["match"].as_py() == "RRR9908"


def test_batches_are_a_stream() -> None:
    batch = pa.RecordBatch.from_pydict({"id": [1, 2], "said": ["ascot 9908", None]})
    (read,) = arrow.parse_batches([batch], "said", into="read")
    assert read.schema.names == ["id", "said", "read"]
    assert [row and row["aircraft"] for row in read.column("read").to_pylist()] == ["RRR9908", None]
    endless = arrow.to_batches(iter(lambda: Transmission("roger"), None), 10)
    assert next(endless).num_rows == next(endless).num_rows == 10


def test_half_of_a_surrogate_pair_and_a_number_beyond_float64() -> None:
    """Neither has a form in Arrow; offsets stay right, digits stay digits."""
    value = Value("9", 0, 1, "other", 2**53 + 1)
    table = arrow.to_table([Transmission("a\ud83dz", messages=(Message("a", 0, 1, "other", values=(value,)),))])
    assert table.column("text").to_pylist() == ["a\ufffdz"]
    (kept,) = table.column("messages").to_pylist()[0][0]["values"]
    assert (kept["number"], kept["name"]) == (None, "9007199254740993")


def test_one_row_a_call_sign(transmissions: list[Transmission]) -> None:
    table = arrow.callsigns_table(arrow.to_table(transmissions))
    assert table.equals(arrow.callsigns_table(transmissions))
    said = [(row, t, call) for row, t in enumerate(transmissions) for call in t.callsigns]
    for row, (number, t, call) in zip(table.to_pylist(), said, strict=True):
        assert (row.pop("row"), row.pop("line"), row.pop("source")) == (number, t.line, t.source)
        assert (row.pop("speaker"), row.pop("role")) == (t.speaker, t.role)
        assert (row.pop("start_time"), row.pop("end_time")) == (t.time or (None, None))
        assert row.pop("operator") == (call.operator and call.operator.name)
        assert row.pop("operator_kind") == (call.operator and call.operator.kind)
        assert row == {name: value for name, value in as_row(to_dict(t)["callsigns"][t.callsigns.index(call)]).items()
                       if name != "operator"}  # fmt: skip


def test_one_row_a_message(transmissions: list[Transmission]) -> None:
    first = CallSign("a", 0, 1, "flight", icao="BAW1", operator=OPERATOR)
    second = CallSign("b", 1, 2, "partial", icao="BAW2", match="BAW22")
    extra = Transmission("ab", callsigns=(first, second), messages=(Message("b", 1, 2, "query", callsign=1),))
    batch = next(arrow.to_batches([*transmissions, extra], 1000))
    table = arrow.messages_table(batch.slice(1))
    said = [(t, message) for t in [*transmissions[1:], extra] for message in t.messages]
    named = table.column("callsign").to_pylist()
    assert named[-1] == "BAW22"
    for row, name, (t, message) in zip(table.to_pylist(), named, said, strict=True):
        assert (row["act"], row["topic"], row["start"], len(row["values"])) == (
            message.act, message.topic, message.start, len(message.values),
        )  # fmt: skip
        call = None if message.callsign is None else t.callsigns[message.callsign]
        assert name == (call and (call.match or call.icao or call.text))


def test_other_versions_are_refused(transmissions: list[Transmission]) -> None:
    table = arrow.to_table(transmissions)
    with pytest.raises(InputError, match="expected a table of schema version 1, found version 99"):
        list(arrow.from_table(table.replace_schema_metadata({arrow.VERSION_KEY: "99"})))
    with pytest.raises(InputError, match="none named role"):
        list(arrow.from_table(table.drop_columns(["role"])))


def paths(record: Any, before: str = "") -> Iterator[tuple[str, str, str]]:
    """Every column of a record: ``callsigns[].start``, its type, and whether it may be null."""
    for column in columns(record):
        name, null = f"{before}{column.name}", "yes" if column.nullable or (record, column.name) == TEXT else "no"
        if column.form == "scalar":
            yield from zip(
                [before + n for n in split_names(column.name)], ["double", "string"], ["yes"] * 2, strict=True
            )
        elif column.form == "list":
            yield f"{name}[]", "struct" if column.record else "string", null
            yield from paths(column.record, f"{name}[].") if column.record else ()
        else:
            yield name, "struct" if pa.types.is_struct(column.type) else str(column.type), null
            yield from paths(column.record, f"{name}.") if column.record else ()
            yield from [(f"{name}.{end}", "double", "no") for end in ("start", "end")] if column.form == "pair" else ()


TEXT = (Transmission, "text")  # null where the text of a table that was parsed is null


def test_the_page_shows_the_schema() -> None:
    """Whoever changes the schema changes the page, and raises SCHEMA_VERSION if a column goes or changes."""
    page = (ROOT / "docs" / "data-engineer.md").read_text(encoding="utf-8")
    shown = re.findall(r"^\| `([\w.\[\]]+)` \| (\w+) \| (yes|no) \|", page, re.MULTILINE)
    assert shown == list(paths(Transmission))
    assert f"version {arrow.SCHEMA_VERSION}" in page
    assert json.loads(arrow.schema().metadata[arrow.VERSION_KEY]) == arrow.SCHEMA_VERSION


def test_the_records_tried_fill_the_columns(transmissions: list[Transmission]) -> None:
    """The tests above mean something: every column holds something in some row."""
    assert len(transmissions) == len(CORPUS) + len(ODD)
    filled: set[str] = set()

    def look(value: Any, path: str) -> None:
        if isinstance(value, dict):
            for name, inner in value.items():
                look(inner, f"{path}.{name}".lstrip("."))
        elif isinstance(value, list):
            for inner in value:
                look(inner, f"{path}[]")
        if value not in (None, [], {}):
            filled.add(path)

    for row in arrow.to_table(transmissions).to_pylist():
        look(row, "")
    assert {name for name, _, _ in paths(Transmission)} <= filled
