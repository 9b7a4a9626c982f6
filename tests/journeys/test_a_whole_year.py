import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdf

from mat_desktop.facilitation.library.sample import windows_of
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants import roster
from mat_desktop.facilitation.participants.person_view import PersonView
from mat_desktop.rehearsal.hands import press
from mat_desktop.workshop.contact.days import Mark
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.sheets import BY_MONTHS, SheetKind
from tests.people import WORKSHOP_DAY

PASSPHRASE = "four words of mine"
NAMES = ("Ana Müller", "Ben O'Neil", "Zoë <b>Brown</b> & Co", "Dov, Jr.")
HEADER = (
    "Timestamp,Email Address,Your full name,Phone number,When are you free?,What would you like to change?,"
    "I agree to take part,I agree that my data is kept"
)
LADDER = ["every day", "6 days", "5 days", "3 days", "1 day"]


def exported(encoding: str) -> bytes:
    rows = [HEADER]
    for number, name in enumerate(NAMES):
        rows.append(
            f'"2026/02/0{number + 1} 9:12:44 AM GMT+13",p{number}@example.org,"{name}",021 555 000{number},'
            f'"Weekdays evening, Weekend evening","Sleep, and ""rest""",I agree,I agree'
        )
    return "\r\n".join(rows).encode(encoding)


def step_under(mark: str, paper: Path) -> str:
    """The step of Ana's ladder that stands nearest below this mark on the page that she keeps."""
    (page,) = (p for p in pypdf.PdfReader(paper).pages if "Ana, one year on\nPart 2" in p.extract_text())
    at: dict[str, float] = {}
    page.extract_text(visitor_text=lambda text, _cm, tm, *_: at.update({text.strip().split(",")[0]: tm[4]}))
    steps = [step for step in LADDER if step in at]
    assert steps == LADDER, at
    return min(steps, key=lambda step: abs(at[step] - at[mark]))


def include_everybody(facilitator) -> None:
    facilitator.go_to(Step.SCREENING)
    for name in NAMES:
        facilitator.pick(name)
        facilitator.type_sheet("Readiness", *"111111111")
        facilitator.decide("include")


def taken_in(facilitator, title: str, registration: Path, encoding: str) -> list[PersonView]:
    """Everybody whom the page of participants takes in from this file, without the number of their row."""
    facilitator.set_up(title, "Library", WORKSHOP_DAY, "Pacific/Auckland")
    facilitator.go_to(Step.PARTICIPANTS)
    facilitator.import_file(registration, encoding)
    assert facilitator.page.note() == "4 people"
    desk = facilitator.place.desk
    rows = roster.roster(desk, facilitator.place.bench.workshop_id)
    return [replace(participants.person(desk, row.id), id=0) for row in rows]


def test_the_export_of_a_form_gives_the_same_people_in_either_encoding(facilitator, tmp_path):
    for encoding in ("utf-8-sig", "windows-1252"):
        (tmp_path / f"{encoding}.csv").write_bytes(exported(encoding))
    facilitator.open().make_library(PASSPHRASE)
    unicode = taken_in(facilitator, "Mill Lane", tmp_path / "utf-8-sig.csv", "")
    facilitator.today()
    assert taken_in(facilitator, "Pier Street", tmp_path / "windows-1252.csv", "windows-1252") == unicode
    assert {person.name for person in unicode} == set(NAMES)


def test_a_year_from_the_export_of_a_form_to_the_one_year_handout(facilitator, tmp_path):
    """Everything by the window; the program is closed and opened again between the scenes."""
    registration = tmp_path / "Registration.csv"
    registration.write_bytes(exported("windows-1252"))

    facilitator.at(date(2026, 2, 20))
    facilitator.open().make_library(PASSPHRASE)
    facilitator.set_up("Mill Lane", "Library", WORKSHOP_DAY, "Pacific/Auckland")
    facilitator.go_to(Step.PARTICIPANTS)
    facilitator.import_file(registration, "windows-1252")
    assert facilitator.page.note() == "4 people"
    facilitator.close()

    facilitator.at(WORKSHOP_DAY)
    facilitator.open(PASSPHRASE)
    facilitator.open_workshop("Mill Lane")
    include_everybody(facilitator)
    facilitator.go_to(Step.GOALS)
    goal = {"words": "Walk", "ladder": LADDER, "now": -2, "plans": [["It rains", "I climb stairs"], ["", ""]]}
    for name in NAMES:
        facilitator.set_goal(name, goal)
    facilitator.close()

    facilitator.open(PASSPHRASE)
    facilitator.press("Continue")
    facilitator.go_to(Step.PAIRING)
    facilitator.vote(NAMES[0], [NAMES[2]])
    facilitator.vote(NAMES[2], [NAMES[0]])
    press(facilitator.place, "View: Board")
    facilitator.press("Suggest pairs")
    facilitator.tell_the_pairs()
    facilitator.go_to(Step.AGREEMENT)
    for entry in [e.words for e in facilitator.page.list.model.shown]:
        facilitator.pick(entry)
        facilitator.write("Call at", "19.30")
        facilitator.press("Signed by everybody")
    assert facilitator.page.note() == "2 of 2 signed"
    for kind in (SheetKind.AGREEMENT, SheetKind.CALL_LOG, SheetKind.GOAL_CARD):
        facilitator.save_paper(kind, tmp_path / f"{kind}.pdf")
    facilitator.close()

    facilitator.at(date(2026, 9, 14), 18)
    facilitator.open(PASSPHRASE)
    facilitator.open_workshop("Mill Lane")
    facilitator.go_to(Step.CONTACT)
    days = facilitator.page.take_in.table.log.days
    facilitator.type_log(NAMES[0], dict.fromkeys(days[:120], Mark.TALKED))
    facilitator.type_check(NAMES[0], date(2026, 4, 18), "77788801")
    facilitator.save_paper(SheetKind.SIX_MONTHS, tmp_path / "six.pdf")
    facilitator.go_to(Step.SIX_MONTHS)
    facilitator.follow_up(NAMES[0], [("Walk", "4, 5 days")], "I sleep")
    facilitator.close()

    facilitator.at(date(2027, 3, 14), 18)
    facilitator.open(PASSPHRASE)
    facilitator.open_workshop("Mill Lane")
    facilitator.save_paper(SheetKind.ONE_YEAR, tmp_path / "year.pdf")
    facilitator.go_to(Step.ONE_YEAR)
    facilitator.follow_up(NAMES[0], [("Walk", "5, 6 days")], "")
    facilitator.pick(NAMES[1])
    facilitator.press("Could not reach")
    facilitator.go_to(Step.OUTCOMES)
    assert facilitator.page.group.lead.text() == "Three of four not heard from at one year, so read this with care."

    six = " ".join(
        page.extract_text() for page in pypdf.PdfReader(io.BytesIO((tmp_path / "six.pdf").read_bytes())).pages
    )
    year = " ".join(
        page.extract_text() for page in pypdf.PdfReader(io.BytesIO((tmp_path / "year.pdf").read_bytes())).pages
    )
    assert "Ana, six months on" in six
    assert f"You and your partner talked on 120 of {len(days)} days" in " ".join(six.split())
    assert "Zoë <b>Brown</b> & Co" in six
    assert "Ana, one year on" in year
    assert step_under("September", tmp_path / "year.pdf") == "5 days"
    assert not any(said.startswith("!") for said in facilitator.messages.said)


def test_undoing_and_redoing_by_hand_goes_back_and_forth(facilitator):
    facilitator.open().make_library(PASSPHRASE)
    facilitator.set_up("Mill Lane", "Library", WORKSHOP_DAY, "Pacific/Auckland")
    facilitator.go_to(Step.PARTICIPANTS)
    person = {
        "name": "Ana",
        "phone": "021",
        "email": "a@example.org",
        "languages": "English",
        "challenge": "Rest",
        "challenge_kind": "sleep",
        "free": "weekdays evening",
    }
    facilitator.register(person)
    assert windows_of(person["free"])
    steps = 0
    while facilitator.place.bar.undo.isEnabled() and steps < 50:
        facilitator.press("Undo")
        steps += 1
        if facilitator.place.step is None:
            break
    assert steps >= 8
    for _ in range(steps):
        facilitator.place.turning.redo()
    facilitator.place.open_workshop(1, Step.PARTICIPANTS, None)
    assert facilitator.page.note() == "1 person"


def test_a_pair_is_swapped_after_its_effect_was_shown(facilitator, tmp_path):
    facilitator.open().make_library(PASSPHRASE)
    facilitator.set_up("Mill Lane", "Library", WORKSHOP_DAY, "Pacific/Auckland")
    (tmp_path / "r.csv").write_bytes(exported("utf-8"))
    facilitator.go_to(Step.PARTICIPANTS)
    facilitator.import_file(tmp_path / "r.csv")
    include_everybody(facilitator)
    facilitator.go_to(Step.PAIRING)
    facilitator.press("Suggest pairs")
    before = {c.members for c in facilitator.page.board._board.cards}
    first, second = (c.members[0][1] for c in facilitator.page.board._board.cards)
    facilitator.swap(first, second)
    assert {c.members for c in facilitator.page.board._board.cards} != before
    assert facilitator.place.bar.undo.toolTip().startswith("Undo swapping")


def test_the_demo_leaves_screens_paper_and_a_sound_library(tmp_path, qapp):
    from mat_desktop.cli import main
    from mat_desktop.rehearsal.demo import play

    play(tmp_path, None, lambda _words: None)
    assert len(list((tmp_path / "screens").glob("*.png"))) >= 12
    assert {p.stem for p in (tmp_path / "paper").glob("*.pdf")} == {
        str(kind) for kind in SheetKind if kind not in (SheetKind.REFERRAL, SheetKind.STUDY_CONSENT, *BY_MONTHS)
    }
    assert main(["check", "--library", str(tmp_path / "library")]) == 0
