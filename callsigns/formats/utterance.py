"""What every reader yields: one stretch of speech as the source has it, not yet read as phraseology.

``"[00:12] TWR: Speedbird one two, cleared to land"`` ->
``Utterance("Speedbird one two, cleared to land", line=1, time=(12.0, 12.0), speaker="TWR")``
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Utterance"]


class Utterance(NamedTuple):
    """One utterance; ``line`` counts from 1, ``time`` is a pair of seconds, ``speaker`` is what the source calls it."""

    text: str
    line: int
    time: tuple[float, float] | None = None
    speaker: str | None = None
    source: str | None = None
