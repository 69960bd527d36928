"""What ``import callsigns`` costs: no table is read, no heavy module loaded."""

from __future__ import annotations

import json
import subprocess
import sys

WATCH = """
import json, sys
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
import callsigns
at_import = list(opened)
modules = sorted(sys.modules)
callsigns.parse("Benghazi, good morning, Ascot 9908")
print(json.dumps({"at_import": at_import, "later": opened[len(at_import):], "modules": modules}))
"""
HEAVY = {"regex", "click", "cattrs", "rich", "jinja2", "pyarrow", "pandas", "importlib.metadata", "tomllib", "csv"}


def is_table(path: str) -> bool:
    return path.endswith((".csv", ".toml"))


def test_import_reads_no_table() -> None:
    """The grammars are read by the first line parsed, and by nothing before it."""
    run = subprocess.run([sys.executable, "-c", WATCH], capture_output=True, text=True, check=True)
    seen = json.loads(run.stdout)
    assert not list(filter(is_table, seen["at_import"]))
    assert any(map(is_table, seen["later"])), "the watch itself works: parsing opens tables"
    assert not HEAVY & set(seen["modules"]) - baseline()


def baseline() -> set[str]:
    """What an interpreter of this installation loads on its own (editable installs bring a finder)."""
    command = [sys.executable, "-c", "import attrs, sys; print(*sys.modules)"]
    return set(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())
