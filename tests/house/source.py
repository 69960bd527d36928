"""Looking at our own source: the files, their modules, and what each imports."""

from __future__ import annotations

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "callsigns"


def module_name(path: Path) -> str:
    """``callsigns/recognize/value/value.py`` is the module ``callsigns.recognize.value``."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def package_files() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def python_files() -> list[Path]:
    """Every Python file that is ours: package, grammars, tests, docs."""
    folders = (PACKAGE, ROOT / "grammars", ROOT / "tests", ROOT / "docs")
    return sorted(path for folder in folders for path in folder.rglob("*.py") if "_build" not in path.parts)


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def imports(path: Path) -> list[tuple[int, str]]:
    """Every import of ours that can run, wherever it stands (module, function, class), as line and module.

    ``from callsigns import parser`` counts as ``callsigns.parser`` when that is a module. What stands under
    ``if TYPE_CHECKING`` only names types and never runs.
    """
    modules = {module_name(file) for file in package_files()}
    typing_only = {
        id(inner)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for statement in node.body
        for inner in ast.walk(statement)
    }
    found: list[tuple[int, str]] = []
    for node in ast.walk(tree(path)):
        if id(node) in typing_only:
            continue
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: relative import"
            for alias in node.names:
                deeper = f"{node.module}.{alias.name}"
                found.append((node.lineno, deeper if deeper in modules else str(node.module)))
    return [(line, name) for line, name in found if name.split(".")[0] == "callsigns"]


def tracked_files() -> list[Path]:
    """What a commit would hold; in an unpacked sdist, where there is no git, every file."""
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if listing.returncode == 0:
        names = [name for name in listing.stdout.split("\0") if name]
    else:
        names = [str(path.relative_to(ROOT)) for path in ROOT.rglob("*") if ".egg-info" not in str(path)]
    return sorted(path for name in names if (path := ROOT / name).is_file())
