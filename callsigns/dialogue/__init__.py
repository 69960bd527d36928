"""One frequency, remembered: who is meant, who speaks, and what was read back.

>>> # csa five six one speed two zero zero knots | reducing two zero zero knots five six one -> CSA561, both times
"""

from __future__ import annotations

from callsigns.dialogue.conversation import Dialogue

__all__ = ["Dialogue"]
