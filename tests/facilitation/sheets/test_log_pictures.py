"""What is asked of a log that was read from a picture, and what is kept: never unasked, nor against what was typed."""

from datetime import date, timedelta

import pytest

from mat_desktop.app.system import Press
from mat_desktop.facilitation import history
from mat_desktop.facilitation.contact import log, sheet
from mat_desktop.facilitation.printer import DAY, EMPTY_DAYS, Style
from mat_desktop.facilitation.sheets import answer_places, log_pictures
from mat_desktop.facilitation.sheets.log_answers import LogAnswers, Untold
from mat_desktop.facilitation.sheets.pictures import BoxRead, PageRead
from mat_desktop.workshop.contact.days import Mark
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.seen import SeenMark, Trouble
from mat_desktop.workshop.sheets import SheetKind
from tests.paperwork import of_kind

FIRST = date(2026, 3, 16)
MAY = date(2026, 5, 1)
DIGEST = "ab" * 32


@pytest.fixture
def printed(desk, workshop_id, pair):
    """The page of Ana's log, kept as it was printed."""
    sheets = of_kind(desk, workshop_id, SheetKind.CALL_LOG, [pair[1]])
    answer_places.keep_printed(desk, Press(), workshop_id, sheets, Style())
    (page,) = answer_places.kept_pages(desk, workshop_id)
    return page


def seen(page, marks, *, unsure=(), foot=SeenMark.EMPTY):
    """The page as a reader hands it back: these marks on these days, all others empty."""
    boxes = []
    for place in page.places:
        if place.value != DAY:
            boxes.append(BoxRead(place=place, seen=foot if place.item == EMPTY_DAYS else SeenMark.EMPTY, certain=True))
            continue
        day = date.fromisoformat(place.item)
        sure = day not in unsure
        boxes.append(
            BoxRead(place=place, seen=marks.get(day, SeenMark.EMPTY) if sure else SeenMark.SOMETHING, certain=sure)
        )
    return PageRead(picture=0, part=0, code=page.code, page=1, boxes=tuple(boxes), straight=b"", scale=6.0)


def days(count, start=FIRST):
    return [start + timedelta(days=n) for n in range(count)]


def test_a_page_is_kept_as_it_was_printed_and_once_for_each_way(desk, workshop_id, pair, printed):
    sheets = of_kind(desk, workshop_id, SheetKind.CALL_LOG, [pair[1]])
    answer_places.keep_printed(desk, Press(), workshop_id, sheets, Style())
    assert answer_places.kept_pages(desk, workshop_id) == (printed,)
    answer_places.keep_printed(desk, Press(), workshop_id, sheets, Style("Letter"))
    letter, before = answer_places.kept_pages(desk, workshop_id)
    assert (before, letter.height) == (printed, 792.0)
    assert [place.item for place in printed.places[:2]] == ["2026-03-16", "2026-03-17"]


def test_what_is_not_certain_differs_or_is_still_to_come_is_asked(desk, workshop_id, pair, printed):
    typed, doubtful, later = FIRST, FIRST + timedelta(days=1), MAY + timedelta(days=3)
    log.mark(desk, pair[0], pair[1], typed, Mark.EXCUSED)
    read = seen(printed, {typed: SeenMark.TICK, later: SeenMark.TICK}, unsure=[doubtful])
    asked = log_pictures.log_read(desk, workshop_id, read, DIGEST, MAY)
    why = {box.day: box.why for box in asked.days if box.why and not box.control}
    assert set(why) == {typed, doubtful, later}
    assert why[typed] == "typed as excused, here it looks like talked"
    assert why[later] == "this day is still to come"
    assert sum(box.control for box in asked.days) == 3
    assert set(LogAnswers(asked, MAY).marks()) == set()


def test_empty_days_become_no_call_only_where_the_foot_says_so_and_up_to_the_last_mark(desk, workshop_id, printed):
    marks = dict.fromkeys((FIRST, FIRST + timedelta(days=4)), SeenMark.TICK)
    read = log_pictures.log_read(desk, workshop_id, seen(printed, marks, foot=SeenMark.CROSS), DIGEST, MAY)
    answers = LogAnswers(read, MAY)
    for box in answers.open:
        answers.answer(box.day, box.mark)
    assert not answers.done
    answers.empty_means_no_call = False
    assert answers.done
    assert set(answers.marks()) == set(marks)
    answers.empty_means_no_call = True
    assert {day for day, mark in answers.marks().items() if mark is Mark.NO_CALL} == set(days(5)) - set(marks)


def test_what_nobody_can_tell_is_never_a_missed_call_and_what_is_empty_is_wherever_it_was_asked(
    desk, workshop_id, printed
):
    marks = dict.fromkeys((FIRST, FIRST + timedelta(days=9)), SeenMark.TICK)
    smudged = FIRST + timedelta(days=2), FIRST + timedelta(days=3)
    page = seen(printed, marks, unsure=smudged, foot=SeenMark.CROSS)
    answers = LogAnswers(log_pictures.log_read(desk, workshop_id, page, DIGEST, MAY), MAY)
    for box in answers.open:
        answers.answer(box.day, box.mark)
    near = (day for day in days(9) if day not in marks and day not in smudged)
    by_day = {box.day: box for box in answers.read.days}
    doubted = next(day for day in near if by_day[day].certain and not by_day[day].control)
    answers.doubt(doubted)
    answers.answer(doubted, Untold.CANNOT_TELL)
    answers.answer(smudged[0], Untold.CANNOT_TELL)
    answers.answer(smudged[1], None)
    answers.empty_means_no_call = True
    missed = {day for day, mark in answers.marks().items() if mark is Mark.NO_CALL}
    assert not missed & {doubted, smudged[0]}
    assert smudged[1] in missed


def test_one_undo_takes_a_page_back_and_its_figures(desk, workshop_id, pair, printed):
    read = log_pictures.log_read(desk, workshop_id, seen(printed, {FIRST: SeenMark.TICK}), DIGEST, MAY)
    answers = LogAnswers(read, MAY)
    for box in answers.open:
        answers.answer(box.day, box.mark)
    desk.clock.go_to(MAY)
    log_pictures.keep_log(desk, pair[0], read, answers.marks(), answers.figures(), 1)
    assert sheet.log_grid(desk, pair[0], pair[1]).marks == {FIRST: Mark.TALKED}
    assert log_pictures.running(desk).words == "Pages read so far: 1. Of 3 checked boxes, 0 wrong."
    with pytest.raises(Refusal, match="was read on 1 May already"):
        log_pictures.log_read(desk, workshop_id, seen(printed, {}), DIGEST, MAY)
    history.undo(desk)
    assert sheet.log_grid(desk, pair[0], pair[1]).marks == {}
    assert log_pictures.running(desk).sheets == 0
    log_pictures.log_read(desk, workshop_id, seen(printed, {}), DIGEST, MAY)


def test_a_sheet_that_is_not_for_here_is_refused_in_words(desk, workshop_id, pair, printed):
    def refused(read, workshop=workshop_id):
        with pytest.raises(Refusal) as caught:
            log_pictures.log_read(desk, workshop, read, DIGEST, MAY)
        return str(caught.value)

    other = PageRead(picture=0, part=0, code="ZZZZZZ", page=1, trouble=Trouble.NOT_KNOWN)
    assert "of no sheet of this library" in refused(other)
    assert "another workshop" in refused(seen(printed, {}), workshop_id + 1)
    (blank,) = of_kind(desk, workshop_id, SheetKind.CALL_LOG, blanks=1)
    assert "nobody’s yet" in refused(PageRead(picture=0, part=0, code=blank.head.code, page=1))
    (form,) = of_kind(desk, workshop_id, SheetKind.ALLIANCE_CHECK, [pair[1]])
    assert "alliance check" in refused(PageRead(picture=0, part=0, code=form.head.code, page=1))
    before = PageRead(picture=0, part=0, code=printed.code, page=1, trouble=Trouble.NOT_IN_PLACE)
    assert "does not lie as it was printed" in refused(before)


def test_a_day_that_is_still_to_come_is_not_kept_as_a_call(desk, workshop_id, pair, printed):
    read = log_pictures.log_read(desk, workshop_id, seen(printed, {}), DIGEST, MAY)
    ahead = {MAY: Mark.TALKED}
    with pytest.raises(Refusal, match="still to come"):
        log_pictures.keep_log(desk, pair[0], read, ahead, LogAnswers(read, MAY).figures(), 1)
