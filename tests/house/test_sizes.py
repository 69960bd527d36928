"""Small files, small functions, few public names, and a docstring on every module."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import callsigns
from tests.house.source import module_name, package_files, python_files, tree

FILE_LINES = 400
FUNCTION_LINES = 60
PUBLIC_NAMES = 15


@pytest.mark.parametrize("path", python_files(), ids=module_name)
def test_file(path: Path) -> None:
    """Every file says what it is for, and stays short enough to be read in one go."""
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(tree(path)) or not text.strip(), f"{path} has no docstring"
    lines = len(text.splitlines())
    assert lines <= FILE_LINES, f"{path} has {lines} lines"


@pytest.mark.parametrize("path", package_files(), ids=module_name)
def test_functions(path: Path) -> None:
    """No function is longer than a screen."""
    functions = [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = [
        f"{path.name}:{node.lineno} {node.name}: {size} lines"
        for node in functions
        if (size := (node.end_lineno or node.lineno) - node.lineno + 1) > FUNCTION_LINES
    ]
    assert not long


def test_public_names() -> None:
    """At most fifteen names are promised at the top, and each can be fetched."""
    assert len(callsigns.__all__) <= PUBLIC_NAMES
    assert all(hasattr(callsigns, name) for name in callsigns.__all__)
    assert set(callsigns.__all__) <= set(dir(callsigns))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = callsigns.nothing  # type: ignore[attr-defined]
