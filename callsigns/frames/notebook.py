"""In a notebook a list of transmissions is a table: ``%load_ext callsigns.frames.notebook``.

``[Transmission("Benghazi, good morning, Ascot 9908", ...)]`` -> rows of line, speaker, the marked text and its acts

A single ``Transmission`` shows itself marked without this.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any, Final

from callsigns.formats.marks import marked_html
from callsigns.records import Transmission

__all__ = ["load_ipython_extension", "table_html", "unload_ipython_extension"]

# A page with more rows is slow to open, and nobody reads it; the number of the others is told.
MOST_ROWS: Final = 500

_HEADS: Final = ("line", "role", "aircraft", "transmission", "messages")


def table_html(transmissions: Sequence[Transmission]) -> str:
    """An HTML table of at most ``MOST_ROWS`` transmissions, their texts marked."""
    head = "".join(f"<th>{name}</th>" for name in _HEADS)
    body = "".join(map(_row, transmissions[:MOST_ROWS]))
    more = len(transmissions) - MOST_ROWS
    note = f"<p>and {more:,} more</p>" if more > 0 else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{note}"


def _row(t: Transmission) -> str:
    acts = dict.fromkeys(f"{m.act} {m.topic}" if m.topic else m.act for m in t.messages)
    cells = [_cell(t.line), _cell(t.role), _cell(t.aircraft), marked_html(t), _cell(", ".join(acts))]
    return "<tr>" + "".join(f'<td style="text-align:left">{cell}</td>' for cell in cells) + "</tr>"


def _cell(value: object) -> str:
    return "" if value is None else escape(str(value))


def _shown(value: Iterable[Any]) -> str | None:
    """The table for a list or tuple of transmissions; ``None``, for which IPython shows its own, for any other."""
    rows = list(value)
    return table_html(rows) if rows and all(isinstance(row, Transmission) for row in rows) else None


def load_ipython_extension(shell: Any) -> None:
    """Called by ``%load_ext`` with the ``InteractiveShell``."""
    for kind in (list, tuple):
        shell.display_formatter.formatters["text/html"].for_type(kind, _shown)


def unload_ipython_extension(shell: Any) -> None:
    """Called by ``%unload_ext``."""
    for kind in (list, tuple):
        shell.display_formatter.formatters["text/html"].pop(kind, None)
