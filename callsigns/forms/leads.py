"""How forms begin: what each must say first, and with which words that can be, so that a form is built when it is said.

>>> sorted(by_leads([("[please] (climb|descend) to <level>", 0), ("climb now", 1)]))
['[please] (climb|descend)', 'climb']

The *lead* of a form is its text up to the first word that must be said; forms that begin alike share it. All of this
reads the text of forms and no trees: it is asked of ten thousand forms when the package is loaded anew.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from typing import Final

from callsigns.forms.forms import Beginnings
from callsigns.forms.parts import BRACKETS
from callsigns.grammar.expressions import searchable
from callsigns.lexicon import Lexicon

__all__ = ["Leads", "beginnings", "by_leads", "first_words"]

Rest = tuple[str, int]  # a form or the rest of one, and its entry
Leads = dict[str, list[Rest]]  # what forms begin with -> these forms

# What may be left out, and what may not behind it. Where a bar stands outside of all brackets the form is one lead.
_MAYBE: Final = rf"(?!\(){BRACKETS}(?:\{{\d++(?:,\d++)?\}})?+"
_SAID: Final = rf"(?:[\w'.]++|<[\w.-]++>|(?!\[){BRACKETS})(?:\{{[1-9]\d*+(?:,\d++)?\}})?+"
_REST: Final = rf"(?:\s++((?:[^()\[\]|]++|{BRACKETS})++))?\Z"
_LEAD: Final = rf"\s*+((?:{_MAYBE}\s++)*+{_SAID}){_REST}"  # up to what must be said
_NOTHING_SAID: Final = rf"[(|]\s*+(?:{_MAYBE}\s*+)++[)|]|\{{0"  # a choice in which nothing need be said
# The words and classes that may be the first of a part, and all of them.
_FIRST_WORDS: Final = searchable(r"(?:\A|[()\[\]|}])\s*(?:([\w'.]+)|<([\w.-]+)>)")
_ALL_WORDS: Final = searchable(r"([\w'.]++)(?![\w'.-]*+>)|<([\w.-]+)>")


def by_leads(forms: Iterable[Rest]) -> Leads:
    """Forms by what of each holds every word that may be its first: most often its first part."""
    leads: Leads = {}
    for form, entry in forms:
        part = re.match(_LEAD, form)
        lead = form if part is None or re.search(_NOTHING_SAID, part[1]) else part[1]
        leads.setdefault(lead, []).append((form, entry))
    return leads


def first_words(text: str, silent: Container[str]) -> list[tuple[str, str]]:
    """The words and the names of classes that may be said first, one of both empty; and perhaps some more."""
    found = _FIRST_WORDS.findall(text)
    return _ALL_WORDS.findall(text) if any(name in silent for _, name in found if name) else found


def beginnings(
    leads: Leads, lexicon: Lexicon, defines: Mapping[str, str]
) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Leads by the class character of a word with which their forms can begin, and by the name of a class; a few by
    one with which they cannot, as is found when they are built."""
    words: dict[str, list[str]] = {}
    classes: dict[str, list[str]] = {}
    firsts = Beginnings(lambda kind, name: (frozenset(((kind, name),)), False), defines)

    def enter(word: str, name: str, some: list[str]) -> bool:
        """Enter leads under a word or a class; tell whether that need not be said."""
        if word:
            words.setdefault(lexicon.words[word.lower()], []).extend(some)
            return False
        found, empty = firsts.of(("class", name))
        for kind, first in found:
            if kind == "word":
                enter(first, "", some)
            else:
                classes.setdefault(first, []).extend(some)
        return empty

    for first, some in _first_words(leads).items():
        if enter(*first, some):  # then any other word may be the first
            for lead in some:
                for word, name in _ALL_WORDS.findall(" ".join(form for form, _ in leads[lead])):
                    enter(word, name, [lead])
    return words, classes


def _first_words(leads: Leads) -> dict[tuple[str, str], list[str]]:
    """What stands first in leads, a word or the name of a class, the other one empty -> these leads."""
    firsts: dict[tuple[str, str], list[str]] = {}
    for lead in leads:
        for first in _FIRST_WORDS.findall(lead):
            firsts.setdefault(first, []).append(lead)
    return firsts
