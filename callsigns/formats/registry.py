"""Every format by name: what can be read and what can be written, and where the code for it is.

>>> INPUTS["srt"].suffixes, OUTPUTS["jsonl"].suffixes
(('.srt',), ('.jsonl', '.ndjson'))
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import NamedTuple, Protocol, cast

from callsigns.formats.source import Source
from callsigns.formats.utterance import Utterance

__all__ = ["INPUTS", "OUTPUTS", "Format", "Reader", "reader"]


class Reader(Protocol):
    """A module of ``callsigns.formats.readers``."""

    def read(self, source: Source, column: str | None) -> Iterator[Utterance]:
        """The utterances of ``source``; ``column`` names the text where the format has columns."""
        ...


class Format(NamedTuple):
    """One format: its module (imported when used), the suffixes of its files, and one line for people."""

    module: str
    suffixes: tuple[str, ...]
    about: str


INPUTS = {
    "txt": Format("txt", (".txt", ".text"), "one transmission a line; TWR:, PILOT:, [00:12] in front are understood"),
    "srt": Format("subtitles", (".srt",), "SubRip subtitles"),
    "vtt": Format("subtitles", (".vtt",), "WebVTT subtitles"),
    "whisper": Format("whisper", (".json",), "JSON of Whisper, faster-whisper, whisper.cpp, WhisperX"),
    "jsonl": Format("jsonl", (".jsonl", ".ndjson"), "one JSON object a line with a text column"),
    "csv": Format("csv", (".csv", ".tsv"), "a table with a header and a text column"),
    "atco2": Format("atco2", (".xml",), "ATCO2 segments"),
    "stm": Format("stm", (".stm",), "NIST segment time marks"),
    "ctm": Format("ctm", (".ctm",), "NIST word time marks, joined into utterances"),
}

OUTPUTS = {
    "text": Format("text", (".txt",), "for people"),
    "jsonl": Format("jsonl", (".jsonl", ".ndjson"), "one JSON object a transmission"),
    "csv": Format("csv", (".csv",), "a table: transmissions, call signs or messages (--rows)"),
    "conll": Format("conll", (".conll", ".bio"), "token and BIO tag, one a line"),
    "ontology": Format("ontology", (), "CALLSIGN COMMAND value unit"),
    "displacy": Format("displacy", (), "documents for spaCy's displaCy"),
    "labelstudio": Format("labelstudio", (), "tasks with predictions for Label Studio"),
    "html": Format("html", (".html", ".htm"), "one page with marks, lanes and filters"),
    "parquet": Format("parquet", (".parquet",), "Arrow columns on disk; needs callsigns[arrow]"),
}


def reader(name: str) -> Reader:
    """The reader module for an input format by name."""
    return cast(Reader, import_module(f"callsigns.formats.readers.{INPUTS[name].module}"))
