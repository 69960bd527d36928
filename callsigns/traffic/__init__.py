"""The aircraft on frequency, as a closed list that settles who is meant.

>>> # "jet loose sixty two ten descend" + Traffic(["JBU6210", "UAL452"]) -> JBU6210
"""

from __future__ import annotations

from callsigns.traffic.aircraft import Aircraft
from callsigns.traffic.closed_list import Traffic

__all__ = ["Aircraft", "Traffic"]
