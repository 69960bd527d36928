"""The forms of a grammar made ready for lines: each kind as one machine, or as an expression over classes.

>>> # "climb [and maintain] <altitude>" -> what a string of classes is searched with
"""

from __future__ import annotations

from callsigns.forms.forms import Compiler, Form, compiler

__all__ = ["Compiler", "Form", "compiler"]
