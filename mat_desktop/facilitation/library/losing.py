"""Something was lost: whose names stood on a sheet, what else did, what to say to them, and the note of it."""

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.shown.dates import day_month
from mat_desktop.facilitation.shown.typed_day import check_happened
from mat_desktop.facilitation.standing import Standing, key_of, stand
from mat_desktop.workshop.codes import read_code
from mat_desktop.workshop.library import Loss, authority_of
from mat_desktop.workshop.pairing.nouns import people_of
from mat_desktop.workshop.participants.participant import Participant, ways_to_reach
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import Workshop
from mat_desktop.workshop.sheets import FACTS, IssuedSheet, SheetKind
from mat_desktop.workshop.text import TEXT_LIMIT, clean


class OnSheet(Enum):
    """Whose names stand on a kind of sheet."""

    NONE = auto()
    OWN = auto()
    OWN_AND_PARTNER = auto()
    EVERYBODY = auto()


_NOTHING = (OnSheet.NONE, "nothing about anybody")
_FIRST_NAMES = (OnSheet.EVERYBODY, "the names of everybody at the workshop")
_ANSWERS = (OnSheet.OWN, "answers about how the person feels, if it was filled in")
STOOD: dict[SheetKind, tuple[OnSheet, str]] = {
    SheetKind.RUN_SHEET: (OnSheet.EVERYBODY, "table numbers, and who there needs which help; no name"),
    SheetKind.SIGN_IN: _FIRST_NAMES,
    SheetKind.NAME_TENT: (OnSheet.OWN, "the first name"),
    SheetKind.WHERE_WE_ARE: (OnSheet.EVERYBODY, "table numbers, names, and who is with whom"),
    SheetKind.WALL_ROTA: _NOTHING,
    SheetKind.GO_ON: _NOTHING,
    SheetKind.PHONE_LIST: (OnSheet.EVERYBODY, "first names and phone numbers, and no reason"),
    SheetKind.CONSENT: (OnSheet.OWN, "the name, what the person agreed to, a signature, perhaps an emergency contact"),
    SheetKind.STUDY_CONSENT: (OnSheet.OWN, "the name, whether the person takes part in the study, and a signature"),
    SheetKind.EVIDENCE: _NOTHING,
    SheetKind.READINESS: (OnSheet.OWN, "answers about crisis and danger, if it was filled in"),
    SheetKind.QUESTIONNAIRE: _ANSWERS,
    SheetKind.COMPLAINTS: (OnSheet.OWN, "what troubles the person, in their own words, if it was filled in"),
    SheetKind.HELP_SHEET: _NOTHING,
    SheetKind.ROUND_CARD: (
        OnSheet.EVERYBODY,
        "with whom the person would work or would rather not, if it was filled in",
    ),
    SheetKind.PAIR_SLIP: (OnSheet.OWN_AND_PARTNER, "who was asked about whom, and perhaps the answer"),
    SheetKind.GOAL_SHEET: (OnSheet.OWN, "the goal in full, if it was filled in"),
    SheetKind.GOAL_CARD: (OnSheet.OWN, "the goal, as the person chose that it stands on paper"),
    SheetKind.AGREEMENT: (OnSheet.OWN_AND_PARTNER, "the goals, what the two agreed, and when they phone"),
    SheetKind.CALL_LOG: (OnSheet.OWN_AND_PARTNER, "the days of the calls, and perhaps why there was none"),
    SheetKind.POCKET_CARD: (OnSheet.OWN_AND_PARTNER, "when they phone, perhaps a number"),
    SheetKind.DATES: (OnSheet.OWN, "the dates of the workshop and the time of the call"),
    SheetKind.PRACTICE_CALL: _NOTHING,
    SheetKind.REPAIR_CARD: _NOTHING,
    SheetKind.ALLIANCE_CHECK: (OnSheet.OWN, "how the calls feel, if it was filled in"),
    SheetKind.MEETING_CARD: _NOTHING,
    SheetKind.MEETING_AGENDA: _NOTHING,
    SheetKind.ATTENDANCE: _FIRST_NAMES,
    SheetKind.TO_COLLECT: (OnSheet.EVERYBODY, "the names, and whose sheets are still to come; no answers"),
    SheetKind.SIX_MONTHS: (
        OnSheet.OWN_AND_PARTNER,
        "goals, and answers about how the person feels, if it was filled in",
    ),
    SheetKind.ONE_YEAR: (OnSheet.OWN_AND_PARTNER, "goals, and answers about how the person feels, if it was filled in"),
    SheetKind.LATER: (OnSheet.OWN_AND_PARTNER, "goals, and answers about how the person feels, if it was filled in"),
    SheetKind.ABSENT: (OnSheet.OWN_AND_PARTNER, "the name, the address, the goals, and answers, if it was filled in"),
    SheetKind.RATER: (OnSheet.NONE, "a goal and a number, and no name"),
    SheetKind.REPORT: (OnSheet.NONE, "figures of the group, and no name"),
    SheetKind.PAIR_OUTCOMES: (OnSheet.EVERYBODY, "what became of each pair, with names"),
    SheetKind.SUMMARY: (OnSheet.NONE, "figures of the group, and no name"),
    SheetKind.STUDY_PLAN: (OnSheet.NONE, "what is compared in the study, and no name"),
    SheetKind.REFERRAL: (OnSheet.OWN, "the name, and why the person was referred, if it was written"),
    SheetKind.PRIVACY_NOTICE: _NOTHING,
    SheetKind.WHAT_I_KEEP: _NOTHING,
    SheetKind.RISKS: _NOTHING,
    SheetKind.REQUESTS: (OnSheet.EVERYBODY, "who asked to see, correct or erase their record"),
    SheetKind.STAND_IN: (OnSheet.EVERYBODY, "first names and phone numbers, and who is promised a call; no reason"),
    SheetKind.IF_LOST: (OnSheet.NONE, "what was lost before"),
}
"""What stands on each kind of sheet, at most."""


@dataclass(frozen=True, kw_only=True)
class PersonToTell:
    """Somebody whose name stood on it, and how to reach them."""

    person: int
    name: str
    phone: str
    ways: str


@dataclass(frozen=True, kw_only=True)
class LostSheet:
    """One sheet that is lost: which it was, what stood on it, and whom to tell what."""

    workshop_id: int
    sheet: str
    stood: str
    people: tuple[PersonToTell, ...]
    say: str
    authority: str


@dataclass(frozen=True, kw_only=True)
class LossView:
    """One note of something that was lost."""

    happened_on: date
    words: str


@look
def by_code(rows: Rows, typed: str, today: date) -> LostSheet | None:
    """The sheet with this code, typed in any way; None where no sheet has it."""
    code = read_code(typed)
    issued = rows.find(IssuedSheet, code=code) if code else None
    if issued is None:
        return None
    standing = stand(rows, issued.workshop_id)
    owners = [issued.participant_id] if issued.participant_id else []
    place = next((p for p in standing.partnerships if p.id == issued.partnership_id), None)
    return _lost(standing, issued.kind, list(people_of(place)) if place is not None else owners, today)


@look
def by_kind(rows: Rows, workshop_id: int, kind: SheetKind, today: date) -> LostSheet:
    """A sheet of a kind whose code nobody knows: whose it was cannot be told, so it may be anybody's."""
    standing = stand(rows, workshop_id)
    everybody = [key_of(p) for p in standing.people] if STOOD[kind][0] is not OnSheet.NONE else []
    return _lost(standing, kind, everybody, today)


def _lost(standing: Standing, kind: SheetKind, owners: list[int], today: date) -> LostSheet:
    names, stood = STOOD[kind]
    return LostSheet(
        workshop_id=key_of(standing.workshop),
        sheet=FACTS[kind].title,
        stood=stood,
        people=tuple(map(_to_tell, _named(standing, names, owners))),
        say=_SAY.format(day=day_month(today), stood=stood) if names is not OnSheet.NONE else "",
        authority=authority_of(standing.workshop).for_a_loss,
    )


def _named(standing: Standing, names: OnSheet, owners: list[int]) -> list[Participant]:
    wanted = set(owners)
    if names is OnSheet.NONE:
        wanted = set()
    elif names is OnSheet.EVERYBODY:
        wanted = {key_of(p) for p in standing.coming}
    elif names is OnSheet.OWN_AND_PARTNER:
        wanted |= {m for p in standing.agreed if wanted & set(people_of(p)) for m in people_of(p)}
    return [p for p in standing.people if key_of(p) in wanted and p.died_on is None and not p.takes_part]


def _to_tell(person: Participant) -> PersonToTell:
    return PersonToTell(person=key_of(person), name=person.name, phone=person.phone, ways=ways_to_reach(person))


@deed(DeedKind.LIBRARY_LOSS)
def note_loss(work: Work, happened_on: date, words: str, workshop_id: int | None, person_id: int | None) -> int:
    """Keep what was lost and what was done. Returns its id. Raises Refusal without words, and for a day to come."""
    kept = clean(words, TEXT_LIMIT)
    if not kept:
        raise Refusal("Write in a few words what was lost, and what you did.")
    check_happened(happened_on, work.today)
    if workshop_id is not None:
        work.rows.get(Workshop, workshop_id)
    work.about(workshop_id, person_id)
    return key_of(work.rows.add(Loss(happened_on, kept, workshop_id, person_id)))


@look
def losses(rows: Rows) -> tuple[LossView, ...]:
    """Everything that was noted as lost, the latest first."""
    lost = sorted(rows.all(Loss), key=lambda loss: (loss.happened_on, key_of(loss)), reverse=True)
    return tuple(LossView(happened_on=loss.happened_on, words=loss.words) for loss in lost)


_SAY = "“A sheet with your name was lost on {day}. On it stood {stood}. I am sorry.”"
