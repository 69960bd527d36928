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
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

if TYPE_CHECKING:
    from regex import Pattern

__all__ = ["BREAK", "Memory", "Words", "fold", "is_word", "places", "require_text", "scan", "scan_marked"]

_T = TypeVar("_T")
BREAK: Final = ""

# "2-6L", "7-3-5WE", "7-3-2-TG": single figures that hyphens join, letters behind the last one; not "1-2nd" or "2-5m".
_UNITS: Final = r"(?:ST|ND|RD|TH|FT|KT|NM)\b"
_LAST_FIGURE: Final = rf"(?<=[0-9]-)(?<![0-9]{{2}}-)[0-9](?=(?:[LRClrc]|[A-Z]{{1,2}})(?![0-9A-Za-z]))(?!.{_UNITS})"
_FIRST_LETTER: Final = rf"(?:(?<=[0-9]-[0-9])|(?<=[0-9]-[0-9]-))[A-Z](?=[A-Z](?![0-9A-Za-z]))(?!{_UNITS})"
# "121,9", as most of Europe writes a frequency.
_MEGAHERTZ: Final = r"1(?:1[89]|2[0-9]|3[0-6]),[0-9]{1,2}(?!,?[0-9a-zA-Z])"
_SAID: Final = r"(?<!\S)\.(?=[0-9])|#(?=\s?[0-9]{1,2}(?![0-9]))|°"  # signs that are said: "ground .9", "#2", "20°"
_MEASURE: Final = r"[0-9]+\.[0-9]+(?=(?:[Mm][Hh][Zz]|[NnKk][Mm])(?![0-9A-Za-z]))"  # "118.5MHz"
_SHARE: Final = r"(?<![0-9/.])(?:1/2|1/4|3/4)(?![0-9a-zA-Z/])"
_SHARES: Final = {"1/2": "half", "1/4": "quarter", "3/4": "0.75"}  # as they are said
# A number keeps its decimal sign and its thousands ("118.35", "11,000", "11,000" of "11,000ft"); a word keeps its
# apostrophe ("o'clock").
_WORD: Final = (
    rf"({_LAST_FIGURE}|{_FIRST_LETTER}|{_MEGAHERTZ}|{_SAID}|{_SHARE}|{_MEASURE}|"
    r"\d{1,3}(?:,\d{3})+(?!\d)|\d+\.\d+(?![\d\p{L}])|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’][\p{L}\p{M}]+)*)"
)
# The same for ASCII, where "re" knows every letter; faster, and without the 10 ms that the import of "regex" takes.
_ASCII_WORD: Final = re.compile(
    rf"({_LAST_FIGURE}|{_FIRST_LETTER}|{_MEGAHERTZ}|{_SAID}|{_SHARE}|{_MEASURE}|"
    r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+\.[0-9]+(?![0-9a-zA-Z])|[0-9a-zA-Z]+(?:'[a-zA-Z]+)*)"
)
_SENTENCE_END: Final = re.compile(r"""[!?;\n\r…]|\.["”’»\)\]]*(?:\s|$|\.)|(?:^|\s)[-–—]+(?:\s|$)|—""")
_PLAIN_GAPS: Final = frozenset((" ", "-", "_", ""))
_COLON: Final = ":"
_COMMA, _END, _SEVERAL, _OPEN = 1, 2, 3, 9  # what is to be told of a piece besides its word
_NONE: Final = frozenset[int]()
_MOST: Final = 4096  # words that a memory keeps
_LONGEST: Final = 24  # characters of a word that it keeps
_made: Final = tuple.__new__  # a named tuple in a third of the time


class Words(NamedTuple):
    """Folded words, where each starts and ends in the text, and the indices of words that a comma stands before."""

    words: list[str]
    starts: list[int]
    ends: list[int]
    commas: frozenset[int]


class _Part(NamedTuple):
    """A word, its place, and what is to be told of the gap behind it."""

    word: str
    start: int
    end: int
    mark: int


@cache
def _any_word() -> Pattern[str]:
    import regex

    return regex.compile(_WORD)


# Letters that are no accented ones to Unicode, as they are written without them; and the apostrophe of typographers.
_UNACCENTED: Final = str.maketrans({"’": "'", "ß": "ss", "ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})


def fold(word: str) -> str:
    """Lower case without accents, for looking a word up ("naslyšenou" and "naslysenou" are the same)."""
    word = word.lower()
    if word.isascii():
        return word
    plain = unicodedata.normalize("NFKD", word.translate(_UNACCENTED))
    # Figures of other scripts are figures: "١" is 1.
    return "".join(str(unicodedata.decimal(c, c)) for c in plain if not unicodedata.combining(c)).lower()


def require_text(text: object) -> None:
    """Refuse what is no ``str``."""
    if not isinstance(text, str):
        raise TypeError(f"expected a transmission as a str, found {type(text).__name__}")


# Loops that say step by step what they do: chains of iterators are no quicker here, but for the first time in a cold
# cache take twice as long.
def scan(text: str) -> Words:
    """Split ``text`` into words; linear in its length, for any string."""
    words = text.lower().split(" ")
    if text.isascii() and "".join(words).isalnum() and all(words):
        return _made(Words, (words, *places(words), _NONE))
    return scan_marked(text)


def scan_marked(text: str) -> Words:
    """The same for a text that is likely to have marks, or more than one space between words."""
    found = _marked(text)
    anew = _joined_anew(text, found) if "-" in text else ()
    return found._replace(commas=found.commas.union(anew)) if anew else found


def _marked(text: str) -> Words:
    words: list[str] = []
    starts, ends, commas = [], [], []
    at = mark = 0
    known = _pieces.__getitem__
    for piece in text.split(" "):
        word, size, mark = known(piece)
        if mark < _SEVERAL:
            words.append(word)
            starts.append(at)
            ends.append(at + size)
        elif mark == _OPEN:
            return _laid_out(_parts(text))
        else:
            commas += [comma + len(words) for comma in word.commas]
            words += word.words
            starts += [at + start for start in word.starts]
            ends += [at + end for end in word.ends]
            mark -= _SEVERAL
        at += len(piece) + 1
        if not mark:
            continue  # most words
        if mark == _COMMA:
            commas.append(len(words))
        else:
            words.append(BREAK)
            starts.append(ends[-1])
            ends.append(ends[-1])
    if mark:  # nothing follows it
        for marked in (commas,) if mark == _COMMA else (words, starts, ends):
            marked.pop()
    return _made(Words, (words, starts, ends, frozenset(commas) if commas else _NONE))


def _joined_anew(text: str, found: Words) -> list[int]:
    """ "27 2-Sierra-Sierra", "1-3-5 6-5-1": what hyphens join is another number than the one before the blank, as if a
    comma stood there."""
    words, starts, ends, _ = found
    anew = []
    for at in range(1, len(words) - 1):
        if text[ends[at] : starts[at + 1]] != "-" or not (words[at].isdecimal() and words[at - 1].isdecimal()):
            continue
        joined = at > 1 and text[ends[at - 2] : starts[at - 1]] == "-"
        if text[ends[at - 1] : starts[at]].isspace() and (joined or len(words[at - 1]) > 1):
            longer = text[ends[at + 1] : ends[at + 1] + 1] == "-"  # "12 4-7" may be one number
            if longer or (words[at + 1].isalpha() and len(words[at + 1]) > 1):
                anew.append(at)
    return anew


def is_word(piece: str) -> bool:
    """What stands between two spaces is one word, folded, without a mark."""
    return (piece.isascii() and piece.isalnum() and piece.islower()) or _pieces[piece] == (piece, len(piece), 0)


def places(words: list[str]) -> tuple[list[int], list[int]]:
    """Where words start and end in a text that holds nothing else but one space between them."""
    starts, ends = [], []
    at = 0
    for word in words:
        starts.append(at)
        at += len(word)
        ends.append(at)
        at += 1
    return starts, ends


def _laid_out(parts: Iterable[_Part]) -> Words:
    """A ``BREAK`` where a sentence ends; what stands behind the last word is none."""
    found = Words([], [], [], _NONE)
    commas: list[int] = []
    behind = _Part("", 0, 0, 0)
    for part in parts:
        if behind.mark == _COMMA:
            commas.append(len(found.words))
        elif behind.mark:
            found.words.append(BREAK)
            found.starts.append(behind.end)
            found.ends.append(behind.end)
        found.words.append(part.word)
        found.starts.append(part.start)
        found.ends.append(part.end)
        behind = part
    return found._replace(commas=frozenset(commas))


def _parts(text: str) -> Iterator[_Part]:
    """The words of a text, each with its place and what is to be told of the gap behind it."""
    parts = (_ASCII_WORD if text.isascii() else _any_word()).split(text)
    at = len(parts[0])
    for shown, gap in zip(parts[1::2], parts[2::2], strict=True):
        word, end = _SHARES.get(shown) or fold(shown), at + len(shown)
        yield _Part(word, at, end, _mark_of(word, gap))
        at = end + len(gap)


def _mark_of(word: str, gap: str) -> int:
    """What the gap behind a word is: ``_END`` of a sentence, ``_COMMA`` or the like, nothing (0)."""
    if gap in _PLAIN_GAPS or (len(word) == 1 and word.isalpha() and gap.strip() == "."):
        return 0  # "U. S. Air": the full stop behind a single letter ends no sentence
    if gap == _COLON and word.isdecimal():
        return 0  # "Delta 7:30", "at 10:45": one number
    if _SENTENCE_END.search(gap) is not None:
        return _END
    return 0 if gap.isspace() else _COMMA  # a tab parts words as a space does


class Memory(dict[str, _T]):
    """What is worked out of one short word, remembered up to a bound: words repeat in every language.

    Best asked by its bound ``__getitem__``: ``[]`` of a subclass of ``dict`` looks that up first, in five times the
    steps.
    """

    def __init__(self, work: Callable[[str], _T]) -> None:
        self._work = work

    def __missing__(self, word: str) -> _T:
        found = self._work(word)
        if len(word) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[word] = found
        return found


# The word, its length, and what is to be told of the gap behind it; for several words ``_SEVERAL`` is added to that.
_Piece = tuple[Any, int, int]


def _piece(text: str) -> _Piece:
    """What stands between two spaces, read once."""
    parts = [*_parts(f"{text} ")]
    if len(parts) == 1 and parts[0].start == 0:
        word, _, size, mark = parts[0]
        return word, size, mark
    if not parts or parts[0].start > 0:
        return "", 0, _OPEN
    return _laid_out(parts), 0, _SEVERAL + parts[-1].mark


_pieces: Final = Memory(_piece)
