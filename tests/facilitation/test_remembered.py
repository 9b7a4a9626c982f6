"""What looks remember is what they would read afresh: after every kind of deed, undo and redo.

Looks, what is remembered and kinds of deed are listed by the code. What they are asked with is told here by the name of
the parameter, and the deeds are in `tests/deeds.py`.
"""

import ast
import importlib
import inspect
import pkgutil
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence, Set
from contextlib import AbstractContextManager
from dataclasses import fields, is_dataclass
from datetime import datetime
from functools import cache, partial
from itertools import product
from pathlib import Path
from typing import Any, cast

import pytest
from sqlalchemy import inspect as mapped

import mat_desktop.facilitation
from mat_desktop.facilitation import history
from mat_desktop.facilitation.contact.course import course
from mat_desktop.facilitation.deeds import EARLIER, OF_THE_ARCHIVE, DeedKind
from mat_desktop.facilitation.desk import Desk, look
from mat_desktop.facilitation.names import Names
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants.roster_file import ReadRoster
from mat_desktop.facilitation.ports import Archive, Note, Recorded, Rows
from mat_desktop.facilitation.printer import DAY, AnswerPlace
from mat_desktop.facilitation.promises.finding import Among
from mat_desktop.facilitation.remembered import remembered
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.facilitation.sheets.orders import Order
from mat_desktop.facilitation.sheets.pictures import BoxRead, PageRead
from mat_desktop.facilitation.standing import stand
from mat_desktop.facilitation.today.digest import _made, _present, digests
from mat_desktop.storage.folder.library import Library
from mat_desktop.storage.work.archive import SqlArchive
from mat_desktop.storage.work.remembered import Remembered
from mat_desktop.workshop.contact.calls import CallKind
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.pairing.nouns import Ballot, KeepApart
from mat_desktop.workshop.participants.consent import ConsentKind
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.seen import SeenMark
from mat_desktop.workshop.setup import GOALS
from mat_desktop.workshop.sheets import SheetKind
from tests.deeds import FIRST, SPRING, WORKSHOP, YEAR, YEAR_OF_DEEDS, Deed, clock_of, eight_people
from tests.libraries import library_of
from tests.people import WORKSHOP_DAY, CountedCodes

ANA, BEN, HEMI, PAIR = 1, 2, 8, 1
NOON = datetime(YEAR.year, YEAR.month, YEAR.day, 12, tzinfo=clock_of(YEAR).now().tzinfo)
NEVER = Recorded(
    sequences=(),
    kind="setup.change",
    at=clock_of(WORKSHOP_DAY).now(),
    workshop_id=WORKSHOP,
    people=(ANA, BEN),
    names=(),
)
ORDER = Order(
    workshop_id=WORKSHOP,
    kinds=(
        SheetKind.WHERE_WE_ARE,
        SheetKind.ROUND_CARD,
        SheetKind.AGREEMENT,
        SheetKind.CALL_LOG,
        SheetKind.SIX_MONTHS,
        SheetKind.SUMMARY,
        SheetKind.PAIR_OUTCOMES,
    ),
    people=(ANA,),
)
"""Paper that is made from all that is remembered: standing, course, outcomes, and what was issued before."""
SEALED = 2
"""The workshop of which a plan is sealed: nobody was included in it before."""
DAY_READ = BoxRead(
    place=AnswerPlace(item=FIRST.isoformat(), value=DAY, page=1, x=41.0, y=55.2, wide=21.9, high=6.8),
    seen=SeenMark.TICK,
    certain=True,
)
"""One day of the first call log that was printed."""
COMPLAINT_READ = tuple(
    BoxRead(
        place=AnswerPlace(item="What troubles me 1", value=str(n), page=1, x=30.0 + 9 * n, y=80.0, wide=6.0, high=6.0),
        seen=SeenMark.CROSS if n == 4 else SeenMark.EMPTY,
        certain=True,
    )
    for n in range(1, 14)
)
"""The boxes of one question of the sheet of complaints that was printed."""
ASKED_WITH: dict[str, tuple[object, ...]] = {
    "workshop_id": (WORKSHOP,),
    "person_id": (ANA,),
    "partnership_id": (PAIR,),
    "meeting_id": (1,),
    "hand_over_id": (1,),
    "by_hand": (False, True),
    "phone": ("021 555 0101",),
    "today": (SPRING,),
    "day": (WORKSHOP_DAY, YEAR),
    "now": (NOON,),
    "months": (6,),
    "measure": (GOALS,),
    "at": (None, 6),
    "measure_key": (GOALS,),
    "instrument_id": ("phq-4",),
    "typed": ("0000-1",),
    "second_copy": ("",),
    "step": (NEVER,),
    "_left.step": (Step.PARTICIPANTS, Step.GOALS),
    "roster": (ReadRoster(entries=()),),
    "answers": (None,),
    "first_id": (ANA,),
    "second_id": (HEMI,),
    "people": ((ANA, BEN),),
    "kinds": ((SheetKind.CALL_LOG, SheetKind.SIX_MONTHS),),
    "order": (ORDER,),
    "read": (PageRead(picture=0, part=0, code="322224", page=1, boxes=(DAY_READ,)),),
    "sheet_read.read": (PageRead(picture=0, part=0, code="422226", page=1, boxes=COMPLAINT_READ),),
    "sealed_plan.workshop_id": (SEALED,),
    "picture_digest": ("a picture",),
    "claimants.kind": (SheetKind.AGREEMENT, SheetKind.COMPLAINTS),
    "find.typed": ("an",),
    "here": (WORKSHOP,),
    "among": tuple(Among),
    "round_of.kind": (CallKind.DAY_7,),
    "by_kind.kind": (SheetKind.SIGN_IN, SheetKind.CALL_LOG),
    "left_out": ((),),
    "covered_by": (ConsentKind.RESEARCH, ConsentKind.STUDY),
}
"""What is asked, by the name of the parameter, or by function and parameter where one name has two meanings."""

SHOWN = "mat_desktop.facilitation.sheets.orders.shown"
Asked = Callable[[Rows], object]


def made_by(maker: Callable[..., object], function: object) -> bool:
    """Whether a function came out of this decorator."""
    return inspect.isfunction(function) and function.__code__ in maker.__code__.co_consts


def layers(function: object) -> Iterator[Callable[..., object]]:
    """A function and what its decorators are wrapped around."""
    while inspect.isfunction(function):
        yield function
        function = getattr(function, "__wrapped__", None)


def every(maker: Callable[..., object]) -> dict[str, Callable[..., object]]:
    """Every function of the house that this decorator makes, by module and name."""
    return {
        f"{module.name}.{name}": layer
        for module in pkgutil.walk_packages(mat_desktop.facilitation.__path__, "mat_desktop.facilitation.")
        for name, function in vars(importlib.import_module(module.name)).items()
        for layer in layers(function)
        if layer.__module__ == module.name and made_by(maker, layer)
    }


LOOKS, REMEMBERED = every(look), every(remembered)


def questions(
    name: str, function: Callable[..., object], asked_with: Mapping[str, tuple[object, ...]] = ASKED_WITH
) -> list[tuple[object, ...]]:
    """With what one of them is asked here. Fails with what is to be added where nobody has told it."""
    _, *parameters = inspect.signature(function).parameters.values()
    values = []
    for parameter in parameters:
        own = f"{function.__name__}.{parameter.name}"
        if own in asked_with or parameter.name in asked_with:
            values.append(asked_with.get(own) or asked_with[parameter.name])
        elif parameter.default is parameter.empty:
            pytest.fail(f"Add “{parameter.name}” (or “{own}”) to ASKED_WITH in {__file__}, so that {name} is asked.")
        else:
            break
    return list(product(*values))


def everything_asked() -> dict[str, Asked]:
    """Every look and everything that is remembered, each with all that it is asked here."""
    shown = inspect.unwrap(sheets.shown)
    plan = inspect.unwrap(sheets.plan)
    found: dict[str, Asked] = {SHOWN: lambda rows: shown(rows, ORDER, plan(rows, ORDER))}
    for name, function in (*LOOKS.items(), *REMEMBERED.items()):
        asked = inspect.unwrap(function) if made_by(look, function) else function
        if name != SHOWN:
            found |= {f"{name} {question}": partial(_answer, asked, question) for question in questions(name, function)}
    return found


def _answer(function: Callable[..., object], question: tuple[object, ...], rows: Rows) -> object:
    return function(rows, *question)


class Telling:
    """Tells values with all that is in them, as words; each thing once, for many answers hold the same ones.

    It lives no longer than nothing is changed: what it has told it tells the same again.
    """

    def __init__(self) -> None:
        self._told: dict[int, tuple[object, str]] = {}

    def told(self, value: Any) -> str:
        """A value as words; of what is kept, all but the count of its changes."""
        kind: Any = type(value)
        names = parts_of(kind)
        if names is not None:
            return self._thing(value, names)
        if isinstance(value, Mapping):
            return f"{{{', '.join(sorted(f'{self.told(k)}: {self.told(v)}' for k, v in value.items()))}}}"
        if isinstance(value, Set):
            return f"{{{', '.join(sorted(map(self.told, value)))}}}"
        if isinstance(value, Sequence) and not isinstance(value, str | bytes):
            return f"[{', '.join(map(self.told, value))}]"
        return repr(value)

    def _thing(self, value: object, names: tuple[str, ...]) -> str:
        if not names:
            return repr(value)
        if id(value) not in self._told:
            words = f"{type(value).__name__}({', '.join(self.told(getattr(value, name)) for name in names)})"
            self._told[id(value)] = value, words
        return self._told[id(value)][1]


@cache
def parts_of(kind: Any) -> tuple[str, ...] | None:
    """The names of what is in a thing of this kind; none in a plain value, and None where it is a collection."""
    mapper = mapped(kind, raiseerr=False)
    if mapper is not None and hasattr(mapper, "version_id_col"):
        own = [c.key for c in mapper.column_attrs if c.columns[0] is not mapper.version_id_col]
        return (*own, *(r.key for r in mapper.relationships if r.lazy == "selectin"))
    if is_dataclass(kind):
        return tuple(f.name for f in fields(kind))
    is_plain = issubclass(kind, str | bytes) or not issubclass(kind, Mapping | Set | Sequence)
    return () if is_plain else None


def seen(desk: Desk, asked: dict[str, Asked], answered: set[str]) -> dict[str, str]:
    """What every look shows now. `answered` learns which of them had something to say."""
    found, telling = {}, Telling()
    with desk.archive.look() as rows:
        for name, one in asked.items():
            try:
                found[name] = telling.told(one(rows))
                answered.add(name)
            except (Refusal, KeyError, StopIteration) as refusal:
                found[name] = repr(refusal)
    return found


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A workshop on its day, with eight people."""
    found = library_of(tmp_path / "library", eight_people)
    yield found
    found.close()


class NotingArchive:
    """The archive itself, and the kinds of the deeds that were done in it."""

    def __init__(self, archive: SqlArchive) -> None:
        self._archive = archive
        self.kinds: list[str] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._archive, name)

    def deed(self, note: Note) -> AbstractContextManager[Rows]:
        """A deed, noted by its kind."""
        self.kinds.append(note.kind)
        return self._archive.deed(note)


class Walk:
    """A year of deeds, with what every look shows held to what is read afresh."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.archive = NotingArchive(library.archive)
        self.clock = clock_of(WORKSHOP_DAY)
        self.desk = Desk(cast("Archive", self.archive), self.clock, CountedCodes())
        self.asked = everything_asked()
        self.answered = set[str]()
        self.changed = set[str]()
        self.ids: dict[str, object] = {}

    def warm(self, only: Collection[str] | None = None) -> dict[str, str]:
        """What is shown with everything that is remembered, by all looks or by these."""
        asked = self.asked if only is None else {name: self.asked[name] for name in only}
        return seen(self.desk, asked, self.answered)

    def cold(self) -> dict[str, str]:
        """What is shown when nothing is remembered; what was remembered is still there afterwards."""
        kept, self.library.archive._known = self.library.archive._known, Remembered()
        try:
            return seen(self.desk, self.asked, self.answered)
        finally:
            self.library.archive._known = kept

    def do(self, deed: Deed, before: dict[str, str]) -> dict[str, str]:
        """Do one deed, take it back and do it again where that can be, and return what is shown afterwards.

        Undo and redo are held to what showed a difference: where both states look alike, nothing stale can be told.
        """
        last = self.desk.archive.last_done()
        self.ids[self.archive.kinds[-1]] = deed(self.desk, self.ids)
        kind = self.archive.kinds[-1]
        after = self.warm()
        assert differing(after, self.cold()) == [], f"{kind} is not seen"
        assert digests(self.desk) == [_made(self.desk, key) for key in _present(self.desk)], kind
        changed = differing(before, after)
        self.changed |= set(changed)
        if self.desk.archive.last_done() != last:
            history.undo(self.desk)
            assert differing(self.warm(changed), before) == [], f"undo of {kind} is not seen"
            history.redo(self.desk)
            assert differing(self.warm(changed), after) == [], f"redo of {kind} is not seen"
        return after


def differing(one: dict[str, str], other: dict[str, str]) -> list[str]:
    """The names of what is shown otherwise."""
    return [name for name in one if one[name] != other[name]]


def test_after_every_deed_undo_and_redo_each_look_shows_what_is_kept(library):
    walk = Walk(library)
    before = walk.warm()
    for day, deeds in YEAR_OF_DEEDS:
        walk.clock.go_to(day)
        for deed in deeds:
            before = walk.do(deed, before)
    assert (
        sorted({kind.value.key for kind in set(DeedKind) - EARLIER - OF_THE_ARCHIVE} - set(walk.archive.kinds)) == []
    ), "Add a deed of this kind to YEAR_OF_DEEDS in tests/deeds.py."
    assert sorted(set(walk.asked) - walk.answered) == [], "what always refuses proves nothing"
    assert len(walk.changed) > 80, "deeds that change nothing would prove nothing"


def test_every_look_and_all_that_is_remembered_is_asked():
    written = [
        decorator.id
        for path in Path(mat_desktop.facilitation.__path__[0]).rglob("*.py")
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(function, ast.FunctionDef)
        for decorator in function.decorator_list
        if isinstance(decorator, ast.Name)
    ]
    assert (len(LOOKS), len(REMEMBERED)) == (written.count("look"), written.count("remembered"))
    asked = " ".join(everything_asked())
    assert [name for name in (*LOOKS, *REMEMBERED) if name not in asked] == []


def test_what_was_read_before_is_no_question_to_what_is_remembered(library):
    desk = Desk(library.archive, clock_of(WORKSHOP_DAY), CountedCodes())
    with desk.archive.look() as rows:
        for handed_in in (stand(rows, WORKSHOP), [WORKSHOP], Names(stand(rows, WORKSHOP)), (rows,)):
            with pytest.raises(TypeError, match="stand is remembered by what it is asked with, which is ids, words"):
                stand(rows, cast("int", handed_in))


def test_an_answer_lives_until_a_table_changes_that_it_was_read_from_and_no_longer(library):
    desk, known = Desk(library.archive, clock_of(WORKSHOP_DAY), CountedCodes()), library.archive._known
    question = (inspect.unwrap(setup.workshop), (WORKSHOP,))
    with desk.archive.look() as rows:
        rows.all(Ballot)
    setup.workshop(desk, WORKSHOP)
    participants.change(desk, ANA, participants.PersonField.NAME, "Anahera")
    assert known.get(question) is not None, "what else a look has read does not count"
    setup.change(desk, WORKSHOP, setup.WorkshopField.TITLE, "Harbour Hall again")
    assert known.get(question) is None
    with desk.archive.look() as rows:
        course(rows, WORKSHOP)
    participants.change(desk, ANA, participants.PersonField.NAME, "Ana")
    assert known.get((inspect.unwrap(course), (WORKSHOP,))) is None, "what it asked of others counts"


def test_inside_a_deed_everything_is_worked_out_afresh(library):
    desk = Desk(library.archive, clock_of(WORKSHOP_DAY), CountedCodes())
    with desk.archive.deed(Note("setup.change", undoable=True, at=desk.clock.now())) as rows:
        first = stand(rows, WORKSHOP)
        rows.add(KeepApart(WORKSHOP, ANA, BEN, ""))
        assert stand(rows, WORKSHOP) is not first
