"""The words of a transmission and their classes: a line, before anything in it is recognized.

>>> # "Lufthansa 5YV, uh, descend"  ->  a Line of lufthansa, 5yv, descend, with a comma before the third

Most transcripts are letters and figures with one space between them; such a line takes one look-up a word. It tells as
well what asks for more: marks, a name and a number written as one word, hesitations, a word that is cut off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from typing import TYPE_CHECKING, Final

from callsigns.forms.compiled import Compiled
from callsigns.grammar import shipped_table
from callsigns.grammar.expressions import searchable
from callsigns.lexicon import one_of
from callsigns.line import Line
from callsigns.numbers import symbols
from callsigns.once import once
from callsigns.recognize.words.goodbye import GoodbyeReader
from callsigns.recognize.words.left_out import LeftOut
from callsigns.recognize.words.misspelt import MisspeltReader
from callsigns.recognize.words.stammer import StammerReader
from callsigns.tokens import Memory, Words, is_word, places, require_text, scan_marked

if TYPE_CHECKING:
    from callsigns.recognize.words.blank import BlankReader
    from callsigns.recognize.words.glued import GluedReader
    from callsigns.recognize.words.notes import NoteReader
    from callsigns.recognize.words.one_by_one import FigureReader

__all__ = ["WordReader"]

_UNUSUAL: Final = "\uf8ff"  # in the place of a class: something is to be done about this word
_WRITTEN_NINER: Final = "9er"  # speech recognizers write "739er" for "seven three niner"
# Transcribers may have noted something. Here and below one character is looked for first, which takes the least.
_NOTED: Final = searchable(r"[\]>)}*+%#&~=@^…–—-](?:(?<!-)|(?<=[\w-]-)(?=\s))|\.\.(?=\s)")
# "1 500 FEET": the blank between thousands and hundreds of what is surely one number, as ICAO prints it
_SPACED: Final = searchable(
    r"[1-9](?<=\b.)(?<!\b\d .)(?: (?=\d[05]0)|(?<=[1-4])\d (?=000))(?=... ?(?:feet|foot|ft|met(?:re|er)s|m)\b)",
    re.IGNORECASE,
)
_POSSESSIVE: Final = "'s"
_WRITTEN: Final = searchable(r"[a-z]?\d{1,5}[a-z]{0,3}")  # "6DK's ready"
_NO_COMMAS: Final = frozenset[int]()
_FIGURES: Final = ("figure1", "figure2", "figure3")


class WordReader:
    """Reads words and their classes with one grammar."""

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self._lexicon = lexicon = compiled.lexicon
        self._glued = frozenset(lexicon.words.shapes[shape] for shape in ("coded", "written", "figure5"))
        self._parting = self._glued.union(lexicon.members("figure4"))
        self._ident = lexicon.words.shapes["flight_ident"]
        ends = lexicon.listed("flight_ident", "runway_figure")
        self._ends_number = searchable(f"{one_of(lexicon.listed(*_FIGURES))}{one_of(ends)}").search
        numbers = shipped_table("numbers.toml")
        self._signs: dict[str, str] = dict(numbers["signs"])
        units = compiled.words.get("glued_unit", ())
        self._glued_ends = (*units, *numbers["ordinal"]["endings"])
        self._goodbyes = GoodbyeReader(compiled)
        self._misspelt = MisspeltReader(compiled)
        stammers = StammerReader(compiled)
        self._doubled = stammers.doubled
        self._one_by_one_said = compiled.searcher("<figure1>{2}").search  # "1 1 o'clock"
        self._left_out = LeftOut(compiled, stammers, self._goodbyes)
        self._and = lexicon.listed("and")
        self._changing = self._left_out.changing | self._glued
        self._broken_off = self._left_out.broken_off
        self._class_of_piece = Memory(self._piece).__getitem__

    # What few lines need is imported when one does.
    @once
    def _blanks(self) -> BlankReader:
        from callsigns.recognize.words.blank import BlankReader

        return BlankReader(self._compiled)

    @once
    def _notes(self) -> NoteReader:
        from callsigns.recognize.words.notes import NoteReader

        return NoteReader(self._compiled)

    @once
    def _one_by_one(self) -> FigureReader:
        from callsigns.recognize.words.one_by_one import FigureReader

        return FigureReader(self._compiled)

    @once
    def _parted(self) -> GluedReader:
        from callsigns.recognize.words.glued import GluedReader

        return GluedReader(self._compiled)

    @once
    def _wake(self) -> frozenset[str]:
        """ "heavy", "super": read only for lines with an apostrophe."""
        return frozenset(self._lexicon.words.of(self._lexicon.members("wake")))

    def read(self, text: str) -> Line:
        """Words and their classes; hesitations and a last word that is cut off are left out."""
        require_text(text)
        if "," in text or not text[-1:].isalnum():
            return self._unusual(text)
        words = text.lower().split(" ")
        chars = [*map(self._class_of_piece, words)]
        classes = "".join(chars)
        last = words[-1]
        edges = chars[0] in self._and or last in self._goodbyes.ends or last in self._left_out.begun_signs
        odd = edges or _UNUSUAL in classes or self._ends_number(classes) is not None
        odd = odd or self._one_by_one_said(classes) is not None
        if odd or self._doubled.search(classes) is not None or self._is_broken_off(words, chars):
            return self._unusual(text)
        starts, ends = places(words)
        classes = self._lexicon.joined(words, classes, chars, _NO_COMMAS)
        return Line(text, words, classes, starts, ends, _NO_COMMAS, chars)

    def _is_broken_off(self, words: list[str], chars: list[str]) -> bool:
        """ "des descend": some word may be the beginning of the next one."""
        return not self._broken_off.isdisjoint(chars) and any(map(str.startswith, words[1:], words))

    def _piece(self, piece: str) -> str:
        """The class of what stands between two spaces, if it is a word of which nothing else is to be told."""
        if not is_word(piece) or piece.endswith((_POSSESSIVE, _WRITTEN_NINER)):
            return _UNUSUAL
        char = self._lexicon.class_of(piece)
        if char in self._misspelt.within and (piece in self._left_out.tails or self._misspelt.is_one(piece)):
            return _UNUSUAL
        if char in self._changing or (char == self._ident and self._is_measured(piece)):
            return _UNUSUAL
        return char

    def _is_measured(self, word: str) -> bool:
        return word.endswith(self._glued_ends) and word[0].isdecimal()

    def _unusual(self, text: str) -> Line:
        shown = self._notes.without(text) if _NOTED.search(text) else text
        shown = _SPACED.sub(_with_comma, shown) if "0" in shown else shown
        words, starts, ends, commas = scan_marked(shown)
        if "'" in text or "’" in text:
            commas = commas.union(_part_possessives(words, ends, self._left_out.spelled, self._wake))
            words = [*map(self._lexicon.meant, words)]
        if not self._signs.keys().isdisjoint(words):
            words = [self._signs.get(word, word) for word in words]
        if _WRITTEN_NINER in text:
            words = [w[:-2] if w.endswith(_WRITTEN_NINER) and w[:-2].isdecimal() else w for w in words]
        classes, chars = self._lexicon.read(words, commas)
        parting = not self._parting.isdisjoint(chars) or self._ends_number(classes) is not None
        if parting or (self._ident in chars and any(map(self._is_measured, words))):
            words, starts, ends, commas = self._parted.part(text, Words(words, starts, ends, commas), chars)
            classes, chars = self._lexicon.read(words, commas)
        if commas or "," in text or "-" in text or self._one_by_one_said(classes) is not None:
            said = self._one_by_one.read(text, Words(words, starts, ends, commas))
            if said is not None:
                words, commas = said.words, said.commas
                classes, chars = self._lexicon.read(words, commas)
        line = Line(text, words, classes, starts, ends, commas, chars)
        self._misspelt.put_right(line)
        line = self._left_out.reduced(line)
        return self._blanks.filled(line) if ")" in text or "]" in text else line


def _with_comma(thousands: re.Match[str]) -> str:
    return f"{thousands[0][:-1]},"


def _part_possessives(words: list[str], ends: list[int], spelled: Set[str], wake: Set[str]) -> Iterator[int]:
    """ "continental four eleven's clear", "two delta mike's back", "1610 heavy's level": the call sign's last word. The
    numbers behind it, which begin anew as behind a comma ("fifty four's | ten south")."""
    for at, word in enumerate(words):
        if not word.endswith(_POSSESSIVE):
            continue
        stem, before = word[:-2], words[at - 1] if at else ""
        counted = before in spelled or before.isdecimal()
        if (counted and (stem in spelled or stem in wake)) or stem in symbols() or _WRITTEN.fullmatch(stem):
            words[at], ends[at] = stem, ends[at] - 2
            if at + 1 < len(words) and words[at + 1] in spelled:
                yield at + 1
