"""A stranger's forms may hand any words to any reader of numbers and call signs."""

from __future__ import annotations

from pathlib import Path

from callsigns.grammar import Grammar
from callsigns.parser import Parser
from callsigns.recognize.value.quantities import READERS


def test_readers_get_words_that_they_do_not_expect(tmp_path: Path) -> None:
    """A stranger's form may give any words to any reader: no value comes out, and nothing raises."""
    path = tmp_path / "mine.toml"
    names = {reader: f"zip{reader.replace('_', '')}" for reader in (*READERS, "limit")}
    any_words = "(<number>|<unknown>|<letter>|<telephony>|<coded>|<figures>|<decimal_figure>|zap){1,6}"
    path.write_text(
        "".join(
            f'[value.{name}]\nquantity = "zipped"\nread = "{reader}"\nforms = ["{name} {any_words}", "{name}"]\n'
            + 'limit = "maximum"\nbehind = "zap"\n' * (reader == "limit")
            for reader, name in names.items()
        )
    )
    parser = Parser(Grammar.default().extended(path))
    for name in names.values():
        for words in (
            *(
                "",
                "one",
                "zap",
                "delta",
                "hundred",
                "thousand",
                "triple",
                "5yv",
                "99999",
                "0",
                "1.5",
                "point",
                "x" * 50,
            ),
            *(
                "one two three four five six",
                "hundred hundred",
                "double",
                "decimal decimal",
                "one point",
                "oh",
                "²",
                "½",
            ),
            *("9" * 5000, "9" * 5000 + ".5", "1,000,000", "n1", "twenty thousand thousand thousand", "air france"),
        ):
            parser.parse(f"{name} {words}")


def test_call_sign_readers_get_words_that_they_do_not_expect(tmp_path: Path) -> None:
    """The same for call signs."""
    path = tmp_path / "mine.toml"
    readers = "flight written registration type_registration spelled service tactical vehicle".split()
    names = {reader: f"zip{reader.replace('_', '')}" for reader in readers}
    any_words = "(<number>|<unknown>|<letter>|<telephony>|<coded>|<figures>|zap){1,6}"
    patterns = f'"%s {any_words}", "%s", "<unknown>", "<number>"'
    path.write_text(
        "".join(
            f'[callsign.{name}]\nreader = "{reader}"\npatterns = [{patterns % (name, name)}]\n'
            for reader, name in names.items()
        )
    )
    parser = Parser(Grammar.default().extended(path))
    for name in names.values():
        for words in (
            "",
            "one",
            "zap",
            "delta",
            "5yv",
            "9" * 5000,
            "one two three four five six",
            "air france",
            "²",
            "n1",
        ):
            for text in (
                f"{name} {words}",
                words,
                f"{words} {name}",
                f"tower {name} {words} correction {name} {words}",
            ):
                parser.parse(text)
