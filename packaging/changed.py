"""Names the test modules that reach what was changed since a commit, and says why; run inside .venv by dev.py."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import grimp

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("mat_desktop", "tests")
_LATE = ("import_module", "walk_packages", "sys.executable")
"""Words of modules that import by a name in a string, or start a process that does."""
_NAME = re.compile(r"\bmat_desktop(?:\.\w+)*")


class Reach:
    """Which test reaches which module: by imports, by names in strings, and by fixtures."""

    def __init__(self, graph: grimp.ImportGraph) -> None:
        self._graph = graph
        self.tests = {m for m in graph.modules if m.startswith("tests.") and m.split(".")[-1].startswith("test_")}
        for module in sorted(graph.modules):
            self._add_late_imports(module)
        self._add_fixtures()

    def of(self, modules: Iterable[str]) -> set[str]:
        """The tests that reach any of these modules, themselves among them."""
        reached: set[str] = set()
        for module in modules:
            reached |= {module} | self._graph.find_downstream_modules(module)
        return reached & self.tests

    def below(self, package: str) -> set[str]:
        """A module and everything in it."""
        return {m for m in self._graph.modules if m == package or m.startswith(f"{package}.")}

    def _add_late_imports(self, module: str) -> None:
        source = _source(module)
        if not any(word in source for word in _LATE):
            return
        texts = (node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant))
        named = {name for text in texts if isinstance(text, str) for name in _NAME.findall(text)}
        for late in {one for name in named for one in self._named(name)} - {module}:
            self._graph.add_import(importer=module, imported=late)

    def _named(self, name: str) -> set[str]:
        """What a name in a string may stand for: the package to its last module, or the module it is in."""
        while name and not self.below(name):
            name = name.rpartition(".")[0]
        return self.below(name)

    def _add_fixtures(self) -> None:
        """A conftest is no import of the tests below it: each takes from it what it asks for by name."""
        for conftest in sorted(m for m in self._graph.modules if m.endswith("conftest")):
            fixtures = _fixtures(_source(conftest), self._graph.modules)
            for test in self.below(conftest.rpartition(".")[0]) & self.tests:
                for module in {m for name in _asked(_source(test), fixtures) for m in fixtures[name][1]}:
                    self._graph.add_import(importer=test, imported=module)


Fixtures = dict[str, tuple[set[str], set[str]]]
"""By name of a fixture: the fixtures it asks for, and the modules that its body uses."""


def _fixtures(source: str, modules: set[str]) -> Fixtures:
    tree = ast.parse(source)
    bound = {name: module for node in tree.body for name, module in _bound(node, modules)}
    bodies = {f.name: f for f in tree.body if isinstance(f, ast.FunctionDef)}
    made: Fixtures = {}
    for name, function in bodies.items():
        own = {n: m for node in ast.walk(function) for n, m in _bound(node, modules)}
        used = {node.id for node in ast.walk(function) if isinstance(node, ast.Name)}
        asked = {a.arg for a in function.args.args} | (used & bodies.keys())
        made[name] = (asked - {name}, {m for n, m in {**bound, **own}.items() if n in used})
    return made


def _bound(node: ast.AST, modules: set[str]) -> Iterator[tuple[str, str]]:
    if isinstance(node, ast.ImportFrom) and node.module:
        for one in node.names:
            whole = f"{node.module}.{one.name}"
            if whole in modules or node.module in modules:
                yield one.asname or one.name, whole if whole in modules else node.module


def _asked(source: str, fixtures: Fixtures) -> set[str]:
    """The fixtures that a test module asks for, and those that they ask for in turn."""
    functions = [f for f in ast.walk(ast.parse(source)) if isinstance(f, ast.FunctionDef)]
    wanted = {a.arg for f in functions for a in f.args.args} | {n for n in fixtures if n.startswith("_")}
    asked: set[str] = set()
    while wanted:
        name = wanted.pop()
        if name in fixtures and name not in asked:
            asked.add(name)
            wanted |= fixtures[name][0]
    return asked


def choose(path: str, reach: Reach) -> tuple[set[str], str]:
    """The tests for one changed file, and why these."""
    file = Path(path)
    module = _module(file)
    if path.startswith("tests/"):
        return _of_tests(file, module, reach)
    if path.startswith("mat_desktop/") and (ROOT / file).exists():
        known = reach.below(module) if file.name == "__init__.py" else {module}
        if module in reach.below("mat_desktop"):
            return reach.of(known), "what imports it"
        package = next(p for p in map(_module, file.parents) if reach.below(p))
        return reach.of(reach.below(package)), f"what imports {package}, which reads it"
    if path.startswith("resources/"):
        return reach.of({"mat_desktop.assets"}), "what finds resources"
    if path == "pyproject.toml" or path.startswith("mat_desktop/"):
        return reach.tests, "everything, for nothing says who needs it"
    readers = {t for t in reach.tests if file.name in _source(t) or file.stem in re.findall(r"\w+", _source(t))}
    return readers, "what names it"


def _of_tests(file: Path, module: str, reach: Reach) -> tuple[set[str], str]:
    if file.stem == "conftest":
        return {m for m in reach.tests if m.startswith(f"{_module(file.parent)}.")}, "what lies beneath it"
    if file.suffix == ".py" and (ROOT / file).exists():
        return reach.of({module}), "itself and what imports it"
    if file.suffix == ".py":
        return set(), "nothing, for whoever used it is changed too"
    folders = {_module(folder) for folder in file.parents if folder.name}
    return {m for m in reach.tests if m.rpartition(".")[0] in folders - {"tests"}}, "what lies beside and above it"


def _module(path: Path) -> str:
    return ".".join((path.parent if path.name == "__init__.py" else path.with_suffix("")).parts)


@cache
def _source(module: str) -> str:
    path = ROOT.joinpath(*module.split("."))
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    return file.read_text(encoding="utf-8")


def changed_since(base: str) -> list[str]:
    """Every file that differs from this commit, the new ones that git does not know yet among them."""
    commands = (["diff", "--name-only", "--no-renames", base, "--"], ["ls-files", "--others", "--exclude-standard"])
    texts = (subprocess.run(["git", *c], cwd=ROOT, check=True, capture_output=True, text=True).stdout for c in commands)
    return sorted({line for text in texts for line in text.splitlines()})


def built() -> Reach:
    """The imports of the program and of its tests as they are now."""
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))
    return Reach(grimp.build_graph(*PACKAGES, cache_dir=None))


def main() -> int:
    """Print the test files, one a line; on the side, what each changed file leads to."""
    paths = changed_since(sys.argv[1])
    reach, chosen = built(), set()
    for path in paths:
        tests, why = choose(path, reach)
        chosen |= tests
        print(f"{path}: {len(tests)} of {len(reach.tests)} test modules ({why})", file=sys.stderr)
    for test in sorted(chosen):
        print(test.replace(".", "/") + ".py")
    return 0


if __name__ == "__main__":
    sys.exit(main())
