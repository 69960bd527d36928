"""What a notebook shows: a transmission marked, a list of them as a table."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

import callsigns
from callsigns.frames import notebook
from callsigns.records import CallSign, Facility, Transmission


def test_a_transmission_is_marked() -> None:
    transmission = Transmission(
        "<b> Benghazi, Ascot 9908",
        callsigns=(CallSign("Ascot 9908", 14, 24, "flight", "RRR9908"),),
        facilities=(Facility("Benghazi", 4, 12, "BENGHAZI", None, "HLLB"),),
    )
    shown = transmission._repr_html_()
    assert shown.startswith("&lt;b&gt; <mark")
    assert "RRR9908" in shown
    assert shown.count("<mark") == 2


def test_a_list_is_a_table() -> None:
    transmission = callsigns.parse("Ascot 9908, descend flight level eight zero")
    shown = notebook.table_html([transmission] * 3)
    assert shown.count("<tr>") == 4
    assert transmission.messages[0].act in shown
    assert '<td style="text-align:left">&lt;x&gt;</td>' in notebook.table_html([Transmission("", role="<x>")])
    many = notebook.table_html([Transmission("roger")] * (notebook.MOST_ROWS + 1200))
    assert many.endswith("and 1,200 more</p>")


class Formatter(dict[type, Any]):
    """As much of IPython's as the extension uses."""

    def for_type(self, kind: type, show: Any) -> None:
        self[kind] = show


def test_extension() -> None:
    formatter = Formatter()
    shell = SimpleNamespace(display_formatter=SimpleNamespace(formatters={"text/html": formatter}))
    notebook.load_ipython_extension(shell)
    assert formatter[list]([Transmission("roger")]).startswith("<table>")
    assert [formatter[list](other) for other in ([], [1], [Transmission("roger"), None])] == [None] * 3
    notebook.unload_ipython_extension(shell)
    assert not formatter


def test_in_ipython() -> None:
    testing = pytest.importorskip("IPython.core.interactiveshell", reason="needs IPython: pip install ipython")
    shell = testing.InteractiveShell.instance()
    shell.run_line_magic("load_ext", "callsigns.frames.notebook")
    data, _ = shell.display_formatter.format([Transmission("roger")])
    assert data["text/html"].startswith("<table>")
    assert "text/html" not in shell.display_formatter.format([1])[0]
