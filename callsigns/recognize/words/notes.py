"""What transcribers note beside what was said: "csa five [noise] two romeo", "<OT> trasadingen </OT>", "=four ~k".

>>> # csa five [noise] two romeo  ->  csa five         two romeo
>>> # level [unk] two zero        ->  level  unk  two zero, for a word was said there
>>> # turn le- left               ->  turn     left
>>> # delta (three oh) six        ->  delta  three oh  six, for so doubt is written

A note becomes white space of its length, or a word that nobody knows, so that every other word keeps its place. Which
words are notes is data (``grammars/notes.toml``).
"""

from __future__ import annotations

import re
from typing import Final

from callsigns.forms.compiled import Compiled
from callsigns.grammar import shipped_table
from callsigns.grammar.expressions import searchable
from callsigns.numbers import symbols
from callsigns.tokens import fold

__all__ = ["NoteReader"]

_WORDS: Final = r"[^\W\d][\w/ -]{0,40}"
_ENCLOSED: Final = rf"(?:\[|<|\(\(?|\{{|\+\+|\*)([/#%]{{0,2}}) ?({_WORDS}?) ?/?(?:\]|>|\)\)?|\}}|\+\+|\*)"
_MARKED: Final = r"(?<!\S)(?:[%#]|&-?)([^\W\d_]+)(?!\S)"
# "fi- five", "fi-- five", "fi... uh five", and the word behind. The mark tells how sure it is; before a hesitation it
# says nothing, nor right behind one: "four ninety- uh... four ninety two".
_BROKEN_OFF: Final = (
    r"(?<![\w'’-])([^\W\d_]{1,12})(-{1,3}|[–—]|\.{2,3}|…)(?=\s+((?:(?i:%s)\b[\s,.…-]{1,4}){0,3})([^\W_]+))"
)
_HYPHEN: Final = "-"
_LONGEST_CUT: Final = 8  # letters of a word that is none, and so is no name
_TAG: Final = searchable(r"[A-Z][A-Z_]+")  # "[HNOISE]", "[NO_ENG]"


class NoteReader:
    """Takes notes out of a text, for one grammar."""

    def __init__(self, compiled: Compiled) -> None:
        table = shipped_table("notes.toml")
        self._hesitations = frozenset(compiled.words["filler"])
        self._left_out = self._hesitations.union(table["left_out"]["words"])
        self._unheard = frozenset(table["unheard"]["words"])
        self._stand_in: str = table["unheard"]["stand_in"]
        sign = rf"(?<!\S)[{re.escape(table['signs'])}](?=\w)"
        named = rf"<(\w{{1,20}}) ?>(?:{'|'.join(sorted(self._unheard))})</?\1>"  # "<un>unreadable<un>"
        broken = _BROKEN_OFF % "|".join(sorted(compiled.words["filler"]))
        self._note = searchable(f"{named}|{_ENCLOSED}|{_MARKED}|{broken}|{sign}")
        self._begins = {*compiled.lexicon.members("cut_off"), compiled.lexicon.words.shapes["unknown"]}
        self._class_of, self._spelled = compiled.lexicon.class_of, {*compiled.letters, *symbols()}
        self._of_sign = compiled.lexicon.listed("digit", "teen", "tens", "hundred", "letter", "telephony")

    def without(self, text: str) -> str:
        """The text with white space in the place of each note, or with a word that stands for what was not heard."""
        if self._note.search(text) is None:
            return text
        capitals = text.isupper()

        def instead(note: re.Match[str]) -> str:
            named, sign, enclosed, marked, broken, mark, pause, behind = note.groups()
            if broken is not None:
                word = fold(broken)
                cut = word in self._hesitations or self._is_broken_off(word, mark, fold(behind))
                return ("" if cut else broken if pause else note[0]).ljust(len(note[0]))
            words = (enclosed or marked or "").lower().replace("_", " ")
            if named or (enclosed and words in self._unheard):
                return self._stand_in.ljust(len(note[0]))
            if not words or words in self._left_out or (enclosed and _is_tag(note[0], sign, enclosed, capitals)):
                return " " * len(note[0])
            return _without_brackets(note[0]) if enclosed and self._is_doubtful(note[0], enclosed) else note[0]

        return self._note.sub(instead, text)

    def _is_doubtful(self, shown: str, words: str) -> bool:
        """What somebody is not sure to have heard: "((united)) six ten", "delta (three oh) six"; not "(see below)"."""
        if shown.startswith("(("):
            return True
        return shown[0] == "(" and all(self._class_of(fold(word)) in self._of_sign for word in words.split())

    def _is_broken_off(self, word: str, mark: str, behind: str) -> bool:
        """ "le- left", "fif-- twelve", "thir... thirty", but "roger- climbing", "four th- correction", "two... two"."""
        if behind.startswith(word):
            return mark == _HYPHEN or len(behind) > len(word)
        cut = len(word) <= _LONGEST_CUT and self._class_of(word) in self._begins
        return mark[0] == _HYPHEN and cut and behind in self._spelled


def _without_brackets(shown: str) -> str:
    return shown.replace("(", " ").replace(")", " ")


def _is_tag(shown: str, sign: str, name: str, capitals: bool) -> bool:
    """The mark of a corpus: "<OT>", "[/NO_ENG]", "[HNOISE]"; ``capitals``: the text has no small letters, so that
    those of a name without "_" tell nothing."""
    if sign or shown[0] == "<":
        return True
    return shown[0] == "[" and not (capitals and "_" not in name) and _TAG.fullmatch(name) is not None
