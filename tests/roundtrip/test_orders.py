"""Orders and readbacks that were put together at random come back: who, from whom, and every value.

What is left is ambiguous ("cleared to land three one left | heading ...": a side or a turn).
"""

from __future__ import annotations

import random
from collections import Counter

from callsigns.parser import Parser
from tests.roundtrip.orders import missed, transmission

MANY = 3000


def test_orders_come_back() -> None:
    dice, parser = random.Random(5), Parser()
    cases = [transmission(dice) for _ in range(MANY)]
    misses = [(case.text, kind) for case in cases for kind in missed(case, parser.parse(case.text))]
    kinds = Counter(kind.split()[0] for _, kind in misses)
    shown = "\n".join(f"{text!r}: {kind}" for text, kind in misses)
    assert kinds["call"] <= 0.003 * MANY, shown
    assert kinds["speaker"] <= 0.005 * MANY, shown
    assert kinds["value"] <= 0.005 * MANY, shown
