"""Readbacks: what was ordered against what was repeated.

>>> # csa five six one descend flight level nine zero | eight zero csa five six one -> wrong: 90 said, 80 heard
"""

from __future__ import annotations

from callsigns.readback.findings import Finding, findings

__all__ = ["Finding", "findings"]
