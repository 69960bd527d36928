"""What may be left of a call sign: a bare remainder, a name without its number.

>>> # "roger, fifteen forty nine" -> acknowledgement callsign (partial)
"""

from __future__ import annotations

from callsigns.recognize.partial.partial import PartialRecognizer

__all__ = ["PartialRecognizer"]
