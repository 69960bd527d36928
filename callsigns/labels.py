"""Words with their places and what each may mean, for people and for other tools: ``Transmission.tokens``.

>>> # "Delta 12," -> Token("Delta", 0, 5, "letter|telephony", "D"), Token("12", 6, 8, "number", "12"), Token(",", ...)

No stage of the parser reads these: classes carry the same knowledge in one character a word.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from callsigns.forms.compiled import Compiled
from callsigns.numbers import digits
from callsigns.records import Token
from callsigns.tokens import fold, require_text, scan

__all__ = ["Labeller"]

# class of the lexicon -> kind of a token; everything else is a word
_KINDS: Final = {
    "letter": "letter", "single": "letter", "digit": "digit", "figure1": "digit", "homophone": "word",
    **dict.fromkeys(("teen", "tens", "hundred", "thousand", "repeat"), "number"),
    **dict.fromkeys(("figure2", "figure3", "figure4", "figure5"), "number"),
    **dict.fromkeys(("figures", "decimal_figure", "comma_figure", "runway_figure", "level_figure"), "number"),
    "telephony": "telephony", "tactical": "name", "service": "name", "unit": "facility", "filler": "filler",
}  # fmt: skip
_ORDER: Final = ("letter", "digit", "number", "telephony", "name", "facility", "filler")


class Labeller:
    """Makes tokens for one grammar."""

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self._kinds: dict[str, str] = {}  # bounded by the classes of the lexicon

    def tokenize(self, text: str) -> tuple[Token, ...]:
        """Every word and mark of ``text``, in order; together with the gaps of white space they are the whole text."""
        require_text(text)
        return tuple(self._tokens(text))

    def _tokens(self, text: str) -> Iterator[Token]:
        found = scan(text)
        after = 0
        for word, start, end in zip(found.words, found.starts, found.ends, strict=True):
            if end > start:
                yield from _marks(text, after, start)
                yield self._token(text, word, start, end)
                after = end
        yield from _marks(text, after, len(text))

    def _token(self, text: str, word: str, start: int, end: int) -> Token:
        char = self._compiled.lexicon.words[word]
        kind = self._kinds.get(char) or self._kind(char)
        value = self._compiled.letters.get(word) or (digits([word]) if kind in ("digit", "number") else "")
        return Token(text[start:end], start, end, kind, value or (word.upper() if kind == "letter" else fold(word)))

    def _kind(self, char: str) -> str:
        kinds = {_KINDS[kind] for kind in self._compiled.lexicon.kinds_of(char) if kind in _KINDS}
        kind = self._kinds[char] = "|".join(k for k in _ORDER if k in kinds) or "word"
        return kind


def _marks(text: str, start: int, end: int) -> Iterator[Token]:
    """Punctuation between two words."""
    gap = text[start:end]
    mark = gap.strip()
    if mark:
        at = start + gap.index(mark)
        yield Token(mark, at, at + len(mark), "mark", mark)
