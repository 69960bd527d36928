"""Lines that hold several turns: each is heard as one transmission of the dialogue."""

from __future__ import annotations

import pytest

from callsigns import Dialogue
from callsigns.records import Difference

TURNS = [
    "- KLM 861 descend and maintain 6000. - 6000, KLM 861.",
    "klm eight six one descend and maintain six thousand descend and maintain six thousand klm eight six one",
]


@pytest.mark.parametrize("text", TURNS)
def test_read_back_in_the_same_line(text: str) -> None:
    """Dashes part the turns, or the words do: the second is the readback of the first."""
    dialogue = Dialogue()
    t = dialogue.add(text, time=(4.0, 9.5), speaker="tape 3")
    assert [c.use for c in t.callsigns] == ["addressee", "speaker"]
    assert [m.act for m in t.messages] == ["instruction", "readback"]
    assert (t.text, t.line, t.time, t.speaker, t.role) == (text, 1, (4.0, 9.5), "tape 3", None)
    assert t.readback is not None
    assert (t.readback.of, t.readback.status) == (1, "correct")
    assert dialogue.add("thank you").line == 2


def test_wrong_in_the_same_line() -> None:
    """What was heard otherwise is told, until it is put right."""
    t = Dialogue().add(
        "- JAL 12 turn left heading 180. - Heading 190, JAL 12. - JAL 12, heading 180. - Heading 180, JAL 12."
    )
    assert [c.match or c.icao for c in t.callsigns] == ["JAL12"] * 4
    assert t.readback is not None
    assert t.readback.status == "correct"
    t = Dialogue().add("- JAL 12 turn left heading 180. - Heading 190, JAL 12.")
    assert t.readback is not None
    assert t.readback.differences == (Difference("heading", 180, 190),)


def test_the_next_order_in_the_same_line() -> None:
    """A readback, and the order to somebody else that follows it: the next line answers that."""
    dialogue = Dialogue()
    dialogue.add("finnair two one reduce speed two zero zero knots")
    t = dialogue.add("two zero zero knots finnair two one swiss four eight alfa turn left heading three zero zero")
    assert [c.use for c in t.callsigns] == ["speaker", "addressee"]
    assert t.readback is not None
    assert t.readback.status == "correct"
    answer = dialogue.add("left heading three hundred swiss four eight alfa")
    assert answer.readback is not None
    assert (answer.readback.of, answer.readback.status) == (2, "correct")
