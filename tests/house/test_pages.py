"""README and documentation: what they show is carried out, and comes out as shown."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from callsigns import Grammar
from callsigns.recognize.value import UNITS
from tests.house.pages import Block, blocks, carry_out
from tests.house.source import ROOT

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
APART = [block for page in PAGES for block in blocks(page, ROOT) if "needs" in block.notes]


@pytest.fixture(autouse=True)
def beside_the_examples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages name files as they stand in a checkout, and may write new ones: so work in a copy."""
    shutil.copytree(ROOT / "docs" / "examples", tmp_path / "docs" / "examples")
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_page(page: Path) -> None:
    names: dict[str, Any] = {"__name__": "__main__"}
    for block in blocks(page, ROOT):
        if "needs" not in block.notes:
            carry_out(block, names)


@pytest.fixture
def spark_left_as_found(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Workers run this Python; a Spark that a page starts is stopped, one that was there goes on for other tests."""
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.setenv("PYSPARK_DRIVER_PYTHON", sys.executable)
    sql = sys.modules.get("pyspark.sql")
    before = sql and sql.SparkSession.getActiveSession()
    yield
    sql = sys.modules.get("pyspark.sql")
    after = sql and sql.SparkSession.getActiveSession()
    if after and not before:
        after.stop()


@pytest.mark.usefixtures("spark_left_as_found")
@pytest.mark.parametrize("block", APART, ids=lambda block: block.where)
def test_page_with_extra(block: Block) -> None:
    module = block.notes["needs"]
    pytest.importorskip(module, reason=f"{module} is not installed: see the extras in pyproject.toml")
    if module == "pyspark" and shutil.which("java") is None:
        pytest.skip("Spark needs Java: install a JRE of version 17 or newer")
    carry_out(block, {"__name__": "__main__"})


def test_quick_start_comes_first() -> None:
    """The first fenced block of the README is the two commands that a stranger types."""
    first = next(blocks(ROOT / "README.md", ROOT))
    assert first.body.splitlines() == [
        "python3 -m pip install . && callsigns parse docs/examples/benina.txt",
        "python3 -m pip install -e '.[test]' && python3 -m pytest",
    ]


def test_every_quantity_and_unit_is_listed_with_the_records() -> None:
    page = (ROOT / "docs" / "records.md").read_text("utf-8")
    quantities = {str(entry["quantity"]) for entry in Grammar.default().section("value").values()}
    assert {name for name in {*quantities, *UNITS} if f"`{name}`" not in page} == set()
