"""How one gets to each dialog: the one thing that is written by hand. A dialog without a way fails `test_reach.py`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from mat_desktop.screens.contact.agreed_days import AgreedDaysDialog
from mat_desktop.screens.contact.happened import HappenedDialog
from mat_desktop.screens.contact.page import ContactPage
from mat_desktop.screens.contact.pictures.by_hand import ByHandDialog
from mat_desktop.screens.contact.pictures.figures_dialog import FiguresDialog
from mat_desktop.screens.frame.about import AboutDialog
from mat_desktop.screens.frame.action_list import ActionList
from mat_desktop.screens.frame.audit import AuditDialog
from mat_desktop.screens.frame.mishaps import MishapsDialog
from mat_desktop.screens.frame.settings import SettingsDialog
from mat_desktop.screens.goals.projector import GoalProjector
from mat_desktop.screens.library.erasing import EraseDialog
from mat_desktop.screens.library.erasing_dialog import ErasingDialog
from mat_desktop.screens.library.erasing_workshop import EraseWorkshopDialog
from mat_desktop.screens.library.keys import OnceDialog, PassphraseDialog, PinDialog
from mat_desktop.screens.library.losing import LossDialog
from mat_desktop.screens.library.record import RecordDialog
from mat_desktop.screens.library.recovery import RecoveryDialog
from mat_desktop.screens.outcomes.projector import GroupProjector
from mat_desktop.screens.pairing.ending import EndDialog
from mat_desktop.screens.pairing.leftover import AskDialog
from mat_desktop.screens.pairing.projector import Projector
from mat_desktop.screens.participants.consent_sheets import ConsentSheets
from mat_desktop.screens.participants.import_dialog import ImportDialog
from mat_desktop.screens.printing.filing import CodeDialog
from mat_desktop.screens.private.hand_over import HandOverDialog
from mat_desktop.screens.promises.answering import AnotherDay
from mat_desktop.screens.promises.call_sheet import CallSheetDialog
from mat_desktop.screens.promises.finding import FindPerson
from mat_desktop.screens.promises.person_line import ContactLine
from mat_desktop.screens.safety.card import SafetyDialog
from mat_desktop.screens.setup.new_dialog import NewWorkshop
from mat_desktop.screens.shared.dialog import AskToLeave, Dialog
from mat_desktop.screens.shared.messages import Asking, ConfirmDialog, Picking
from mat_desktop.screens.shared.pick_by_words import PickByWords
from mat_desktop.screens.shared.printer_dialog import PrinterDialog
from mat_desktop.screens.today.reminding import LaterDialog
from mat_desktop.workshop.journey import Step
from tests.contract.libraries import BLANK_CODE, DAY, INCLUDED, LAST, MONTHS, Stage
from tests.contract.visitor import Visitor, until
from tests.sure import sure_of


def _nothing(_visitor: Visitor, _over: QWidget) -> None:
    """Nothing to do in what opens on the way."""


@dataclass(frozen=True, kw_only=True)
class Way:
    """In which library, what is pressed, and what is done in other windows that open on the way."""

    stage: Stage
    go: Callable[[Visitor], object]
    between: Callable[[Visitor, QWidget], object] = _nothing


def on(step: Step, *pressed: str) -> Callable[[Visitor], None]:
    """Go to a step and press one button after the other."""

    def go(visitor: Visitor) -> None:
        visitor.go_to(step)
        for name in pressed:
            visitor.press(name)

    return go


def on_today(*pressed: str) -> Callable[[Visitor], None]:
    """Go to Today and press one button after the other."""

    def go(visitor: Visitor) -> None:
        visitor.press("Today", visitor.place.rail)
        for name in pressed:
            visitor.press(name)

    return go


def by_key(key: Qt.Key) -> Callable[[Visitor], None]:
    """Go to Today and press a key together with Ctrl."""

    def go(visitor: Visitor) -> None:
        on_today()(visitor)
        visitor.hand.key(key, Qt.KeyboardModifier.ControlModifier)

    return go


def by_menu(step: Step, button: str, entry: str, *pressed: str) -> Callable[[Visitor], None]:
    """Go to a step, and choose an entry of the menu of a button."""

    def go(visitor: Visitor) -> None:
        on(step, *pressed)(visitor)
        visitor.choose(visitor.button(button, visitor.page), entry)

    return go


def _type_a_file(visitor: Visitor, over: QWidget) -> None:
    """In the system of Qt's own file dialog: the name of the file, and Enter."""
    if isinstance(over, QFileDialog):
        path = visitor.folder.parent / "roster.csv"
        path.write_text("Name;Telefon;E-mail\nAnna Beispiel;0170 1;a@b.example\nBen;;x\n", encoding="utf-8")
        _into_the_line(visitor, over, str(path))


def _into_the_line(visitor: Visitor, over: QWidget, words: str) -> None:
    visitor.hand.click(next(line for line in over.findChildren(QLineEdit) if line.isVisible()))
    visitor.hand.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    visitor.hand.write(words)
    if over.isVisible():
        visitor.hand.key(Qt.Key.Key_Return)


def _picture_without_a_code(visitor: Visitor, over: QWidget) -> None:
    """A picture of an empty table: no code of a sheet is seen on it."""
    if isinstance(over, QFileDialog):
        path = visitor.folder.parent / "table.png"
        picture = QImage(900, 1200, QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.lightGray)
        picture.save(str(path))
        _into_the_line(visitor, over, str(path))


def _read_a_picture(visitor: Visitor) -> None:
    on(Step.CONTACT, "View: Take in sheets", "From pictures", "Choose pictures")(visitor)
    by_hand = sure_of(ContactPage, visitor.page).pictures.by_hand
    until(by_hand.isVisible)
    visitor.hand.click(by_hand)


def _type_and_leave(visitor: Visitor, over: QWidget) -> None:
    """Something is typed in a dialog, and Esc asks."""
    if isinstance(over, NewWorkshop):
        visitor.hand.write("Half a title")
        visitor.hand.key(Qt.Key.Key_Escape)


def _type_the_code_of_a_blank_sheet(visitor: Visitor, over: QWidget) -> None:
    if isinstance(over, CodeDialog):
        _into_the_line(visitor, over, BLANK_CODE)


def _press_change_the_pin(visitor: Visitor, over: QWidget) -> None:
    if isinstance(over, SettingsDialog):
        visitor.press("Change the PIN", over)


def _choose(words: str) -> Callable[[Visitor, QWidget], None]:
    """Type some words of an action in the list of everything that can be done."""

    def choose(visitor: Visitor, over: QWidget) -> None:
        if isinstance(over, ActionList):
            _into_the_line(visitor, over, words)

    return choose


def _agree_and_show(visitor: Visitor) -> None:
    on(Step.OUTCOMES, "View: Group")(visitor)
    ticked = visitor.button("All agreed that the group sees this")
    if not ticked.isChecked():
        visitor.hand.click(ticked)
    visitor.press("Show the group")


def _find_ana(visitor: Visitor, over: QWidget) -> None:
    if isinstance(over, FindPerson):
        _into_the_line(visitor, over, "ana")


WAYS: Mapping[type[Dialog], Way] = {
    AboutDialog: Way(stage=DAY, go=by_key(Qt.Key.Key_K), between=_choose("licences")),
    ActionList: Way(stage=DAY, go=by_key(Qt.Key.Key_K)),
    AgreedDaysDialog: Way(stage=MONTHS, go=on(Step.CONTACT, "View: How the pairs are", "Agreed days of")),
    AnotherDay: Way(stage=LAST, go=on_today("Another day")),
    AskDialog: Way(stage=DAY, go=by_menu(Step.PAIRING, INCLUDED[4], "Waits, with a date", "View: Board")),
    AskToLeave: Way(stage=DAY, go=on_today("New workshop"), between=_type_and_leave),
    Asking: Way(stage=DAY, go=on_today("Find a sheet by its code"), between=_type_the_code_of_a_blank_sheet),
    AuditDialog: Way(stage=DAY, go=on_today("What was done")),
    ByHandDialog: Way(stage=MONTHS, go=_read_a_picture, between=_picture_without_a_code),
    CallSheetDialog: Way(stage=LAST, go=on_today("Type a phone list")),
    CodeDialog: Way(stage=MONTHS, go=on_today("Find a sheet by its code")),
    ConfirmDialog: Way(stage=DAY, go=on(Step.PAIRING, "View: Board", "Confirm pairs")),
    ConsentSheets: Way(stage=DAY, go=on(Step.PARTICIPANTS, "View: People", "Consents")),
    ContactLine: Way(stage=LAST, go=by_key(Qt.Key.Key_F), between=_find_ana),
    EndDialog: Way(stage=DAY, go=by_menu(Step.PAIRING, "Being asked", "End this partnership", "View: Board")),
    EraseDialog: Way(stage=DAY, go=on(Step.PARTICIPANTS, "View: People", "Erase …")),
    EraseWorkshopDialog: Way(stage=DAY, go=on(Step.SETUP, "View: Privacy", "Erase this workshop …")),
    FiguresDialog: Way(stage=MONTHS, go=on(Step.CONTACT, "View: Take in sheets", "From pictures", "Figures")),
    FindPerson: Way(stage=DAY, go=by_key(Qt.Key.Key_F)),
    GoalProjector: Way(stage=MONTHS, go=on(Step.GOALS, "View: Goal round", "Projector")),
    GroupProjector: Way(stage=LAST, go=_agree_and_show),
    HandOverDialog: Way(stage=DAY, go=on(Step.SCREENING, "View: Talk", "Hand over")),
    HappenedDialog: Way(stage=MONTHS, go=on(Step.CONTACT, "Something has happened")),
    ImportDialog: Way(stage=DAY, go=on(Step.PARTICIPANTS, "View: People", "Import a file"), between=_type_a_file),
    LaterDialog: Way(stage=MONTHS, go=on_today("Show who", "Later")),
    LossDialog: Way(stage=MONTHS, go=by_key(Qt.Key.Key_K), between=_choose("something is lost")),
    MishapsDialog: Way(stage=DAY, go=on_today("If the program went wrong")),
    NewWorkshop: Way(stage=DAY, go=on_today("New workshop")),
    Picking: Way(stage=LAST, go=on(Step.OUTCOMES, "View: Table", "Save table")),
    Projector: Way(stage=DAY, go=on(Step.PAIRING, "View: Board", "For the projector")),
    PinDialog: Way(stage=DAY, go=by_key(Qt.Key.Key_Comma), between=_press_change_the_pin),
    RecordDialog: Way(stage=MONTHS, go=on(Step.PARTICIPANTS, "View: People", "Record …")),
    SafetyDialog: Way(stage=DAY, go=on(Step.SCREENING, "View: Talk", "Safety card")),
    SettingsDialog: Way(stage=DAY, go=by_key(Qt.Key.Key_Comma)),
}
ELSEWHERE: Mapping[type[Dialog], str] = {
    ErasingDialog: "Nobody opens it: it is what the questions about erasing one person and a workshop share.",
    OnceDialog: "Opens only over a library with a passphrase; `screens/library/test_keys.py` makes one.",
    PassphraseDialog: "Opens only over a library with a passphrase; `screens/library/test_keys.py` makes one.",
    PickByWords: "Nobody opens it: it is what finding a person and the list of all that can be done share.",
    PrinterDialog: "Opens only where a printer is there; `screens/shared/test_to_printer.py` gives it some.",
    RecoveryDialog: "Opens only over a library with a passphrase; `entrance.py` gets to it by making one.",
}
"""Dialogs that none of the four libraries leads to, and who does."""


def to_the_dialog(visitor: Visitor, kind: type[Dialog], then: Callable[[Dialog], object]) -> list[str]:
    """Go the way to a dialog, and do something in it. Which windows opened."""
    way, came, before = WAYS[kind], list[str](), visitor.hand.inside

    def inside(over: QWidget) -> None:
        came.append(type(over).__name__)
        if type(over) is kind:
            then(over)
        elif not isinstance(over, kind):
            way.between(visitor, over)

    visitor.hand.inside = inside
    try:
        way.go(visitor)
    finally:
        visitor.hand.inside = before
    return came
