"""``python -m tests.mutation [MODULE]... [--count 40] [--seed a] [--jobs 2]``: how many small faults the tests notice.

Each mutant of a module is read in place of it in a process of its own, which runs the tests that are meant for the
module until one fails. Printed: the share of mutants that were noticed, and every one that was not.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import os
import random
import resource
import signal
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType

import hypothesis  # loaded once, before the processes part
import pytest

from tests.mutation.mutants import Mutant, mutants

ROOT = Path(__file__).parents[2]
PATIENCE = 90  # seconds of work, however busy the machine is: a mutant that runs for ever is noticed
MEMORY = 2 << 30  # and so is one that fills the memory
# What was kept of an earlier run would hide a fault in what works it out.
_KEPT = "callsigns.grammar.kept"
_NOTHING_KEPT = "def kept(name, make):\n    return make()\n"

# Without the test of what is kept between runs: nothing is kept while a mutant is tried.
GRAMMAR = ("tests/grammar/test_lexicon.py", "tests/grammar/test_tables.py", "tests/grammar/test_extended.py")
EXAMPLES = ("tests/house/test_grammar_examples.py",)
READ = ("tests/corpus/test_corpus.py", "tests/values/test_corpus.py", "tests/messages/test_corpus.py", *EXAMPLES)
# Module -> the tests that are meant to notice its faults, the quickest first.
TESTS = {
    "numbers": ("tests/numbers", "callsigns/numbers.py", *READ),
    "grammar.patterns": ("tests/patterns", "callsigns/grammar/patterns.py"),
    "forms.bounds": ("tests/patterns", "tests/hostile/test_grammars.py"),
    "tokens": ("tests/tokens", "callsigns/tokens.py"),
    "lexicon": (GRAMMAR[0], "callsigns/lexicon.py", *READ),
    "vocabulary": (*GRAMMAR, *READ),
    "grammar.tables": (*GRAMMAR, "callsigns/grammar/tables.py", "tests/corpus/test_corpus.py"),
    "recognize.callsign.identity": ("tests/recognize", *READ, *EXAMPLES),
    "recognize.value.quantities": ("tests/recognize", "tests/values", *READ),
    "recognize.callsign.number_run": ("tests/recognize", *READ),
    "recognize.callsign.hyphened": ("tests/recognize", *READ),
    "recognize.callsign.service": ("tests/recognize", *READ),
    "recognize.callsign.american": ("tests/recognize", *READ),
    "recognize.callsign.make": ("tests/recognize", *READ),
    "recognize.callsign.registration": ("tests/recognize", *READ),
    "recognize.callsign.written_mark": ("tests/recognize", *READ),
    "recognize.partial.partial": ("tests/recognize/test_partial.py", *READ),
    "recognize.callsign.remainder": ("tests/recognize/test_remainder.py", "tests/corpus/test_corpus.py"),
    "recognize.words.glued": ("tests/recognize/test_glued.py", *READ),
    "recognize.words.blank": ("tests/recognize/test_blank.py", *READ),
    "recognize.words.homophones": ("tests/values", *EXAMPLES, *READ),
    "recognize.value.names": ("tests/values", *READ),
    "recognize.partial.name_alone": ("tests/recognize", *READ),
    "recognize.partial.ending": ("tests/recognize", *READ),
    "recognize.partial.opening": READ,
    "recognize.partial.said_again": ("tests/recognize/test_said_again.py", *READ),
    "recognize.as_said": ("tests/recognize/test_as_said.py", *READ),
    "recognize.words.goodbye": ("tests/recognize/test_goodbye.py", "callsigns/recognize/words/goodbye.py", *READ),
    "messages.asked": ("tests/messages/test_asked.py", *READ),
    "recognize.position": ("tests/recognize", *READ),
    "recognize.value.frequencies": ("tests/values", *READ),
    "recognize.words.words": ("tests/recognize", "tests/tokens", "tests/properties", *READ),
    "recognize.words.left_out": ("tests/recognize", "tests/tokens", "tests/properties", *READ),
    "recognize.words.misspelt": ("tests/recognize", "tests/tokens", "tests/properties", *READ),
    "recognize.words.stammer": ("tests/recognize", "tests/tokens", "tests/properties", *READ),
    "recognize.callsign.vehicle": ("tests/recognize", *READ, *EXAMPLES),
    "recognize.evidence": ("tests/recognize", *READ, "tests/corpus/test_ordinary_english.py"),
    "recognize.callsign.holder": ("tests/recognize", *READ),
    "recognize.value.limits": ("tests/values", *READ),
    "recognize.partial.route_end": ("tests/values", *READ),
    "recognize.value.spoken": ("tests/values", "tests/numbers", *READ),
    "recognize.heard": ("tests/recognize/test_heard.py", "tests/recognize", "tests/traffic", *READ),
    "readback.heard": ("tests/dialogue/test_readback.py", "tests/dialogue"),
    "messages.openings": ("tests/recognize", "tests/role", *READ),
    "messages.answers": ("tests/role", *READ),
    "dashes": ("tests/role/test_dashes.py", "tests/dialogue", *READ),
    "speakers": ("callsigns/speakers.py", "tests/role/test_labels.py", "tests/formats/test_readers.py"),
    "recognize.words.notes": ("tests/recognize/test_notes.py", *EXAMPLES, *READ),
    "forms.net": ("tests/patterns", "tests/messages/test_automaton.py", "callsigns/forms/net.py", *GRAMMAR, *READ),
    "forms.automaton": ("tests/messages/test_automaton.py", "tests/patterns", "callsigns/forms/automaton.py", *READ),
    "forms.forms": ("tests/patterns", "tests/messages/test_automaton.py", "callsigns/forms/forms.py", *GRAMMAR, *READ),
    "forms.compiled": ("tests/patterns", *GRAMMAR, *READ),
    "forms.leads": ("tests/patterns", "callsigns/forms/leads.py", *READ),
    "forms.led": ("tests/patterns", "tests/messages/test_automaton.py", "callsigns/forms/led.py", *GRAMMAR, *READ),
    "forms.parts": ("tests/patterns", "tests/messages/test_automaton.py", "callsigns/forms/parts.py", *READ),
    "forms.atoms": ("tests/patterns", "tests/messages/test_automaton.py", "callsigns/forms/atoms.py", *READ),
    "forms.phrases": ("tests/patterns", "callsigns/forms/phrases.py", *GRAMMAR, *READ),
    "grammar.sorted_lines": ("tests/grammar/test_sorted_lines.py", "callsigns/grammar/sorted_lines.py", *GRAMMAR),
    "grammar.figures": ("tests/grammar/test_figures.py", "callsigns/grammar/figures.py"),
    "recognize.words.telephone": ("tests/recognize/test_telephone.py", *READ),
    "recognize.words.weather_groups": ("tests/recognize/test_weather_groups.py", *READ),
    "recognize.words.full_stop": ("tests/recognize/test_full_stop.py", *READ),
    "recognize.callsign.modifiers": ("tests/recognize", *READ),
    "recognize.mention": ("tests/role/test_use.py", *READ),
    "recognize.partial.edges": ("tests/recognize/test_edges.py", "tests/traffic", "tests/dialogue", *READ),
    "recognize.callsign.alike": ("tests/recognize/test_misheard.py", *READ),
    "recognize.callsign.misheard": ("tests/recognize/test_misheard.py", *READ),
    "recognize.callsign.likeness": ("tests/recognize/test_misheard.py", *READ),
    "recognize.callsign.flight": ("tests/recognize", *READ, *EXAMPLES),
    "recognize.callsign.flight_standing": ("tests/recognize", *READ, *EXAMPLES),
    "recognize.callsign.flight_around": ("tests/recognize", *READ, *EXAMPLES),
    "recognize.callsign.ordinary_name": ("tests/recognize", *READ, *EXAMPLES),
    "recognize.partial.standing": ("tests/recognize/test_partial.py", *READ),
    "recognize.partial.possible": ("tests/recognize/test_partial.py", *READ),
    "recognize.callsign.tactical": ("tests/recognize", *READ, *EXAMPLES),
    "recognize.callsign.unlisted": ("tests/recognize", *READ, *EXAMPLES),
    "recognize.station.facility": (
        "tests/recognize",
        *READ,
        "tests/role/test_use.py",
        "tests/house/test_grammar_examples.py",
    ),
    "recognize.station.place_alone": (
        "tests/recognize",
        *READ,
        "tests/role/test_use.py",
        "tests/house/test_grammar_examples.py",
    ),
    "recognize.station.station": (
        "tests/recognize",
        *READ,
        "tests/role/test_use.py",
        "tests/house/test_grammar_examples.py",
    ),
    "recognize.station.places": ("tests/recognize", *READ),
    "recognize.callsign.callsign": ("tests/recognize", *READ, *EXAMPLES),
    "recognize.callsign.lettered": ("tests/recognize", *READ, *EXAMPLES),
    "recognize.spelling": ("tests/recognize/test_spelling.py", *READ),
    "recognize.use": ("tests/role/test_use.py", *READ, "tests/dialogue/test_tapes.py"),
    "recognize.value.value": ("tests/values", *READ, "tests/grammar/test_extended.py"),
    "recognize.value.forms": ("tests/values", *READ, *GRAMMAR),
    "messages.first_call": ("tests/messages", *READ, "tests/role"),
    "messages.conditions": ("tests/messages", "callsigns/messages/conditions.py", "tests/role/test_use.py"),
    "messages.messages": ("tests/messages", "callsigns/messages/messages.py", "tests/corpus/test_corpus.py"),
    "messages.hanging": ("tests/messages", *READ),
    "messages.said": ("tests/messages", "tests/role", *READ),
    "messages.joined": (
        "tests/messages/test_joined.py",
        "tests/messages/test_corpus.py",
        "callsigns/messages/joined.py",
        "tests/corpus/test_corpus.py",
    ),
    "parting": ("tests/role/test_split.py", "tests/role/test_dashes.py", "tests/dialogue"),
    "split": ("tests/role/test_split.py", "tests/role/test_dashes.py", "tests/dialogue"),
    "role": ("tests/role", "callsigns/role.py", "tests/dialogue"),
}


def _run(module: str, mutant: Mutant, tests: list[str]) -> int:
    """In a child: put the mutant in the module's place, and run the tests; 1 when one of them fails."""
    os.setpgid(0, 0)
    signal.alarm(10 * PATIENCE)  # one that waits for ever
    resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    try:
        _replace(f"callsigns.{module}", mutant)
        return int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", "--no-header", "--tb=no", *tests]))
    except BaseException:
        return 1


def _replace(name: str, mutant: Mutant) -> None:
    """Whoever loads the module gets the mutant, its own package, too, which may do so before anybody can ask for it."""
    plain = SourceFileLoader.get_code

    def get_code(loader: SourceFileLoader, module: str) -> CodeType | None:
        if module == name:
            return compile(mutant.tree, loader.path, "exec")
        if module == _KEPT:
            return compile(f"{_source('grammar.kept')}\n{_NOTHING_KEPT}", loader.path, "exec")
        return plain(loader, module)

    SourceFileLoader.get_code = get_code  # type: ignore[method-assign]
    importlib.import_module(name)  # now, for pytest loads by its own means the files that it is given


def _noticed(module: str, mutant: Mutant, tests: list[str]) -> bool:
    child = os.fork()
    if child == 0:
        os._exit(_run(module, mutant, tests) & 0xFF)
    _, status = os.waitpid(child, 0)
    return status != 0


def _source(module: str) -> str:
    return (ROOT / "callsigns" / (module.replace(".", "/") + ".py")).read_text(encoding="utf-8")


def _unchanged(module: str) -> Mutant:
    """The module as it is, put in its own place: what fails then fails of the putting."""
    return Mutant(0, "nothing", ast.parse(_source(module)))


def _chosen(module: str, options: argparse.Namespace) -> list[Mutant]:
    rng = random.Random(module + options.seed)
    every = list(mutants(_source(module)))
    if options.count is None:
        return [mutant for mutant in every if rng.random() < options.share]
    return [every[number] for number in sorted(rng.sample(range(len(every)), min(options.count, len(every))))]


def main() -> int:
    """Print the figures; 1 when fewer than 85% were noticed."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__.partition("\n")[0])
    parser.add_argument("modules", nargs="*", help=f"some of {', '.join(TESTS)} (all)")
    parser.add_argument("--share", type=float, default=1.0, help="try only a part of the mutants, the same each time")
    parser.add_argument("--count", type=int, help="try so many of each module, whatever the share")
    parser.add_argument("--seed", default="", help="try another part than without it, the same each time")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument(
        "--deselect", action="append", default=[], help="a test that fails today, and is to be left out"
    )
    options = parser.parse_args()
    low = False
    for module in options.modules or TESTS:
        tests = [test for test in TESTS[module] if (ROOT / test).exists()]
        tests += [f"--deselect={test}" for test in options.deselect]
        if _noticed(module, _unchanged(module), tests):
            print(f"{module}: its tests fail without any fault in it")
            return 2
        chosen = _chosen(module, options)
        left = 0
        with ThreadPoolExecutor(options.jobs) as pool:
            results = pool.map(lambda mutant, m=module, t=tests: _noticed(m, mutant, t), chosen)
            for number, (mutant, noticed) in enumerate(zip(chosen, results, strict=True), 1):
                if not noticed:
                    left += 1
                    print(f"    {number} of {len(chosen)}, line {mutant.line}: {mutant.change}", flush=True)
        share = 100 * (1 - left / max(1, len(chosen)))
        low |= share < 85
        print(f"{module}: {len(chosen)} mutants, {len(chosen) - left} noticed ({share:.1f}%)", flush=True)
    return int(low)


if __name__ == "__main__":
    assert hypothesis
    sys.exit(main())
