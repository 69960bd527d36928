"""Call signs that say who they are: flights, registrations, tactical call signs, vehicles.

>>> # "jet loose sixty two ten descend" -> flight JBU6210, misheard
"""

from __future__ import annotations

from callsigns.recognize.callsign.callsign import CallSignRecognizer

__all__ = ["CallSignRecognizer"]
