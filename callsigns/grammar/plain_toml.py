"""The shipped tables, read at run time: the regular part of TOML that they keep to, without what is only for people.

>>> read_plain('[climb]  # up\\nforms = ["climb [to] <altitude>"]\\nexamples = ["climb four thousand"]\\n')
{'climb': {'forms': ['climb [to] <altitude>']}}

``tomllib`` takes longer for these files than everything else that the first line costs. ``source``, ``examples`` and
``not`` are documentation and the matter of the tests, so they are passed over. For a text that holds anything out of
the ordinary (escapes, dates, nested lists) the answer is ``None``, and ``tomllib`` reads it; a test holds both ways
against each other. A table or a key that is there already is out of the ordinary too: ``tomllib`` refuses it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final

from callsigns.grammar.expressions import searchable

__all__ = ["DOCUMENTATION", "read_plain"]

DOCUMENTATION: Final = ("source", "examples", "not")

_TEXT: Final = r'"[^"\\\n]*"'
_LONG: Final = r'"""[^"\\]*"""'
_LIST: Final = rf"\[(?:{_LONG}|{_TEXT}|\#[^\n]*|[\s,]++)*+\]"
_TABLE: Final = rf"\{{(?:{_TEXT}|[^}}\"\\\n]++)*+\}}"
_NAME: Final = rf"(?:[\w-]+|{_TEXT})"
_END: Final = r"[ \t]*(?:\#[^\n]*)?(?:\n|\Z)"
_COMMENT_OR_TEXT: Final = searchable(rf"\#[^\n]*|({_LONG}|{_TEXT})")


@cache
def _statement() -> re.Pattern[str]:
    """One header or assignment, with the blank lines, comments and documentation in front of it."""
    passed = rf"(?:{'|'.join(DOCUMENTATION)})[ \t]*=[ \t]*(?:{_TEXT}|{_LIST}|{_TABLE})"
    return re.compile(
        rf"(?:[ \t]*(?:{passed}[ \t]*)?(?:\#[^\n]*)?\n)*"
        rf"(?:\[\[(?P<rows>{_NAME})\]\]|\[(?P<header>{_NAME}(?:\.{_NAME})*)\]"
        rf"|(?P<key>{_NAME})[ \t]*=[ \t]*"
        rf"(?:(?P<long>{_LONG})|(?P<text>{_TEXT}|'[^'\n]*')|(?P<list>{_LIST})|(?P<plain>[\w.+-]+))"
        rf"|(?P<end>\Z)){_END}"
    )


def read_plain(text: str) -> dict[str, Any] | None:
    """Tables of a regular TOML text without its documentation; ``None`` where something else stands in it."""
    if "\\" in text or "\r" in text:
        return None
    top: dict[str, Any] = {}
    table = top
    after = 0
    headers: set[str] = set()
    for found in _statement().finditer(text):
        if found.start() != after:
            return None
        after = found.end()
        match found.lastgroup:
            case "header":
                if found["header"] in headers:
                    return None
                headers.add(found["header"])
                table = _table(top, found["header"])
            case "rows":
                table = {}
                top.setdefault(_name(found["rows"]), []).append(table)
            case "list":
                table[_name(found["key"])] = _texts(found["list"])
            case "text":
                table[_name(found["key"])] = _unquoted(found["text"])
            case "long":
                table[_name(found["key"])] = _unquoted(found["long"])
            case "plain":
                try:
                    table[_name(found["key"])] = _plain(found["plain"])
                except ValueError:
                    return None
    return top if after == len(text) else None


def _name(written: str) -> str:
    return written[1:-1] if written[0] == '"' else written


def _table(top: dict[str, Any], header: str) -> dict[str, Any]:
    names = re.findall(_NAME, header) if '"' in header else header.split(".")
    for name in names:
        top = top.setdefault(_name(name), {})
    return top


def _texts(written: str) -> list[str]:
    if "#" in written or '""' in written:
        return [_unquoted(found[1]) for found in _COMMENT_OR_TEXT.finditer(written) if found[1] is not None]
    return written.split('"')[1::2]


def _unquoted(written: str) -> str:
    if written.startswith('"""'):
        return written[3:-3].removeprefix("\n")  # a line end right behind the marks is no part of the text
    return written[1:-1]


def _plain(written: str) -> bool | int | float:
    if written in ("true", "false"):
        return written == "true"
    return float(written) if "." in written else int(written)
