"""The grammars are read by people: a list that does not fit into a line has one form a line, and words fill lines."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.house.source import ROOT

WIDE = 120
STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
ELSE = re.compile(
    r'#|\w+ = \{|"|\w+ = """'
)  # a comment; an inline table, which TOML 1.0 wants in one line; a long form


@pytest.mark.parametrize("path", sorted((ROOT / "grammars").glob("*.toml")), ids=lambda path: path.name)
def test_one_form_a_line(path: Path) -> None:
    """Whoever looks for a form, or at a change, sees it alone."""
    crowded = [
        f"{path.name}:{number}"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if len(line) > WIDE and len(STRING.findall(line)) > 1 and ELSE.match(line) is None
    ]
    assert not crowded
