"""Small faults in a source: each a change of one place that a test should notice.

``mutants("x = 1 if a < b else 2")`` gives ``a <= b``, ``not a < b``, ``1 + 1``, ``2 + 1``.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["Mutant", "mutants"]

_COMPARE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
_ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult, ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd,
}  # fmt: skip


class Mutant(NamedTuple):
    """The changed source, and what was changed where."""

    line: int
    change: str
    tree: ast.Module


class _Sites(ast.NodeVisitor):
    """Every node that may be changed, without annotations, docstrings, ``__all__`` and messages of errors."""

    def __init__(self) -> None:
        self.found: list[ast.AST] = []

    def visit(self, node: ast.AST) -> None:
        match node:
            case ast.Raise() | ast.Import() | ast.ImportFrom() | ast.Assert():
                return
            case ast.Expr(value=ast.Constant()):
                return
            case ast.Assign(targets=[ast.Name(id="__all__")]):
                return
            case ast.AnnAssign():
                if node.value is not None:
                    self.visit(node.value)
                return
            case ast.FunctionDef():
                for part in (*node.args.defaults, *node.body):
                    self.visit(part)
                return
        self.found.append(node)
        self.generic_visit(node)


def _changes(node: ast.AST) -> Iterator[ast.AST]:
    """What may stand in a node's place."""
    match node:
        case ast.Compare(ops=[operator]) if type(operator) in _COMPARE:
            yield ast.Compare(node.left, [_COMPARE[type(operator)]()], node.comparators)
        case ast.BinOp(op=operator) if type(operator) in _ARITHMETIC and not isinstance(node.left, ast.JoinedStr):
            yield ast.BinOp(node.left, _ARITHMETIC[type(operator)](), node.right)
        case ast.BoolOp(op=operator):
            yield ast.BoolOp(ast.Or() if isinstance(operator, ast.And) else ast.And(), node.values)
        case ast.UnaryOp(op=ast.Not()):
            yield node.operand
        case ast.If() | ast.While():
            yield type(node)(ast.UnaryOp(ast.Not(), node.test), node.body, node.orelse)
        case ast.IfExp():
            yield ast.IfExp(ast.UnaryOp(ast.Not(), node.test), node.body, node.orelse)
        case ast.Constant(value=bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(value=int(value)):
            yield ast.Constant(value + 1)
        case ast.Constant(value=str(value)):
            yield ast.Constant("XX" + value)
        case ast.Return(value=ast.expr() as value) if not (isinstance(value, ast.Constant) and value.value is None):
            yield ast.Return(ast.Constant(None))
        case ast.Break():
            yield ast.Continue()
        case ast.Continue():
            yield ast.Break()
        case ast.AugAssign(op=operator) if type(operator) in _ARITHMETIC:
            yield ast.AugAssign(node.target, _ARITHMETIC[type(operator)](), node.value)


class _Replace(ast.NodeTransformer):
    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        if node is self.old:
            return ast.copy_location(self.new, node)
        visited: ast.AST = self.generic_visit(node)
        return visited


def _sites(tree: ast.Module) -> list[ast.AST]:
    sites = _Sites()
    sites.visit(tree)
    return sites.found


def mutants(source: str) -> Iterator[Mutant]:
    """Every mutant, in the order of the source."""
    for number, site in enumerate(_sites(ast.parse(source))):
        for which, _ in enumerate(_changes(site)):
            tree = ast.parse(source)  # anew, for what is changed must not be shared
            old = _sites(tree)[number]
            new = list(_changes(old))[which]
            before = ast.unparse(old).partition("\n")[0]
            after = ast.unparse(ast.fix_missing_locations(ast.copy_location(new, old))).partition("\n")[0]
            _Replace(old, new).visit(tree)
            yield Mutant(getattr(site, "lineno", 0), f"{before}  ->  {after}", ast.fix_missing_locations(tree))
