"""pandas, polars, DuckDB and Hugging Face datasets: the same columns as Arrow has, in the engine's own table."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow", reason="needs pyarrow: pip install 'callsigns[arrow]'")

from callsigns.frames import arrow, engine, read  # noqa: E402
from callsigns.grammar import Grammar  # noqa: E402
from callsigns.parser import Parser  # noqa: E402
from callsigns.traffic import Traffic  # noqa: E402
from tests.frames.lines import varied  # noqa: E402

TEXTS = [*varied(500), None, "", "🛩 ascot 9908"]
DATA = {"id": list(range(len(TEXTS))), "text": TEXTS}


@pytest.fixture(scope="module")
def expected() -> list[dict[str, Any] | None]:
    """What Arrow says, as dicts, one a text; ``None`` where there is no text."""
    rows: list[dict[str, Any] | None] = arrow.parse_array(pa.array(TEXTS)).to_pylist()
    return rows


@pytest.fixture(scope="module")
def mine(tmp_path_factory: pytest.TempPathFactory) -> Parser:
    path = tmp_path_factory.mktemp("grammar") / "mine.toml"
    path.write_text('[telephony.zebrafinch]\ndesignator = "ZFN"\n', encoding="utf-8")
    return Parser(Grammar.default().extended(path))


def test_pandas(expected: list[dict[str, Any] | None]) -> None:
    pd = pytest.importorskip("pandas", reason="needs pandas: pip install 'callsigns[pandas]'")
    from callsigns.frames import pandas as adapter

    frame = pd.DataFrame(DATA, index=[f"row {i}" for i in DATA["id"]])
    said = adapter.parse(frame, into="said")
    assert list(said.index) == list(frame.index)
    assert [None if row is pd.NA else row for row in said["said"]] == expected
    flat = adapter.parse(frame)
    assert list(flat.columns) == ["id", "text", *read.COLUMNS]
    assert [None if role is pd.NA else role for role in flat["role"]] == [row and row["role"] for row in expected]
    assert [[c["icao"] for c in calls] for calls in flat["callsigns"]] == [
        [c["icao"] for c in row["callsigns"]] if row else [] for row in expected
    ]
    with pytest.raises(ValueError, match="a column named said already"):
        adapter.parse(said, into="said")
    assert frame.shape == (len(TEXTS), 2), "the frame that was given is left as it was"


def test_pandas_call_signs(expected: list[dict[str, Any] | None], mine: Parser) -> None:
    pd = pytest.importorskip("pandas", reason="needs pandas: pip install 'callsigns[pandas]'")
    from callsigns.frames import pandas as adapter

    frame = pd.DataFrame(DATA, index=[f"row {i}" for i in DATA["id"]])
    calls = adapter.callsigns_frame(frame)
    said = [(i, call) for i, row in enumerate(expected) if row for call in row["callsigns"]]
    assert list(calls.index) == [f"row {i}" for i, _ in said]
    assert list(calls["text"]) == [call["text"] for _, call in said]
    own = adapter.callsigns_frame(pd.DataFrame({"text": ["zebrafinch one two"]}), parser=mine)
    assert list(own["icao"]) == ["ZFN12"]


def test_polars(expected: list[dict[str, Any] | None]) -> None:
    pl = pytest.importorskip("polars", reason="needs polars: pip install 'callsigns[polars]'")
    from callsigns.frames import polars as adapter

    frame = pl.DataFrame(DATA)
    assert frame.with_columns(said=adapter.expr())["said"].to_list() == expected
    lazy = frame.lazy().with_columns(said=adapter.expr(pl.col("text")))
    assert lazy.collect_schema()["said"] == adapter.dtype()
    assert lazy.collect(engine="streaming")["said"].to_list() == expected
    flat = adapter.parse(frame.lazy()).collect()
    assert flat.columns == ["id", "text", *read.COLUMNS]
    assert flat["messages"].to_list() == [row and row["messages"] for row in expected]
    assert adapter.parse(frame, into="said")["said"].to_list() == expected
    with pytest.raises(ValueError, match="a column named role, aircraft"):
        adapter.parse(flat)


def test_duckdb(expected: list[dict[str, Any] | None]) -> None:
    duckdb = pytest.importorskip("duckdb", reason="needs DuckDB: pip install 'callsigns[duckdb]'")
    from callsigns.frames import duckdb as adapter

    with duckdb.connect() as connection:
        adapter.register(connection)
        adapter.register(connection, "matched", traffic=Traffic(["RRR9908"]))
        connection.register("tape", pa.table(DATA))
        rows = connection.sql("SELECT parse_transmission(text) FROM tape ORDER BY id").fetchall()
        assert [row for (row,) in rows] == expected
        assert connection.sql("SELECT matched('ascot 9908').callsigns[1].match").fetchall() == [("RRR9908",)]
        assert connection.sql("SELECT parse_transmission(NULL)").fetchall() == [(None,)]


def test_datasets(expected: list[dict[str, Any] | None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    datasets = pytest.importorskip("datasets", reason="needs datasets: pip install 'callsigns[datasets]'")
    from callsigns.frames import datasets as adapter

    datasets.disable_progress_bars()
    given = datasets.Dataset.from_dict(DATA)
    said = adapter.parse(given, into="said", batch_size=100)
    assert [row if row is None or row["text"] is not None else None for row in said["said"]] == expected
    flat = adapter.parse(given)
    assert flat.column_names == ["id", "text", *read.COLUMNS]
    assert list(flat["aircraft"]) == [row and row["aircraft"] for row in expected]
    stream = adapter.parse(given.to_iterable_dataset())
    assert [row["aircraft"] for row in stream] == list(flat["aircraft"])
    with pytest.raises(ValueError, match="a column named role"):
        adapter.parse(flat)


@pytest.fixture
def nothing_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("pyarrow", "pandas", "polars", "duckdb", "datasets", "pyspark", "pyspark.sql.types", "spacy.language"):
        monkeypatch.setitem(sys.modules, name, None)


@pytest.mark.usefixtures("nothing_installed")
@pytest.mark.parametrize("name", ["pandas", "polars", "duckdb", "datasets", "spark"])
def test_a_missing_engine_says_what_to_install(name: str) -> None:
    adapter = __import__(f"callsigns.frames.{name}", fromlist=["parse"])
    with pytest.raises(ImportError, match=rf"pip install 'callsigns\[{name}\]'"):
        adapter.register(None) if name == "duckdb" else adapter.parse(None)


@pytest.mark.usefixtures("nothing_installed")
def test_missing_arrow_and_spacy() -> None:
    with pytest.raises(ImportError, match=r"^pyarrow is missing: pip install 'callsigns\[arrow\]'$"):
        arrow.parse_array(None)
    with pytest.raises(ImportError, match=r"^spacy is missing: pip install 'callsigns\[spacy\]'$"):
        engine.need("spacy.language", "spacy")
