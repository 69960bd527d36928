"""The first step: the words of a transmission and their classes, before anything in it is recognized.

>>> # "csa five [noise] two romeo" -> telephony number number letter
"""

from __future__ import annotations

from callsigns.recognize.words.words import WordReader

__all__ = ["WordReader"]
