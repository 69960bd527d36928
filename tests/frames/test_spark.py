"""Spark on two cores over a million lines, row by row what one process says.

``CALLSIGNS_SPARK_LINES`` sets another number of lines. One in twenty differs from all others, in its figures, and they
repeat in random order: one process parses each of these once for comparison, Spark parses every line. Nothing is kept
between lines, so that a line said twice costs as much as two. A million take two to three minutes on two quiet cores.
"""

from __future__ import annotations

import os
import random
import time
from pathlib import Path
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow", reason="needs pyarrow: pip install 'callsigns[spark]'")
pytest.importorskip("pyspark", reason="needs Spark: pip install 'callsigns[spark]'")
import pyarrow.compute as pc  # noqa: E402
from pyarrow import dataset, parquet  # noqa: E402

from callsigns.frames import arrow, read  # noqa: E402
from callsigns.frames.spark import _worker, parse, spark_type  # noqa: E402
from callsigns.grammar import Grammar  # noqa: E402
from callsigns.traffic import Traffic  # noqa: E402
from tests.frames.lines import varied  # noqa: E402

LINES = int(os.environ.get("CALLSIGNS_SPARK_LINES", "1000000"))
GRAMMAR = '[telephony.zebrafinch]\ndesignator = "ZFN"\n'


def test_columns_are_typed(spark: Any) -> None:
    rows = [(1, "Benghazi, good morning, Ascot 9908"), (2, None), (3, "🛩 descend flight level eight zero")]
    df = spark.createDataFrame(rows, "id long, said string")
    result = parse(df, "said")
    assert result.columns == ["id", "said", *read.COLUMNS]
    assert [(f.name, f.dataType) for f in result.schema][2:] == [
        (name, spark_type(arrow.schema().field(name).type)) for name in read.COLUMNS
    ]
    first, second, third = result.orderBy("id").collect()
    assert (first.role, first.callsigns[0].icao, first.callsigns[0].start) == ("pilot", "RRR9908", 24)
    assert first.callsigns[0].operator.name == "Royal Air Force"
    assert (second.role, second.callsigns) == (None, [])
    assert (third.messages[0]["values"][0].number, third.messages[0]["values"][0].unit) == (80.0, "FL")
    nested = parse(df, "said", into="read").select("read.*")
    assert nested.columns == arrow.schema().names
    assert [row.aircraft for row in nested.collect()] == ["RRR9908", None, None]


def test_own_grammar_and_traffic_reach_the_workers(spark: Any, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(GRAMMAR, encoding="utf-8")
    df = spark.createDataFrame([("zebrafinch one two",), ("ascot 9908",)], "text string")
    result = parse(df, traffic=Traffic(["RRR9908"]), grammar=Grammar.default().extended(path))
    icao = {call.icao: call.match for row in result.collect() for call in row.callsigns}
    assert icao == {"ZFN12": None, "RRR9908": "RRR9908"}


def test_wrong_columns(spark: Any) -> None:
    df = spark.createDataFrame([("a", "b")], "text string, role string")
    with pytest.raises(ValueError, match="expected a column named said, found text, role"):
        parse(df, "said")
    with pytest.raises(ValueError, match="a column named role already"):
        parse(df)


def test_a_worker_looks_at_the_broadcast_once() -> None:
    class Shared:
        looked = 0

        @property
        def value(self) -> tuple[None, Traffic]:
            self.looked += 1
            return None, Traffic(["RRR9908"])

    shared = Shared()
    batch = pa.RecordBatch.from_pydict({"text": ["ascot 9908"]})
    out = list(_worker(shared, "text", ("said",), "said")(iter([batch] * 3)))
    assert shared.looked == 1
    assert [b.column("said")[0]["aircraft"].as_py() for b in out] == ["RRR9908"] * 3


def test_a_million_lines_row_by_row(spark: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    differing = pa.array(varied(max(1, LINES // 20)))
    chance = random.Random(1)
    which = pa.array((chance.randrange(len(differing)) for _ in range(LINES)), pa.int64())
    table = pa.table({"id": pa.array(range(LINES), pa.int64()), "which": which, "text": differing.take(which)})
    parquet.write_table(table, tmp_path / "in.parquet", row_group_size=max(1, LINES // 20))

    began = time.perf_counter()
    df = spark.read.parquet(str(tmp_path / "in.parquet"))
    parse(df, into="said").write.parquet(str(tmp_path / "out"))
    spark_took = time.perf_counter() - began

    began = time.perf_counter()
    alone = arrow.parse_array(differing)
    alone_took = (time.perf_counter() - began) / len(differing)
    ids = []
    for batch in dataset.dataset(tmp_path / "out").to_batches():
        got, wanted = batch.column("said"), alone.take(batch.column("which"))
        assert got.equals(wanted.cast(got.type)), "a row differs"
        assert batch.column("text").equals(wanted.field("text"))
        assert batch.column("which").equals(which.take(batch.column("id")))
        ids.append(batch.column("id"))
    assert pc.value_counts(pa.chunked_array(ids)).field("counts").equals(pa.array([1] * LINES, pa.int64()))
    with capsys.disabled():
        print(f"\n{LINES:,} lines: Spark on two cores {spark_took:.0f} s, {spark_took / LINES * 1e6:.0f} µs a line; "
              f"one process {alone_took * 1e6:.0f} µs a line")  # fmt: skip


def test_the_page(spark: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What docs/data-engineer.md shows for Spark; other pages run without a session of their own."""
    from tests.house.pages import blocks, carry_out
    from tests.house.source import ROOT

    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {"__name__": "__main__"}
    for block in blocks(ROOT / "docs" / "data-engineer.md", ROOT):
        if "spark" in block.body and block.kind == "python":
            carry_out(type(block)(block.page, block.line, block.kind, block.body), names)
    assert "df" in names
