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
    """Words, by what they tell of a number or an aircraft beside them; ``heavy`` and ``super``: type designators.

    ``quantity``: all behind which a number may be one.
    """

    amount: frozenset[str]
    often: frozenset[str]
    article: frozenset[str]
    spelled: frozenset[str]
    unit: frozenset[str]
    decimal: frozenset[str]
    wake: frozenset[str]
    joining: frozenset[str]
    teen: frozenset[str]
    mention: frozenset[str]
    followed: frozenset[str]
    heavy: frozenset[str]
    super: frozenset[str]
    quantity: frozenset[str]


@cache
def around() -> Around:
    """The words, read once."""
    table = shipped_table("traffic.toml")
    words = {name: frozenset(text.split()) for part in ("words", "wake") for name, text in table[part].items()}
    return Around(**words, quantity=words["amount"] | words["often"] | words["article"])
