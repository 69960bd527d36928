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
from functools import cache
from itertools import accumulate, count
from operator import add
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from regex import Pattern

__all__ = ["BREAK", "Words", "fold", "scan"]

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
    if text.isascii():
        parts = _ASCII_WORD.split(text)
        words = [w.lower() for w in parts[1::2]]
    else:
        parts = _any_word().split(text)
        words = [fold(w) for w in parts[1::2]]
    bounds = list(accumulate(map(len, parts)))
    starts, ends = bounds[0:-1:2], bounds[1::2]
    gaps = parts[2:-1:2]
    if _PLAIN_GAPS.issuperset(gaps):
        return Words(words, starts, ends, frozenset())
    return _mark_gaps(words, starts, ends, gaps)


def _plain(words: list[str]) -> Words:
    """Letters and figures with one space between them, as most transcripts are: no search is needed."""
    ends = list(map(add, accumulate(map(len, words)), count()))
    return Words(words, [0, *map((1).__add__, ends[:-1])], ends, frozenset())


def _mark_gaps(words: list[str], starts: list[int], ends: list[int], gaps: list[str]) -> Words:
    """Put a ``BREAK`` where a sentence ends, and remember commas."""
    out = Words([], [], [], frozenset())
    commas: list[int] = []
    done = 0
    for index, gap in enumerate(gaps, 1):
        if gap in _PLAIN_GAPS:
            continue
        if len(words[index - 1]) == 1 and gap.strip() == ".":
            continue  # "U. S. Air": the full stop behind a single letter ends no sentence
        if _ends_sentence(gap):
            out.words.extend((*words[done:index], BREAK))
            out.starts.extend((*starts[done:index], ends[index - 1]))
            out.ends.extend((*ends[done:index], ends[index - 1]))
            done = index
        elif not gap.isspace():  # a tab parts words as a space does
            commas.append(len(out.words) + index - done)
    out.words.extend(words[done:])
    out.starts.extend(starts[done:])
    out.ends.extend(ends[done:])
    return out._replace(commas=frozenset(commas))


def _ends_sentence(gap: str) -> bool:
    if gap in (", ", ","):
        return False
    return gap in (". ", "? ", "! ") or _SENTENCE_END.search(gap) is not None
