"""How the weights of ``grammars/roles.toml`` are found: counted out of lines whose speaker is known.

>>> # python -m tests.role.fit            what each cue would weigh, and how good the weights are on lines left out
>>> # python -m tests.role.fit --write    and puts the weights into the grammar

A logistic model over the cues, whose sum of weights is the logarithm of the odds that a pilot speaks. Each cue begins
with what its author expects (``prior``), which counts like a few lines, so that a cue seen twice is not believed
at once. Cross-validation leaves out blocks of neighbouring lines, since neighbours repeat each other's words.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from math import exp
from pathlib import Path
from typing import Final, NamedTuple

from callsigns.grammar import Grammar
from callsigns.parser import default_parser

HERE: Final = Path(__file__).parent
ROLES: Final = HERE.parents[1] / "grammars" / "roles.toml"
CORPORA: Final = (HERE / "corpus.jsonl", HERE / "uses.jsonl", HERE.parent / "messages" / "corpus.jsonl")
NAMELESS: Final = "controller.nameless"
STRENGTH: Final = 1.0  # how much the prior counts; tried from 0.5 to 4, where little changes
BLOCK: Final = 10  # neighbouring lines that are left out together
FOLDS: Final = 10
ENOUGH: Final = (0.05, 0.1, 0.2, 0.35, 0.5, 0.8)  # log-odds at which a role may be given
Weights = dict[str, float]


class Example(NamedTuple):
    """The cues of a line, its style, and whether a pilot speaks."""

    cues: frozenset[str]
    style: str
    pilot: bool


def examples(*paths: Path) -> list[Example]:
    """Every line of some corpora with its cues.

    Lines without a ``style`` are examples of phraseology: they do not tell how often a side leaves out the call sign.
    """
    parser = default_parser()
    out = []
    for text in (text for path in paths for text in path.read_text(encoding="utf-8").splitlines()):
        gold = json.loads(text)
        if gold["role"] is None:
            continue  # who says it is not told
        line = parser.line(gold["text"])
        cues = frozenset(dict(parser.why(line, parser.recognize(line))))
        if "style" in gold or NAMELESS not in cues:
            out.append(Example(cues, gold.get("style", "message"), gold["role"] == "pilot"))
    return out


def priors() -> Weights:
    """What the authors of the cues expect, above zero for a pilot."""
    entries = Grammar.default().section("role")
    return {name: float(e["prior"]) * (1 if name.startswith("pilot.") else -1) for name, e in entries.items()}


def fit(lines: Sequence[Example], prior: Weights, steps: int = 12) -> Weights:
    """The most likely weights (Newton's method on the penalized likelihood)."""
    names = [*prior]
    place = {name: index for index, name in enumerate(names)}
    rows = [([place[c] for c in line.cues], line.pilot) for line in lines if line.cues]
    weights = [prior[name] for name in names]
    for _ in range(steps):
        slope = [STRENGTH * (prior[name] - weights[index]) for index, name in enumerate(names)]
        curve = [[STRENGTH * (i == j) for j in range(len(names))] for i in range(len(names))]
        for cues, pilot in rows:
            chance = 1 / (1 + exp(-sum(weights[i] for i in cues)))
            sure = chance * (1 - chance)
            for i in cues:
                slope[i] += pilot - chance
                for j in cues:
                    curve[i][j] += sure
        change = solve(curve, slope)
        weights = [w + c for w, c in zip(weights, change, strict=True)]
        if max(map(abs, change)) < 1e-4:
            break
    return dict(zip(names, weights, strict=True))


def solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Gauss without pivots: the matrix is positive definite."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for i in range(size):
        pivot = rows[i]
        for j in range(i + 1, size):
            factor = rows[j][i] / pivot[i]
            if factor:
                row = rows[j]
                for k in range(i, size + 1):
                    row[k] -= factor * pivot[k]
    out = [0.0] * size
    for i in reversed(range(size)):
        out[i] = (rows[i][size] - sum(rows[i][k] * out[k] for k in range(i + 1, size))) / rows[i][i]
    return out


def cross_validated(lines: Sequence[Example], prior: Weights, seed: int = 1) -> Iterator[tuple[Example, float]]:
    """Each line with the score that weights give it which were fitted without it."""
    blocks = [lines[at : at + BLOCK] for at in range(0, len(lines), BLOCK)]
    random.Random(seed).shuffle(blocks)
    for fold in range(FOLDS):
        known = [line for n, block in enumerate(blocks) if n % FOLDS != fold for line in block]
        weights = fit(known, prior)
        for line in (line for block in blocks[fold::FOLDS] for line in block):
            yield line, sum(weights[cue] for cue in line.cues)


def table(scored: Sequence[tuple[Example, float]]) -> Iterator[str]:
    """Style by style: lines; right, and right where decided, for each bound from which a role is given."""
    yield f"{'log-odds':18}{'':3}{'         '.join(f'{enough:4}' for enough in ENOUGH)}"
    for style in (*dict.fromkeys(line.style for line, _ in scored), "all"):
        some = [(line.pilot, score) for line, score in scored if style in (line.style, "all")]
        yield f"{style:12} {len(some):5}  {'  '.join(_right(some, enough) for enough in ENOUGH)}"


def _right(scored: Sequence[tuple[bool, float]], enough: float) -> str:
    decided = [(score > 0) == pilot for pilot, score in scored if abs(score) >= enough]
    return f"{sum(decided) / len(scored):.3f}/{sum(decided) / max(len(decided), 1):.3f}"


def written(text: str, weights: Mapping[str, float]) -> str:
    """The grammar with new weights, rounded to a tenth; never below a tenth, since the name tells the side."""

    def weight(found: re.Match[str]) -> str:
        side = 1 if found[2].startswith("pilot.") else -1
        return f"{found[1]}{max(0.1, round(side * weights[found[2]], 1))}"

    return re.sub(r"(?m)^(\[((?:pilot|controller)\.\w+)\]\nweight = )[\d.]+", weight, text)


def main() -> None:
    """Print what was found; write it if asked to."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--write", action="store_true", help="put the weights into the grammar")
    lines, prior = examples(*CORPORA), priors()
    weights = fit(lines, prior)
    for name, weight in sorted(weights.items(), key=lambda item: item[1]):
        seen = [line.pilot for line in lines if name in line.cues]
        print(f"{weight:+.2f} {name:32} expected {prior[name]:+.1f}, {len(seen):4} lines, {sum(seen):4} by pilots")
    print("left out of the fit:", *table([*cross_validated(lines, prior)]), sep="\n")
    if options.parse_args().write:
        ROLES.write_text(written(ROLES.read_text(encoding="utf-8"), weights), encoding="utf-8")


if __name__ == "__main__":
    main()
