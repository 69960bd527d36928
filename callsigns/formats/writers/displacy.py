"""Documents for spaCy's displaCy: a JSON list for ``displacy.render(docs, style="ent", manual=True)``.

``"Ascot 9908"`` -> ``[{"text": "Ascot 9908", "ents": [{"start": 0, "end": 10, "label": "CALLSIGN", ...}], ...}]``
"""

from __future__ import annotations

import json

from callsigns.formats.marks import marks
from callsigns.formats.writers import Options, Writer
from callsigns.records import Transmission

__all__ = ["make"]


def make(options: Options) -> Writer:
    """A writer of one list of documents."""
    return Writer(_document, head="[\n", between=",\n", tail="\n]\n")


def _document(t: Transmission) -> str:
    ents = [{"start": m.start, "end": m.end, "label": m.kind.upper(), "kb_id": m.about} for m in marks(t)]
    title = None if t.line is None else f"line {t.line}"
    # ASCII: a lone surrogate has no other form.
    return json.dumps({"text": t.text, "ents": ents, "title": title}, ensure_ascii=not _encodable(t.text))


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
