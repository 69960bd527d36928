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
from collections.abc import Iterable, Mapping
from operator import itemgetter
from types import MappingProxyType
from typing import Final

from callsigns.errors import GrammarError
from callsigns.tokens import BREAK, Memory

__all__ = ["CONTINUED", "Lexicon", "matches", "one_of"]

CONTINUED: Final = "\u00b7"  # the class of every word but the first of a name or of an entity
_FEW: Final = 3  # classes that may follow the first word of a name
_FIRST_CHAR: Final = 0xE000  # classes live in the private use area: no expression gives them a meaning

# Words with which longer names begin, and their second words; not known by that alone.
_PLACES: Final = ("head", "second", "late_head", "late_second")

# Classes of code words: a word that is listed there only may be a name as well ("gopher zero six").
_CODE: Final = "code_"

# The classes that forms name most, those that forms name together side by side, the most usual last.
_USUAL: Final = (
    "telephony", "single", "letter", "repeat", "thousand", "hundred", "figure4", "figure3", "figure2", "tens", "teen",
    "figure1", "digit",
)  # fmt: skip

# What a word that no table lists looks like. Order matters: the first that fits.
_SHAPES: Final = re.compile(
    r"(?P<figure1>\d)|(?P<figure2>\d\d)|(?P<figure3>\d{3})|(?P<figure4>\d{4})|(?P<figure5>\d{5})|(?P<figures>\d+)"
    r"|(?P<decimal_figure>\d+\.\d+)|(?P<comma_figure>\d+(?:,\d+)+)"
    r"|(?P<runway_figure>(?:0?[1-9]|[12]\d|3[0-6])[lrc])|(?P<flight_ident>\d{1,3}(?!st|nd|rd|th)[a-z]{1,2})"
    r"|(?P<level_figure>fl\d{2,3})|(?P<us_mark>n[1-9]\d{0,4}[a-z]{0,2})|(?P<written>[a-z]{3}\d{1,4}[a-z]{0,2})"
    r"|(?P<single>[b-hj-z])|(?P<coded>[^\W\d_]*\d\w*)|(?P<unknown>.+)",
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
        self._behind: dict[str, list[str]] = {}
        for name in classes:
            self._behind.setdefault(name[: name.index(" ")], []).append(name)

    def __missing__(self, first: str) -> _Names:
        names: _Names = {}
        for name in sorted(self._behind.get(first, ()), key=lambda name: -name.count(" ")):
            rest = name.split(" ")[1:]
            names.setdefault(rest[0], []).append((rest, self.classes[name]))
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
    """Word to class character; a word that no table lists is judged by its shape, each time anew (no growth)."""

    def __init__(self) -> None:
        self.shapes: dict[str, str] = {}

    def __missing__(self, word: str) -> str:
        shape = _SHAPES.fullmatch(word)
        return self.shapes[(shape.lastgroup if shape else None) or "unknown"]


class Lexicon:
    """Compiled once from ``kinds`` (class -> words and names), the ``literals`` of all forms, and the ``entities``:
    what recognizers claim, each with the wider classes to which it belongs (a ``heading`` is a ``value``)."""

    def __init__(
        self,
        kinds: Mapping[str, Iterable[str]],
        literals: Iterable[str] = (),
        entities: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
        late: frozenset[str] = frozenset(),
    ) -> None:
        """``late``: classes whose names are joined by ``join_late`` only, since call signs may need their words
        ("seven thirty seven" is a type, or the number of a flight)."""
        wider_names = (wider for group in entities.values() for wider in group)
        names = dict.fromkeys((*SHAPES, "break", *_PLACES, *kinds, *entities, *wider_names))
        ordered = sorted(names, key=lambda name: _USUAL.index(name) if name in _USUAL else -1)
        self._bit = {name: 1 << index for index, name in enumerate(ordered)}
        self._place_bits = sum(self._bit[place] for place in _PLACES)
        self._chars: dict[tuple[int, str], str] = {}
        self._members: dict[str, str] = {}
        self._expressions: dict[str, str] = {}
        self._pairs: dict[str, set[tuple[str, ...]]] = {}  # the first two words of longer names, while this is made
        words, phrases, late_phrases = self._collect(kinds, late)
        literal_words = frozenset(literals)
        words |= dict.fromkeys(literal_words - words.keys(), 0)
        self.words = _Characters()
        self.words.shapes = {shape: self._char(self._bit[shape]) for shape in SHAPES}
        codes = sum(bit for name, bit in self._bit.items() if name.startswith(_CODE))
        unknown, listed = self._bit["unknown"], ~(self._place_bits | self._bit.get("cut_off", 0) | codes)
        plain: dict[int, str] = {}
        for word, bits in words.items():
            if len(word) < 2 or not word.isalpha():
                bits |= self._shape_bit(word, bits)
            elif not bits & listed:
                bits |= unknown
            if word in literal_words:  # a word that a form names is known, whatever it looks like
                self.words[word] = self._char(bits & ~unknown, word)
            else:
                self.words[word] = plain.get(bits) or plain.setdefault(bits, self._char(bits))
        self.words[BREAK] = self._char(self._bit["break"])
        self.heads = _Heads({name: self._char(bits) for name, bits in phrases.items()})
        self._late_heads = _Heads({name: self._char(bits) for name, bits in late_phrases.items()})
        self.entity = {
            name: self._char(sum(self._bit[n] for n in {name, *wider}), "=" + name) for name, wider in entities.items()
        }
        self._put_in_order()
        # Of fourteen thousand words a few hundred are said: a small table of them stays at hand.
        self._class_of = Memory(self.words.__getitem__).__getitem__
        self._of_bit = self._chars_of_bits()
        self.literals = {word: re.escape(self.words[word]) for word in literal_words}
        self._begins = self._begins_name("head")
        self._late_begins = self._begins_name("late_head")

    def _collect(self, kinds: Mapping[str, Iterable[str]], late: frozenset[str]) -> tuple[dict[str, int], ...]:
        """Single words, names, and names of the late classes, each with the bits of its classes."""
        words: dict[str, int] = {}
        tables: dict[str, dict[str, int]] = {"head": {}, "late_head": {}}
        for kind, members in kinds.items():
            bit = self._bit[kind]
            names = tables["late_head" if kind in late else "head"]
            for member in members:
                table = names if " " in member else words
                table[member] = table.get(member, 0) | bit
        for head, second in (_PLACES[:2], _PLACES[2:]):
            pairs = {*map(itemgetter(0, 1), [phrase.split(" ", 2) for phrase in tables[head]])}
            self._pairs[head] = pairs
            for place, edge in ((head, 0), (second, 1)):
                bit = self._bit[place]
                for word in {pair[edge] for pair in pairs}:
                    words[word] = words.get(word, 0) | bit
        return words, tables["head"], tables["late_head"]

    def _begins_name(self, head: str) -> re.Pattern[str]:
        """Searches for two words with which some longer name may begin. Words that begin few names ("two", "runway")
        are common and stand before much else: they are looked for by what may follow just them."""
        behind: dict[str, set[str]] = {}
        for first, second in self._pairs.pop(head):
            behind.setdefault(self.words[first], set()).add(self.words[second])
        few = [char for char, chars in behind.items() if len(chars) <= _FEW]
        choices = [
            f"{one_of(firsts)}(?={one_of({char for first in firsts for char in behind[first]})})"
            for firsts in (few, behind.keys() - few)
            if firsts
        ]
        return re.compile("|".join(choices) or "(?!)")

    def _shape_bit(self, word: str, bits: int) -> int:
        """A figure stays a figure, whatever else it is; a word of some table is not unknown."""
        shape = _SHAPES.fullmatch(word)
        name = (shape.lastgroup if shape else None) or "unknown"
        return self._bit[name] if name != "unknown" or not bits & ~self._place_bits else 0

    def _char(self, bits: int, literal: str = "") -> str:
        key = (bits, literal)
        char = self._chars.get(key)
        if char is None:
            if len(self._chars) > 6000:
                raise GrammarError("more than 6,000 different words in the forms of one grammar")
            char = self._chars[key] = chr(_FIRST_CHAR + len(self._chars))
        return char

    def _put_in_order(self) -> None:
        """Characters of words that belong to the same usual classes side by side: a set that is one range of characters
        takes a tenth of the time to compile."""
        keys = sorted(self._chars, key=itemgetter(0), reverse=True)
        new = {self._chars[key]: chr(_FIRST_CHAR + number) for number, key in enumerate(keys)}
        self._chars = {key: new[char] for key, char in self._chars.items()}
        for table in (self.words, self.words.shapes, self.entity, self.heads.classes, self._late_heads.classes):
            table.update(zip(table, map(new.__getitem__, [*table.values()]), strict=True))

    def _chars_of_bits(self) -> dict[int, list[str]]:
        """Class (its bit) to characters; many characters stand for the same set of classes."""
        by_bits: dict[int, list[str]] = {}
        for (bits, _), char in self._chars.items():
            by_bits.setdefault(bits, []).append(char)
        by_bit: dict[int, list[str]] = {}
        for bits, chars in by_bits.items():
            while bits:
                lowest = bits & -bits
                by_bit.setdefault(lowest, []).extend(chars)
                bits -= lowest
        return by_bit

    def members(self, kind: str) -> str:
        """All class characters whose words can be ``kind``."""
        if kind not in self._members:
            bit = self._bit[kind]
            self._members[kind] = "".join(self._of_bit.get(bit, ()))
        return self._members[kind]

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
        """One character a word; the words of a longer name after its first become ``CONTINUED``.

        No name runs across a comma ("Bronco 71 flight, check"); ``commas``: the words that one stands before.
        """
        classes = "".join(map(self._class_of, words))
        return self._join_names(words, classes, self._begins, self.heads, free=True, commas=commas)

    def join_late(self, words: list[str], classes: str) -> str:
        """Join the names of the late classes among the words that nobody has claimed."""
        if self._late_begins.search(classes) is None:
            return classes
        return self._join_names(words, classes, self._late_begins, self._late_heads, free=False)

    def _join_names(
        self, words: list[str], classes: str, begins: re.Pattern[str], heads: _Heads, *, free: bool,
        commas: frozenset[int] = frozenset(),
    ) -> str:  # fmt: skip
        """``free``: no word can be taken yet."""
        out: list[str] = []
        found = begins.search(classes)
        while found is not None:
            start = found.start()
            after = start + 1
            for rest, char in heads[words[start]].get(words[after], ()):
                end = after + len(rest)
                if words[after:end] != rest or not (free or self._free(words, classes, after, end)):
                    continue
                if not commas or commas.isdisjoint(range(after, end)):
                    out = out or list(classes)
                    out[start:end] = char + CONTINUED * len(rest)
                    after = end
                    break
            found = begins.search(classes, after)
        return "".join(out) if out else classes

    def _free(self, words: list[str], classes: str, start: int, end: int) -> bool:
        """The words still have their own class: no name and no entity has taken them."""
        return all(classes[at] == self.words[words[at]] for at in range(start, end))
