"""The lines that are measured, and how: microseconds per line, the best of several rounds."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
STYLES = ("speech", "written", "noisy")


def lines_of(style: str) -> list[str]:
    return (CORPUS / f"{style}.txt").read_text(encoding="utf-8").splitlines()


def all_lines() -> list[str]:
    return [line for style in STYLES for line in lines_of(style)]


def microseconds(work: Callable[[str], object], lines: list[str], rounds: int, keep: bool = False) -> float:
    """The best of ``rounds``, per line."""
    best = float("inf")
    for _ in range(rounds):
        kept = []
        start = time.perf_counter()
        if keep:
            kept = [work(line) for line in lines]
        else:
            for line in lines:
                work(line)
        best = min(best, time.perf_counter() - start)
        del kept
    return best / len(lines) * 1e6


def markdown(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table, its first column aligned left and the others right."""
    names = [*head]
    out = ["| " + " | ".join(names) + " |", "| --- |" + " ---: |" * (len(names) - 1)]
    return "\n".join([*out, *("| " + " | ".join(row) + " |" for row in rows)])
