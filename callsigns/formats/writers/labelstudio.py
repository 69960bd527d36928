"""Tasks for Label Studio, each with what was found as a prediction to correct.

``"Ascot 9908"`` -> ``[{"data": {"text": "Ascot 9908", ...}, "predictions": [{"result": [...]}]}]``. The labelling
interface needs ``<Labels name="label" toName="text">`` and ``<Text name="text" value="$text"/>``.
"""

from __future__ import annotations

import json

from callsigns.formats.marks import Mark, marks
from callsigns.formats.writers import Options, Writer
from callsigns.records import Transmission

__all__ = ["make"]


def make(options: Options) -> Writer:
    """A writer of one list of tasks."""
    return Writer(_task, head="[\n", between=",\n", tail="\n]\n")


def _task(t: Transmission) -> str:
    data = {"text": t.text, "line": t.line, "source": t.source, "speaker": t.speaker, "role": t.role}
    results = [_result(t.text, mark, number) for number, mark in enumerate(marks(t))]
    task = {"data": data, "predictions": [{"model_version": "callsigns", "result": results}]}
    return json.dumps(task, ensure_ascii=any("\ud800" <= character <= "\udfff" for character in t.text))


def _result(text: str, mark: Mark, number: int) -> dict[str, object]:
    # Label Studio runs in a browser and counts UTF-16 units.
    start, end = (len(text[:at].encode("utf-16-le", "surrogatepass")) // 2 for at in (mark.start, mark.end))
    value = {"start": start, "end": end, "text": text[mark.start : mark.end], "labels": [mark.kind.upper()]}
    return {"id": f"m{number}", "from_name": "label", "to_name": "text", "type": "labels", "value": value}
