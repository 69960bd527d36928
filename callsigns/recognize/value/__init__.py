"""Quantities, and the names of points, procedures, taxiways and types: what messages are about.

>>> # "descend flight level eight zero" -> descend value (altitude, 80 FL)
"""

from __future__ import annotations

from callsigns.recognize.value.value import UNITS, Quantity, ValueRecognizer

__all__ = ["UNITS", "Quantity", "ValueRecognizer"]
