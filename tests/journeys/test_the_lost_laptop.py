"""The laptop is lost, on purpose: a stick and a sheet of paper bring the whole year back, in the window."""

import shutil
from pathlib import Path
from typing import Any

import pypdf
from sqlalchemy import select

from mat_desktop.facilitation.ports import Fact
from mat_desktop.facilitation.rules import standing_rules
from mat_desktop.rehearsal.hands import in_dialog, press, write
from mat_desktop.storage.folder.engine import connect
from mat_desktop.storage.folder.glance import DATABASE
from mat_desktop.storage.folder.library import create, open_with_passphrase
from mat_desktop.storage.tables.columns import metadata
from mat_desktop.storage.tables.mapping import DOMAIN_TABLES
from mat_desktop.workshop.journey import Step
from tests.figures import figure
from tests.libraries import PASSPHRASE, library_of
from tests.twelve import a_year_of_twelve
from tests.years import NAMES, YEAR

NEW = "brand new words"
_LONG = len("1") + len("0001 0203 0405 BB")
"""So many letters has a line of the sheet with its number; each letter is drawn alone."""


def a_year_behind_a_passphrase(folder: Path, plain: Path) -> None:
    """The year of twelve people, encrypted as every real library is."""
    library = library_of(plain, a_year_of_twelve)
    library.archive.keep_fact(Fact.RECOVERY_OFFERED, "yes")
    library.close()
    made = create(folder, PASSPHRASE, standing_rules)
    key = made.data_key
    made.close()
    assert key is not None
    (folder / DATABASE).unlink()
    connection = connect(plain / DATABASE, None)
    connection.execute(f"ATTACH DATABASE '{folder / DATABASE}' AS sealed KEY \"x'{key.hex()}'\"")
    connection.execute("SELECT sqlcipher_export('sealed')")
    connection.close()


def everything_in(folder: Path, passphrase: str) -> dict[str, list[Any]]:
    library = open_with_passphrase(folder, passphrase, standing_rules)
    assert library.archive.faults() == []
    with library.archive._engine.connect() as connection:
        told = {t: connection.execute(select(metadata.tables[t])).all() for t in (*DOMAIN_TABLES, "journal")}
    library.close()
    return {table: [tuple(row) for row in rows] for table, rows in told.items() if rows}


def saved_sheet(facilitator, stick: Path) -> str:
    """The eight lines as somebody reads them off the paper."""
    facilitator.messages.paths.append(stick.with_name("recovery-sheet.pdf"))
    in_dialog(facilitator.place.errands.print_recovery, lambda dialog: press(dialog, "Save as PDF"))
    text = pypdf.PdfReader(stick.with_name("recovery-sheet.pdf")).pages[0].extract_text()
    eight = text.partition("lines there.")[2].partition("The last two")[0].replace("\n", "")[-8 * _LONG :]
    return "\n".join(eight[start + 1 : start + _LONG] for start in range(0, len(eight), _LONG))


def test_a_stick_and_a_sheet_of_paper_bring_the_whole_year_back_in_five_actions(facilitator, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    a_year_behind_a_passphrase(facilitator.folder, tmp_path / "plain")
    facilitator.clock.go_to(YEAR)
    facilitator.open(PASSPHRASE)
    facilitator.messages.paths.append(stick)
    facilitator.place.errands.copy_to_second_place()
    sheet = saved_sheet(facilitator, stick)
    facilitator.close()
    before = everything_in(facilitator.folder, PASSPHRASE)
    shutil.rmtree(facilitator.folder)

    facilitator.open()
    window = facilitator.window
    press(window, "Bring a library back")
    facilitator.messages.paths.append(stick)
    press(window, "Stick or folder")
    write(window, "The eight lines", sheet)
    write(window, "New passphrase", NEW)
    press(window, "Bring it back")

    facilitator.open_workshop("Harbour Hall")
    facilitator.go_to(Step.ONE_YEAR)
    facilitator.close()
    after = everything_in(facilitator.folder, NEW)
    assert {table: rows for table, rows in after.items() if table != "journal"} == {
        table: rows for table, rows in before.items() if table != "journal"
    }
    assert after["journal"] == before["journal"]
    figure("a lost laptop", f"5 actions, {sum(map(len, after.values()))} rows of a year with {len(NAMES)} people: all")
