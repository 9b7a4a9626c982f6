"""The rule of names: what a parameter, a class and a docstring of the package say to whoever reads them."""

import ast
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

PACKAGE = Path(__file__).parents[1] / "mat_desktop"
VAGUE = frozenset({"found", "place", "key", "what", "said"})
"""Names that say nothing: a reader has to look up what they hold."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


class Named(NamedTuple):
    """One public definition, and where it stands."""

    where: str
    node: Function | ast.ClassDef


def public() -> Iterator[Named]:
    """Every function, method and class without an underscore in a module without one."""
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        if "migrations" in parts or any(part.startswith("_") and part != "__init__" for part in parts):
            continue
        yield from _inside(ast.parse(path.read_text(encoding="utf-8")), ".".join(parts))


def _inside(tree: ast.Module | ast.ClassDef, where: str) -> Iterator[Named]:
    for node in tree.body:
        if isinstance(node, Function | ast.ClassDef) and (not node.name.startswith("_") or node.name == "__init__"):
            yield Named(f"{where}.{node.name}", node)
            if isinstance(node, ast.ClassDef):
                yield from _inside(node, f"{where}.{node.name}")


def parameters(node: Function) -> Iterator[str]:
    told = node.args
    for argument in (*told.posonlyargs, *told.args, *told.kwonlyargs, told.vararg, told.kwarg):
        if argument is not None:
            yield argument.arg


def vague_parameters() -> list[str]:
    return [
        f"{named.where}({name})"
        for named in public()
        if isinstance(named.node, Function)
        for name in parameters(named.node)
        if name in VAGUE
    ]


def classes_of_one_name() -> dict[str, list[str]]:
    places: dict[str, list[str]] = defaultdict(list)
    for where, node in public():
        if isinstance(node, ast.ClassDef):
            places[node.name].append(where)
    return {name: found for name, found in sorted(places.items()) if len(found) > 1}


def refusals_in_silence() -> list[str]:
    return [
        where
        for where, node in public()
        if isinstance(node, Function)
        and node.name != "__init__"
        and _raises_refusal(node)
        and not any(word in (ast.get_docstring(node) or "") for word in ("Refusal", "efus", "Raises"))
    ]


def _raises_refusal(node: Function) -> bool:
    """Whether its own body does; what stands in a function inside it is that function's affair."""
    waiting: list[ast.AST] = list(node.body)
    while waiting:
        part = waiting.pop()
        if isinstance(part, Function | ast.Lambda):
            continue
        if isinstance(part, ast.Raise) and part.exc is not None and "Refusal" in ast.unparse(part.exc).split("(")[0]:
            return True
        waiting += ast.iter_child_nodes(part)
    return False


def memories_without_a_reason() -> list[str]:
    """Every remembered function, private ones too, that does not say what it would cost to work it out anew."""
    return [
        f"{path.relative_to(PACKAGE)}: {node.name}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, Function) and _is_remembered(node) and "Remembered:" not in (ast.get_docstring(node) or "")
    ]


def _is_remembered(node: Function) -> bool:
    return any(isinstance(mark, ast.Name) and mark.id == "remembered" for mark in node.decorator_list)


def test_no_public_parameter_has_a_name_that_says_nothing():
    assert vague_parameters() == []


def test_no_two_public_classes_have_one_name():
    assert classes_of_one_name() == {}


def test_a_public_function_that_refuses_says_so_in_its_docstring():
    assert refusals_in_silence() == []


def test_a_remembered_function_says_why_it_is_remembered():
    assert memories_without_a_reason() == []


def test_the_rules_look_at_the_whole_package():
    rooms = Counter(where.split(".")[0] for where, _ in public())
    assert set(rooms) >= {"app", "cli", "facilitation", "paper", "rehearsal", "screens", "storage", "workshop"}
    assert sum(rooms.values()) > 1_000
