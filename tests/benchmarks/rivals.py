"""The same lines read by others: spaCy's EntityRuler with the same names, and a BERT-base token classifier.

The weights of the classifier are random, since its speed does not depend on them. What is not installed is left out,
and the table says so.
"""

from __future__ import annotations

from typing import Any

import callsigns
from callsigns.grammar.tables import telephony
from tests.benchmarks.corpus import all_lines, markdown, microseconds

_FEW = 60  # lines for the slow ones


def table(rounds: int) -> str:
    lines = all_lines()
    parse = microseconds(callsigns.Parser().parse, lines, rounds)
    rows = [("callsigns", f"{parse:.0f}", "1")]
    for name, maker in (("spaCy EntityRuler, telephony names and digit runs", _ruler), ("BERT-base tokens", _bert)):
        try:
            work = maker()
        except ImportError as error:
            rows.append((name, f"left out: {error.name} is not installed", ""))
            continue
        cost = microseconds(work, lines[:: len(lines) // _FEW], max(1, rounds // 3))
        rows.append((name, f"{cost:,.0f}", f"{cost / parse:,.1f}"))
    return markdown(("reader", "µs a line", "times ours"), rows)


def _ruler() -> Any:
    import spacy  # type: ignore[import-not-found,unused-ignore]

    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler", config={"phrase_matcher_attr": "LOWER"})
    patterns: list[dict[str, Any]] = [{"label": "CALLSIGN", "pattern": name} for name in telephony().names()]
    figures = "zero one two three four five six seven eight nine niner".split()
    digit = {"LOWER": {"IN": figures}, "OP": "+"}
    ruler.add_patterns([*patterns, {"label": "NUMBER", "pattern": [digit]}])
    return nlp


def _bert() -> Any:
    import torch  # type: ignore[import-not-found,unused-ignore]
    from transformers import (  # type: ignore[import-not-found,unused-ignore]
        BertConfig,
        BertForTokenClassification,
    )

    torch.set_num_threads(1)
    model = BertForTokenClassification(BertConfig(num_labels=9)).eval()

    def read(line: str) -> object:
        tokens = torch.randint(1000, 20000, (1, len(line) // 4 + 2))  # a word piece has about four characters
        with torch.inference_mode():
            return model(input_ids=tokens).logits.argmax(-1)

    return read
