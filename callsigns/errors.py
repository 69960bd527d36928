"""What can go wrong with the files that a user hands over.

Text never raises: any string parses. Only files do, and the type says whose file it was:
``GrammarError`` for a grammar, ``InputError`` for transcripts, ``TrafficError`` for a list of aircraft.
"""

from __future__ import annotations

__all__ = ["CallsignsError", "GrammarError", "InputError", "TrafficError"]


class CallsignsError(Exception):
    """Base of all errors of this library: the message names the file, the place in it, and what was expected."""


class GrammarError(CallsignsError):
    """A grammar file cannot be used; the message names the file and the entry."""


class InputError(CallsignsError):
    """An input file cannot be read; the message names the file and the line."""


class TrafficError(CallsignsError):
    """A list of aircraft cannot be used; the message names the file and the line."""
