"""What an evaluation says: counts, and the three figures that follow from them.

>>> Score("call signs, strict", None, expected=4, found=5, right=3)
Score(measure='call signs, strict', part=None, expected=4, found=5, right=3)
>>> score = Score("call signs, strict", None, expected=4, found=5, right=3)
>>> score.precision, score.recall, round(score.f1, 3)
(0.6, 0.75, 0.667)
"""

from __future__ import annotations

from attrs import frozen

__all__ = ["Evaluation", "Miss", "RoleScore", "Score"]


@frozen(slots=True)
class Score:
    """One row: ``expected`` in the gold, ``found`` by the parser, ``right`` in both; ``part``: a kind, act or topic."""

    measure: str
    part: str | None
    expected: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 when nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what there is that was found; 1 when there is nothing."""
        return self.right / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.expected + self.found
        return 2 * self.right / total if total else 1.0


@frozen(slots=True)
class RoleScore:
    """``lines`` with a role in the gold; ``decided``: how many of them got one; ``right``: how many the right one."""

    lines: int
    decided: int
    right: int

    @property
    def accuracy(self) -> float:
        """Right over all lines: undecided counts as wrong."""
        return self.right / self.lines if self.lines else 1.0

    @property
    def accuracy_decided(self) -> float:
        """Right over the lines where the parser committed itself."""
        return self.right / self.decided if self.decided else 1.0


@frozen(slots=True)
class Miss:
    """What was read otherwise in one line: ``expected`` and not found, ``found`` and not expected."""

    line: int
    text: str
    measure: str
    expected: tuple[str, ...]
    found: tuple[str, ...]


@frozen(slots=True)
class Evaluation:
    """All rows in their order, the roles, and the misses in the order of the lines."""

    lines: int
    scores: tuple[Score, ...]
    roles: RoleScore | None
    misses: tuple[Miss, ...]

    def score(self, measure: str, part: str | None = None) -> Score:
        """The row of that name; an empty one when nothing of the kind was measured."""
        for score in self.scores:
            if (score.measure, score.part) == (measure, part):
                return score
        return Score(measure, part, 0, 0, 0)
