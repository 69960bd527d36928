"""Options that several commands share, and the parser that they ask for.

``--callsigns mine.toml`` -> ``Parser(Grammar.default().extended("mine.toml"))``
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from callsigns.grammar import Grammar
    from callsigns.parser import Parser

__all__ = ["callsigns_option", "grammar_with", "parser_with"]

F = TypeVar("F", bound=Callable[..., Any])


def callsigns_option(function: F) -> F:
    """``--callsigns FILE``, repeatable."""
    option = click.option(
        "--callsigns",
        "grammars",
        metavar="FILE",
        multiple=True,
        help="Call signs, telephonies, facilities and message forms of your own (TOML); repeatable.",
    )
    return option(function)


def grammar_with(grammars: Sequence[str]) -> Grammar:
    """The shipped grammar, extended by files in order.

    Raises:
        GrammarError: a file cannot be used; the message names the file and the entry.
    """
    from callsigns.grammar import Grammar

    grammar = Grammar.default()
    for path in grammars:
        grammar = grammar.extended(path)
    return grammar


def parser_with(grammars: Sequence[str]) -> Parser:
    """A parser with the shipped grammar and files of the user's own."""
    from callsigns.parser import Parser

    return Parser(grammar_with(grammars)) if grammars else Parser()
