"""Small faults that can be set into a module: where each goes, and what the source becomes.

Never touched: annotations, decorators, docstrings, words, `__all__`, assertions, logging, errors meant for programmers.
"""

import ast
import copy
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

Change = list[tuple[ast.AST, ast.AST]]
"""Nodes and what stands there instead."""

COMPARISONS: Mapping[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
OPERATORS: Mapping[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult, ast.Pow: ast.Mult, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip
OPPOSITES = {"min": "max", "max": "min", "any": "all", "all": "any"}
NOT_COUNTED = (ast.JoinedStr, ast.List, ast.Tuple, ast.Set, ast.ListComp, ast.Dict)
"""Beside an operator these mean joining, not counting; a fault there stops the program at once."""
ORDER_IS_NOTHING = frozenset({"min", "max", "isinstance", "issubclass", "getattr", "hasattr", "setattr", "cast"})
QUIET_KEYWORDS = frozenset(
    {"strict", "repr", "compare", "hash", "init", "maxsize", "stacklevel", "parents", "exist_ok"}
)
"""Keywords that change nothing a person can see, or only what happens after a programmer's slip."""
FOR_PROGRAMMERS = frozenset({"AssertionError", "TypeError", "NotImplementedError", "RuntimeError"})
NOT_CODE = frozenset({"annotation", "returns", "decorator_list", "bases", "format_spec", "ctx"})
LOGS = ("log", "logger", "logging", "warnings")


@dataclass(frozen=True)
class Fault:
    """One fault: its file, the names of classes and functions around it, and the bytes that are exchanged."""

    path: Path
    kind: str
    around: tuple[str, ...]
    edits: tuple[tuple[int, int, bytes], ...]

    def set_into(self, source: bytes) -> bytes:
        """The source with the fault in it."""
        for start, end, instead in sorted(self.edits, reverse=True):
            source = source[:start] + instead + source[end:]
        return source

    def lines(self, source: bytes) -> tuple[int, str, str]:
        """The number of the first line that differs, and this line before and after."""
        before, after = source.decode().split("\n"), self.set_into(source).decode().split("\n")
        number = next(n for n, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1])
        return number + 1, before[number].strip(), after[number].strip()

    def changes_something(self, source: bytes) -> bool:
        """Whether the faulty source is still Python, and means something else."""
        try:
            return ast.dump(ast.parse(self.set_into(source))) != ast.dump(ast.parse(source))
        except SyntaxError:
            return False


@dataclass(frozen=True)
class Place:
    """A node of the tree, what stands around it, and the f-string that holds it, whose insides have no positions."""

    node: ast.AST
    around: tuple[str, ...]
    string: ast.JoinedStr | None


def faults_in(path: Path, source: bytes) -> Iterator[Fault]:
    """Every fault that could be set into this module, in the order of the source."""
    tree = ast.parse(source)
    places = list(_places(tree, (), None))
    siblings = _siblings(tree, places)
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for place in places:
        for kind, changes in KINDS.items():
            for change in changes(place.node):
                yield Fault(path, kind, place.around, _edits(change, place, source, starts))
        for change in _sibling(place, siblings):
            yield Fault(path, "sibling", place.around, _edits(change, place, source, starts))


def _places(node: ast.AST, around: tuple[str, ...], string: ast.JoinedStr | None) -> Iterator[Place]:
    if _passed_over(node):
        return
    yield Place(node, around, string)
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        around = (*around, node.name)
    inside = string or (node if isinstance(node, ast.JoinedStr) else None)
    for name, value in ast.iter_fields(node):
        if name in NOT_CODE or (isinstance(node, ast.ClassDef) and name == "keywords"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _places(child, around, inside)


def _passed_over(node: ast.AST) -> bool:
    passed = isinstance(node, ast.Assert)
    match node:
        case ast.If(test=test):
            passed = ast.unparse(test).startswith(("TYPE_CHECKING", "__name__ =="))
        case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
            passed = name in {"__all__", "__slots__"}
        case ast.Call(func=ast.Attribute(value=ast.Name(id=name))):
            passed = name.strip("_").lower() in LOGS
        case ast.Raise(exc=ast.Call(func=ast.Name(id=name))):
            passed = name in FOR_PROGRAMMERS
        case ast.keyword(arg=name):
            passed = name in QUIET_KEYWORDS
    return passed


def _edits(change: Change, place: Place, source: bytes, starts: list[int]) -> tuple[tuple[int, int, bytes], ...]:
    def span(node: ast.AST) -> tuple[int, int]:
        where: ast.expr = node  # type: ignore[assignment]
        return starts[where.lineno - 1] + where.col_offset, starts[(where.end_lineno or 0) - 1] + (
            where.end_col_offset or 0
        )

    if place.string is not None:
        instead = copy.deepcopy(place.string, {id(old): new for old, new in change})
        return ((*span(place.string), _written(instead)),)
    return tuple(
        (*span(old), source[slice(*span(new))] if hasattr(new, "lineno") else _written(new)) for old, new in change
    )


def _written(node: ast.AST) -> bytes:
    words = ast.unparse(node)
    return (f"({words})" if isinstance(node, ast.BoolOp) else words).encode()


def _comparisons(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.Compare):
        for number, one in enumerate(node.ops):
            ops = [*node.ops[:number], COMPARISONS[type(one)](), *node.ops[number + 1 :]]
            yield [(node, ast.Compare(node.left, ops, node.comparators))]


def _constants(node: ast.AST) -> Iterator[Change]:
    match node:
        case ast.Constant(value=bool() as value):
            yield [(node, ast.Constant(not value))]
        case ast.Constant(value=int() as value):
            yield [(node, ast.Constant(value + 1))]
        case ast.Constant(value=float() as value):
            yield [(node, ast.Constant(value * 2 or 1.0))]


def _operators(node: ast.AST) -> Iterator[Change]:
    match node:
        case ast.BinOp(left=left, op=op, right=right) if type(op) in OPERATORS and _counts(left) and _counts(right):
            yield [(node, ast.BinOp(left, OPERATORS[type(op)](), right))]
        case ast.AugAssign(target=target, op=op, value=value) if type(op) in OPERATORS and _counts(value):
            yield [(node, ast.AugAssign(target, OPERATORS[type(op)](), value))]
        case ast.BoolOp(op=op, values=values):
            yield [(node, ast.BoolOp(ast.And() if isinstance(op, ast.Or) else ast.Or(), values))]
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            yield [(node, operand)]


def _counts(node: ast.AST) -> bool:
    if isinstance(node, NOT_COUNTED) or (isinstance(node, ast.Constant) and isinstance(node.value, str | None)):
        return False
    return not (isinstance(node, ast.Name) and node.id[0].isupper() and not node.id.isupper())


def _order(node: ast.AST) -> Iterator[Change]:
    if not isinstance(node, ast.Call) or (isinstance(node.func, ast.Name) and node.func.id in ORDER_IS_NOTHING):
        return
    for one, other in (*pairwise(node.args), *pairwise([k.value for k in node.keywords if k.arg])):
        starred = isinstance(one, ast.Starred) or isinstance(other, ast.Starred)
        if not starred and ast.dump(one) != ast.dump(other):
            yield [(one, other), (other, one)]


def _dropped(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) and not _passed_over(node.value):
        yield [(node, ast.Pass())]


def _sorting(node: ast.AST) -> Iterator[Change]:
    match node:
        case ast.Call(func=ast.Name(id=name), args=args, keywords=keywords) if name in OPPOSITES:
            yield [(node.func, ast.Name(OPPOSITES[name]))]
            yield from _without_key(node, args, keywords)
        case ast.Call(func=ast.Name(id="sorted") | ast.Attribute(attr="sort"), args=args, keywords=keywords):
            yield from _without_key(node, args, keywords)
            if all(word.arg != "reverse" for word in keywords):
                turned = ast.keyword("reverse", ast.Constant(True))
                yield [(node, ast.Call(node.func, args, [*keywords, turned]))]


def _without_key(node: ast.Call, args: list[ast.expr], keywords: list[ast.keyword]) -> Iterator[Change]:
    others = [word for word in keywords if word.arg != "key"]
    if len(others) < len(keywords):
        yield [(node, ast.Call(node.func, args, others))]


def _bounds(node: ast.AST) -> Iterator[Change]:
    match node:
        case ast.Subscript(slice=ast.Constant(value=0) as first):
            yield [(first, ast.UnaryOp(ast.USub(), ast.Constant(1)))]
        case ast.Subscript(slice=ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=1)) as last):
            yield [(last, ast.Constant(0))]
        case ast.Slice(lower=lower, upper=upper):
            for bound, op in ((lower, ast.Add()), (upper, ast.Sub())):
                if bound is not None and not isinstance(bound, ast.Constant):
                    yield [(bound, ast.BinOp(bound, op, ast.Constant(1)))]


KINDS: Mapping[str, Callable[[ast.AST], Iterator[Change]]] = {
    "comparison": _comparisons,
    "constant": _constants,
    "operator": _operators,
    "order": _order,
    "dropped call": _dropped,
    "sorting": _sorting,
    "bounds": _bounds,
}

Siblings = Mapping[tuple[str, ...], list[str]]


def _siblings(tree: ast.Module, places: list[Place]) -> Siblings:
    imported = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
        if alias.name.islower()
    }
    seen: dict[tuple[str, ...], set[str]] = defaultdict(set)
    called = {id(place.node.func) for place in places if isinstance(place.node, ast.Call)}
    for place in places:
        node = place.node
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load) and id(node) not in called:
            seen[_owner(place)].add(node.attr)
    return {owner: sorted(names) for owner, names in seen.items() if len(names) > 1 and owner[-1] not in imported}


def _owner(place: Place) -> tuple[str, ...]:
    """Whose attribute it is: a class wherever it is named, `self` in its class, other names in their function."""
    base = ast.unparse(place.node.value)  # type: ignore[attr-defined]
    if base[0].isupper():
        return (base,)
    return (*(place.around[:1] if base == "self" else place.around), base)


def _sibling(place: Place, siblings: Siblings) -> Iterator[Change]:
    node = place.node
    if not isinstance(node, ast.Attribute):
        return
    names = siblings.get(_owner(place), [])
    if node.attr in names and isinstance(node.ctx, ast.Load):
        other = names[(names.index(node.attr) + 1) % len(names)]
        yield [(node, ast.Attribute(node.value, other, node.ctx))]
