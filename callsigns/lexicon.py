"""Words to classes: one character a word, so that a line becomes a string that one expression can read.

A word may belong to several classes at once ("delta" is a letter and an airline). Each *set* of classes that occurs
has a character of its own, and ``<letter>`` in a form is the set of all characters whose words can be a letter. A word
that some form names ("climb") has a character for itself. So one look-up a word serves every form of every grammar.

>>> lexicon = Lexicon({"letter": ["delta", "papa"], "telephony": ["delta", "air france"]}, literals=["climb"])
>>> lexicon.classes(["papa"]) in lexicon.members("letter"), lexicon.classes(["papa"]) in lexicon.members("telephony")
(True, False)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from types import MappingProxyType
from typing import Any, Final

from callsigns.errors import GrammarError
from callsigns.grammar.expressions import searchable
from callsigns.once import once
from callsigns.tokens import Memory
from callsigns.vocabulary import EVERYDAY, FIGURES, NUMBERS, PLACES, Characters, Plain, one_of, vocabulary

__all__ = ["CONTINUED", "Lexicon", "matches", "one_of", "overlapping"]

CONTINUED: Final = "\u00b7"  # the class of every word but the first of a name or of an entity

# second word -> (the words after the first, class) of each name that begins with one word, longest first
_Names = dict[str, list[tuple[list[str], str]]]


class _Heads(dict[str, _Names]):
    """First word to the names that begin with it, put in order when a line first says that word."""

    def __init__(self, lines: str) -> None:
        """``lines``: a name, a blank and its class in each."""
        self.lines = lines

    def __missing__(self, first: str) -> _Names:
        names: _Names = {}
        found = [after.partition("\n")[0].split() for after in self.lines.split(f"\n{first} ")[1:]]
        for *rest, char in sorted(found, key=len, reverse=True):
            names.setdefault(rest[0], []).append((rest, char))
        self[first] = names
        return names


def matches(pattern: re.Pattern[str], classes: str) -> Iterable[re.Match[str]]:
    """All matches, for a pattern that few lines have: ``finditer`` makes three objects before it looks, and takes four
    times as long as ``search`` to find nothing."""
    return () if pattern.search(classes) is None else pattern.finditer(classes)


def overlapping(pattern: re.Pattern[str], classes: str) -> Iterator[re.Match[str]]:
    """A match at each place where one begins, inside of another as well."""
    found = pattern.search(classes)
    while found is not None:
        yield found
        found = pattern.search(classes, found.start() + 1)


_IS: Final = "'s"
_DOIN: Final = "in"
_NAMES: Final = ("telephony", "tactical")  # classes of words that are names


class Lexicon:
    """Compiled once from ``kinds`` (class -> words and names), the ``literals`` of all forms, and the ``entities``:
    what recognizers claim, each with the wider classes to which it belongs (a ``heading`` is a ``value``)."""

    def __init__(
        self,
        kinds: Mapping[str, Iterable[str]],
        literals: Iterable[str] = (),
        entities: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
        tables: Mapping[str, Set[str]] = MappingProxyType({}),
        twins: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """``tables``: class -> thousands of single words, of which most are nothing else and wait until one is said;
        those that are not all letters are in ``kinds`` too. ``twins``: a word -> the other way to write it."""
        self._take(vocabulary(kinds, frozenset(literals), entities, tables, twins))

    @classmethod
    def of(cls, plain: tuple[Any, ...]) -> Lexicon:
        """The lexicon of which ``plain`` was made."""
        lexicon = cls.__new__(cls)
        lexicon._take(Plain(*plain))
        return lexicon

    def plain(self) -> Plain:
        """This lexicon as plain data."""
        words = (self.words.listed, self.words.rare, self.words.shapes)
        names = (self._heads.lines, self._second.pattern)
        return Plain(self._bit, self._chars, self._named, self.entity, *words, names, self.phrases, self._of_bit)

    def _take(self, plain: Plain) -> None:
        self._bit, self._chars, self._named, self.entity = plain[:4]
        self._of_bit, self.phrases = plain.members, plain.phrases
        self._one = dict[str, str]().setdefault
        self._listed: dict[tuple[str, ...], frozenset[str]] = {}
        self._place_bits = sum(self._bit[place] for place in PLACES)
        self._numbers = self._known(*NUMBERS)
        self._counted = self._numbers.union(self.members(*FIGURES)) - self._known("letter")
        self._everyday, self._faces = self._known(EVERYDAY), self._known("before_direction")
        self._figures = self._numbers.union(self.members(*FIGURES), self._known("company"))
        self.words = Characters(plain.words, plain.rare, plain.shapes)
        self._heads, self._second = _Heads(plain.names[0]), searchable(plain.names[1])
        self._begun = self._heads.__getitem__
        # Of fourteen thousand words a few hundred are said: a small table of them stays at hand.
        self._names, self._ordinary = self._known(*_NAMES), self._known("ordinary")
        self._unknown = self.words.shapes["unknown"]
        self._class_of = Memory(self.class_of).__getitem__
        self._expressions: dict[str, str] = {}

    def class_of(self, word: str) -> str:
        """That of what is meant with a word; a name with "'s" keeps its own class ("delta's twenty one forty")."""
        return self.words[self.meant(word)]

    def meant(self, word: str) -> str:
        """ "field" for "the field's in sight"; "descending" for "descendin", as some say it and recordings cut it off;
        every other word itself."""
        if word.endswith(_DOIN) and self.words[word] == self._unknown:
            return word + "g" if self.words.lists(word + "g") else word
        if word.endswith(_IS) and not self.is_literal(word) and self._says_little(word):
            shorter = word[: -len(_IS)]
            if self.words.lists(shorter) and self.words[shorter] not in self._names:
                return shorter
        return word

    def _says_little(self, word: str) -> bool:
        return not self.words.lists(word) or self.words[word] in self._ordinary

    def _known(self, *kinds: str) -> frozenset[str]:
        """The characters of those classes that this lexicon has."""
        return self.listed(*(kind for kind in kinds if kind in self._bit))

    def members(self, *kinds: str) -> str:
        """All class characters whose words can be one of ``kinds``."""
        return "".join([self._of_bit.get(self._bit[kind], "") for kind in kinds])

    def listed(self, *kinds: str) -> frozenset[str]:
        """The same as a set, to look single characters up in."""
        found = self._listed.get(kinds)
        if found is None:
            several = len(kinds) > 1
            found = frozenset[str]().union(*map(self.listed, kinds)) if several else self.each(self.members(*kinds))
            self._listed[kinds] = found
        return found

    def only(self, *kinds: str) -> frozenset[str]:
        """The class characters of words that are of these ``kinds`` and nothing else, and that no form names."""
        bits = {self._bit[kind] for kind in kinds}
        others = [members for bit, members in self._of_bit.items() if bit not in bits]
        named = (*self.phrases.values(), *self.entity.values())
        return self.listed(*kinds).difference(*others, self._named, named)

    def each(self, chars: str) -> frozenset[str]:
        """Single characters as a set; one object for each of them, however many sets have it."""
        return frozenset(map(self._one, chars, chars))

    def unknown(self, name: str, defines: Iterable[str] = ()) -> GrammarError:
        """The error of a form that names a class that is neither listed nor defined, with the one that may be meant."""
        from difflib import get_close_matches  # only a fault needs it

        close = get_close_matches(name, [*self._bit, *defines], 1)
        return GrammarError(f"unknown class <{name}>" + (f"; the nearest is <{close[0]}>" if close else ""))

    def kinds_of(self, char: str) -> tuple[str, ...]:
        """The classes behind one character, for explanations and tokens."""
        of_bit, places = self._of_bit, self._place_bits
        return tuple(name for name, bit in self._bit.items() if char in of_bit.get(bit, "") and not bit & places)

    @once
    def in_words(self) -> Mapping[str, str]:
        """The class of a phrase -> the phrase ("over to"): what a form says word by word, a line has as one."""
        return {char: phrase for phrase, char in self.phrases.items()}

    def is_literal(self, word: str) -> bool:
        """Whether some form says it."""
        return self.words[word] in self._named

    @once
    def literals(self) -> Mapping[str, str]:
        """The words that some form says, each with its class."""
        return {word: self.words[word] for word in self.words.of(self._named)}

    def literal(self, words: str) -> str:
        """The classes of a word or a phrase that some form says."""
        if " " not in words:
            return self.words[words]
        return self.phrases[words] + CONTINUED * words.count(" ")

    def expression(self, kind: str) -> str:
        """A regular expression for one word, name or entity of ``kind``; raises ``KeyError`` for an unknown class."""
        if kind not in self._expressions:
            members = self.members(kind)
            self._expressions[kind] = f"{one_of(members)}{CONTINUED}*" if members else "(?!)"
        return self._expressions[kind]

    def classes(self, words: list[str], commas: frozenset[int] = frozenset()) -> str:
        """One character a word; the words of a longer name after its first become ``CONTINUED``."""
        return self.read(words, commas)[0]

    def read(self, words: list[str], commas: frozenset[int] = frozenset()) -> tuple[str, list[str]]:
        """The classes, and their characters as a list."""
        chars = [*map(self._class_of, words)]
        return self.joined(words, "".join(chars), chars, commas), chars

    def joined(self, words: list[str], classes: str, chars: list[str], commas: frozenset[int]) -> str:
        """The ``classes`` of single words with those of the longer names among them, also in ``chars``.

        No name runs across a comma ("Bronco 71 flight, check"); ``commas``: the words that one stands before.
        """
        found = self._second.search(classes, 1)
        joined, begun = False, self._begun
        while found is not None:
            after = found.start()
            start = after - 1
            faces = start > 0 and chars[start - 1] in self._faces  # "tail south | american eight eighty eight"
            for rest, char in () if faces else begun(words[start]).get(words[after], ()):
                end = after + len(rest)
                if words[after:end] == rest and commas.isdisjoint(range(after, end)):
                    if char in self._everyday and (end >= len(words) or chars[end] not in self._figures):
                        continue  # "and on track", but "on track five two", "china eastern airlines five two"
                    counted = end >= len(words) or chars[end] in self._counted
                    if not counted and self._goes_over(words, chars, end, commas):
                        break
                    joined = True
                    chars[start:end] = [char, *CONTINUED * len(rest)]
                    after = end
                    break
            found = self._second.search(classes, after + 1)
        return "".join(chars) if joined else classes

    def _goes_over(self, words: list[str], chars: list[str], end: int, commas: frozenset[int]) -> bool:
        """ "okay air | shuttle twelve six": the last word before ``end`` begins another name, which has a number."""
        for rest, _ in self._begun(words[end - 1]).get(words[end], ()):
            behind = end + len(rest)
            whole = words[end:behind] == rest and commas.isdisjoint(range(end, behind))
            if whole and behind < len(words) and chars[behind] in self._figures:
                return True
        return False
