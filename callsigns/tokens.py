"""Text to words with places.

>>> scan("Benghazi, good morning, Ascot 9908").words
['benghazi', 'good', 'morning', 'ascot', '9908']

Words are folded (lower case, no accents) for looking up; ``starts`` and ``ends`` index the text as it was given. The
end of a sentence becomes a word of its own (``BREAK``), which no form crosses; a comma is only remembered as a place
(``commas``), since people who transcribe put them anywhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from itertools import accumulate, count
from operator import add
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

if TYPE_CHECKING:
    from regex import Pattern

__all__ = ["BREAK", "Memory", "Words", "fold", "scan"]

BREAK: Final = ""

# A number keeps its decimal sign and its thousands ("118.35", "11,000", "11,000" of "11,000ft"); a word keeps its
# apostrophe ("o'clock").
_WORD: Final = r"(\d{1,3}(?:,\d{3})+(?!\d)|\d+\.\d+(?![\d\p{L}])|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’][\p{L}\p{M}]+)*)"
# The same for ASCII, where "re" knows every letter; faster, and without the 10 ms that the import of "regex" takes.
_ASCII_WORD: Final = re.compile(
    r"([0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+\.[0-9]+(?![0-9a-zA-Z])|[0-9a-zA-Z]+(?:'[a-zA-Z]+)*)"
)
_SENTENCE_END: Final = re.compile(r"[!?;\n\r…]|\.(?:\s|$|\.)|(?:^|\s)[-–—]+(?:\s|$)|—")
_PLAIN_GAPS: Final = frozenset((" ", "  ", "-", "_", ""))
_COMMA, _END, _SEVERAL, _OPEN = 1, 2, 3, 4  # what is to be told of a piece besides its word
_NONE: Final = frozenset[int]()
_MOST: Final = 4096  # words that a memory keeps
_LONGEST: Final = 24  # characters of a word that it keeps
_Item = TypeVar("_Item")
_made: Final = tuple.__new__  # a named tuple in a third of the time


class Words(NamedTuple):
    """Folded words, where each starts and ends in the text, and the indices of words that a comma stands before."""

    words: list[str]
    starts: list[int]
    ends: list[int]
    commas: frozenset[int]


@cache
def _any_word() -> Pattern[str]:
    import regex

    return regex.compile(_WORD)


def fold(word: str) -> str:
    """Lower case without accents, for looking a word up ("naslyšenou" and "naslysenou" are the same)."""
    word = word.lower()
    if word.isascii():
        return word
    plain = unicodedata.normalize("NFKD", word.replace("’", "'"))
    # Figures of other scripts are figures: "١" is 1.
    return "".join(str(unicodedata.decimal(c, c)) for c in plain if not unicodedata.combining(c)).lower()


def scan(text: str) -> Words:
    """Split ``text`` into words; linear in its length, for any string."""
    words = text.lower().split(" ")
    if text.isascii() and "".join(words).isalnum() and all(words):
        return _plain(words)
    pieces = text.split(" ")
    found = [*map(_pieces.__getitem__, pieces)]
    words, sizes, marks = map(list, zip(*found, strict=True))
    if any(marks):
        if _OPEN in marks:
            return _search(text)
        if _SEVERAL in marks:
            return _several(pieces, found)
    starts = [0, *map(add, accumulate(map(len, pieces)), count(1))]
    starts.pop()
    return _marked(words, starts, [*map(add, starts, sizes)], marks)


def _plain(words: list[str]) -> Words:
    """Letters and figures with one space between them, as most transcripts are: no search is needed."""
    ends = list(map(add, accumulate(map(len, words)), count()))
    return _made(Words, (words, [0, *[end + 1 for end in ends[:-1]]], ends, _NONE))


def _marked(words: list[str], starts: list[int], ends: list[int], marks: list[int]) -> Words:
    """Put a ``BREAK`` where a sentence ends, and remember commas; what stands behind the last word is neither."""
    if not any(marks):
        return _made(Words, (words, starts, ends, _NONE))
    commas: list[int] = []
    breaks: list[int] = []
    marks.pop()
    for at, mark in enumerate(marks, 1):
        if mark == _COMMA:
            commas.append(at + len(breaks))
        elif mark == _END:
            breaks.append(at)
    if breaks:
        places = [ends[at - 1] for at in breaks]
        words = _parted(words, breaks, [BREAK] * len(breaks))
        starts, ends = _parted(starts, breaks, places), _parted(ends, breaks, places)
    return _made(Words, (words, starts, ends, frozenset(commas)))


def _parted(items: list[_Item], places: list[int], between: list[_Item]) -> list[_Item]:
    """The items with one of ``between`` in front of each of the ``places``."""
    out = items[: places[0]]
    for at, until, item in zip(places, [*places[1:], len(items)], between, strict=True):
        out.append(item)
        out += items[at:until]
    return out


def _several(pieces: list[str], found: list[_Piece]) -> Words:
    """The same where a piece may hold several words ("x-ray"), or none between two spaces."""
    words, starts, ends, marks = list[str](), list[int](), list[int](), list[int]()
    at = 0
    for piece, (word, size, mark) in zip(pieces, found, strict=True):
        for part, start, end, behind in word if mark == _SEVERAL else ((word, 0, size, mark),):
            words.append(part)
            starts.append(at + start)
            ends.append(at + end)
            marks.append(behind)
        at += len(piece) + 1
    return _marked(words, starts, ends, marks)


def _search(text: str) -> Words:
    """The same where a mark stands before a word or alone: the text is looked through as a whole."""
    words, starts, ends, marks = list[str](), list[int](), list[int](), list[int]()
    for word, start, end, mark in _parts(text):
        words.append(word)
        starts.append(start)
        ends.append(end)
        marks.append(mark)
    return _marked(words, starts, ends, marks)


def _parts(text: str) -> Iterator[tuple[str, int, int, int]]:
    """The words of a text, each with its place and what is to be told of the gap behind it."""
    parts = (_ASCII_WORD if text.isascii() else _any_word()).split(text)
    at = len(parts[0])
    for shown, gap in zip(parts[1::2], parts[2::2], strict=True):
        word, end = fold(shown), at + len(shown)
        yield word, at, end, _mark_of(word, gap)
        at = end + len(gap)


def _mark_of(word: str, gap: str) -> int:
    """What the gap behind a word is: ``_END`` of a sentence, ``_COMMA`` or the like, nothing (0)."""
    if gap in _PLAIN_GAPS or (len(word) == 1 and gap.strip() == "."):
        return 0  # "U. S. Air": the full stop behind a single letter ends no sentence
    if _ends_sentence(gap):
        return _END
    return 0 if gap.isspace() else _COMMA  # a tab parts words as a space does


def _ends_sentence(gap: str) -> bool:
    if gap in (", ", ","):
        return False
    return gap in (". ", "? ", "! ") or _SENTENCE_END.search(gap) is not None


class Memory(dict[str, Any]):
    """What is worked out of one short word, remembered up to a bound: words repeat in every language."""

    def __init__(self, work: Callable[[str], Any]) -> None:
        self._work = work

    def __missing__(self, word: str) -> Any:
        found = self._work(word)
        if len(word) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[word] = found
        return found


# The word, its length, and what is to be told of the gap behind it; instead of the word, those of a piece of several.
_Piece = tuple[Any, int, int]


def _piece(text: str) -> _Piece:
    """What stands between two spaces, read once."""
    parts = [*_parts(f"{text} ")]
    if len(parts) == 1 and parts[0][1] == 0:
        word, _, size, mark = parts[0]
        return word, size, mark
    first = parts[0][1] if parts else len(text)
    return (parts, 0, _SEVERAL) if first == 0 else ("", 0, _OPEN)


_pieces: Final = Memory(_piece)
