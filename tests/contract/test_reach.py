"""Whatever the code can show has a way to it: what has none is named, with what to add and where."""

from importlib import import_module
from pkgutil import walk_packages

import pytest

import mat_desktop.screens
from mat_desktop.screens.frame.lock_page import LockPage
from mat_desktop.screens.frame.privacy import PrivacyScreen
from mat_desktop.screens.frame.step_out import StepOut
from mat_desktop.screens.frame.veil import VeilPage
from mat_desktop.screens.shared.dialog import Dialog
from tests.contract import ways


def read_in_all_screens() -> None:
    """Read in every page, so that each dialog and cover is known."""
    for module in walk_packages(mat_desktop.screens.__path__, "mat_desktop.screens."):
        import_module(module.name)


def beneath(kind: type) -> set[type]:
    """Everything of the program's own that is one of these, however far down."""
    below: list[type] = kind.__subclasses__()
    found = {one for one in below if one.__module__.startswith("mat_desktop.")}
    return found.union(*(beneath(one) for one in found))


def not_reached() -> list[str]:
    """A sentence for each dialog and cover to which nobody gets."""
    known = ways.WAYS.keys() | ways.ELSEWHERE.keys()
    dialogs = [
        f"{kind.__name__} has no way to it. Add to WAYS in tests/contract/ways.py where it is, and what is pressed."
        for kind in beneath(Dialog) - known
    ]
    covers = [
        f"{kind.__name__} is laid by no rule. Add one to tests/contract/rules/covers.py, and to COVERS in walker.py."
        for kind in beneath(VeilPage) - {PrivacyScreen, StepOut, LockPage}
    ]
    return [*dialogs, *covers]


def test_every_dialog_and_every_cover_of_the_program_has_a_way_to_it():
    read_in_all_screens()
    assert not_reached() == []
    assert all(reason.endswith(".") for reason in ways.ELSEWHERE.values())


def test_no_way_leads_to_a_dialog_that_is_gone():
    read_in_all_screens()
    assert (ways.WAYS.keys() | ways.ELSEWHERE.keys()) <= beneath(Dialog)


@pytest.mark.parametrize("kind", [*ways.WAYS, *ways.ELSEWHERE])
def test_whoever_adds_a_dialog_without_a_way_is_told_where_to_add_one(monkeypatch, kind):
    monkeypatch.setattr(ways, "WAYS", {k: v for k, v in ways.WAYS.items() if k is not kind})
    monkeypatch.setattr(ways, "ELSEWHERE", {k: v for k, v in ways.ELSEWHERE.items() if k is not kind})
    (sentence,) = not_reached()
    assert sentence.startswith(kind.__name__)
    assert "tests/contract/ways.py" in sentence
