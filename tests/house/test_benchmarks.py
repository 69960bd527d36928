"""The benchmark runs, and writes its table where a page asks for it; its figures are looked at, not tested."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks import stages
from tests.benchmarks.__main__ import BEGIN, END, table, write
from tests.benchmarks.corpus import CORPUS, STYLES


def test_table_has_every_stage_and_style() -> None:
    """One row a stage; ``str.split`` is the measure, so its ratio is one."""
    rows = table(rounds=1, repeat=1).splitlines()
    assert [row.split("|")[1].strip() for row in rows[2:]] == ["str.split", "tokenize", "parse", "parse, kept"]
    assert all(style in rows[0] for style in STYLES)


def test_stages_are_those_of_the_parser() -> None:
    """Every stage is gone through, in the order of a line, and their sum stands last."""
    rows = [row.split("|")[1].strip() for row in stages.table(1).splitlines()[2:]]
    assert rows[0] == "words and classes"
    assert {"stations", "call signs", "values", "messages", "role"} < set(rows)
    assert rows[-1] == "all of them"


def test_write(tmp_path: Path) -> None:
    """The table stands between two marks; a page without them is left alone."""
    page = tmp_path / "performance.md"
    page.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n")
    write(page, "new")
    assert page.read_text() == f"before\n{BEGIN}\nnew\n{END}\nafter\n"
    page.write_text("no marks")
    with pytest.raises(SystemExit, match="expected the marks"):
        write(page, "new")


@pytest.mark.parametrize("style", STYLES)
def test_corpus(style: str) -> None:
    """Sixty different lines a style, none of them empty."""
    lines = (CORPUS / f"{style}.txt").read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(set(lines)) == 60
    assert all(line.strip() == line and line for line in lines)
