"""Half a year of twelve people through the window, and every count once more by hand."""

from collections import Counter
from datetime import date, timedelta

import pypdf
import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from mat_desktop.facilitation.contact import sheet
from mat_desktop.facilitation.pairing import moves, telling
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.rehearsal.hands import choose, in_dialog, press, write
from mat_desktop.workshop.contact.days import Mark
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.sheets import SheetKind

FIRST, LAST = date(2026, 3, 16), date(2026, 9, 12)
NAMES = ("Ana", "Ben", "Cleo", "Dov", "Elif", "Farid", "Grace", "Hemi", "Ines", "Jan", "Kofi", "Lena")
TERM = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
PAUSE = (date(2026, 7, 1), date(2026, 7, 10))
STOPPED, PAIRED_AGAIN = date(2026, 4, 20), date(2026, 5, 4)
REMEMBERED = date(2026, 8, 10)


@pytest.fixture
def twelve(desk, workshop_id, include, clock, library, facilitator):
    """Six pairs on trial, and the laptop closed."""
    setup.change(desk, workshop_id, setup.WorkshopField.FACILITATOR, "Ruth")
    people = [include(name) for name in NAMES]
    moves.propose(desk, workshop_id, [(people[n : n + 2], 50) for n in range(0, 12, 2)])
    telling.confirm(desk, workshop_id)
    telling.all_said_yes(desk, workshop_id)
    setup.set_meeting(desk, setup.workshop(desk, workshop_id).points[0].id, LAST)
    library.close()
    return facilitator


def logged(person: str) -> dict[date, Mark]:
    """What stands on somebody's paper: mostly calls, some not, each partner the same."""
    pair = NAMES.index(person) // 2
    found = {}
    for number, day in enumerate(TERM):
        if (number + 3 * pair) % 11 == 5:
            found[day] = Mark.MESSAGE
        elif pair == 2 and number in (40, 41):
            found[day] = Mark.NO_CALL
        elif (number + pair) % 29 == 17:
            continue
        else:
            found[day] = Mark.TALKED
    return found


def recount(agreed: list[date], marks: dict[date, Mark], remembered: int = 0) -> tuple[int, int, int]:
    """Agreed, talked, not known: counted straight from the sheet."""
    found = Counter(marks.get(day) for day in agreed)
    return len(agreed), found[Mark.TALKED], found[None] - remembered


def words_on(page) -> list[str]:
    QTest.qWait(50)
    return [found.text() for found in page.findChildren(QLabel) if found.isVisible()]


def happened(who, person: str, what: str, day: str) -> None:
    def fill(dialog) -> None:
        choose(dialog, "Who", person)
        choose(dialog, "What", what)
        dialog._show()
        write(dialog, "Day it happened", day)
        press(dialog, "Keep this")

    in_dialog(lambda: press(who.place, "Something has happened"), fill)


def test_half_a_year_of_twelve_people_and_every_count_agrees_with_a_straight_recount(twelve, tmp_path):
    who = twelve

    # Day 14: five pairs go on; Kofi and Lena would rather not, and Lena stops.
    who.at(date(2026, 3, 28))
    who.open().open_workshop("Harbour Hall")
    who.go_to(Step.CONTACT)
    press(who.place, "View: Calls and talks")
    assert len(who.listed()) == 6
    for names in who.listed():
        who.phone_each(names, "Day 14", "3  Another partner" if "Kofi" in names else "1  Go on as it is")
    who.pick("Kofi and Lena")
    press(who.page, "Calls: Day 14")
    press(who.page, "End it without fault")
    assert "Kofi and Lena" not in who.listed()
    happened(who, "Lena", "Wants to stop", "28 March 2026")
    who.close()

    # In April Jan stops; in May Ines and Kofi are paired.
    who.at(STOPPED)
    who.open().open_workshop("Harbour Hall")
    who.go_to(Step.CONTACT)
    happened(who, "Jan", "Wants to stop", "20 April 2026")
    who.today()
    assert "Phone Ines" in words_on(who.place.today)
    who.close()
    who.at(PAIRED_AGAIN)
    who.open().open_workshop("Harbour Hall")
    who.go_to(Step.PAIRING)
    press(who.place, "View: Board")
    who.press("Suggest pairs")
    who.tell_the_pairs()
    who.go_to(Step.CONTACT)

    # Cleo and Dov are on holiday in July.
    press(who.place, "View: How the pairs are")

    def holiday(dialog) -> None:
        write(dialog, "First day without a call", "1 July 2026")
        write(dialog, "Last day (empty: open)", "10 July 2026")
        press(dialog, "Add days without a call")

    in_dialog(lambda: press(who.page, "Agreed days of Cleo and Dov"), holiday)
    who.close()

    # The sheets come back in September; Ben's is lost and Grace's too.
    who.at(LAST, 16)
    who.open().open_workshop("Harbour Hall")
    who.go_to(Step.CONTACT)
    sheets = {name: logged(name) for name in NAMES if name not in ("Ben", "Grace", "Lena", "Jan")}
    sheets["Ines"] = {day: mark for day, mark in logged("Ines").items() if day > PAIRED_AGAIN}
    sheets["Kofi"] = {day: mark for day, mark in logged("Kofi").items() if day > PAIRED_AGAIN}
    sheets["Cleo"] = {d: m for d, m in sheets["Cleo"].items() if not PAUSE[0] <= d <= PAUSE[1]}
    sheets["Dov"] = dict(sheets["Cleo"])
    for name, marks in sheets.items():
        who.type_log(name, marks)

    # Grace's days are taken from Hemi's sheet; of Ben only one week is remembered.
    who.pick("Grace")
    press(who.page, "Take from the partner’s sheet")
    who.pick("Ben")
    table = who.page.take_in.table
    table.setCurrentIndex(table.log.index_of(REMEMBERED))
    write(who.page, "Days talked that week, as remembered", "5")

    # Elif and Farid ask for a talk about the two calls that they missed.
    press(who.place, "View: Calls and talks")
    who.pick("Elif and Farid")
    who.write("Repair talk on", "14 September 2026")
    press(who.page, "Arrange a repair talk")
    press(who.page, "What came of it: One change agreed")
    who.write("One small change", "Call before supper")
    press(who.page, "Afterwards: It helped")

    expected = {
        "Ana": recount(TERM, sheets["Ana"]),
        "Ben": recount(TERM, {}, remembered=7),
        "Cleo": recount([d for d in TERM if not PAUSE[0] <= d <= PAUSE[1]], sheets["Cleo"]),
        "Dov": recount([d for d in TERM if not PAUSE[0] <= d <= PAUSE[1]], sheets["Dov"]),
        "Elif": recount(TERM, sheets["Elif"]),
        "Farid": recount(TERM, sheets["Farid"]),
        "Grace": recount(TERM, sheets["Hemi"]),
        "Hemi": recount(TERM, sheets["Hemi"]),
        "Ines": recount([d for d in TERM if d > PAIRED_AGAIN], sheets["Ines"]),
        "Kofi": recount([d for d in TERM if d > PAIRED_AGAIN], sheets["Kofi"]),
    }
    press(who.place, "View: How the pairs are")
    said = words_on(who.page)
    for name, (agreed, talked, unknown) in expected.items():
        recalled = ", 5 as remembered" if name == "Ben" else ""
        assert f"{name}: talked {talked} of {agreed}{recalled}, {unknown} not known" in said
    # The partnerships that ended keep their own days: 12 of Kofi and Lena, 35 of Ines and Jan, nothing known.
    for line in ("Kofi: talked 0 of 12, 12 not known", "Ines: talked 0 of 35, 35 not known"):
        assert line in said

    who.save_paper(SheetKind.SIX_MONTHS, tmp_path / "handouts.pdf")
    text = " ".join(" ".join(page.extract_text().split()) for page in pypdf.PdfReader(tmp_path / "handouts.pdf").pages)
    for name, (agreed, talked, unknown) in expected.items():
        recalled = " Of 5 more you remember that you talked." if name == "Ben" else ""
        told = f" For {unknown} days we do not know." if unknown else ""
        _, _, kept = text.partition(f"{name}, six months on Part 2: yours to keep.")
        kept, _, _ = kept.partition("Six months, keep, page 1 of 1")
        assert f"You and your partner talked on {talked} of {agreed} days.{recalled}{told}" in kept
    who.close()
    who.open().open_workshop("Harbour Hall")
    rows = {row.name: row for row in sheet.members(who.place.desk, 1, LAST)}
    assert len(rows["Kofi"].places) == 2
