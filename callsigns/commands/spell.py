"""``callsigns spell``: letters and figures as they are spoken, and back.

``LGSA`` -> ``Lima Golf Sierra Alpha``; ``--decode "lima golf sierra alpha"`` -> ``LGSA``
"""

from __future__ import annotations

import click

__all__ = ["command", "decoded", "spelled"]

_FIGURES = dict(
    zip("0123456789.", "zero one two three four five six seven eight niner decimal".title().split(), strict=True)
)
# The first form of a letter in alphabet.toml is the international one; people write these two otherwise.
_WRITTEN = {"A": "Alpha", "X": "X-ray"}


@click.command(name="spell")
@click.argument("words", nargs=-1, required=True, metavar="LETTERS...")
@click.option("--decode", is_flag=True, help="Read a spelling back into letters and figures.")
def command(words: tuple[str, ...], decode: bool) -> None:
    """Spell LETTERS and figures with the international alphabet.

    \b
    Examples:
      callsigns spell LGSA
      callsigns spell --decode "Lima Golf Sierra Alpha"
    """
    text = " ".join(words)
    click.echo(decoded(text) if decode else spelled(text))


def spelled(text: str) -> str:
    """The spoken form of letters and figures (ICAO Annex 10 Vol II, 5.2.1.3 and 5.2.1.4).

    Raises:
        click.BadParameter: a character that has no spoken form.
    """
    from callsigns.grammar import shipped_table

    letters = {letter: forms[0].capitalize() for letter, forms in shipped_table("alphabet.toml")["letters"].items()}
    spoken = {**letters, **_WRITTEN, **_FIGURES}
    characters = [character for character in text.upper() if character not in " -"]
    unknown = next((character for character in characters if character not in spoken), None)
    if unknown is not None:
        raise click.BadParameter(f"{unknown!r} has no spoken form; expected letters A to Z and figures")
    return " ".join(spoken[character] for character in characters)


def decoded(text: str) -> str:
    """Letters and figures of a spelling.

    Raises:
        click.BadParameter: a word that is neither a spelling word nor a figure.
    """
    from callsigns.grammar import Grammar
    from callsigns.grammar.tables import spoken

    known: dict[str, str] = {word: figure for figure, word in zip("0123456789", _figure_words(), strict=True)}
    known |= {"nine": "9", "decimal": ".", "point": ".", **{spoken(k): v for k, v in Grammar.default().letters.items()}}
    words = spoken(text).split()
    letters = []
    while words:
        # "x ray" and "fox trot" are two words
        size = 2 if " ".join(words[:2]) in known else 1
        word = " ".join(words[:size])
        if word not in known and not word.isdigit():
            raise click.BadParameter(f"{word!r} is no spelling word and no figure")
        letters.append(known.get(word, word))
        words = words[size:]
    return "".join(letters)


def _figure_words() -> list[str]:
    return [_FIGURES[figure].lower() for figure in "0123456789"]
