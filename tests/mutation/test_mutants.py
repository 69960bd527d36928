"""The maker of small faults makes them, one at a time, and leaves alone what no test should depend on."""

from __future__ import annotations

import ast

import pytest

from tests.mutation.mutants import mutants


@pytest.mark.parametrize(
    ("source", "changes"),
    [
        ("x = 1 if a < b else 2", ["1 if not a < b else 2", "a <= b", "2", "3"]),
        ("def f(a=0):\n    return a and b", ["1", "return None", "a or b"]),
        ("while x is not None:\n    break", ["while not x is not None:", "x is None", "continue"]),
        ("x += 'a' + b", ["x -= 'a' + b", "'a' - b", "'XXa'"]),
        ("y = not x", ["x"]),
        ("raise ValueError('x' + 1)", []),
        ("def f():\n    'Docstring'", []),
        ("__all__ = ['x']", []),
        ("import a", []),
    ],
)
def test_changes(source: str, changes: list[str]) -> None:
    found = list(mutants(source))
    assert [mutant.change.partition("  ->  ")[2] for mutant in found] == changes
    for mutant in found:
        assert ast.unparse(mutant.tree) != ast.unparse(ast.parse(source))
