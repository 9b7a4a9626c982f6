"""Whoever looks for numbers that nobody guards learns which faults pass, and finds the code as it was."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TREE = {
    "shop/__init__.py": "",
    "shop/till.py": '"""Counts 1 coin."""\n\n\ndef due(price: int, paid: int) -> int:\n    return price - paid\n',
    "shop/sign.py": '"""Says 2 things."""\n\n\ndef wide(letters: int) -> int:\n    return letters * 8\n',
    "shop/attic.py": 'KEPT = 7\n__all__ = ["KEPT"]\n',
    "tests/__init__.py": "",
    "tests/test_till.py": "from shop.till import due\n\n\ndef test_what_is_due():\n    assert due(5, 2) == 3\n",
    "tests/test_sign.py": "from shop.sign import wide\n\n\ndef test_there_is_room():\n    assert wide(3) > 0\n",
}


@pytest.fixture
def tree(tmp_path):
    for name, source in TREE.items():
        path = tmp_path / "tree" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source)
    return tmp_path / "tree"


def told(tree, *words):
    command = [sys.executable, ROOT / "packaging" / "mutate.py", *words, "--tree", tree, "--package", "shop"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.mark.skipif(sys.platform == "win32", reason="faults are tried in forks")
def test_it_says_which_faults_are_seen_which_pass_and_which_no_test_could_see(tree):
    said = told(tree, "9").splitlines()
    rest = told(tree, "9", "--after", "3").splitlines()
    outcomes = {said[n + 1].strip(): said[n].split(" (")[0].split() for n in range(0, len(said) - 1, 2)}
    assert outcomes == {
        "return price - paid  ->  return price + paid": ["killed", "shop/till.py:5"],
        "return letters * 8  ->  return letters / 8": ["survived", "shop/sign.py:5"],
        "return letters * 8  ->  return letters * 9": ["survived", "shop/sign.py:5"],
        "KEPT = 7  ->  KEPT = 8": ["not", "reached", "shop/attic.py:1"],
    }
    assert said[-1].startswith("4 faults: 1 killed, 2 survived, 1 not reached;")
    assert (rest[1], rest[-1].split(":")[0]) == (said[7], "1 faults"), "what was tried before is left out"
    assert {str(p.relative_to(tree)): p.read_text() for p in tree.rglob("*") if p.is_file()} == TREE


@pytest.mark.skipif(sys.platform == "win32", reason="faults are tried in forks")
def test_a_test_that_fails_anyway_has_seen_nothing(tree):
    (tree / "tests" / "test_till.py").write_text(TREE["tests/test_till.py"].replace("== 3", "== 4"))
    assert "1 faults: 0 killed, 1 survived" in told(tree, "9", "shop/till.py")
