"""The spaCy component: entities with ids, beside those that a pipeline has already."""

from __future__ import annotations

from typing import Any

import pytest

spacy = pytest.importorskip("spacy", reason="needs spaCy: pip install 'callsigns[spacy]'")

TEXT = "Benghazi, good morning, Ascot 9908, request the route from Lima Golf Sierra Alpha"


def entities(doc: Any) -> list[tuple[str, str, str]]:
    return [(span.text, span.label_, span.id_) for span in doc.ents]


@pytest.fixture
def nlp() -> Any:
    return spacy.blank("en")


def test_entities_have_ids(nlp: Any) -> None:
    """The factory is known by the package's entry point, without an import."""
    nlp.add_pipe("callsigns")
    assert entities(nlp(TEXT)) == [
        ("Benghazi", "FACILITY", "HLLB"),
        ("Ascot 9908", "CALLSIGN", "RRR9908"),
        ("Lima Golf Sierra Alpha", "SPELLING", "LGSA"),
    ]
    assert entities(nlp("")) == []
    assert nlp.analyze_pipes()["summary"]["callsigns"]["assigns"] == ["doc.ents"]


def test_values(nlp: Any) -> None:
    nlp.add_pipe("callsigns", config={"values": True})
    assert ("flight level eight zero", "VALUE", "altitude") in entities(nlp("descend flight level eight zero"))


def test_joins_what_is_there(nlp: Any) -> None:
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "GPE", "pattern": "Benghazi"}])
    nlp.add_pipe("callsigns")
    assert [label for _, label, _ in entities(nlp(TEXT))] == ["GPE", "CALLSIGN", "SPELLING"]
    nlp.remove_pipe("callsigns")
    nlp.add_pipe("callsigns", config={"overwrite": True})
    assert [label for _, label, _ in entities(nlp(TEXT))] == ["FACILITY", "CALLSIGN", "SPELLING"]


def test_own_grammar_and_saved_pipeline(nlp: Any, tmp_path: Any) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('[telephony.zebrafinch]\ndesignator = "ZFN"\n', encoding="utf-8")
    nlp.add_pipe("callsigns", config={"grammar": str(path)})
    nlp.to_disk(tmp_path / "pipeline")
    again = spacy.load(tmp_path / "pipeline")
    assert entities(again("zebrafinch one two, roger")) == [("zebrafinch one two", "CALLSIGN", "ZFN12")]
