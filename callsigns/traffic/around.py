"""The words that stand around call signs, and the types of each weight class, out of ``traffic.toml``.

>>> "heading" in around().amount, "B77W" in around().heavy
(True, True)
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from callsigns.grammar import shipped_table

__all__ = ["Around", "around"]


class Around(NamedTuple):
    """Words, by what they tell of a number or an aircraft beside them; ``heavy`` and ``super``: type designators."""

    amount: frozenset[str]
    often: frozenset[str]
    article: frozenset[str]
    unit: frozenset[str]
    decimal: frozenset[str]
    wake: frozenset[str]
    joining: frozenset[str]
    mention: frozenset[str]
    followed: frozenset[str]
    heavy: frozenset[str]
    super: frozenset[str]

    @property
    def quantity(self) -> frozenset[str]:
        """All behind which a number may be a quantity."""
        return self.amount | self.often | self.article


@cache
def around() -> Around:
    """The words, read once."""
    table = shipped_table("traffic.toml")
    words = {name: frozenset(text.split()) for part in ("words", "wake") for name, text in table[part].items()}
    return Around(**words)
