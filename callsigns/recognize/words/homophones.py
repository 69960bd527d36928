"""Words that only sound like another one, where nothing but that one can stand: "maintain for thousand", "turn ride".

>>> # turn right heading to seven zero      -> heading two seven zero
>>> # reduce speed two one nine zero        -> speed to one nine zero
>>> # turn ride heading zero one zero       -> turn right
>>> # contact tower for landing             stays as it is

Which words, and what stands around them, is data (``grammars/homophones.toml``). The digit of a call sign right
behind a name ("delta to forty five") is decided where the name is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any

from callsigns.forms.compiled import Compiled
from callsigns.grammar import shipped_table
from callsigns.grammar.expressions import searchable
from callsigns.lexicon import CONTINUED, one_of
from callsigns.line import Line
from callsigns.numbers import symbols
from callsigns.once import once

__all__ = ["HomophoneReader"]

_BEHIND = "<behind>"  # "double four": the digit stands for both words
_NAMES = ("<telephony>", "<make>", "<facility>")  # the classes in these forms that have names of several words


class HomophoneReader:
    """Rewrites such words in a line, for one grammar."""

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self._entries: Mapping[str, Any] = shipped_table("homophones.toml")
        self._any_heard = one_of(compiled.lexicon.members(*{e["heard"] for e in self._entries.values()}))
        self._any = searchable(self._any_heard)
        self._end = compiled.lexicon.entity["end"]
        self._class = compiled.lexicon.words

    def rewrite(self, line: Line) -> None:
        """Put the word that was said in the place of each that can be nothing else."""
        found = self._any.search(line.classes)
        if found is not None:
            found = self._search.search(line.classes + self._end, found.start())
        while found is not None:
            at = found.start()
            word = self._said[found.lastindex or 0] or self._meant(line.words[at])
            if word == _BEHIND:
                word = line.words[at + 1]
            line.words[at] = word
            line.chars[at] = char = self._class[word]
            line.classes = f"{line.classes[:at]}{char}{line.classes[at + 1 :]}"
            found = self._search.search(line.classes + self._end, at + 1)

    @once
    def _search(self) -> re.Pattern[str]:
        """One of the words with what stands around it; an empty group for each entry tells which one it is."""
        members, choices = self._compiled.lexicon.members, []
        for heard, entries in groupby(self._entries.values(), itemgetter("heard")):
            around = "|".join([f"{self._around(entry)}()" for entry in entries])
            choices.append(f"{one_of(members(heard))}(?:{around})")  # passed over at once where it is another word
        return searchable(f"{self._any_heard}(?<={'|'.join(choices)})", re.DOTALL)

    @once
    def _said(self) -> list[str]:
        """What the words of the entry were, by the number of its group; nothing for the digit that they sound like."""
        return ["", *(entry.get("said", "") for entry in self._entries.values())]

    def _meant(self, word: str) -> str:
        """The digit or the letter that a word sounds like."""
        return self._letter.get(word) or self._digit[symbols()[word][1]]

    @once
    def _letter(self) -> dict[str, str]:
        """What is heard for a letter -> its first word in the table."""
        alphabet = shipped_table("alphabet.toml")
        return {heard: alphabet["letters"][letter][0] for letter, words in alphabet["heard"].items() for heard in words}

    @once
    def _digit(self) -> dict[str, str]:
        """Of the words for a digit the first, as the table of numbers has them."""
        return {value: word for word, (_, value) in reversed(symbols().items())}

    def _around(self, entry: Mapping[str, Any]) -> str:
        """What an entry asks for, looked at from behind the word."""
        form = self._compiled.compile.expression
        behind = f"(?={form(entry['behind'])})" if "behind" in entry else ""
        before = "|".join(f"(?<={look}.)" for b in entry.get("before", ()) for look in _ends(b, form(b)))
        never = "".join(f"(?<!{_of_one_length(form(b))}.)" for b in entry.get("not_before", ()))
        unless = f"(?!{form(entry['unless'])})" if "unless" in entry else ""
        return f"{behind}(?:{before}){never}{unless}"


def _ends(form: str, expression: str) -> Iterator[str]:
    """What is looked at for the form: where it begins with a name, those of two and of three words as well."""
    short = _of_one_length(expression)
    yield short
    if form.startswith(_NAMES):
        cut = short.index("]") + 1
        yield from (f"{short[:cut]}{CONTINUED * more}{short[cut:]}" for more in (1, 2))


def _of_one_length(expression: str) -> str:
    """The expression for single words: `re` looks behind for what has one length only."""
    return expression.replace(f"{CONTINUED}*", "")
