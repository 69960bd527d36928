"""How much the tests try of what is random or huge: all of it, or the share that ``CALLSIGNS_TEST_VOLUME`` names.

What takes the square of a line takes it on every Python: one of them tries the whole, the others a part.
"""

from __future__ import annotations

import os

SHARE = float(os.environ.get("CALLSIGNS_TEST_VOLUME", "1"))


def share(count: int) -> int:
    return max(1, round(count * SHARE))
