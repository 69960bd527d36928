"""Parquet files: what is written is read back, also when the stream breaks, in memory that does not grow."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pa = pytest.importorskip("pyarrow", reason="needs pyarrow: pip install 'callsigns[arrow]'")
from pyarrow import parquet  # noqa: E402

from callsigns.frames import arrow  # noqa: E402
from callsigns.frames.parquet import write_parquet  # noqa: E402
from callsigns.records import Transmission  # noqa: E402
from tests.house.source import ROOT  # noqa: E402


def test_round_trip(transmissions: list[Transmission], tmp_path: Path) -> None:
    path = tmp_path / "tape.parquet"
    assert write_parquet(path, iter(transmissions), group=50) == len(transmissions)
    file = parquet.ParquetFile(path)
    assert file.num_row_groups == -(-len(transmissions) // 50)
    assert file.schema_arrow.equals(arrow.schema())
    assert list(arrow.from_table(parquet.read_table(path))) == transmissions


@pytest.mark.parametrize("rows", ["callsigns", "messages"])
def test_flat_rows_count_on_through_the_groups(transmissions: list[Transmission], rows: str) -> None:
    stream = io.BytesIO()
    write_parquet(stream, transmissions, rows=rows, group=50)
    whole = {"callsigns": arrow.callsigns_table, "messages": arrow.messages_table}[rows](transmissions)
    assert parquet.read_table(stream).equals(whole)


def test_nothing_at_all() -> None:
    for rows, columns in (("transmissions", 12), ("callsigns", 22), ("messages", 17)):
        stream = io.BytesIO()
        assert write_parquet(stream, [], rows=rows) == 0
        table = parquet.read_table(stream)
        assert (table.num_rows, table.num_columns) == (0, columns)
    with pytest.raises(ValueError, match="found 'words'"):
        write_parquet(io.BytesIO(), [], rows="words")


def test_a_broken_stream_leaves_a_whole_file(tmp_path: Path) -> None:
    def breaks() -> Iterator[Transmission]:
        yield Transmission("roger")
        raise KeyboardInterrupt

    path = tmp_path / "tape.parquet"
    with pytest.raises(KeyboardInterrupt):
        write_parquet(path, breaks())
    assert parquet.read_table(path).column("text").to_pylist() == ["roger"]


MEMORY = """
import resource, sys
import callsigns
from itertools import cycle, islice
from pathlib import Path
from attrs import evolve
from callsigns.frames.parquet import write_parquet
known = [callsigns.parse(line) for line in Path("tests/corpus/speech.txt").read_text().splitlines()]
peaks = []
for count in map(int, sys.argv[2:]):
    write_parquet(sys.argv[1], (evolve(t, line=i) for i, t in enumerate(islice(cycle(known), count))))
    peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
print(*peaks)
"""


def test_memory_stays_flat(tmp_path: Path) -> None:
    """Ten times the rows in the same process raise the peak by less than a sixth (ru_maxrss is in kB on Linux)."""
    command = [sys.executable, "-c", MEMORY, str(tmp_path / "tape.parquet"), "50000", "500000"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    small, large = map(int, run.stdout.split())
    assert large < 1.17 * small, f"peak {small / 1024:.0f} MB at 50,000 rows, {large / 1024:.0f} MB at 500,000"
