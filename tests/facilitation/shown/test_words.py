"""What is stored has words for whoever reads it, in one table; a stored value is never read out itself."""

import ast
import importlib
import pkgutil
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import pytest

import mat_desktop
from mat_desktop.facilitation.shown import words
from mat_desktop.facilitation.shown.choices import begun, choices
from mat_desktop.facilitation.shown.words.contact import SOURCES
from mat_desktop.screens.shared.badges import BADGES
from mat_desktop.workshop.agreement import AgreementState
from mat_desktop.workshop.contact.days import Source
from mat_desktop.workshop.followup import FollowUpState
from mat_desktop.workshop.participants.participant import Presence, Registration
from mat_desktop.workshop.screening import ScreeningOutcome

HOUSE = Path(mat_desktop.__file__).parent
NEEDS_NO_TABLE = {
    "DayField": "names what is changed; each field has its label where it is typed",
    "TermField": "names what is changed; each field has its label where it is typed",
    "MeetingField": "names what is changed; each field has its label where it is typed",
    "GoalField": "names what is changed; each field has its label where it is typed",
    "TalkField": "names what is changed; each field has its label where it is typed",
    "DayTick": "a tick box, with its label",
    "ScaleRoom": "the sentence on the tipping point goes on with it",
    "DoorTick": "a tick box, with its label",
    "GoalFlag": "a flag on a step of the ladder has its button",
    "LookWish": "the settings have their segments",
    "PaperWish": "the settings have their segments",
    "AnswerState": "keys of a form, each with its own button",
    "CallKind": "the buttons of a call say it in sentences",
    "Choice": "a ballot has its own segments, in the words of the paper",
    "Class": "told in the sentence of the outcomes, `outcomes/words.py`",
    "ConsentKind": "`participants/consent.py` has the wording that was signed",
    "Direction": "the arithmetic of a questionnaire",
    "DueKind": "`today/due/words.py` has them, alone and several together",
    "PersonField": "names what is changed; each field has its label where it is typed",
    "WorkshopField": "names what is changed; each field has its label where it is typed",
    "Fact": "what a library knows of itself is never shown",
    "Goes": "decides who gets a sheet",
    "Occasion": "decides which answers belong together",
    "Odd": "the board has its sentences",
    "CardOpened": "the card says it in sentences",
    "ScreeningOutcome": "screening decisions are badges, `screens/shared/badges.py`",
    "PaperWords": "the form of goals has its segments",
    "PartnershipState": "a badge, `screens/shared/badges.py`",
    "Reply": "the telling has its buttons",
    "Rule": "the arithmetic of a questionnaire",
    "SheetKind": "`workshop/sheets.py` has the titles",
    "SortBy": "the page of printing has its choices",
    "Step": "`workshop/journey.py` has the titles",
    "Unplaced": "the board has its sentences",
    "AnswerWithin": "its values are the words of the law",
    "Chapter": "its values are the headings of a record",
    "ContactRole": "one tick, “Danger”, with its label",
    "Group": "its values are the headings of the print list",
    "Instead": "the four deeds have their buttons",
    "Part": "the print centre has its segments",
    "PromiseReason": "is never shown",
    "PromiseState": "a promise that is not open is in no list",
    "RequestKind": "each has its own button, and its own line on Today",
    "Verdict": "told in the sentence of the outcomes, `outcomes/conclusions.py`",
    "Wish": "the calls have their questions",
}
"""Enumerations without a table in `shown/words`, and why nobody misses it."""


def tables() -> list[tuple[str, dict[StrEnum, str]]]:
    rooms = [importlib.import_module(f"{words.__name__}.{room.name}") for room in pkgutil.iter_modules(words.__path__)]
    return [
        (f"{room.__name__.rsplit('.', 1)[1]}.{name}", table)
        for room in rooms
        for name, table in vars(room).items()
        if name.isupper() and isinstance(table, dict)
    ]


def stored() -> dict[str, type[StrEnum]]:
    """Every enumeration of the workshop and of what is done with it, whole modules read in."""
    found = {}
    for layer in ("workshop", "facilitation"):
        for path in sorted((HOUSE / layer).rglob("*.py")):
            dotted = ".".join(path.relative_to(HOUSE.parent).with_suffix("").parts)
            module = importlib.import_module(dotted.removesuffix(".__init__"))
            for thing in vars(module).values():
                if isinstance(thing, type) and issubclass(thing, StrEnum) and thing.__module__ == module.__name__:
                    found[f"{module.__name__}.{thing.__name__}"] = thing
    return found


@pytest.mark.parametrize(("name", "table"), tables(), ids=[name for name, _ in tables()])
def test_every_member_has_words_and_no_two_have_the_same(name: str, table: dict[StrEnum, str]):
    kind = type(next(iter(table)))
    assert list(table) == list(kind), f"{name}: {kind.__name__} has other members, or another order"
    assert len({said.casefold() for said in table.values() if said}) == len(kind)


def test_an_enumeration_has_a_table_of_words_or_a_reason_why_it_needs_none():
    told = {type(next(iter(table))) for _, table in tables()}
    untold = {kind.__name__ for kind in stored().values() if kind not in told}
    assert untold == set(NEEDS_NO_TABLE)


@pytest.mark.parametrize("kind", [AgreementState, FollowUpState, ScreeningOutcome, Presence, Registration])
def test_whatever_stands_as_a_badge_beside_a_name_has_one_for_each_state(kind: type[StrEnum]):
    assert {member.value for member in kind} <= set(BADGES)


def test_a_choice_keeps_the_stored_value_and_shows_its_words_with_a_capital():
    offered = choices(SOURCES, without=(Source.PARTNER_SHEET,))
    assert offered[0] == ("sheet", "Sheet")
    assert "partner's sheet" not in dict(offered)
    assert begun("done by DHL") == "Done by DHL"
    assert begun("") == ""


RULE = (
    "This reads a stored value out to people. Take its words from `facilitation/shown/words` (TABLE[member]; `begun` "
    "and `choices` give a capital), or write `.value` where the stored key itself is meant."
)
SHOWING = ("facilitation", "screens", "paper", "cli")


def modules(*layers: str) -> Iterator[tuple[Path, ast.Module]]:
    for layer in layers:
        for path in sorted((HOUSE / layer).rglob("*.py")):
            yield path, ast.parse(path.read_text("utf-8"))


def is_one(annotation: ast.expr | None, kinds: set[str]) -> bool:
    """Whether a thing of this annotation is a member of an enumeration, or None."""
    if isinstance(annotation, ast.BinOp):
        return is_one(annotation.left, kinds) or is_one(annotation.right, kinds)
    return isinstance(annotation, ast.Name) and annotation.id in kinds


def fields(kinds: set[str]) -> set[str]:
    """The names of fields that hold a member wherever a class has a field of that name."""
    holds: dict[str, list[bool]] = {}
    for _, module in modules("workshop", "facilitation"):
        for kind in (node for node in ast.walk(module) if isinstance(node, ast.ClassDef)):
            for field in (node for node in kind.body if isinstance(node, ast.AnnAssign)):
                if isinstance(field.target, ast.Name):
                    holds.setdefault(field.target.id, []).append(is_one(field.annotation, kinds))
    return {name for name, every in holds.items() if all(every)}


class Reader(ast.NodeVisitor):
    """Finds where a member is put into words as it is stored."""

    def __init__(self, kinds: set[str], held: set[str]) -> None:
        self.kinds, self.held = kinds, held
        self.local: set[str] = set()
        self.lines: list[int] = []

    def is_member(self, node: ast.expr) -> bool:
        """Whether this is surely a member: a parameter, a loop over an enumeration, a field, or named outright."""
        if isinstance(node, ast.BoolOp):
            return self.is_member(node.values[0])
        if isinstance(node, ast.Name):
            return node.id in self.local
        if not isinstance(node, ast.Attribute):
            return False
        named = isinstance(node.value, ast.Name) and node.value.id in self.kinds
        return node.attr in self.held or (named and node.attr.isupper())

    def loops_over(self, node: ast.expr) -> bool:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "enumerate":
            return self.loops_over(node.args[0])
        return isinstance(node, ast.Name) and node.id in self.kinds

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        outer = set(self.local)
        spoken = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
        self.local = (outer - {a.arg for a in spoken}) | {a.arg for a in spoken if is_one(a.annotation, self.kinds)}
        self.generic_visit(node)
        self.local = outer

    def visit_For(self, node: ast.For) -> None:
        self.runs(node.target, node.iter)
        self.generic_visit(node)

    def visit_GeneratorExp(self, node: ast.GeneratorExp | ast.ListComp | ast.SetComp | ast.DictComp) -> None:
        outer = set(self.local)
        for loop in node.generators:
            self.runs(loop.target, loop.iter)
        self.generic_visit(node)
        self.local = outer

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp  # noqa: N815  the names that ast looks for

    def runs(self, target: ast.expr, over: ast.expr) -> None:
        """In a loop over an enumeration the target is a member, and its last part where the members are numbered."""
        runner = target.elts[-1] if isinstance(target, ast.Tuple) else target
        if isinstance(runner, ast.Name):
            self.local -= {runner.id}
            self.local |= {runner.id} if self.loops_over(over) else set()

    def visit_FormattedValue(self, node: ast.FormattedValue) -> None:
        self.keep(node, says=self.is_member(node.value))
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        called = node.func
        if isinstance(called, ast.Name) and called.id == "str":
            self.keep(node, says=any(self.is_member(a) for a in node.args))
        if isinstance(called, ast.Attribute):
            changed = called.attr in ("capitalize", "title", "lower", "upper") and self.is_member(called.value)
            joined = called.attr in ("join", "format") and any(
                self.is_member(a) or self.loops_over(a) for a in node.args
            )
            self.keep(node, says=changed or joined or called.attr == "capitalize")
        self.generic_visit(node)

    def keep(self, node: ast.expr, *, says: bool) -> None:
        if says:
            self.lines.append(node.lineno)


def read_out(module: ast.Module, kinds: set[str], held: set[str]) -> list[int]:
    reader = Reader(kinds, held)
    reader.visit(module)
    return reader.lines


def test_no_stored_value_is_read_out_where_something_is_shown_or_printed():
    kinds = {kind.__name__ for kind in stored().values()}
    held = fields(kinds)
    assert {"presence", "story"} & held
    wrong = [
        f"{path.relative_to(HOUSE)}:{line}"
        for path, module in modules(*SHOWING)
        for line in read_out(module, kinds, held)
    ]
    assert not wrong, f"{RULE}\n" + "\n".join(wrong)


@pytest.mark.parametrize(
    "line",
    [
        "label(f'{mark}')",
        "label(str(mark or ''))",
        "label(mark.capitalize())",
        "label('  '.join(Mark))",
        "label(f'{row.presence}')",
        "label(str(Mark.TALKED))",
        "[str(one) for one in Mark]",
        "'  '.join(f'{number} {one}' for number, one in enumerate(Mark, 1))",
    ],
)
def test_each_way_of_reading_a_stored_value_out_is_seen(line: str):
    module = ast.parse(f"def show(mark: Mark, row: DoorRow) -> None:\n    {line}\n")
    assert read_out(module, {"Mark"}, {"presence"})


@pytest.mark.parametrize("line", ["label(MARKS[mark])", "key(mark.value)", "label(f'{MARKS[mark]}, {row.name}')"])
def test_words_from_a_table_and_stored_keys_are_left_alone(line: str):
    module = ast.parse(f"def show(mark: Mark, row: DoorRow) -> None:\n    {line}\n")
    assert not read_out(module, {"Mark"}, {"presence"})
