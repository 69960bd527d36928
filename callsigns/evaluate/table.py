"""An evaluation as text: one row for each measure, its parts indented below, and the misses line by line.

``  flight          571      570      565    0.991   0.989   0.990``
"""

from __future__ import annotations

from collections.abc import Iterator

from callsigns.evaluate.scores import Evaluation, Miss, Score

__all__ = ["misses", "table"]

_WIDTH = 26


def table(evaluation: Evaluation) -> str:
    """All figures."""
    return "\n".join(_rows(evaluation))


def _rows(evaluation: Evaluation) -> Iterator[str]:
    head = ("expected", "found", "right", "precision", "recall", "F1")
    yield f"{evaluation.lines} lines".ljust(_WIDTH) + "".join(f"{word:>10}" for word in head)
    for score in evaluation.scores:
        yield _row(score)
    roles = evaluation.roles
    if roles is not None:
        yield (
            f"{'role'.ljust(_WIDTH)}{roles.lines:>10}{roles.decided:>10}{roles.right:>10}"
            f"   accuracy {roles.accuracy:.3f}, where decided {roles.accuracy_decided:.3f}"
        )


def _row(score: Score) -> str:
    name = score.measure if score.part is None else f"  {score.part}"
    counts = f"{score.expected:>10}{score.found:>10}{score.right:>10}"
    return f"{name.ljust(_WIDTH)}{counts}{score.precision:>10.3f}{score.recall:>10.3f}{score.f1:>10.3f}"


def misses(evaluation: Evaluation) -> Iterator[str]:
    """The text of each line that was read otherwise, and under it what was expected and what was found."""
    line = 0
    for miss in evaluation.misses:
        if miss.line != line:
            line = miss.line
            yield f"line {line}: {miss.text}"
        yield _told(miss)


def _told(miss: Miss) -> str:
    expected = ", ".join(miss.expected) or "nothing"
    found = ", ".join(miss.found) or "nothing"
    return f"    {miss.measure}: expected {expected}; found {found}"
