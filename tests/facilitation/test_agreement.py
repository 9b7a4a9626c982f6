import io
from datetime import date

import pypdf
import pytest

from mat_desktop.app.system import Press
from mat_desktop.facilitation.agreement import entry as agreement
from mat_desktop.facilitation.agreement import prints, signing
from mat_desktop.facilitation.agreement.terms import TermField
from mat_desktop.facilitation.printed.agreement import AgreementSheet
from mat_desktop.facilitation.printer import Style
from mat_desktop.facilitation.sheets import orders as sheets
from mat_desktop.facilitation.shown.typed_time import read_time
from mat_desktop.workshop.agreement import AgreementState, HelpStyle
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.sheets import SheetKind
from tests.paperwork import of_kind
from tests.sure import sure_of


def printed(desk, workshop_id, people):
    """Print the agreement of these people, and keep it, as the print centre does."""
    found = of_kind(desk, workshop_id, SheetKind.AGREEMENT, people)
    said = prints.digests(desk, workshop_id)
    assert list(sheets.keep_agreements(desk, Press(), said, found, Style())) == [None]
    return found


def words(pdf):
    return " ".join(" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def test_the_very_bytes_that_were_printed_are_kept_with_a_copy_for_each(desk, workshop_id, pair):
    place, *people = pair
    agreement.change(desk, place, TermField.WINDOW_STARTS, "19:30")
    found = printed(desk, workshop_id, people)
    (kept,) = prints.prints(desk, place)
    assert kept.pdf == Press().pdf(found, Style())
    assert len(pypdf.PdfReader(io.BytesIO(kept.pdf)).pages) == 2
    assert kept.code == found[0].head.code
    printed(desk, workshop_id, people)
    assert len(prints.prints(desk, place)) == 1, "the same paper again is the same paper"


def test_what_was_changed_after_printing_cannot_be_signed_as_if_it_were_the_paper(desk, workshop_id, pair):
    place, *people = pair
    printed(desk, workshop_id, people)
    agreement.change(desk, place, TermField.WINDOW_STARTS, "19:30")
    assert prints.prints(desk, place)[-1].stale
    with pytest.raises(Refusal, match="changed after they were printed"):
        signing.sign(desk, place)
    signing.sign(desk, place, by_hand=True, signed_on=date(2026, 3, 14))
    assert agreement.terms(desk, place).state is AgreementState.BY_HAND


def test_after_printing_again_it_can_be_signed_and_stays_as_it_was(desk, workshop_id, pair):
    place, *people = pair
    printed(desk, workshop_id, people)
    agreement.change(desk, place, TermField.WINDOW_STARTS, "19:30")
    printed(desk, workshop_id, people)
    signing.sign(desk, place)
    with pytest.raises(Refusal, match="Change the terms"):
        agreement.change(desk, place, TermField.WINDOW_STARTS, "20:00")
    agreement.amend(desk, place)
    agreement.change(desk, place, TermField.WINDOW_STARTS, "20:00")
    versions = [(p.version, "19:30" in words(p.pdf)) for p in prints.prints(desk, place)]
    assert versions == [(1, False), (1, True)]
    assert agreement.terms(desk, place).version == 2


def test_signatures_are_ticked_one_by_one_each_with_its_day_and_the_last_freezes_the_terms(desk, pair, clock):
    place, ana, ben = pair
    clock.go_to(date(2026, 3, 15))
    signing.tick_signature(desk, place, ana, date(2026, 3, 14))
    assert agreement.terms(desk, place).state is AgreementState.DRAFT
    signing.tick_signature(desk, place, ana, None)
    signing.tick_signature(desk, place, ben, date(2026, 3, 15))
    signing.tick_signature(desk, place, ana, date(2026, 3, 14))
    found = agreement.terms(desk, place)
    assert (found.state, found.signed_on) == (AgreementState.SIGNED, date(2026, 3, 15))
    assert [v.signed_on for v in found.voices] == [date(2026, 3, 14), date(2026, 3, 15)]


def test_the_day_it_was_signed_is_kept_apart_from_the_day_it_was_typed(desk, pair, clock):
    clock.go_to(date(2026, 3, 20))
    signing.sign(desk, pair[0], by_hand=True, signed_on=date(2026, 3, 14))
    agreement.change(desk, pair[0], TermField.WINDOW_STARTS, "7")
    found = agreement.terms(desk, pair[0])
    assert (found.signed_on, found.typed_on, found.copied_from_paper) == (date(2026, 3, 14), date(2026, 3, 20), True)


def test_each_says_how_to_be_helped_and_what_they_ask_in_their_own_words(desk, workshop_id, pair):
    place, ana, ben = pair
    agreement.set_voice(desk, place, ana, wants=HelpStyle.PUSH, asks="Ask me twice.")
    (copy, _) = printed(desk, workshop_id, [ana, ben])
    said = words(Press().pdf([copy], Style()))
    assert "Ana wants: push me." in said
    assert "Ben wants (ring one): listen, or give me ideas, or push me" in said
    assert "Ask me twice." in said
    agreement.set_voice(desk, place, ana, wants=HelpStyle.PUSH)
    assert agreement.terms(desk, place).voices[0].wants is None, "the same choice again takes it back"


def test_a_witness_takes_no_part_in_the_workshop(desk, pair):
    with pytest.raises(Refusal, match="takes no part"):
        agreement.change(desk, pair[0], TermField.WITNESS, "ben")
    agreement.change(desk, pair[0], TermField.WITNESS, "Aunt Rose")
    assert agreement.terms(desk, pair[0]).witness == "Aunt Rose"


def test_new_agreements_begin_with_the_usual_words_and_old_ones_stay(desk, workshop_id, pair):
    place, *_ = pair
    agreement.change(desk, place, TermField.HOLIDAYS, "none")
    agreement.change_usual(desk, workshop_id, TermField.HOW_WE_LISTEN, "We hum first.")
    agreement.change_usual(desk, workshop_id, TermField.MINUTES, "20")
    assert "hum" not in agreement.terms(desk, place).how_we_listen
    (blank,) = of_kind(desk, workshop_id, SheetKind.AGREEMENT, (), 1)
    terms = sure_of(AgreementSheet, blank).terms
    assert (terms.how_we_listen, terms.minutes) == ("We hum first.", 20)


def test_the_given_sentences_stand_on_every_agreement(desk, workshop_id, pair):
    said = words(Press().pdf(printed(desk, workshop_id, pair[1:])[:1], Style()))
    for sentence in (
        "Either of us may stop at any time, without reasons, by telling the other or the facilitator.",
        "We promise this to each other; nobody can guarantee it.",
        "If someone’s life or safety is in danger we get help, and say so if that is safe.",
        "If you are afraid of the other, do not hold this talk. Phone the facilitator.",
        "No money, no romance, no diagnosis",
        "no recording",
    ):
        assert sentence in said


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        *(("7", "07:00"), ("07", "07:00"), ("7:5", "07:05"), ("7.30", "07:30"), ("19h30", "19:30"), ("1930", "19:30")),
        *(("930", "09:30"), ("000", "00:00"), ("2359", "23:59"), (" 8:15 ", "08:15"), ("", "")),
    ],
)
def test_a_time_of_day_is_understood_as_people_write_it(typed, read):
    assert read_time(typed) == read


@pytest.mark.parametrize("typed", ["24", "7:60", "12345", "9:3:0", "noon", "-1", "1260"])
def test_a_time_of_day_that_no_clock_shows_is_asked_for_again(typed):
    with pytest.raises(Refusal, match="A time of day such as 19:30"):
        read_time(typed)


def test_a_call_lasts_from_five_minutes_to_two_hours():
    assert [agreement.read_minutes(typed) for typed in ("5", " 20 ", "120")] == [5, 20, 120]
    for typed in ("4", "121", "20.5", "", "-5"):
        with pytest.raises(Refusal, match="from 5 to 120"):
            agreement.read_minutes(typed)
