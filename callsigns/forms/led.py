"""The forms of one kind by how they begin (``leads.py``), kept for the shipped grammar; those of a user's are checked.

>>> from callsigns.lexicon import Lexicon
>>> lexicon = Lexicon({"digit": ["two", "four"]}, literals=["climb", "descend", "to"])
>>> led = Led({"climb": ["(climb|descend) [to] <digit>{1,3}"]}, {}, lexicon, {})
>>> [led.forms(lead) for lead in led.begun(lexicon.words["descend"])], led.begun(lexicon.words["to"])
([[('(climb|descend) [to] <digit>{1,3}', 0)]], '')

A lead is told by its number, as a character: thousands of lists of numbers are as many texts then.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from itertools import chain
from math import inf
from typing import Final

from callsigns.errors import GrammarError
from callsigns.forms.leads import beginnings, by_leads
from callsigns.forms.parts import Silent, alternatives, silent
from callsigns.grammar.kept import kept
from callsigns.grammar.patterns import Node, classes_in, read
from callsigns.lexicon import Lexicon
from callsigns.once import once

__all__ = ["Led"]

_BETWEEN: Final = "\x1e"  # of records, as ASCII has it
# The names of entries; lead -> the forms that begin so, each with the number of its entry; leads by words, and by the
# classes, with which they begin; definitions for which nothing need be said.
_Kept = tuple[list[str], list[str], dict[str, str], dict[str, str], Container[str]]


class Led:
    """Entries of a grammar by what their forms begin with."""

    def __init__(
        self, entries: Mapping[str, Iterable[str]], last: Mapping[str, Iterable[str]], lexicon: Lexicon,
        defines: Mapping[str, str], *, good: Container[str] = (), shipped: str = "",
    ) -> None:  # fmt: skip
        """``last``: more forms of these entries, which count behind all others. ``good``: entries whose forms are known
        to be so, which are not read before a line has a word that they begin with. ``shipped``: the name under which
        it is kept how they begin, for forms of the shipped grammar alone."""
        self._lexicon, self._defines = lexicon, defines
        self._begun: dict[str, str] = {}

        def made() -> _Kept:
            silent = Silent(defines)
            names = [*entries, *last]
            forms = [[*some] for some in chain(entries.values(), last.values())]
            self._check([(name, some) for name, some in zip(names, forms, strict=True) if name not in good], silent)
            leads = by_leads((form, number) for number, some in enumerate(forms) for form in some)
            lines = [_BETWEEN.join(f"{number} {form}" for form, number in some) for some in leads.values()]
            silent_names = {name for name in defines if name in silent} if shipped else silent
            words, classes = map(_numbered(leads), beginnings(leads, lexicon, defines))
            return names, lines, words, classes, silent_names

        self.names, self._forms, self._words, self._classes, self.silent = kept(shipped, made) if shipped else made()

    def beginnings(self) -> frozenset[str]:
        """The class characters of words with which some form can begin."""
        return frozenset().union(self._words, *map(self._lexicon.members, self._classes))

    def begun(self, char: str) -> str:
        """The leads of forms that can begin with a class character."""
        leads = self._begun.get(char)
        if leads is None:
            more = [begun for members, begun in self._of_members if char in members]
            leads = self._begun[char] = "".join([self._words.get(char, ""), *more])
        return leads

    @once
    def _of_members(self) -> list[tuple[str, str]]:
        """The characters of each class with which forms begin, and their leads."""
        return [(self._lexicon.members(name), begun) for name, begun in self._classes.items()]

    def often(self, least: float) -> list[str]:
        """The class characters of entities, and of words with which so many leads can begin."""
        often = self.beginnings().intersection(self._lexicon.entity.values())
        if least < inf:
            often |= {char for char in self.beginnings() if len(self.begun(char)) >= least}
        return sorted(often)

    def forms(self, lead: str) -> list[tuple[str, int]]:
        """The forms that begin so, with the numbers of their entries."""
        lines = (line.partition(" ") for line in self._forms[ord(lead)].split(_BETWEEN))
        return [(form, int(number)) for number, _, form in lines]

    def _check(self, doubtful: Iterable[tuple[str, Iterable[str]]], silent_names: Silent) -> None:
        """Read every form of these entries to its end, so that one that is no good is told at once."""
        good = set[str]()
        for name, forms in doubtful:
            try:
                for form in forms:
                    self._look_up(read(form), good)
                    if any(silent(one, silent_names) for one in alternatives(form)):
                        raise GrammarError(f"form {form!r} can match nothing at all")
            except GrammarError as error:
                raise GrammarError(f"[{name}] {error}") from None

    def _look_up(self, node: Node, good: set[str], inside: tuple[str, ...] = ()) -> None:
        """Whether all classes are there; definitions that are ``good`` need not be asked again."""
        for name in classes_in(node):
            if name in inside:
                raise GrammarError(f"<{name}> is defined by itself")
            if name in self._defines and name not in good:
                self._look_up(read(self._defines[name]), good, (*inside, name))
            elif name not in self._defines:
                try:
                    self._lexicon.members(name)
                except KeyError:
                    raise self._lexicon.unknown(name, self._defines) from None
            good.add(name)


def _numbered(leads: Iterable[str]) -> Callable[[dict[str, list[str]]], dict[str, str]]:
    """Tells lists of leads by their numbers."""
    number = {lead: chr(at) for at, lead in enumerate(leads)}
    return lambda lists: {name: "".join([number[lead] for lead in some]) for name, some in lists.items()}
