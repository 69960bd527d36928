"""How well a parser reads lines whose answers are known: precision, recall and F1 of everything that it finds.

>>> from callsigns.parser import default_parser
>>> gold = '{"text": "Speedbird 12 roger", "callsigns": [{"start": 0, "end": 12, "kind": "flight", "icao": "BAW12"}]}'
>>> result = evaluate(read_gold([gold]), default_parser())
>>> result.score("call signs, strict").f1
1.0

A gold line is a ``Transmission`` in JSON of which only ``text`` must be there. What a line leaves out is not measured
on it; an empty list says that there is nothing to find.
"""

from __future__ import annotations

from callsigns.evaluate.gold import Gold, read_gold
from callsigns.evaluate.scores import Evaluation, Miss, RoleScore, Score
from callsigns.evaluate.scoring import evaluate
from callsigns.evaluate.table import misses, table

__all__ = ["Evaluation", "Gold", "Miss", "RoleScore", "Score", "evaluate", "misses", "read_gold", "table"]
