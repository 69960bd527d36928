"""The forms of one kind by how they begin (``leads.py``), kept for the shipped grammar; those of a user's are checked.

>>> from callsigns.lexicon import Lexicon
>>> lexicon = Lexicon({"digit": ["two", "four"]}, literals=["climb", "descend", "to"])
>>> led = Led({"climb": ["(climb|descend) [to] <digit>{1,3}"]}, {}, lexicon, {})
>>> led.begun(lexicon.words["descend"]), led.begun(lexicon.words["to"])
(['(climb|descend)'], [])
>>> led.forms("(climb|descend)")
[('(climb|descend) [to] <digit>{1,3}', 0)]
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterable, Mapping
from itertools import accumulate, chain

from callsigns.errors import GrammarError
from callsigns.forms.leads import beginnings, by_leads
from callsigns.forms.parts import Silent, alternatives, silent
from callsigns.grammar.kept import kept
from callsigns.grammar.patterns import Node, classes_in, read
from callsigns.lexicon import Lexicon

__all__ = ["Led"]

# What forms begin with -> the numbers of these forms; the words and the classes with which that begins; definitions for
# which nothing need be said.
_Kept = tuple[dict[str, list[int]], dict[str, list[str]], dict[str, list[str]], Container[str]]


class Led:
    """Entries of a grammar by what their forms begin with."""

    def __init__(
        self, entries: Mapping[str, Iterable[str]], last: Mapping[str, Iterable[str]], lexicon: Lexicon,
        defines: Mapping[str, str], *, good: Container[str] = (), shipped: str = "",
    ) -> None:  # fmt: skip
        """``last``: more forms of these entries, which count behind all others. ``good``: entries whose forms are known
        to be so, which are not read before a line has a word that they begin with. ``shipped``: the name under which
        it is kept how they begin, for forms of the shipped grammar alone."""
        self.names = [*entries, *last]
        self._lexicon, self._defines = lexicon, defines
        # Forms are kept by their numbers, for the grammar has their texts.
        self._forms = [[*forms] for forms in chain(entries.values(), last.values())]
        self._numbered = [*accumulate(map(len, self._forms), initial=0)]  # entry -> the number of its first form
        self._begun: dict[str, list[str]] = {}

        def made() -> _Kept:
            silent = Silent(defines)
            self._check([number for number, name in enumerate(self.names) if name not in good], silent)
            leads = by_leads((form, number) for number, form in enumerate(chain.from_iterable(self._forms)))
            numbers = {lead: [number for _, number in forms] for lead, forms in leads.items()}
            names = {name for name in defines if name in silent} if shipped else silent
            return (numbers, *beginnings(leads, lexicon, defines), names)

        self._leads, self._words, self._classes, self.silent = kept(shipped, made) if shipped else made()

    def beginnings(self) -> frozenset[str]:
        """The class characters of words with which some form can begin."""
        return frozenset().union(self._words, *map(self._lexicon.members, self._classes))

    def begun(self, char: str) -> list[str]:
        """The leads of forms that can begin with a class character."""
        leads = self._begun.get(char)
        if leads is None:
            members = self._lexicon.members
            leads = [*self._words.get(char, ())]
            leads += [lead for name, begun in self._classes.items() if char in members(name) for lead in begun]
            self._begun[char] = leads
        return leads

    def often(self, least: float) -> list[str]:
        """The class characters of entities, and of words with which so many leads can begin."""
        entities = frozenset(self._lexicon.entity.values())
        return [char for char in sorted(self.beginnings()) if char in entities or len(self.begun(char)) >= least]

    def forms(self, lead: str) -> list[tuple[str, int]]:
        """The forms that begin so, with the numbers of their entries."""
        entries = [(bisect_right(self._numbered, number) - 1, number) for number in self._leads[lead]]
        return [(self._forms[entry][number - self._numbered[entry]], entry) for entry, number in entries]

    def _check(self, doubtful: Iterable[int], silent_names: Silent) -> None:
        """Read every form of these entries to its end, so that one that is no good is told at once."""
        good = set[str]()
        for entry in doubtful:
            try:
                for form in self._forms[entry]:
                    self._look_up(read(form), good)
                    if any(silent(one, silent_names) for one in alternatives(form)):
                        raise GrammarError(f"form {form!r} can match nothing at all")
            except GrammarError as error:
                raise GrammarError(f"[{self.names[entry]}] {error}") from None

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
