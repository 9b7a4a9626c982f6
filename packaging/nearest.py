"""Which tests come to a module by imports, the shortest way first."""

import ast
import re
from collections import defaultdict, deque
from collections.abc import Iterable
from pathlib import Path

import grimp

TESTS = "tests"


class Paths:
    """The imports of a package and its tests, read backwards: who reaches a module, and over how many steps."""

    def __init__(self, tree: Path, package: str) -> None:
        graph = grimp.build_graph(package, TESTS, cache_dir=None, exclude_type_checking_imports=True)
        self._users: dict[str, set[str]] = defaultdict(set)
        for module in graph.modules:
            self._users[module] |= graph.find_modules_that_directly_import(module)
            for above in _packages_of(module):
                self._users[above].add(module)
            if module.endswith(".conftest"):
                beside = module.removesuffix("conftest")
                self._users[module] |= {test for test in graph.modules if test.startswith(beside) and test != module}
        self._follow_names(tree, package, graph.modules)

    def _follow_names(self, tree: Path, package: str, modules: Iterable[str]) -> None:
        """Modules may be imported by a name put together, as in `import_module(f"shop.tills.{name}")`."""
        for module in modules:
            source = path_of(tree, module).read_text(encoding="utf-8")
            if "import_module(f" not in source:
                continue
            for start in re.findall(rf'import_module\(f"({package}\.[a-z_.]*)\{{', source):
                for other in modules:
                    if other.startswith(start):
                        self._users[other].add(module)

    def tests_of(self, module: str) -> list[str]:
        """The test modules that reach this module: nearest first, then those whose name is most like its own."""
        steps = {module: 0}
        waiting = deque([module])
        while waiting:
            present = waiting.popleft()
            for user in self._users[present] - steps.keys():
                steps[user] = steps[present] + 1
                waiting.append(user)
        tests = [name for name in steps if name.startswith(f"{TESTS}.") and name.split(".")[-1].startswith("test_")]
        return sorted(tests, key=lambda name: (steps[name], -len(_words(name) & _words(module)), name))


def _words(module: str) -> set[str]:
    return {word.rstrip("s") for word in re.split(r"[._]", module)}


def _packages_of(module: str) -> list[str]:
    parts = module.split(".")
    return [".".join(parts[:count]) for count in range(1, len(parts))]


def path_of(tree: Path, module: str) -> Path:
    """The file of a module in this tree."""
    path = tree.joinpath(*module.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def module_of(path: Path) -> str:
    """The module of a file whose path begins at the tree."""
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported_from_outside(folders: Iterable[Path], own: Iterable[str]) -> list[str]:
    """Every module of other makers that is imported anywhere in these folders, in functions too."""
    names = set()
    for folder in folders:
        for path in folder.rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_bytes())):
                if isinstance(node, ast.Import):
                    names |= {alias.name for alias in node.names}
                elif isinstance(node, ast.ImportFrom) and node.module:
                    names.add(node.module)
    return sorted(name for name in names if name.split(".")[0] not in {*own, "__future__"})
