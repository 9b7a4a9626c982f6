"""Outcomes of 200 people: the page after each deed and the report, 2,000 handouts, the exact permutation.

Page and report in seconds of the processor, each beside the least that could be done instead.
"""

import itertools
import statistics
import sys
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from measuring import Row, alternating, crowd, ratio_row, spent, timed

PEOPLE, HANDOUTS = 200, 2_000
MOST_PAGE_MS, MOST_REPORT_MS, MOST_EXACT_S = 300, 2000, 1.0
MAIZE = (49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48)
YEAR = datetime(2027, 3, 20, 9, tzinfo=UTC)


def outcomes() -> list[Row]:
    """The table."""
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "many"
        workshop = crowd(library, PEOPLE)
        through_a_year(library, workshop)
        return [*pages(library, workshop), report(library, workshop), handouts(library, workshop), exact()]


def through_a_year(folder: Path, workshop: int) -> None:
    """Logs, both follow-ups, and a questionnaire before and after, for all 200."""
    from mat_desktop.app.doors import at_desk
    from mat_desktop.facilitation.contact import log, pairs
    from mat_desktop.facilitation.followup import views
    from mat_desktop.facilitation.library.sample import SampleClock
    from mat_desktop.facilitation.ports import Note
    from mat_desktop.facilitation.rules import standing_rules
    from mat_desktop.storage.folder.library import open_with_passphrase
    from mat_desktop.workshop.answers.responses import Answer, Occasion, Response
    from mat_desktop.workshop.contact.days import Mark
    from mat_desktop.workshop.followup import FollowUp, FollowUpLevel, FollowUpState

    library = open_with_passphrase(folder, None, standing_rules)
    desk = at_desk(library, SampleClock(YEAR)).desk
    start = date(2026, 3, 16)
    for pair in pairs.pairs(desk, workshop, date(2026, 9, 14)):
        for member in pair.members:
            days = {start + timedelta(days=n): Mark.TALKED for n in range(183) if (n + member.participant_id) % 7}
            log.mark_many(desk, pair.partnership_id, member.participant_id, days)
    people = [row.id for row in views.people(desk, workshop, 6)]
    goals = {p: views.follow_up(desk, p, 6).goals[0][0].id for p in people}
    with library.archive.deed(Note("bench.year", False, YEAR)) as rows:
        for person, months in itertools.product(people, (6, 12)):
            found = FollowUp(
                person, months, FollowUpState.DONE, date(2026, 9, 14) if months == 6 else date(2027, 3, 14)
            )
            found.levels = [FollowUpLevel(goals[person], (person + months) % 4 - 1)]
            rows.add_all([found])
        for person, months in itertools.product(people, (0, 12)):
            when = Occasion.LATER if months else Occasion.DAY
            response = Response(person, "phq-4", "1", when, happened_on=YEAR.date())
            response.months = months
            response.answers = [Answer(item, value=(person * item + months) % 4) for item in range(1, 5)]
            rows.add_all([response])
    library.close()


def pages(folder: Path, workshop: int) -> list[Row]:
    """Each view of the page, worked out and painted afresh after a deed that changed the workshop."""
    from PySide6.QtTest import QTest

    from mat_desktop.app.doors import at_desk
    from mat_desktop.app.window import Window
    from mat_desktop.facilitation.followup import entry
    from mat_desktop.facilitation.library.sample import SampleClock
    from mat_desktop.facilitation.rules import standing_rules
    from mat_desktop.rehearsal.demo import application
    from mat_desktop.storage.folder.library import open_with_passphrase
    from mat_desktop.workshop.journey import Step

    held = application()
    window = Window(folder.parent / "none")
    window.resize(1366, 768)
    window.show()
    QTest.qWait(600)
    library = open_with_passphrase(folder, None, standing_rules)
    desk = at_desk(library, SampleClock(YEAR))
    window.enter(desk)
    place = window.workplace
    assert place is not None
    place.open_workshop(workshop, Step.OUTCOMES, None)
    page, rows = place.page, []
    raw = library.archive._engine.raw_connection().driver_connection

    def bare() -> None:
        raw.execute("SELECT partnership_id, participant_id, day FROM contact_day WHERE mark = 'talked'").fetchall()

    def ours() -> float:
        entry.attempt(desk.desk, 1, 6)
        return spent(lambda: (page.refresh(), held.processEvents()))

    for view in ("group", "came", "table", "figures"):
        page.show_view(view)
        reference, found = alternating(lambda: spent(bare), ours, 9)
        first, second = statistics.median(reference) * 1000, statistics.median(found) * 1000
        target = f"<= {MOST_PAGE_MS} ms"
        name = f"outcomes_{view}_{PEOPLE}"
        rows.append(
            Row(name, round(first, 2), round(second, 2), round(second / first, 2), target, second <= MOST_PAGE_MS)
        )
    window.close()
    window.deleteLater()
    QTest.qWait(10)
    return rows


def report(folder: Path, workshop: int) -> Row:
    """The outcome report from a library that was just opened to the PDF, beside its marks put on a bare canvas."""
    from bench_paper import views_of

    from mat_desktop.facilitation.printer import Style
    from mat_desktop.paper import press
    from mat_desktop.workshop.sheets import SheetKind

    kinds = (SheetKind.REPORT,)
    laid = press.pages_of(views_of(folder, workshop, kinds), Style())
    press.bound(laid, "warm")
    measured = alternating(
        lambda: spent(lambda: press.bound(laid, "")),
        lambda: spent(lambda: press.pdf(views_of(folder, workshop, kinds), Style())),
        3,
    )
    reference, ours = (statistics.median(times) * 1000 for times in measured)
    name, target = f"outcome_report_{PEOPLE}_{len(laid)}_pages", f"<= {MOST_REPORT_MS} ms"
    return Row(name, round(reference, 2), round(ours, 2), round(ours / reference, 2), target, ours <= MOST_REPORT_MS)


def handouts(folder: Path, workshop: int) -> Row:
    """2,000 six-month handouts: ten times those of 200 people."""
    from bench_paper import views_of

    from mat_desktop.facilitation.printer import Style
    from mat_desktop.paper import press
    from mat_desktop.workshop.sheets import SheetKind

    views = views_of(folder, workshop, (SheetKind.SIX_MONTHS,)) * (HANDOUTS // PEOPLE)
    laid = press.pages_of(views, Style())
    press.bound(laid[:2], "warm")
    measured = alternating(
        lambda: timed(lambda: press.bound(laid, "")), lambda: timed(lambda: press.pdf(views, Style())), 1
    )
    print(f"handouts: {len(laid)} pages, {len(laid) / statistics.median(measured[1]):.0f} pages/s", file=sys.stderr)
    return ratio_row(f"handouts_{HANDOUTS}_{len(laid)}_pages", *measured, 2.0)


def exact() -> Row:
    """All 32,768 sign flips of fifteen partnerships, beside the same by itertools."""
    from mat_desktop.workshop.outcomes.flips import sign_flips

    sign_flips(MAIZE)

    def bare() -> None:
        for signs in itertools.product((1, -1), repeat=len(MAIZE)):
            sum(s * m for s, m in zip(signs, MAIZE, strict=True))

    measured = alternating(lambda: timed(bare), lambda: timed(lambda: sign_flips(MAIZE)), 5)
    reference, ours = (statistics.median(times) * 1000 for times in measured)
    target = f"<= {MOST_EXACT_S:g} s"
    return Row(
        "permutation_15_exact", round(reference, 2), round(ours, 2), round(ours / reference, 2), target, ours <= 1000
    )
