"""Words around what one may ask for that make another act of it: "would you like | direct RENKA" requests nothing.

>>> # request (direct RENKA)          ->  request/route
>>> # would you like (direct RENKA)   ->  query/route
>>> # unable to accept (direct RENKA) ->  denial/route
>>> # (direct RENKA) is not available ->  denial/route
>>> # say heading and | speed           ->  query/heading, query/speed

The forms of requests say what one may ask for. Entries with ``opens`` are what else may stand in front of it, those
with ``closes`` what may stand behind it.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Final

from callsigns.forms import Form
from callsigns.forms.automaton import Automaton
from callsigns.forms.compiled import Compiled
from callsigns.lexicon import CONTINUED
from callsigns.line import Line
from callsigns.messages.said import Said, topic_of
from callsigns.once import Later
from callsigns.recognize.value import Quantity

__all__ = ["Openings"]

_QUERY: Final = "query"
_FARTHEST: Final = 8  # words of what is asked for, before a verdict or beside a first wish


class Openings:
    """The entries that open others."""

    def __init__(self, compiled: Compiled) -> None:
        entries = {name: entry for name, entry in compiled.messages.items() if "opens" in entry}

        def forms() -> dict[str, list[str]]:
            messages = compiled.grammar.section("message")
            return {name: messages[name]["forms"] for name in entries}

        self._forms = Automaton(
            Later(forms), compiled.lexicon, compiled.defines, ("small", "condition"), good=compiled.good("message"),
            shipped=compiled.shipped("opening"),
        )  # fmt: skip
        self._acts = {name: (str(entry["opens"]), str(entry["act"])) for name, entry in entries.items()}
        self.opened = frozenset(opened for opened, _ in self._acts.values())
        self._asked = compiled.message_forms
        self.coordinating = self.opened | {_QUERY}
        self._topics = {n: topic_of(n, e) for n, e in compiled.messages.items() if e["act"] in self.coordinating}
        self._request = compiled.lexicon.words["request"]
        self._small = compiled.lexicon.listed("small")
        self._joining = compiled.lexicon.listed("joining")
        self._between = self._small | self._joining
        self.closing = frozenset(name for name, entry in compiled.messages.items() if entry.get("closes"))
        self.bare = frozenset(name for name, entry in compiled.messages.items() if entry.get("needs_object"))

    def opened_by(self, classes: Sequence[str], message: Said) -> Said:
        """The message as what the words that it begins with make of it; one without a topic is these words alone."""
        form = self._forms.at(classes, message.start)
        if form is None or self._acts[form.entry][0] != message.act:
            return message
        act = self._acts[form.entry][1]
        return message._replace(act=act, side=None, entry=message.entry if message.topic else form.entry)

    def coordinated(self, line: Line, said: Sequence[Said]) -> list[Said]:
        """The messages, with a second wish beside each ("request lower and | direct RENKA") as one of its own, and a
        second question ("say heading and | speed").
        """
        out: list[Said] = []
        taken = 0
        for message in said:
            if message.start < taken:
                continue  # a part of the wish
            out.append(message)
            if message.act == _QUERY or (message.act in self.opened and message.topic is not None):
                second = self._second(line, message)
                if second is not None:
                    first = self.opened_by(line.classes, message)
                    out.append(second._replace(act=first.act, side=first.side))
                    taken = second.end
        return out

    def _second(self, line: Line, first: Said) -> Said | None:
        """What else is wished, right behind a first wish, or asked with the word that began the first question."""
        classes, start = line.classes, first.end
        while start < len(classes) and classes[start] in self._between:
            start += 1
        if self._joining.isdisjoint(classes[first.end : start]):
            return None
        places = [at for at in range(start, min(start + _FARTHEST, len(classes))) if classes[at] != CONTINUED]
        verb = line.chars[first.start] if first.act == _QUERY else self._request
        form, topic = self._wish([classes[at] for at in places], verb)
        if form is None or topic == first.topic:
            return None
        end = places[form.end - 1] if form.end <= len(places) else min(start + _FARTHEST, len(classes))
        values = tuple(v for at in range(start, end) if isinstance(v := line.found.get(at), Quantity))
        return first._replace(start=start, end=end, entry=form.entry, topic=topic, values=values)

    def closed(self, classes: str, said: Sequence[Said]) -> list[Said]:
        """The messages, with each verdict ("approved") as one about what stands right in front of it."""
        out: list[Said] = []
        inside: set[int] = set()  # words in messages, but for the first of each
        for message in said:
            if message.entry in self.closing and message.topic is None:
                asked = self._asked_before(classes, inside, message.start)
                if asked is not None:
                    start, topic = asked
                    values = message.values
                    while out and out[-1].start >= start:
                        values = out.pop().values + values
                    message = message._replace(start=start, topic=topic, values=values)
            inside.update(range(message.start + 1, message.end))
            out.append(message)
        return out

    def _asked_before(self, classes: str, inside: Container[int], end: int) -> tuple[int, str] | None:
        """Where what one might request begins, if it ends before word ``end``; and its topic."""
        for start in range(max(0, end - _FARTHEST), end):
            if classes[start] == CONTINUED or start in inside:
                continue
            words = [*filter(CONTINUED.__ne__, classes[start:end])]
            form, topic = self._wish(words, self._request)
            if form is not None and all(char in self._small for char in words[form.end - 1 :]):
                return start, topic
        return None

    def _wish(self, words: Sequence[str], verb: str) -> tuple[Form | None, str]:
        """The form in which one asks for what the words begin with, and its topic; its end counts the verb as well."""
        form = self._asked.at([verb, *words], 0)
        topic = self._topics.get(form.entry) if form is not None and form.end > 1 else None
        return (form, topic) if topic else (None, "")
