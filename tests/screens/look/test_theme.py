"""Every theme can be read, follows the system or the hand, and changes while the program runs."""

import re

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollBar, QWidget

from mat_desktop.facilitation.library.settings import LookWish, Settings, TextSize
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants.roster import roster
from mat_desktop.rehearsal.hands import seen
from mat_desktop.screens.look.dress import load_fonts
from mat_desktop.screens.look.style import style_sheet
from mat_desktop.screens.look.theme import Theme, colour, metrics_of, worn
from mat_desktop.screens.look.tokens import COLOURS, Scheme
from mat_desktop.screens.look.wardrobe import theme_of
from mat_desktop.workshop.journey import Step
from tests.sure import sure

CONTROL = Qt.KeyboardModifier.ControlModifier
TEXT = [  # words, ground, least contrast
    *((ink, ground, 7.0) for ink in ("ink",) for ground in ("canvas", "surface", "sunken", "primary_soft")),
    *(("ink_muted", ground, 4.5) for ground in ("canvas", "surface", "sunken", "primary_soft")),
    *((f"{kind}_ink", f"{kind}_bg", 4.5) for kind in ("ok", "refer", "pause", "todo", "attn", "danger")),
    *((ink, ground, 4.5) for ink in ("primary", "danger") for ground in ("surface", "canvas")),
    ("say_ink", "say_bg", 7.0), ("on_primary", "primary", 4.5), ("on_primary", "primary_hover", 4.5),
    ("on_primary_soft", "primary_soft", 4.5), ("rail_ink", "rail", 7.0), ("rail_ink", "rail_hover", 4.5),
    ("rail_muted", "rail", 4.5), ("ink", "rail_cur", 7.0), ("paper_ink", "paper", 7.0),
    *((partner, "surface", 4.5) for partner in ("pa", "pb", "pc")),
]  # fmt: skip
MARKS = [
    *(("control", ground) for ground in ("surface", "canvas")), *(("heat", ground) for ground in ("surface",)),
    *(("focus", ground) for ground in ("surface", "canvas", "sunken", "primary_soft")),
    ("rail_focus", "rail"), ("rail_line", "rail"), ("rail_done", "rail"), ("say_mark", "say_bg"),
    ("primary", "surface"), ("primary", "canvas"),
]  # fmt: skip


def contrast(one: str, other: str) -> float:
    """By WCAG 2: relative luminance of the lighter plus 0.05 over that of the darker plus 0.05."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(value: str) -> float:
    parts = [int(value[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", Scheme)
def test_words_and_marks_can_be_read_in_every_scheme(scheme):
    told = COLOURS[scheme]
    faint = [(ink, ground) for ink, ground, least in TEXT if contrast(told[ink], told[ground]) < least]
    faint += [(mark, ground) for mark, ground in MARKS if contrast(told[mark], told[ground]) < 3]
    assert faint == []


def test_every_scheme_has_every_colour():
    assert all(told.keys() == COLOURS[Scheme.LIGHT].keys() for told in COLOURS.values())


@pytest.mark.parametrize("scheme", Scheme)
def test_no_colour_stands_in_a_style_sheet_that_is_not_of_its_scheme(scheme):
    sheet = style_sheet(Theme(scheme=scheme), "a", "b")
    assert set(re.findall(r"#[0-9A-Fa-f]{6}\b", sheet)) <= set(COLOURS[scheme].values())
    assert "$" not in sheet
    assert "@" not in sheet


def test_words_of_the_sheet_follow_the_size_that_is_wished():
    sheet = style_sheet(Theme(text=150), "a", "b")
    assert "font-size: 24px; color" in sheet


def test_an_answer_that_was_measured_before_the_shipped_letters_came_is_measured_in_them(qapp):
    qapp.setProperty("lettered", False)
    before = metrics_of("strong", 1.0)
    load_fonts()
    assert metrics_of("strong", 1.0) is not before


class Told:
    """A system that says what it wishes."""

    def __init__(self, scheme: Scheme, text: float = 1.0) -> None:
        self.wished, self.larger = scheme, text
        self.then: object = None

    def scheme(self) -> Scheme:
        return self.wished

    def text(self) -> float:
        return self.larger

    def territory(self) -> str:
        return "US"

    def on_change(self, then: object) -> None:
        self.then = then


def test_the_system_is_followed_until_she_chooses_for_herself():
    system = Told(Scheme.CONTRAST, 1.3)
    assert theme_of(Settings(), system) == Theme(scheme=Scheme.CONTRAST, system=1.3)
    assert theme_of(Settings(look=LookWish.LIGHT), system).scheme is Scheme.LIGHT
    assert theme_of(Settings(look=LookWish.DARK), system).scheme is Scheme.DARK


def test_a_larger_letter_of_the_system_is_where_the_sizes_begin_and_they_end_before_the_window_is_too_small():
    assert theme_of(Settings(text=TextSize.LARGER), Told(Scheme.LIGHT, 1.25)).px(16) == 23
    assert theme_of(Settings(text=TextSize.LARGEST), Told(Scheme.LIGHT, 1.7)).factor == 2.0


def key(window: QWidget, which: Qt.Key) -> None:
    QTest.keyClick(sure(window.window().windowHandle()), which, CONTROL)
    QTest.qWait(1)


def test_at_the_entrance_already_words_are_made_larger_by_a_key_and_stay_so(facilitator):
    facilitator.open()
    words = next(w for w in facilitator.window.findChildren(QLabel) if w.property("kind") == "title")
    before = words.sizeHint().height()
    key(facilitator.window, Qt.Key.Key_Plus)
    assert worn().text == 115
    assert words.sizeHint().height() > before
    facilitator.close()
    facilitator.open()
    assert worn().text == 115
    key(facilitator.window, Qt.Key.Key_0)
    assert worn().text == 100


def by_name(facilitator, name: str) -> int:
    return next(p.id for p in roster(facilitator.place.desk, 1) if p.name == name)


def wear(facilitator, look: LookWish, text: TextSize = TextSize.USUAL) -> None:
    facilitator.window.wardrobe.change(Settings(look=look, text=text))
    QTest.qWait(1)


def test_in_the_dark_nothing_of_the_light_is_left_on_the_page_in_sight_nor_on_one_opened_later(at_own_sample):
    at_own_sample.go_to(Step.SCREENING)
    wear(at_own_sample, LookWish.DARK)
    for step in (Step.SCREENING, Step.PARTICIPANTS):
        at_own_sample.go_to(step)
        picture = at_own_sample.window.grab().toImage()
        light = COLOURS[Scheme.LIGHT]["canvas"].lower(), COLOURS[Scheme.LIGHT]["surface"].lower()
        seen_colours = {
            picture.pixelColor(x, y).name() for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)
        }
        assert not seen_colours & set(light)
        assert colour("canvas").name() in seen_colours


def test_another_look_loses_no_half_typed_word_and_stays_with_the_person(at_own_sample):
    at_own_sample.go_to(Step.PARTICIPANTS)
    at_own_sample.pick("Dov K.")
    line = seen(at_own_sample.window, QLineEdit, "Phone")
    line.setFocus()
    line.setText("021 555 0199")
    wear(at_own_sample, LookWish.CONTRAST, TextSize.LARGER)
    assert seen(at_own_sample.window, QLineEdit, "Phone").text() == "021 555 0199"
    at_own_sample.go_to(Step.SCREENING)
    kept = participants.person(at_own_sample.place.desk, by_name(at_own_sample, "Dov K."))
    assert kept.phone == "021 555 0199"


def test_another_look_leaves_the_page_scrolled_to_where_it_was(at_own_sample):
    wear(at_own_sample, LookWish.LIGHT)
    at_own_sample.go_to(Step.PARTICIPANTS)
    at_own_sample.pick("Dov K.")
    at_own_sample.window.resize(1000, 560)
    QTest.qWait(1)
    bars = [bar for bar in at_own_sample.page.findChildren(QScrollBar) if bar.isVisible() and bar.maximum() > 100]
    assert bars
    for bar in bars:
        bar.setValue(90)
    wear(at_own_sample, LookWish.DARK)
    QTest.qWait(20)
    assert [bar.value() for bar in bars] == [90] * len(bars)


class Worn(QObject):
    """What a window wears whenever one of its parts is told that its style or its colours are others."""

    def __init__(self, window: QWidget, part: QWidget) -> None:
        super().__init__()
        self._window = window
        self.sheets: list[str] = []
        part.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self.sheets.append(self._window.styleSheet())
        return False


def test_between_two_looks_no_part_is_without_any(at_own_sample):
    """All of a page is styled, coloured and laid out again for each sheet, so for none in between as well."""
    wear(at_own_sample, LookWish.LIGHT)
    at_own_sample.go_to(Step.PARTICIPANTS)
    told = Worn(at_own_sample.window, seen(at_own_sample.window, QLineEdit, "Find a person"))
    wear(at_own_sample, LookWish.DARK)
    assert told.sheets
    assert "" not in told.sheets


def test_placeholders_are_as_dark_as_other_small_words(at_own_sample):
    wear(at_own_sample, LookWish.LIGHT)
    at_own_sample.go_to(Step.PARTICIPANTS)
    edit = seen(at_own_sample.window, QLineEdit, "Find a person")
    assert edit.palette().placeholderText().color().name() == colour("ink_muted").name()
    assert QApplication.palette().placeholderText().color().name() == colour("ink_muted").name()
