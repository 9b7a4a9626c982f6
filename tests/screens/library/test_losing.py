"""A sheet is lost: its code tells whose names and what stood on it, and what happened is kept."""

import pytest

from mat_desktop.facilitation.library import losing
from mat_desktop.facilitation.library.losing import STOOD
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.facilitation.sheets.orders import Order
from mat_desktop.rehearsal.hands import in_dialog, press, write
from mat_desktop.screens.library.losing import LossDialog
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.sheets import SheetKind
from tests.screens.conftest import with_passphrase
from tests.screens.library.test_record import mill_lane

CODE, HAPPENED = "The code of the lost sheet", "What was lost, and what you did"


def test_what_stands_on_every_kind_of_sheet_is_known():
    assert STOOD.keys() == set(SheetKind)
    assert all(words for _, words in STOOD.values())


@pytest.fixture
def at_mill_lane(facilitator):
    with_passphrase(facilitator, mill_lane)
    facilitator.go_to(Step.PARTICIPANTS)
    return facilitator


def printed_for_ana(desk):
    order = Order(workshop_id=1, kinds=(SheetKind.CONSENT,), people=(1,))
    (code,) = sheets.issue(desk, 1, sheets.plan(desk, order))
    return code


def test_the_code_of_a_lost_sheet_tells_whom_to_phone_and_what_to_say_and_the_note_is_kept(at_mill_lane):
    desk = at_mill_lane.place.desk
    code = printed_for_ana(desk)

    def act(dialog):
        assert isinstance(dialog, LossDialog)
        write(dialog, CODE, "AAAA 22")
        press(dialog, "Find it")
        assert "No sheet of this library has that code" in dialog.error.text()
        write(dialog, CODE, code)
        press(dialog, "Find it")
        assert "Ana, 021 555 7788" in dialog.whose.text()
        assert "Ben" not in dialog.whose.text()
        assert "a signature" in dialog.say.text()
        assert "the Privacy Commissioner, privacy.org.nz (NotifyUs)" in dialog.authority.text()
        press(dialog, "Keep what happened")
        assert "Write in a few words" in dialog.error.text()
        write(dialog, HAPPENED, "In the bus. Phoned Ana.")
        press(dialog, "Keep what happened")

    in_dialog(at_mill_lane.place.errands.show_loss, act)
    assert [one.words for one in losing.losses(desk)] == ["In the bus. Phoned Ana."]
    order = Order(workshop_id=1, kinds=(SheetKind.IF_LOST,))
    (page,) = sheets.shown(desk, order, sheets.plan(desk, order))
    assert "In the bus. Phoned Ana." in str(page)


def test_a_list_of_the_room_may_name_everybody_and_a_page_without_names_nobody(at_mill_lane):
    desk = at_mill_lane.place.desk
    today = desk.clock.today()
    assert [p.name for p in losing.by_kind(desk, 1, SheetKind.SIGN_IN, today).people] == ["Ana", "Ben"]
    evidence = losing.by_kind(desk, 1, SheetKind.EVIDENCE, today)
    assert (evidence.people, evidence.say) == ((), "")
