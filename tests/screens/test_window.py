import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from mat_desktop.assets import resources
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants import roster
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.rehearsal.hands import NotThere, in_dialog, press, seen, write
from mat_desktop.screens.look.tokens import COLOURS, Scheme
from mat_desktop.screens.shared.fields import PAUSE_MS, Field
from mat_desktop.workshop.journey import Step
from tests.libraries import PASSPHRASE
from tests.paperwork import of_kind
from tests.people import WORKSHOP_DAY
from tests.screens.conftest import with_passphrase


def mill_lane(desk):
    setup.create(desk, "Mill Lane", "Mill Lane 2", WORKSHOP_DAY, "Pacific/Auckland")


@pytest.fixture
def with_workshop(facilitator):
    with_passphrase(facilitator, mill_lane)
    facilitator.go_to(Step.SETUP)
    press(facilitator.place.header, "View: Workshop")
    return facilitator


def test_many_plain_calls_into_qt_do_not_abort(qapp):
    label = QLabel()
    for number in range(20_000):
        label.setText(str(number))
    assert label.text() == "19999"


def test_the_first_start_asks_for_a_passphrase_typed_twice(facilitator):
    facilitator.open()
    write(facilitator.window, "New passphrase", "short")
    press(facilitator.window, "Make my library")
    texts = [w.text() for w in facilitator.window.findChildren(QLabel)]
    assert any("At least 8 characters" in words for words in texts)
    assert not facilitator.folder.exists()


def test_the_sample_workshop_opens_without_a_passphrase(facilitator, monkeypatch):
    facilitator.open().open_sample()
    facilitator.open_workshop("Harbour Hall")
    assert facilitator.place.header.title.text() == "Six months of contact"


def test_a_wrong_passphrase_is_said_and_the_right_one_opens(with_workshop):
    with_workshop.close()
    with_workshop.open("something else")
    assert any("does not open" in w.text() for w in with_workshop.window.findChildren(QLabel))
    write(with_workshop.window, "Passphrase", PASSPHRASE)
    press(with_workshop.window, "Open")
    with_workshop.open_workshop("Mill Lane")


def test_the_recovery_sheet_is_asked_for_on_today_until_it_is_made(with_workshop, tmp_path):
    with_workshop.today()
    with_workshop.messages.paths.append(tmp_path / "sheet.pdf")
    in_dialog(lambda: press(with_workshop.place, "Recovery sheet"), lambda dialog: press(dialog, "Save as PDF"))
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    with pytest.raises(NotThere):
        seen(with_workshop.place, QPushButton, "Recovery sheet")


@pytest.fixture
def other_disk(tmp_path):
    """A folder on another disk than the library's."""
    memory = Path("/dev/shm")
    if not memory.is_dir() or memory.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("There is no second disk here.")
    with TemporaryDirectory(dir=memory) as folder:
        yield Path(folder)


def test_a_copy_on_the_same_disk_is_called_on_this_computer_and_is_no_second_place(with_workshop, tmp_path):
    with_workshop.today()
    with_workshop.messages.paths.append(tmp_path / "home")
    press(with_workshop.place, "Make a copy")
    assert "on this computer. If the computer is lost, it is lost too." in with_workshop.messages.said[-1]
    shown = [w.text() for w in with_workshop.place.today.findChildren(QLabel)]
    assert "There is a copy on this computer (today), and none in a second place yet." in shown


def test_a_copy_in_a_second_place_is_made_verified_and_remembered(with_workshop, other_disk):
    with_workshop.today()
    stick = other_disk / "stick"
    stick.mkdir()
    with_workshop.messages.paths.append(stick)
    press(with_workshop.place, "Make a copy")
    assert len(list(stick.iterdir())) == 1
    assert with_workshop.messages.said[-1].startswith("A verified copy lies in ")
    assert any("second place: today" in w.text() for w in with_workshop.place.today.findChildren(QLabel))
    with_workshop.messages.paths.append(with_workshop.folder)
    press(with_workshop.place, "Make a copy")
    assert "inside the library itself" in with_workshop.messages.said[-1]


def test_typing_is_kept_after_a_pause_without_leaving_the_field(with_workshop):
    edit = seen(with_workshop.page, QLineEdit, "Place")
    edit.setFocus()
    edit.clear()
    QTest.keyClicks(edit, "The old mill")
    QTest.qWait(PAUSE_MS + 100)
    with_workshop.close()
    with_workshop.open(PASSPHRASE)
    with_workshop.open_workshop("Mill Lane")
    with_workshop.go_to(Step.SETUP)
    press(with_workshop.place.header, "View: Workshop")
    assert seen(with_workshop.page, QLineEdit, "Place").text() == "The old mill"


def test_what_is_typed_is_kept_when_the_window_is_closed_in_the_middle(with_workshop):
    edit = seen(with_workshop.page, QLineEdit, "Facilitator")
    edit.setFocus()
    QTest.keyClicks(edit, "Ruth")
    with_workshop.close()
    with_workshop.open(PASSPHRASE)
    with_workshop.press("Continue")
    press(with_workshop.place.header, "View: Workshop")
    assert seen(with_workshop.page, QLineEdit, "Facilitator").text() == "Ruth"


def test_a_wrong_date_is_said_under_the_field_and_the_typing_stays(with_workshop):
    with_workshop.write("Date of the workshop", "03/04/2026")
    edit = seen(with_workshop.page, QLineEdit, "Date of the workshop")
    field = edit.parentWidget()
    assert isinstance(field, Field)
    assert field.error.text() == "Which day is it: 3 April 2026 or 4 March 2026?"
    assert edit.text() == "03/04/2026"
    with_workshop.write("Date of the workshop", "the third")
    assert field.error.text() == "Write the date as 14 March 2026."
    assert edit.text() == "the third"


def test_ctrl_z_takes_back_typing_first_and_then_the_last_deed_by_name(with_workshop):
    with_workshop.go_to(Step.PARTICIPANTS)
    write(with_workshop.page, "Name of a new participant", "Ana")
    with_workshop.press("Add")
    edit = seen(with_workshop.page, QLineEdit, "Called")
    edit.setFocus()
    QTest.keyClicks(edit, "typo")
    QTest.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert edit.text() == ""
    QTest.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "Undone: adding Ana." in with_workshop.messages.said
    assert with_workshop.page.note() == "0 people"


def test_the_place_where_one_stopped_is_found_again_with_the_person(at_own_sample):
    at_own_sample.go_to(Step.GOALS)
    at_own_sample.pick("Dov K.")
    at_own_sample.close()
    at_own_sample.open()
    at_own_sample.press("Continue")
    assert at_own_sample.place.step is Step.GOALS
    assert at_own_sample.page.person == 4


def test_the_privacy_button_stands_in_the_same_place_on_every_page(at_own_sample):
    places = set()
    for step in Step:
        at_own_sample.go_to(step)
        QApplication.processEvents()
        button = seen(at_own_sample.place, QPushButton, "Privacy screen")
        places.add(button.mapTo(at_own_sample.place, button.rect().topLeft()).toTuple())
    at_own_sample.press("Print")
    QApplication.processEvents()
    button = seen(at_own_sample.place, QPushButton, "Privacy screen")
    places.add(button.mapTo(at_own_sample.place, button.rect().topLeft()).toTuple())
    assert len(places) == 1


def test_the_board_opens_without_reasons_and_shows_them_only_while_held(at_own_sample):
    at_own_sample.go_to(Step.PAIRING)

    def fits() -> list[str]:
        QApplication.processEvents()
        found = [w.text() for w in at_own_sample.page.findChildren(QLabel) if w.isVisible()]
        return [words for words in found if words.startswith("Fit ")]

    assert fits() == []
    button = seen(at_own_sample.place, QPushButton, "Show reasons")
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    assert len(fits()) == 4
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert fits() == []


def test_a_form_code_leads_to_its_sheet_and_a_wrong_one_is_said(at_own_sample):
    from mat_desktop.workshop.codes import shown_code
    from mat_desktop.workshop.sheets import SheetKind

    desk = at_own_sample.place.desk
    (log,) = of_kind(desk, 1, SheetKind.CALL_LOG, [8])
    at_own_sample.go_to(Step.CONTACT)
    at_own_sample.write("Form code, from the foot of the sheet", shown_code(log.head.code).replace("–", "-"))
    assert at_own_sample.page.person == 8
    at_own_sample.write("Form code, from the foot of the sheet", "222222")
    assert at_own_sample.messages.said[-1].startswith("! No sheet of this library has the code 2222 – 22")


def visible_children(root: QWidget) -> list[QWidget]:
    return [w for w in root.findChildren(QWidget) if w.isVisible()]


@pytest.mark.parametrize("size", [(1366, 768), (1280, 680)])
@pytest.mark.parametrize("step", Step)
def test_nothing_is_clipped_and_everything_has_a_name(at_own_sample, size, step):
    at_own_sample.window.resize(*size)
    at_own_sample.go_to(step)
    QTest.qWait(30)
    window = at_own_sample.window
    assert (window.width(), window.height()) == size, "the page asks for more room than the smallest laptop has"
    for area in window.findChildren(QScrollArea):
        if area.isVisible():
            inner = area.widget()
            assert inner.minimumSizeHint().width() <= area.viewport().width(), f"cut off at the right: {area}"
    for widget in visible_children(window):
        if isinstance(widget, QPushButton) and widget.text():
            drawn = widget.iconSize().width() if not widget.icon().isNull() else 0
            words = widget.fontMetrics().horizontalAdvance(widget.text())
            assert widget.width() >= words + drawn + 4, f"{widget.text()}: {widget.width()} px"
        focusable = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if focusable and isinstance(
            widget, QAbstractButton | QLineEdit | QComboBox | QPlainTextEdit | QAbstractScrollArea
        ):
            assert widget.accessibleName() or widget.accessibleDescription(), f"{widget} has no name"
        if isinstance(widget, QPushButton | QLineEdit | QComboBox):
            assert widget.height() >= 40, f"{widget.accessibleName()} is {widget.height()} px high"


@pytest.mark.parametrize("step", Step)
def test_tab_reaches_every_control_and_comes_back(at_own_sample, step):
    at_own_sample.go_to(step)
    QTest.qWait(20)
    window = at_own_sample.window
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    first = at_own_sample.place.bar.back
    first.setFocus()
    seen_widgets: list[QWidget] = []
    for _ in range(400):
        widget = QApplication.focusWidget()
        assert widget is not None, f"The focus is lost after {seen_widgets[-1].accessibleName()}"
        seen_widgets.append(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is first:
            break
    assert QApplication.focusWidget() is first, f"Tab is caught in {QApplication.focusWidget()}"
    wanted = {
        w
        for w in visible_children(window)
        if isinstance(w, QPushButton | QLineEdit | QPlainTextEdit)
        and w.isEnabled()
        and w.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    missed = [w.accessibleName() for w in wanted - set(seen_widgets) if not getattr(w, "group", lambda: None)()]
    assert missed == []


def channel(value: int) -> float:
    part = value / 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def luminance(token: str) -> float:
    red, green, blue = (int(COLOURS[Scheme.LIGHT][token][n : n + 2], 16) for n in (1, 3, 5))
    return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue)


@pytest.mark.parametrize(
    ("ink", "ground", "least"),
    [
        ("ink", "canvas", 7),
        ("ink", "surface", 7),
        ("ink", "primary_soft", 7),
        ("say_ink", "say_bg", 7),
        ("ink_muted", "surface", 4.5),
        ("ink_muted", "sunken", 4.5),
        ("on_primary", "primary", 4.5),
        ("ok_ink", "ok_bg", 4.5),
        ("refer_ink", "refer_bg", 4.5),
        ("pause_ink", "pause_bg", 4.5),
        ("attn_ink", "attn_bg", 4.5),
        ("danger_ink", "danger_bg", 4.5),
        ("rail_muted", "rail", 4.5),
        ("pa", "surface", 4.5),
        ("pb", "surface", 4.5),
        ("pc", "surface", 4.5),
        ("focus", "canvas", 3),
    ],
)
def test_the_light_theme_has_enough_contrast(ink, ground, least):
    light, dark = sorted((luminance(ink), luminance(ground)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= least


def test_no_colour_is_written_outside_the_tokens():
    from pathlib import Path

    import mat_desktop.screens

    for path in Path(mat_desktop.screens.__file__).parent.rglob("*.py"):
        if path.name != "tokens.py":
            assert not re.findall(r"#[0-9A-Fa-f]{6}\b", path.read_text(encoding="utf-8")), path


def test_the_licences_of_fonts_and_icons_are_shipped():
    for name in ("fonts/AtkinsonHyperlegibleNext-OFL.txt", "fonts/DejaVu-LICENSE.txt", "icons/Lucide-LICENSE.txt"):
        assert (resources() / name).stat().st_size > 500


def test_a_second_person_with_a_known_number_is_asked_about_and_nobody_is_added_unasked(at_own_sample):
    at_own_sample.go_to(Step.PARTICIPANTS)
    before = len(roster.roster(at_own_sample.place.desk, 1))
    at_own_sample.messages.answers.append(False)
    write(at_own_sample.page, "Name of a new participant", "Amara Osei")
    write(at_own_sample.page, "Phone of a new participant", "021-5550101")
    at_own_sample.press("Add")
    assert at_own_sample.messages.asked[-1] == "Amara O. has this number already. Is this somebody else?"
    assert len(roster.roster(at_own_sample.place.desk, 1)) == before
    at_own_sample.press("Add")
    assert len(roster.roster(at_own_sample.place.desk, 1)) == before + 1


def test_a_number_that_somebody_has_is_asked_about_in_the_form_of_another_person_too(at_own_sample):
    who = at_own_sample
    who.go_to(Step.PARTICIPANTS)
    who.pick("Ben T.")
    before = participants.person(who.place.desk, 2).phone
    write(who.page, "Phone", "021-5550101")
    field = who.page.form.lines[participants.PersonField.PHONE]
    assert field.error.text().startswith("Amara O. has this number already. Is this somebody else?")
    assert participants.person(who.place.desk, 2).phone == before
    asked = seen(who.page, QPushButton, "Somebody else with the same number")
    top = asked.window()
    QTest.mouseClick(top.windowHandle(), Qt.MouseButton.LeftButton, pos=asked.mapTo(top, asked.rect().center()))
    assert participants.person(who.place.desk, 2).phone == "021-5550101"
    assert field.error.text() == ""
    write(who.page, "Phone", "021-5550101")
    assert field.error.text() == "", "what was answered is not asked again"


def test_a_copy_that_is_made_from_a_page_leaves_her_on_that_page(with_workshop, other_disk):
    with_workshop.go_to(Step.PARTICIPANTS)
    with_workshop.messages.paths.append(other_disk)
    with_workshop.place.errands.copy_to_second_place()
    assert with_workshop.place.step is Step.PARTICIPANTS
    assert with_workshop.messages.said[-1].startswith("A verified copy lies in ")
