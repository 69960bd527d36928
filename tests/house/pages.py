"""Fenced blocks of a Markdown page, and how each kind is carried out.

``python`` with ``>>>`` is a doctest, ``python`` without is executed, ``console`` runs each line after ``$`` in a shell
and compares what it prints (``...`` stands for anything; no lines shown, nothing compared). A comment above a block
adds: ``<!-- file: NAME -->`` writes the block to a file, ``<!-- exit: N -->`` expects that exit code,
``<!-- needs: MODULE -->`` makes it a test of its own that skips without the module, ``<!-- not run -->`` leaves it be.
"""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FENCE = re.compile(
    r"^(?:<!--[ ]*(?P<note>[^\n]*?)[ ]*-->\n)?(?P<fence>```+)(?P<kind>[\w-]*)[^\n]*\n(?P<body>.*?)^(?P=fence)[ ]*$",
    re.MULTILINE | re.DOTALL,
)
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
CHECK = doctest.OutputChecker()


@dataclass(frozen=True)
class Block:
    page: str
    line: int
    kind: str
    body: str
    notes: dict[str, str] = field(default_factory=dict)

    @property
    def where(self) -> str:
        return f"{self.page}:{self.line}"


def blocks(path: Path, root: Path) -> Iterator[Block]:
    """The fenced blocks of a page, in order, with the line on which their text starts."""
    text = path.read_text(encoding="utf-8")
    for match in FENCE.finditer(text):
        note = match["note"] or ""
        name, _, value = note.partition(":")
        line = text.count("\n", 0, match.start("body")) + 1
        notes = {name.strip(): value.strip()} if note else {}
        yield Block(str(path.relative_to(root)), line, match["kind"], match["body"], notes)


def carry_out(block: Block, names: dict[str, Any]) -> None:
    """Run one block in the current directory; ``names`` are the variables that a page's Python blocks share."""
    if "not run" in block.notes:
        return
    if "file" in block.notes:
        Path(block.notes["file"]).write_text(block.body, encoding="utf-8")
    elif block.kind == "console":
        console(block)
    elif block.kind == "python" and ">>> " in block.body:
        interactive(block, names)
    elif block.kind == "python":
        exec(compile("\n" * (block.line - 1) + block.body, block.page, "exec"), names)


def interactive(block: Block, names: dict[str, Any]) -> None:
    test = doctest.DocTestParser().get_doctest(block.body, names, block.where, block.page, block.line - 1)
    said: list[str] = []
    runner = doctest.DocTestRunner(optionflags=FLAGS)
    runner.run(test, out=said.append, clear_globs=False)
    names.update(test.globs)
    assert not runner.summarize(verbose=False).failed, "".join(said)


def console(block: Block) -> None:
    """Run what stands behind each ``$``; the commands are those of the environment that runs the tests."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    environment = {**os.environ, "PATH": path, "COLUMNS": "80", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}
    expected_code = int(block.notes.get("exit", "0"))
    for part in re.split(r"^\$ ", block.body, flags=re.MULTILINE)[1:]:
        command, _, expected = part.partition("\n")
        run = subprocess.run(
            ["bash", "-c", command], env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True, encoding="utf-8", check=False, timeout=120,
        )  # fmt: skip
        shown = f"{block.where}: $ {command}\n{run.stdout}"
        assert run.returncode == expected_code, f"exit code {run.returncode}\n{shown}"
        if expected.strip():
            assert CHECK.check_output(expected, run.stdout, FLAGS), f"{shown}\nthe page shows:\n{expected}"
