"""The words of a grammar as plain data: which classes each has, and the character that stands for them.

>>> plain = vocabulary({"letter": ["delta", "papa"], "telephony": ["delta"]}, {"climb"}, {}, {}, {})
>>> papa, delta = plain.words["pa"].split()[1], plain.words["de"].split()[1]
>>> papa in plain.members[plain.bits["letter"]], delta == papa
(True, False)
>>> plain.words["cl"].split() == ["climb", plain.literals]
True

Lists of words enter, a ``Plain`` leaves, worked out once for a grammar; ``Lexicon`` looks lines up in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Set
from itertools import chain, count
from typing import Final, NamedTuple

from callsigns.errors import GrammarError
from callsigns.grammar.expressions import searchable
from callsigns.tokens import BREAK

__all__ = ["EVERYDAY", "FIGURES", "NUMBERS", "PLACES", "Characters", "Plain", "one_of", "vocabulary"]

_MOST_CHARS: Final = 40_000
# Classes live in the areas for private use: no expression gives them a meaning. The second one, whose characters take
# twice the room and longer to compile, is for more words than are shipped.
_AREA: Final = range(0xE000, 0xF8F0)
_FIRST_BEYOND: Final = 0xF0000

# Words with which longer names begin, and their second words; not known by that alone.
PLACES: Final = ("head", "second")
_PARTS: Final = (*PLACES, "cut_off")  # and other classes of what is a part of a word or a name

# Classes of code words: a word that is listed there only may be a name as well ("gopher zero six").
_CODE: Final = "code_"

# The classes that forms name most, those that forms name together side by side, the most usual last.
_USUAL: Final = (
    "telephony single letter repeat thousand hundred figure4 figure3 figure2 tens teen figure1 digit".split()
)

NUMBERS: Final = ("digit", "letter", "teen", "tens")
EVERYDAY: Final = "everyday_name"  # the class of names that are names before a number only: "my flight five two"

# What a word that no table lists looks like. Order matters: the first that fits.
_SHAPES: Final = searchable(
    r"(?P<figure1>\d)|(?P<figure2>\d\d)|(?P<figure3>\d{3})|(?P<figure4>\d{4})|(?P<figure5>\d{5})|(?P<figures>\d+)"
    r"|(?P<decimal_figure>\d+\.\d+)|(?P<comma_figure>\d+(?:,\d+)+)"
    r"|(?P<runway_figure>(?:0?[1-9]|[12]\d|3[0-6])[lrc])|(?P<flight_ident>\d{1,3}(?!st|nd|rd|th)[a-z]{1,2})"
    r"|(?P<zulu_figure>(?:[01]\d|2[0-3])[0-5]\dz)|(?P<level_figure>fl\d{2,3})|(?P<us_mark>n[1-9]\d{0,4}[a-z]{0,2})|(?P<written>[a-z]{3}\d{1,4}[a-z]{0,2})"
    r"|(?P<degrees_figure>\d{2}(?:\d\d)?[ns]\d{2,5}[ew])|(?P<single>[b-hj-z])|(?P<coded>[^\W\d_]*\d\w*)|(?P<unknown>.*)",
    re.DOTALL,
)
SHAPES: Final = tuple(_SHAPES.groupindex)
FIGURES: Final = tuple(shape for shape in SHAPES if shape not in ("level_figure", "us_mark", "written", "unknown"))


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


Pages = dict[str, str]  # how words begin -> lines of a word, a blank, and its class, a line end before the first too
_HEAD: Final = 2  # characters by which a word is put on a page


def _pages(words: Mapping[str, str]) -> Pages:
    """Words with their classes as texts: of thousands a few hundred are said, and an object each would take ten times
    the memory."""
    pages: dict[str, list[str]] = {}
    for word, char in sorted(words.items()):
        pages.setdefault(word[:_HEAD], []).append(f"\n{word} {char}")
    return {head: "".join(lines) for head, lines in pages.items()}


def _looked_up(pages: Pages, word: str) -> str:
    """The class of a word, or nothing."""
    page = pages.get(word[:_HEAD], "")
    line = f"\n{word} "
    at = page.find(line) + len(line)
    return page[at] if at >= len(line) else ""


class Characters:
    """Word to class character; a word that no table lists is judged by its shape, each time anew (no growth)."""

    def __init__(self, listed: Pages, rare: Pages, shapes: dict[str, str]) -> None:
        """``rare``: words of the big tables that are nothing else."""
        self.listed, self.rare, self.shapes = listed, rare, shapes

    def __getitem__(self, word: str) -> str:
        return _looked_up(self.listed, word) or _looked_up(self.rare, word) or self.shapes[_shape(word)]

    def lists(self, word: str) -> bool:
        """Whether a word is more than one of the big tables."""
        return bool(_looked_up(self.listed, word))

    def of(self, chars: Container[str]) -> Iterator[str]:
        """The words of some classes, but for those of the big tables."""
        for page in self.listed.values():
            for line in page[1:].split("\n"):
                if line[-1] in chars:
                    yield line[:-2]


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


def _of_tables(bit: Mapping[str, int], tables: Mapping[str, Set[str]]) -> dict[str, int]:
    """The words of the big tables, each with the bits of those that it stands in."""
    words: dict[str, int] = {}
    for kind, table in tables.items():
        _enter(words, table, bit[kind])
    return words


def _given_out(keys: list[tuple[int, str]]) -> dict[tuple[int, str], str]:
    """A character for each set of classes, and for each word of a form; those of the same usual classes side by side,
    for a set that is one range of characters takes a tenth of the time to compile."""
    if len(keys) > _MOST_CHARS:
        raise GrammarError(f"more than {_MOST_CHARS:,} different words in the forms of one grammar")
    return dict(zip(sorted(keys, reverse=True), map(chr, chain(_AREA, count(_FIRST_BEYOND))), strict=False))


def _begins_name(said: Callable[[str], str], names: Iterable[str]) -> str:
    """Searches for the second of two words with which some longer name may begin. Much is said that begins few names
    ("runway", a number): what may stand behind it is told apart from what stands behind the others."""
    pairs = {(said(first), said(second)) for first, second, *_ in map(str.split, names)}
    begun = Counter([first for first, _ in pairs])
    groups: dict[int, tuple[set[str], set[str]]] = {}
    for first, second in pairs:
        before, behind = groups.setdefault(begun[first].bit_length(), (set(), set()))
        before.add(first)
        behind.add(second)
    choices = "|".join(f"{one_of(before)}{one_of(behind)}" for _, (before, behind) in sorted(groups.items()))
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
    chars: str  # all class characters that are given out
    literals: str  # those of words that some form says
    entity: dict[str, str]
    words: Pages
    rare: Pages  # words of the big tables that are nothing else
    shapes: dict[str, str]
    names: tuple[str, str]  # lines of a longer name and its class; the expression for the second word of one
    phrases: dict[str, str]  # longer names all of whose words some form names: each has a character for itself
    members: dict[int, str]  # class -> its characters


def vocabulary(
    kinds: Mapping[str, Iterable[str]],
    literals: Set[str],
    entities: Mapping[str, tuple[str, ...]],
    tables: Mapping[str, Set[str]],
    twins: Mapping[str, str],
) -> Plain:
    """``kinds``, ``literals``, ``entities``, ``tables`` and ``twins`` as for a ``Lexicon``."""
    bit = _bits(kinds, entities, tables)
    words, names = _known(bit, kinds, literals, tables, twins)
    both = literals | {twin for pair in twins.items() if not literals.isdisjoint(pair) for twin in pair}
    # Known, whatever they look like; of twins the second has the character of both.
    of_literals = {word: words.pop(word) for word in both if twins.get(word) not in both}
    phrases = {name: bits for name, bits in names.items() if not {*name.split()} - both}
    of_entities = {name: sum(bit[n] for n in {name, *wider}) for name, wider in entities.items()}
    of_shapes = {shape: bit[shape] for shape in (*SHAPES, "break")}
    of_tables = _of_tables(bit, tables)
    whole = _whole(bit, {*words.values()})
    of_many = {*whole.values(), *names.values(), *of_shapes.values(), *of_tables.values()}
    keys = [(bits, "") for bits in of_many]
    keys += [(bits, word) for word, bits in (of_literals | phrases).items()]
    keys += [(bits, f"={name}") for name, bits in of_entities.items()]
    chars = _given_out(keys)
    char = {bits: chars[bits, ""] for bits in of_many}.__getitem__
    of_word = {bits: char(known) for bits, known in whole.items()}.__getitem__
    of_literal = {word: chars[bits, word] for word, bits in of_literals.items()}
    of_literal |= {word: of_literal[twin] for word, twin in twins.items() if twin in of_literal}
    shapes = {shape: char(bits) for shape, bits in of_shapes.items()}

    listed = {word: of_word(bits) for word, bits in words.items()} | of_literal | {BREAK: shapes["break"]}
    rare = {word: char(bits) for word, bits in of_tables.items() if word not in listed}
    said = Characters(_pages(listed), _pages(rare), shapes)
    of_entity = {name: chars[bits, f"={name}"] for name, bits in of_entities.items()}
    of_bit = _by_bit(chars)
    of_phrase = {name: chars[bits, name] for name, bits in phrases.items()}
    of_name = {name: char(bits) for name, bits in names.items()} | of_phrase
    longer = (
        "".join(f"\n{name} {char}" for name, char in sorted(of_name.items())),
        _begins_name(said.__getitem__, names),
    )
    known = (said.listed, said.rare, shapes)
    return Plain(
        bit,
        "".join(chars.values()),
        "".join(sorted({*of_literal.values()})),
        of_entity,
        *known,
        longer,
        of_phrase,
        of_bit,
    )


def _bits(kinds: Iterable[str], entities: Mapping[str, tuple[str, ...]], tables: Iterable[str]) -> dict[str, int]:
    """A bit for each class, the usual ones last."""
    wider_names = (wider for group in entities.values() for wider in group)
    classes = dict.fromkeys((*SHAPES, "break", *PLACES, *kinds, *tables, *entities, *wider_names))
    ordered = sorted(classes, key=lambda name: _USUAL.index(name) if name in _USUAL else -1)
    return {name: 1 << index for index, name in enumerate(ordered)}


def _known(
    bit: Mapping[str, int],
    kinds: Mapping[str, Iterable[str]],
    literals: Set[str],
    tables: Mapping[str, Set[str]],
    twins: Mapping[str, str],
) -> tuple[dict[str, int], dict[str, int]]:
    """Single words, and names of several, each with the bits of its classes."""
    words: dict[str, int] = {}
    for kind, members in kinds.items():
        _enter(words, members, bit[kind])
    names = _taken_names(words)
    _enter_twins(names, twins)
    for at, place in enumerate(PLACES):
        _enter(words, [name.split()[at] for name in names], bit[place])
    _enter(words, literals, 0)
    for kind, table in tables.items():
        for word in words.keys() & table:
            words[word] |= bit[kind]
    for word in words:  # a figure stays a figure
        words[word] |= bit[_shape(word)] & ~bit["unknown"]
    for pair in twins.items():
        if not words.keys().isdisjoint(pair):
            words.update(dict.fromkeys(pair, words.get(pair[0], 0) | words.get(pair[1], 0)))
    return words, names


def _enter_twins(names: dict[str, int], twins: Mapping[str, str]) -> None:
    """Names of several words, also as they are written elsewhere ("runway centre line")."""
    other = {**twins, **{twin: word for word, twin in twins.items()}}
    for name, bits in [*names.items()]:
        parts = name.split()
        if not other.keys().isdisjoint(parts):
            twin = " ".join([other.get(part, part) for part in parts])
            names[twin] = names.get(twin, 0) | bits


def _whole(bit: Mapping[str, int], several: Iterable[int]) -> dict[int, int]:
    """Sets of classes as words have them: what is listed only as a part of a name or as a code word is unknown."""
    parts = sum(one for name, one in bit.items() if name in _PARTS or name.startswith(_CODE))
    return {bits: bits if bits & ~parts else bits | bit["unknown"] for bits in several}
