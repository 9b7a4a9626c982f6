"""`check` looks and changes nothing, and says what it found in sentences."""

import hashlib
import json
import shutil
from io import BytesIO

import pypdf
import pytest

from mat_desktop import cli
from mat_desktop.app.doors import at_desk
from mat_desktop.app.system import Press
from mat_desktop.facilitation.printed.setup import WhereWeAreSheet
from mat_desktop.facilitation.printer import Style
from mat_desktop.facilitation.rules import standing_rules
from mat_desktop.facilitation.sheets import orders
from mat_desktop.facilitation.sheets.journal_head import HeadOnPaper, read_head
from mat_desktop.facilitation.sheets.orders import Order
from mat_desktop.storage.folder import slot
from mat_desktop.storage.folder.library import open_with_passphrase
from mat_desktop.workshop.sheets import SheetKind
from tests.libraries import PASSPHRASE, sealed_library_of
from tests.storage.folder.test_keys import one_workshop
from tests.sure import sure_of


@pytest.fixture
def folder(tmp_path):
    sealed_library_of(tmp_path / "library", one_workshop)
    open_with_passphrase(tmp_path / "library", PASSPHRASE, standing_rules).close()
    return tmp_path / "library"


def state(folder):
    return {
        str(path): (
            path.stat().st_mode,
            path.stat().st_mtime_ns,
            path.is_file() and hashlib.sha256(path.read_bytes()).digest(),
        )
        for path in (folder, *folder.rglob("*"))
    }


def check(folder, capsys):
    secret = folder.parent / "secret"
    secret.write_text(PASSPHRASE)
    status = cli.main(["check", "--library", str(folder), "--passphrase-file", str(secret), "--json"])
    told = capsys.readouterr()
    return status, json.loads(told.out) if told.out else told.err


@pytest.mark.parametrize("how", ["whole", "a damaged copy of the key", "left open to others", "a leftover"])
def test_check_changes_nothing(folder, capsys, how):
    if how == "a damaged copy of the key":
        (folder / slot.SLOT_COPY).write_bytes(b"{}")
    if how == "left open to others":
        folder.chmod(0o755)
    if how == "a leftover":
        (folder / ".mat-desktop-half").touch()
    before = state(folder)
    status, told = check(folder, capsys)
    assert state(folder) == before
    assert told["sound"] is (how != "a damaged copy of the key")
    assert status == (0 if told["sound"] else 3)


def test_a_library_that_is_open_is_not_checked_beside_the_window(folder, capsys):
    library = open_with_passphrase(folder, PASSPHRASE, standing_rules)
    status, told = check(folder, capsys)
    library.close()
    assert status == 3
    assert "another window" in told


def test_nothing_of_the_copy_stays_behind(folder, capsys, tmp_path, monkeypatch):
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    assert check(folder, capsys)[0] == 0
    assert list(place.iterdir()) == []
    shutil.rmtree(place)


def told_of(folder, *words, capsys):
    secret = folder.parent / "secret"
    secret.write_text(PASSPHRASE)
    status = cli.main(["check", "--library", str(folder), "--passphrase-file", str(secret), *words])
    return status, "".join(capsys.readouterr())


def printed_head(folder):
    """What stands on a “Where we are” that is printed now."""
    with_page = open_with_passphrase(folder, PASSPHRASE, standing_rules)
    desk = at_desk(with_page).desk
    (printed,) = orders.print_out(desk, Order(workshop_id=1, kinds=(SheetKind.WHERE_WE_ARE,)))
    sheet = sure_of(WhereWeAreSheet, printed)
    page = pypdf.PdfReader(BytesIO(Press().pdf((sheet,), Style()))).pages[-1].extract_text()
    with_page.close()
    assert " ".join(page.split()).count(f"goes to {sheet.record}.") == 1
    return sheet.record


def test_where_we_are_tells_how_far_the_record_went_and_check_asks_for_it(folder, capsys):
    head = printed_head(folder)
    assert head in told_of(folder, capsys=capsys)[1]
    assert "check --head" in told_of(folder, capsys=capsys)[1]
    status, told = told_of(folder, "--head", head.upper().replace(" ", "  "), capsys=capsys)
    assert (status, "goes as on the paper" in told) == (0, True)


def test_a_copy_from_before_the_paper_was_printed_is_known_by_the_paper(folder, capsys):
    """Everything in it verifies: only what is kept outside of it can tell that its end is missing."""
    shutil.copytree(folder, folder.parent / "before")
    head = printed_head(folder)
    shutil.rmtree(folder)
    (folder.parent / "before").rename(folder)
    assert told_of(folder, capsys=capsys)[0] == 0
    status, told = told_of(folder, "--head", head, capsys=capsys)
    assert (status, "does not go as on the paper" in told) == (3, True)


RUN_ON = "1234567890121234"
"""Where number and mark are not kept apart, nobody knows which of the two a digit belongs to."""


@pytest.mark.parametrize(
    "typed", ["1234 5678 9012 1234", "1234-567890121234", "1234: 5678.9012.1234", " 1234\t567890121234 "]
)
def test_the_mark_of_a_record_may_be_grouped_as_one_likes(typed):
    assert read_head(typed) == HeadOnPaper(1234, "567890121234")


@pytest.mark.parametrize("typed", ["soon", "12", "3 a1b2 c3d4", "3 a1b2 c3d4 e5fg", "x" * 10_000, RUN_ON])
def test_what_is_no_head_of_a_record_is_refused_with_an_example(folder, capsys, typed):
    status, told = told_of(folder, "--head", typed, capsys=capsys)
    assert status in (2, 3)
    assert "1234 a1b2 c3d4 e5f6" in told
