"""A year of twelve people in which everything is promised, asked and refused that can be, counted beside the program.

The test keeps a list of its own of what the facilitator said to whom. On every Monday, and whenever something happens,
Today names exactly those who wait for a call by that list: none fell silent, and none is asked for who was phoned.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest

from mat_desktop.facilitation import safety, screening
from mat_desktop.facilitation.answers import responses
from mat_desktop.facilitation.answers.responses import Entered
from mat_desktop.facilitation.contact import calls, happenings
from mat_desktop.facilitation.contact.happenings import Told
from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.door import checkin
from mat_desktop.facilitation.followup import door, entry
from mat_desktop.facilitation.library import erasure
from mat_desktop.facilitation.library.erasure import Proof
from mat_desktop.facilitation.library.sample import SampleClock
from mat_desktop.facilitation.pairing import life, moves, telling
from mat_desktop.facilitation.participants import consenting
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.promises import keeping
from mat_desktop.facilitation.setup import ending
from mat_desktop.facilitation.today import page as today
from mat_desktop.workshop.answers.own_pages import READINESS
from mat_desktop.workshop.contact.calls import CallKind, Wish
from mat_desktop.workshop.contact.happenings import Happened, NewTie
from mat_desktop.workshop.followup import A_LOT_WORSE, GO_ON, WANTS_TO_TALK, WORSE
from mat_desktop.workshop.pairing.nouns import AGREED, Partnership, Reply, people_of
from mat_desktop.workshop.participants.consent import Consent, ConsentKind
from mat_desktop.workshop.participants.participant import Participant, Presence
from mat_desktop.workshop.promises import PLANNED, Instead, Promise, PromiseReason, PromiseState
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.safety import SafetyCard, is_open
from mat_desktop.workshop.screening import ScreeningOutcome
from mat_desktop.workshop.today import DueKind
from tests.people import WORKSHOP_DAY, include

DAY = timedelta(days=1)
HALF, YEAR = date(2026, 9, 14), date(2027, 3, 14)
COUPLES = (("Ana", "Ben"), ("Cleo", "Dov"), ("Elif", "Farid"), ("Grace", "Kofi"))
REASON = PromiseReason


@dataclass
class Year:
    """The desk, the people by name, and what was said to whom: by when, and whether that is still owed."""

    desk: Desk
    clock: SampleClock
    people: dict[str, int] = field(default_factory=dict)
    owed: list[tuple[str, date]] = field(default_factory=list)

    def says(self, name: str, by: date) -> None:
        """She said that she would phone."""
        self.owed.append((name, by))

    def done(self, name: str, by: date) -> None:
        """They have talked, or it is not owed any more."""
        self.owed.remove((name, by))

    def to(self, day: date) -> None:
        """Live on to a day; on every Monday on the way Today is compared with what is owed."""
        while self.clock.today() < day:
            monday = self.clock.today() + timedelta(days=7 - self.clock.today().weekday())
            self.clock.go_to(min(monday, day))
            self.holds()

    def holds(self) -> None:
        """Today names exactly those who are owed a call by now, each as often as it was said."""
        now = self.clock.today()
        shown = [p.call for p in today.today(self.desk).promised if p.call.which.reason not in PLANNED]
        expected = Counter((name, by) for name, by in self.owed if by <= now)
        assert Counter((call.who, call.due) for call in shown) == expected, now

    def call(self, name: str, reason: PromiseReason) -> keeping.PromiseKey:
        """The promise as Today offers it."""
        (found,) = [
            p.call.which for p in today.today(self.desk).promised if (p.call.who, p.call.which.reason) == (name, reason)
        ]
        return found

    def keeps(self, name: str, reason: PromiseReason, by: date) -> None:
        """Phone somebody on the day on which Today says so."""
        keeping.kept(self.desk, self.call(name, reason))
        self.done(name, by)
        self.holds()


@pytest.fixture
def year(desk, workshop_id, clock) -> Year:
    clock.go_to(WORKSHOP_DAY - 20 * DAY)
    return Year(desk, clock)


def test_in_a_year_of_twelve_every_promise_consent_and_worrying_line_ends_where_it_must(year, workshop_id):
    for part in (_before_the_day, _on_the_day, _the_days_after, _half_a_year, _six_months, _one_year):
        part(year, workshop_id)
    with year.desk.archive.look() as rows:
        promises, cards = rows.all(Promise), rows.all(SafetyCard)
    assert {p.reason for p in promises} >= {
        *(REASON.REFERRED, REASON.WAITS, REASON.LEFT, REASON.TALK_FIRST, REASON.NOT_COME_ABOUT),
        *(REASON.BEREAVED, REASON.HOLD, REASON.HAPPENED, REASON.CARD, REASON.WORSE, REASON.ASKED_TO_TALK, REASON.OWN),
    }
    assert year.people["Jan"] not in {p.participant_id for p in promises}, "what was promised to who is erased is gone"
    assert not [p for p in promises if p.state is PromiseState.OPEN], "every promise ended by a deed"
    assert all(p.state in (PromiseState.KEPT, PromiseState.CALLED_OFF) for p in promises if p.safety)
    assert cards
    assert not [card for card in cards if is_open(card)]


def _before_the_day(year: Year, workshop_id: int) -> None:
    desk = year.desk
    for name in ("Ana", "Ben", "Cleo", "Dov", "Elif", "Farid", "Grace", "Hemi", "Ines", "Jan", "Kofi"):
        year.people[name] = include(desk, workshop_id, name)
    _consents(year, workshop_id)
    by = WORKSHOP_DAY - 13 * DAY
    screening.decide(desk, year.people["Jan"], ScreeningOutcome.NOT_NOW, "too much at once")
    screening.decide(desk, year.people["Ines"], ScreeningOutcome.REFER, "other help first")
    year.says("Jan", by)
    year.says("Ines", by)
    year.to(by)
    keeping.moved(desk, year.call("Jan", REASON.NOT_NOW), by + 3 * DAY)
    year.done("Jan", by)
    year.says("Jan", by + 3 * DAY)
    for number in range(3):
        year.to(by + number * DAY)
        keeping.no_answer(desk, year.call("Ines", REASON.REFERRED))
    year.done("Ines", by)
    year.to(by + 3 * DAY)
    year.keeps("Jan", REASON.NOT_NOW, by + 3 * DAY)


def _consents(year: Year, workshop_id: int) -> None:
    """A no before anything is written down; a yes that is taken back in the middle of the talk."""
    desk = year.desk
    lena = year.people["Lena"] = participants.add(desk, workshop_id, "Lena", "021 555 0112")
    consenting.answer_consent(desk, lena, ConsentKind.FIRST_CALL, yes=False)
    consenting.answer_consent(desk, lena, ConsentKind.TAKE_PART, yes=True)
    screening.decide(desk, lena, ScreeningOutcome.INCLUDE, "")
    kofi = year.people["Kofi"]
    consenting.answer_consent(desk, kofi, ConsentKind.STORE, yes=True)
    responses.answer(desk, kofi, READINESS, 1, Entered(value=1))
    consenting.answer_consent(desk, kofi, ConsentKind.STORE, yes=False)
    for name in ("Lena", "Kofi"):
        with pytest.raises(Refusal, match="on paper"):
            responses.answer(desk, year.people[name], READINESS, 2, Entered(value=1))
    for name in ("Ana", "Ben"):
        for kind in (ConsentKind.TAKE_PART, ConsentKind.STORE, ConsentKind.LATER_CONTACT):
            consenting.answer_consent(desk, year.people[name], kind, yes=True)
    consenting.answer_consent(desk, year.people["Ben"], ConsentKind.LATER_CONTACT, yes=False)


def _on_the_day(year: Year, workshop_id: int) -> None:
    desk, people = year.desk, year.people
    year.to(WORKSHOP_DAY)
    hemi, tomorrow = people["Hemi"], WORKSHOP_DAY + DAY
    card = safety.open_by_hand(desk, hemi, "crying in the hall")
    with pytest.raises(Refusal, match="Hemi"):
        ending.finish(desk, workshop_id)
    checkin.mark(desk, hemi, Presence.LEFT)
    year.says("Hemi", tomorrow)
    keeping.give(desk, hemi, tomorrow)
    year.says("Hemi", tomorrow)
    safety.record_action(desk, card, "Talked alone", "10:40", "RN")
    life.waits(desk, people["Lena"], WORKSHOP_DAY + 10 * DAY)
    year.says("Lena", WORKSHOP_DAY + 10 * DAY)
    for couple in COUPLES:
        moves.put_together(desk, [people[name] for name in couple])
    telling.confirm(desk, workshop_id)
    places = {row.members[0].name: row for row in telling.telling(desk, workshop_id).open}
    for row in places.values():
        for member in row.members:
            if member.name == "Cleo":
                telling.reply(desk, row.partnership_id, member.id, Reply.TALK_FIRST)
                year.says("Cleo", WORKSHOP_DAY)
                year.holds()
                year.done("Cleo", WORKSHOP_DAY)
            answer = Reply.RATHER_NOT if member.name == "Kofi" else Reply.YES
            telling.reply(desk, row.partnership_id, member.id, answer)
    for name in ("Grace", "Kofi"):
        year.says(name, tomorrow)
    year.holds()


def _the_days_after(year: Year, workshop_id: int) -> None:
    desk, tomorrow = year.desk, WORKSHOP_DAY + DAY
    year.to(tomorrow)
    for name in ("Grace", "Kofi"):
        year.keeps(name, REASON.NOT_COME_ABOUT, tomorrow)
    year.keeps("Hemi", REASON.OWN, tomorrow)
    keeping.no_answer(desk, year.call("Hemi", REASON.LEFT))
    year.to(tomorrow + DAY)
    keeping.no_answer(desk, year.call("Hemi", REASON.LEFT))
    keeping.decide_instead(desk, year.call("Hemi", REASON.LEFT), Instead.SECOND_PERSON)
    year.to(tomorrow + 6 * DAY)
    year.keeps("Hemi", REASON.LEFT, tomorrow)
    year.to(WORKSHOP_DAY + 11 * DAY)
    year.keeps("Lena", REASON.WAITS, WORKSHOP_DAY + 10 * DAY)
    year.to(WORKSHOP_DAY + 14 * DAY)
    in_pairs = {name for couple in COUPLES[:3] for name in couple}
    assert {p.call.who for p in today.today(desk).promised} == in_pairs
    for name, place in _places(year).items():
        calls.record_call(desk, place, year.people[name], CallKind.DAY_14, Wish.GO_ON)
    assert today.today(desk).promised == ()


def _places(year: Year) -> dict[str, int]:
    rows = telling.telling(year.desk, 1)
    assert not rows.open
    with year.desk.archive.look() as look:
        names = {p.id: p.name for p in look.all(Participant)}
        return {names[m]: p.id or 0 for p in look.all(Partnership) if p.state in AGREED for m in people_of(p)}


def _half_a_year(year: Year, workshop_id: int) -> None:
    desk, people = year.desk, year.people
    places = _places(year)

    def on(day: date, deed: Callable[[], object], *said: tuple[str, int]) -> None:
        year.to(day)
        deed()
        for name, within in said:
            year.says(name, day + within * DAY)

    may, june, july = date(2026, 5, 1), date(2026, 6, 1), date(2026, 7, 1)
    on(may, lambda: _told(year, "Farid", Happened.DIED), ("Elif", 1))
    with pytest.raises(Refusal, match="Nobody phones Farid"):
        keeping.give(desk, people["Farid"], may + 9 * DAY)
    year.to(may + 2 * DAY)
    year.keeps("Elif", REASON.BEREAVED, may + DAY)
    on(may + 9 * DAY, lambda: _told(year, "Dov", Happened.TIE, tie=NewTie.LENDER), ("Cleo", 2))
    year.to(may + 12 * DAY)
    calls.record_call(desk, places["Cleo"], people["Cleo"], CallKind.ALONE, Wish.GO_ON)
    year.done("Cleo", may + 11 * DAY)
    year.holds()
    on(june, lambda: _told(year, "Hemi", Happened.SILENT), ("Hemi", 3))
    year.to(june + 4 * DAY)
    year.keeps("Hemi", REASON.HAPPENED, june + 3 * DAY)
    on(july, lambda: safety.open_by_hand(desk, people["Ana"], "a line on the log"), ("Ana", 1), ("Ben", 2))
    year.to(july + 2 * DAY)
    with pytest.raises(Refusal, match="Ana"):
        ending.finish(desk, workshop_id)
    year.keeps("Ana", REASON.CARD, july + DAY)
    (card,) = [one for one in safety.cards(desk, workshop_id) if not one.action]
    safety.record_action(desk, card.id, "Phoned together", "17:20", "RN")
    safety.go_on(desk, places["Ana"])
    year.done("Ben", july + 2 * DAY)
    year.holds()
    year.clock.go_to(july - 9 * DAY)
    year.to(july + 3 * DAY)


def _told(year: Year, name: str, kind: Happened, tie: NewTie | None = None) -> None:
    happenings.record(year.desk, year.people[name], Told(kind=kind, happened_on=year.clock.today(), tie=tie))


def _six_months(year: Year, workshop_id: int) -> None:
    desk, people = year.desk, year.people
    for name in [who for who in _places(year) if who != "Farid"]:
        with desk.archive.look() as rows:
            done = {p.reason for p in rows.all(Promise, participant_id=people[name])}
        assert not {REASON.MONTH_1, REASON.MONTH_3} & done, "a call that she did not make is kept nowhere as made"
    year.to(HALF)
    entry.answer(desk, people["Ana"], 6, WORSE, A_LOT_WORSE)
    entry.answer(desk, people["Ben"], 6, GO_ON, WANTS_TO_TALK)
    year.says("Ana", HALF + 2 * DAY)
    year.says("Ben", HALF + 2 * DAY)
    participants.change(desk, people["Jan"], participants.PersonField.PHONE, "021 555 0110")
    keeping.give(desk, people["Jan"], HALF + 5 * DAY)
    year.says("Jan", HALF + 5 * DAY)
    year.to(HALF + 6 * DAY)
    number = str(participants.person(desk, people["Jan"]).table_number)
    erasure.ask(desk, people["Jan"], Proof(number, "10"), at_once=True)
    erasure.erase(desk, people["Jan"])
    year.done("Jan", HALF + 5 * DAY)
    year.holds()
    with pytest.raises(Refusal, match="Ana and Ben: nobody has looked at E5 and E6"):
        ending.finish(desk, workshop_id)
    (lying,) = [row for row in today.today(desk).due if row.kind is DueKind.UNREAD]
    assert [one.who for one in lying.entries] == ["Ana", "Ben"], "of each only one of the two was typed"
    for name in ("Ana", "Ben"):
        door.looked_at(desk, people[name], 6, done=True)
    assert DueKind.UNREAD not in {row.kind for row in today.today(desk).due}
    year.keeps("Ana", REASON.WORSE, HALF + 2 * DAY)
    with pytest.raises(Refusal, match="Ben"):
        ending.finish(desk, workshop_id)
    year.keeps("Ben", REASON.ASKED_TO_TALK, HALF + 2 * DAY)


def _one_year(year: Year, workshop_id: int) -> None:
    desk = year.desk
    year.to(YEAR + 7 * DAY)
    ending.finish(desk, workshop_id)
    assert today.today(desk).promised == ()
    with desk.archive.look() as rows:
        people = {p.id: p.name for p in rows.all(Participant)}
        standing = Counter(
            (people[c.participant_id or 0], c.kind, c.refused) for c in rows.all(Consent) if c.withdrawn_on is None
        )
        assert all(c.wording and "{" not in c.wording for c in rows.all(Consent))
    assert standing == Counter(
        [
            ("Lena", ConsentKind.FIRST_CALL, True),
            ("Lena", ConsentKind.TAKE_PART, False),
            ("Kofi", ConsentKind.STORE, True),
            *(("Ana", kind, False) for kind in (ConsentKind.TAKE_PART, ConsentKind.STORE, ConsentKind.LATER_CONTACT)),
            *(("Ben", kind, False) for kind in (ConsentKind.TAKE_PART, ConsentKind.STORE)),
            ("Ben", ConsentKind.LATER_CONTACT, True),
        ]
    )
