"""The data goes one way, and so do the imports: a module may use its own layer and those before it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.house.source import imports, module_name, package_files

LAYERS: list[tuple[str, ...]] = [
    ("records", "drafts", "packed", "errors", "once"),
    ("tokens", "sound", "phones", "headings", "clock"),
    ("grammar",),
    ("vocabulary", "lexicon", "numbers", "line"),
    ("forms",),
    ("labels", "recognize"),
    ("messages", "role", "prose", "parting", "split", "dashes", "report", "speakers", "speller"),
    ("parser",),
    ("readback", "traffic"),
    ("dialogue", "explain", "evaluate", "check"),
    ("formats", "frames"),
    ("",),  # callsigns/__init__.py, the public names
    ("commands", "cli", "__main__"),
]
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}


def layer(module: str) -> int:
    """The rank of a module; the second word of its dotted name decides."""
    word = module.partition(".")[2].partition(".")[0]
    assert word in RANK, f"{module} stands in no layer: give it a place in LAYERS (and in docs/design.md)"
    return RANK[word]


@pytest.mark.parametrize("path", package_files(), ids=module_name)
def test_imports_point_one_way(path: Path) -> None:
    """An import of a later stage is an arrow the wrong way, inside a function as much as at the top."""
    own = layer(module_name(path))
    wrong = [f"{path.name}:{line} imports {name}" for line, name in imports(path) if layer(name) > own]
    assert not wrong


def test_no_module_imports_itself_in_a_circle() -> None:
    """Within a layer, too, the arrows form no circle."""
    arrows = {module_name(path): {name for _, name in imports(path)} for path in package_files()}
    arrows = {module: names - {module} for module, names in arrows.items()}
    while leaves := [module for module, names in arrows.items() if not names & arrows.keys()]:
        for module in leaves:
            del arrows[module]
    assert not arrows, f"a circle runs through {sorted(arrows)}"
