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
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from itertools import chain, combinations
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from callsigns.errors import GrammarError
from callsigns.tokens import BREAK, Memory

__all__ = ["CONTINUED", "Lexicon", "matches", "one_of"]

CONTINUED: Final = "\u00b7"  # the class of every word but the first of a name or of an entity
_FEW: Final = 3  # classes that may follow the first word of a name
_MOST_CHARS: Final = 6000
_FIRST_CHAR: Final = 0xE000  # classes live in the private use area: no expression gives them a meaning

# Words with which longer names begin, and their second words; not known by that alone.
_PLACES: Final = ("head", "second")

# Classes of code words: a word that is listed there only may be a name as well ("gopher zero six").
_CODE: Final = "code_"

# The classes that forms name most, those that forms name together side by side, the most usual last.
_USUAL: Final = (
    "telephony", "single", "letter", "repeat", "thousand", "hundred", "figure4", "figure3", "figure2", "tens", "teen",
    "figure1", "digit",
)  # fmt: skip

_NUMBERS: Final = ("digit", "letter", "teen", "tens")

# What a word that no table lists looks like. Order matters: the first that fits.
_SHAPES: Final = re.compile(
    r"(?P<figure1>\d)|(?P<figure2>\d\d)|(?P<figure3>\d{3})|(?P<figure4>\d{4})|(?P<figure5>\d{5})|(?P<figures>\d+)"
    r"|(?P<decimal_figure>\d+\.\d+)|(?P<comma_figure>\d+(?:,\d+)+)"
    r"|(?P<runway_figure>(?:0?[1-9]|[12]\d|3[0-6])[lrc])|(?P<flight_ident>\d{1,3}(?!st|nd|rd|th)[a-z]{1,2})"
    r"|(?P<level_figure>fl\d{2,3})|(?P<us_mark>n[1-9]\d{0,4}[a-z]{0,2})|(?P<written>[a-z]{3}\d{1,4}[a-z]{0,2})"
    r"|(?P<single>[b-hj-z])|(?P<coded>[^\W\d_]*\d\w*)|(?P<unknown>.*)",
    re.DOTALL,
)
SHAPES: Final = tuple(_SHAPES.groupindex)


# second word -> (the words after the first, class) of each name that begins with one word, longest first
_Names = dict[str, list[tuple[list[str], str]]]


class _Heads(dict[str, _Names]):
    """First word to the names that begin with it, put in order when a line first says that word."""

    def __init__(self, classes: dict[str, str]) -> None:
        """``classes``: name -> class character."""
        self.classes = classes
        self._listed = "\n".join(["", *classes, ""])

    def __missing__(self, first: str) -> _Names:
        names: _Names = {}
        found = [after.partition("\n")[0] for after in self._listed.split(f"\n{first} ")[1:]]
        for rest in sorted(map(str.split, found), key=len, reverse=True):
            names.setdefault(rest[0], []).append((rest, self.classes[" ".join([first, *rest])]))
        self[first] = names
        return names


def one_of(chars: Iterable[str]) -> str:
    """The expression for one character out of ``chars``, its ranges put together, which compile ten times faster."""
    codes = sorted(map(ord, chars))
    if not codes:
        return "(?!)"
    ranges = []
    first = last = codes[0]
    for code in [*codes[1:], -1]:
        if code != last + 1:
            ranges.append(chr(first) if first == last else f"{chr(first)}-{chr(last)}")
            first = code
        last = code
    return f"[{''.join(ranges)}]"


def matches(pattern: re.Pattern[str], classes: str) -> Iterable[re.Match[str]]:
    """All matches, for a pattern that few lines have: ``finditer`` makes three objects before it looks, and takes four
    times as long as ``search`` to find nothing."""
    return () if pattern.search(classes) is None else pattern.finditer(classes)


class _Characters(dict[str, str]):
    """Word to class character; other words are looked up in the big tables, and a word that no table lists is judged by
    its shape, each time anew (no growth)."""

    def look_up(self, shapes: dict[str, str], tables: list[tuple[Set[str], int]], of_tables: dict[int, str]) -> None:
        """``tables``: words, the bit of their class."""
        self.shapes, self.tables, self.of_tables = shapes, tables, of_tables

    def __missing__(self, word: str) -> str:
        bits = 0
        for table, bit in self.tables:
            if word in table:
                bits |= bit
        return self.of_tables[bits] if bits else self.shapes[_shape(word)]


def _shape(word: str) -> str:
    if len(word) > 1 and word.isalpha():
        return "unknown"  # as most words
    return _SHAPES.fullmatch(word).lastgroup  # type: ignore[union-attr, return-value]  # every word has one


def _enter(table: dict[str, int], words: Iterable[str], bits: int) -> None:
    """Words get one class more; thousands of them at once, of which few have one already."""
    more = dict.fromkeys(words, bits)
    for word in table.keys() & more.keys():
        more[word] |= table[word]
    table.update(more)


def _taken_names(words: dict[str, int]) -> dict[str, int]:
    """Names of several words, taken out of a table."""
    return {name: words.pop(name) for name in [word for word in words if " " in word]}


def _first_two(names: Iterable[str]) -> tuple[list[str], list[str]]:
    """The first words of names, and the second ones."""
    parts = [name.split() for name in names]
    return [part[0] for part in parts], [part[1] for part in parts]


def _choices(bits: Sequence[int]) -> Iterable[tuple[int, ...]]:
    """Every choice of at least one."""
    return chain.from_iterable(combinations(bits, size) for size in range(1, len(bits) + 1))


def _given_out(keys: list[tuple[int, str]]) -> dict[tuple[int, str], str]:
    """A character for each set of classes, and for each word of a form; those of the same usual classes side by side,
    for a set that is one range of characters takes a tenth of the time to compile."""
    if len(keys) > _MOST_CHARS:
        raise GrammarError(f"more than {_MOST_CHARS:,} different words in the forms of one grammar")
    return {key: chr(number) for number, key in enumerate(sorted(keys, reverse=True), _FIRST_CHAR)}


def _begins_name(said: Callable[[str], str], firsts: list[str], seconds: list[str], numbers: Set[str]) -> str:
    """Searches for the second of two words with which some longer name may begin. Much of what is said are ``numbers``
    (their characters), and words that begin few names ("runway") are common: what may stand beside those is told for
    them alone."""
    pairs = {*zip(map(said, firsts), map(said, seconds), strict=True)}
    begun = Counter([first for first, _ in pairs])
    groups: list[tuple[set[str], set[str]]] = [(set(), set()) for _ in range(4)]
    for first, second in pairs:
        several = 2 if begun[first] <= _FEW else 3
        before, behind = groups[0 if first in numbers else 1 if second in numbers else several]
        before.add(first)
        behind.add(second)
    choices = "|".join(f"{one_of(before)}{one_of(behind)}" for before, behind in groups if before)
    return f"{one_of([second for _, second in pairs])}(?<={choices})" if choices else "(?!)"


def _by_bit(chars: Mapping[tuple[int, str], str]) -> dict[int, str]:
    """Class (its bit) to characters; many characters stand for the same set of classes."""
    by_bits: dict[int, list[str]] = {}
    for (bits, _), char in chars.items():
        by_bits.setdefault(bits, []).append(char)
    by_bit: dict[int, list[str]] = {}
    for bits, some in by_bits.items():
        while bits:
            lowest = bits & -bits
            by_bit.setdefault(lowest, []).extend(some)
            bits -= lowest
    return {bit: "".join(some) for bit, some in by_bit.items()}


class Plain(NamedTuple):
    """A lexicon as plain data, the same for the same words."""

    bits: dict[str, int]  # class -> its bit
    chars: dict[tuple[int, str], str]  # set of classes, with the word or entity that has a character for itself
    literals: dict[str, str]
    entity: dict[str, str]
    words: dict[str, str]
    look_up: tuple[dict[str, str], list[tuple[Set[str], int]], dict[int, str]]  # as ``_Characters.look_up`` wants it
    names: tuple[dict[str, str], str]  # longer names, and the expression for the second word of one
    members: dict[int, str]  # class -> its characters


class Lexicon:
    """Compiled once from ``kinds`` (class -> words and names), the ``literals`` of all forms, and the ``entities``:
    what recognizers claim, each with the wider classes to which it belongs (a ``heading`` is a ``value``)."""

    def __init__(
        self,
        kinds: Mapping[str, Iterable[str]],
        literals: Iterable[str] = (),
        entities: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
        tables: Mapping[str, Set[str]] = MappingProxyType({}),
    ) -> None:
        """``tables``: class -> thousands of single words, of which most are nothing else and wait until one is said;
        those that are not all letters are in ``kinds`` too."""
        wider_names = (wider for group in entities.values() for wider in group)
        classes = dict.fromkeys((*SHAPES, "break", *_PLACES, *kinds, *tables, *entities, *wider_names))
        ordered = sorted(classes, key=lambda name: _USUAL.index(name) if name in _USUAL else -1)
        self._bit = {name: 1 << index for index, name in enumerate(ordered)}
        self._place_bits = sum(self._bit[place] for place in _PLACES)
        words, names = self._collect(kinds)
        begun = _first_two(names)
        for place, edge in zip(_PLACES, begun, strict=True):
            _enter(words, edge, self._bit[place])
        literal_words = frozenset(literals)
        _enter(words, literal_words, 0)
        for kind, table in tables.items():
            for word in words.keys() & table:
                words[word] |= self._bit[kind]
        for word in [word for word in words if len(word) < 2 or not word.isalpha()]:  # a figure stays a figure
            words[word] |= self._bit[_shape(word)] & ~self._bit["unknown"]

        of_literals = {word: words.pop(word) for word in literal_words}  # known, whatever they look like
        of_entities = {name: sum(self._bit[n] for n in {name, *wider}) for name, wider in entities.items()}
        of_shapes = {shape: self._bit[shape] for shape in (*SHAPES, "break")}
        of_tables = [sum(some) for some in _choices([self._bit[kind] for kind in tables])]
        whole = self._whole({*words.values()})
        of_many = {*whole.values(), *names.values(), *of_shapes.values(), *of_tables}
        keys = [(bits, "") for bits in of_many]
        keys += [(bits, word) for word, bits in of_literals.items()]
        keys += [(bits, f"={name}") for name, bits in of_entities.items()]
        chars = _given_out(keys)
        char = {bits: chars[bits, ""] for bits in of_many}.__getitem__
        of_word = {bits: char(known) for bits, known in whole.items()}.__getitem__
        of_literal = {word: chars[bits, word] for word, bits in of_literals.items()}
        shapes = {shape: char(bits) for shape, bits in of_shapes.items()}

        said = _Characters(zip(words, map(of_word, words.values()), strict=True))
        said.update(of_literal)
        said[BREAK] = shapes["break"]
        bit_of_table = [(table, self._bit[kind]) for kind, table in tables.items()]
        look_up = (shapes, bit_of_table, {bits: char(bits) for bits in of_tables})
        said.look_up(*look_up)
        of_entity = {name: chars[bits, f"={name}"] for name, bits in of_entities.items()}
        of_bit = _by_bit(chars)
        numbers = frozenset("".join([of_bit.get(self._bit[kind], "") for kind in _NUMBERS if kind in classes]))
        begins = _begins_name(said.__getitem__, *begun, numbers)
        of_name = dict(zip(names, map(char, names.values()), strict=True)), begins
        self._take(Plain(self._bit, chars, of_literal, of_entity, said, look_up, of_name, of_bit))

    @classmethod
    def of(cls, plain: tuple[Any, ...]) -> Lexicon:
        """The lexicon of which ``plain`` was made."""
        lexicon = cls.__new__(cls)
        lexicon._take(Plain(*plain))
        return lexicon

    def plain(self) -> Plain:
        """This lexicon as plain data."""
        words = self.words
        look_up = (words.shapes, words.tables, words.of_tables)
        names = (self._heads.classes, self._second.pattern)
        return Plain(self._bit, self._chars, self.literals, self.entity, dict(words), look_up, names, self._of_bit)

    def _take(self, plain: Plain) -> None:
        self._bit, self._chars, self.literals, self.entity = plain[:4]
        self._of_bit = plain.members
        self._place_bits = sum(self._bit[place] for place in _PLACES)
        self._numbers = frozenset(self.members(*(name for name in _NUMBERS if name in self._bit)))
        self.words = _Characters(plain.words)
        self.words.look_up(*plain.look_up)
        self._heads, self._second = _Heads(plain.names[0]), re.compile(plain.names[1])
        # Of fourteen thousand words a few hundred are said: a small table of them stays at hand.
        self._class_of = Memory(self.words.__getitem__).__getitem__
        self._expressions: dict[str, str] = {}

    def _collect(self, kinds: Mapping[str, Iterable[str]]) -> tuple[dict[str, int], dict[str, int]]:
        """Single words, and names of several, each with the bits of its classes."""
        words: dict[str, int] = {}
        for kind, members in kinds.items():
            _enter(words, members, self._bit[kind])
        return words, _taken_names(words)

    def _whole(self, several: Iterable[int]) -> dict[int, int]:
        """Sets of classes as words have them: what is listed only as a part of a name or as a code word is unknown."""
        codes = sum(bit for name, bit in self._bit.items() if name.startswith(_CODE))
        listed = ~(self._place_bits | self._bit.get("cut_off", 0) | codes)
        return {bits: bits if bits & listed else bits | self._bit["unknown"] for bits in several}

    def members(self, *kinds: str) -> str:
        """All class characters whose words can be one of ``kinds``."""
        return "".join([self._of_bit.get(self._bit[kind], "") for kind in kinds])

    def kinds_of(self, char: str) -> tuple[str, ...]:
        """The classes behind one character, for explanations and tokens."""
        for (bits, _), known in self._chars.items():
            if known == char:
                return tuple(name for name, bit in self._bit.items() if bits & bit and not bit & self._place_bits)
        return ()

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
        joined = False
        while found is not None:
            after = found.start()
            start = after - 1
            for rest, char in self._heads[words[start]].get(words[after], ()):
                end = after + len(rest)
                if words[after:end] == rest and commas.isdisjoint(range(after, end)):
                    if end < len(words) and chars[end] not in self._numbers and self._goes_over(words, chars, end):
                        break
                    joined = True
                    chars[start:end] = [char, *CONTINUED * len(rest)]
                    after = end
                    break
            found = self._second.search(classes, after + 1)
        return "".join(chars) if joined else classes

    def _goes_over(self, words: list[str], chars: list[str], end: int) -> bool:
        """ "okay air | shuttle twelve six": the last word before ``end`` begins another name, which has a number."""
        for rest, _ in self._heads[words[end - 1]].get(words[end], ()):
            behind = end + len(rest)
            if words[end:behind] == rest and behind < len(words) and chars[behind] in self._numbers:
                return True
        return False
