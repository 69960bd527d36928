"""Words and classes of forms as *atoms*, one bit each, and what a word of a line is of them.

>>> from callsigns.lexicon import Lexicon
>>> lexicon = Lexicon({"digit": ["two", "four"]}, literals=["climb", "descend", "two"])
>>> atoms = Atoms(lexicon, {})
>>> atoms.first_of("(climb|descend now)"), atoms.first_of("<digit>"), atoms.first_of("two")
(3, 4, 8)
>>> atoms.kinds[lexicon.words["two"]], atoms.kinds[lexicon.words["four"]]
(12, 4)
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from threading import RLock

from callsigns.forms.leads import first_words
from callsigns.lexicon import Lexicon

__all__ = ["Atoms", "Kinds"]


class Kinds(dict[str, int]):
    """Class character -> the atoms that it is one of, one bit each, gathered when a line first has it."""

    def __init__(self, adding: RLock) -> None:
        """``adding``: held while atoms are added."""
        self._adding = adding
        self.of_more: list[tuple[str, int]] = []  # several characters, and the atom that stands for them
        self.of_one: dict[str, int] = {}  # one character -> the atoms that stand for it

    def add(self, atom: int, members: str) -> None:
        """``atom``: its bit; ``members``: the characters that it stands for."""
        if len(members) == 1:
            self.of_one[members] = self.of_one.get(members, 0) | atom
            asked = [members] if members in self else []
        else:
            self.of_more.append((members, atom))
            asked = [char for char in self if char in members]
        for char in asked:
            self[char] |= atom

    def __missing__(self, char: str) -> int:
        with self._adding:
            kinds = self.of_one.get(char, 0)
            for members, atom in self.of_more:
                if char in members:
                    kinds |= atom
            return self.setdefault(char, kinds)


Plain = tuple[list[tuple[str, str]], dict[str, int], dict[str, int]]  # as ``Atoms.plain`` gives them


class Atoms:
    """Those of one grammar that some line has asked for."""

    def __init__(self, lexicon: Lexicon, defines: Mapping[str, str], silent: Container[str] = ()) -> None:
        """``silent``: the definitions for which nothing need be said."""
        self.adding = RLock()
        self.kinds = Kinds(self.adding)
        self.silent = silent
        self._lexicon, self._defines = lexicon, defines
        self._known: dict[tuple[str, str], int] = {}
        self._first_of: dict[str, int] = {}
        self._sums: dict[int, int] = {}

    def plain(self) -> Plain:
        """Those that have been asked for, in a shape that can be kept."""
        return [*self._known], self.kinds.of_one, self._first_of

    def take(self, plain: Plain) -> None:
        """Go on from there, before a line has asked for any."""
        known, self.kinds.of_one, self._first_of = plain
        self._known = {told: 1 << number for number, told in enumerate(known)}
        classes = [(name, atom) for (kind, name), atom in self._known.items() if kind == "class"]
        self.kinds.of_more = [(self._lexicon.members(name), atom) for name, atom in classes]

    def once(self, atoms: int) -> int:
        """The same number, one object for all who have it."""
        return self._sums.setdefault(atoms, atoms)

    def first_of(self, part: str) -> int:
        """The atoms that a part may begin with, and perhaps some that stand within it."""
        atoms = self._first_of.get(part)
        if atoms is None:
            atoms = 0
            for word, name in [(part, "")] if part.isalnum() else first_words(part, self.silent):
                if word:
                    atoms |= self.atom("word", word.lower())
                elif name in self._defines:
                    atoms |= self.first_of(self._defines[name])
                else:
                    atoms |= self.atom("class", name)
            atoms = self._first_of[part] = self.once(atoms)
        return atoms

    def atom(self, kind: str, name: str) -> int:
        """The bit of a ``word`` or ``class``; the characters that it stands for lead on from now on."""
        known = self._known.get((kind, name))
        if known is not None:
            return known
        try:
            members = self._lexicon.words[name] if kind == "word" else self._lexicon.members(name)
        except KeyError:
            raise self._lexicon.unknown(name, self._defines) from None
        atom = self._known[kind, name] = 1 << len(self._known)
        self.kinds.add(atom, members)
        return atom
