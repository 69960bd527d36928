"""Engines are imported when they are used, and one that is missing says what to install.

``need("pyarrow", "arrow")`` -> the module, or ``ImportError: pyarrow is missing: pip install 'callsigns[arrow]'``
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

__all__ = ["need"]


def need(module: str, extra: str) -> Any:
    """The module by its dotted name.

    Raises:
        ImportError: it is not installed; the message names the extra of ``callsigns`` that brings it.
    """
    try:
        return import_module(module)
    except ImportError as error:
        name = module.partition(".")[0]
        raise ImportError(f"{name} is missing: pip install 'callsigns[{extra}]'", name=name) from error
