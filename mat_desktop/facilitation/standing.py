"""How one workshop stands: everything but the day entries, read once, and what follows from it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TypeVar

from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.remembered import remembered
from mat_desktop.workshop.agreement import Agreement, AgreementState, UsualTerms, usual_terms
from mat_desktop.workshop.followup import ANSWERED, FollowUp, FollowUpState
from mat_desktop.workshop.goals.goal import Goal, current, is_set
from mat_desktop.workshop.journey import Progress, Step
from mat_desktop.workshop.pairing.nouns import AGREED, LIVE, Couple, KeepApart, Member, Partnership, people_of
from mat_desktop.workshop.participants.calling import called_of, in_alphabet
from mat_desktop.workshop.participants.participant import (
    Participant,
    Unplaced,
    agrees,
    comes,
    outside_study,
    paper_only,
    says_no,
)
from mat_desktop.workshop.safety import SafetyCard, is_open
from mat_desktop.workshop.screening import Screening, ScreeningOutcome
from mat_desktop.workshop.setup import Workshop, last_day

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Standing:
    """One workshop with its people and everything that was decided about them."""

    workshop: Workshop
    people: Sequence[Participant]
    screenings: dict[int, Screening]
    partnerships: Sequence[Partnership]
    goals: dict[int, list[Goal]]
    """Each person's goals as they stand now."""
    versions: dict[int, list[Goal]]
    """Each person's goals in all their versions, oldest first."""
    shared: dict[int, list[Goal]]
    """The shared projects of each partnership as they stand now."""
    agreements: dict[int, Agreement]
    usual: UsualTerms
    follow_ups: dict[tuple[int, int], FollowUp]
    open_cards: frozenset[int]
    """The people with an open safety card."""

    @property
    def coming(self) -> list[Participant]:
        """Those who are expected, in the order of the alphabet. A facilitator who takes part is not among them."""
        return sorted(
            (p for p in self.people if comes(p) and not p.takes_part), key=lambda p: (in_alphabet(p.name), key_of(p))
        )

    @property
    def included(self) -> list[Participant]:
        """Those whom she decided to include and who neither said no nor stopped, and herself where she takes part."""
        going_on = [p for p in self.coming if p.stopped_on is None and not says_no(p)]
        chosen = [p for p in going_on if self.outcome(key_of(p)) is ScreeningOutcome.INCLUDE]
        return chosen + [p for p in self.people if p.takes_part and p.unplaced is not Unplaced.HOME]

    @property
    def voting(self) -> list[Participant]:
        """Those who have a ballot, by table number."""
        return sorted((p for p in self.included if not p.takes_part), key=lambda p: p.table_number)

    def outcome(self, person: int) -> ScreeningOutcome | None:
        """The decision about one person."""
        found = self.screenings.get(person)
        return found.outcome if found else None

    @property
    def live(self) -> list[Partnership]:
        """Partnerships that have not ended."""
        return [p for p in self.partnerships if p.state in LIVE]

    @property
    def agreed(self) -> list[Partnership]:
        """Partnerships that both said yes to and that have not ended."""
        return [p for p in self.partnerships if p.state in AGREED]

    @property
    def began(self) -> list[int]:
        """Everybody who was ever in a partnership that both said yes to, in the order of the alphabet.

        A facilitator who takes part is left out: outcomes are about the people whom she accompanies.
        """
        ids = {m for p in self.partnerships if p.confirmed_on is not None for m in people_of(p)}
        people = sorted((p for p in self.people if not p.takes_part), key=lambda p: in_alphabet(p.name))
        return [key_of(p) for p in people if p.id in ids]

    @property
    def followed(self) -> list[int]:
        """Those of them who are asked again at six months and later: who lives, and did not ask to be left alone."""
        people = {key: self._by_id[key] for key in self.began}
        return [key for key, p in people.items() if p.died_on is None and not p.no_follow_up]

    def partnership_of(self, person: int) -> Partnership | None:
        """The live partnership of a person."""
        return next((p for p in self.live if person in people_of(p)), None)

    def name(self, person: int) -> str:
        """A person's full name, as it is kept; how it is shown is said by `Names`."""
        found = self._by_id.get(person)
        return found.name if found else ""

    def called(self, person: int) -> str:
        """What a person is called; where others of that name are named beside them, `Names` tells them apart."""
        found = self._by_id.get(person)
        return called_of(found.name, found.called) if found else ""

    def outside_study(self, person: int) -> bool:
        """Whether a person said no to the study, or left it."""
        return outside_study(self._by_id[person])

    def goals_of(self, person: int) -> list[Goal]:
        """A person's own goals as they stand now, and then the shared projects of their partnership."""
        own = self.goals.get(person, [])
        if not self.shared:
            return list(own)
        place = next((p for p in self.agreed if person in people_of(p)), None)
        return own + (self.shared.get(key_of(place), []) if place else [])

    def person(self, person: int) -> Participant:
        """The participant with this id. Raises KeyError for a stranger."""
        return self._by_id[person]

    @cached_property
    def _by_id(self) -> dict[int, Participant]:
        return {key_of(p): p for p in self.people}


def key_of(thing: object) -> int:
    """The id of a thing that is kept."""
    key = getattr(thing, "id", None)
    assert isinstance(key, int), "Only what is kept has an id."
    return key


@remembered
def stand(rows: Rows, workshop_id: int) -> Standing:
    """Read one workshop. Looks do not change what it holds.

    Remembered: nearly every look begins with it, and it reads the whole workshop.
    """
    people = rows.kept(Participant, workshop_id=workshop_id)
    return _standing(rows, workshop_id, people, rows.kept(Partnership, workshop_id=workshop_id))


def stand_of(rows: Rows, person: Participant) -> Standing:
    """Read what stands about one person and about all with whom they were ever paired: what a key press needs.

    A deed reads afresh, and the whole workshop again for each answer that is typed made her wait.
    """
    memberships = rows.all(Member, participant_id=key_of(person))
    own = [one.partnership_id for one in memberships if one.partnership_id is not None]
    partnerships = rows.all(Partnership, id=own)
    ids = {key_of(person)}.union(*(people_of(p) for p in partnerships))
    return _standing(rows, person.workshop_id, rows.all(Participant, id=sorted(ids)), partnerships)


def _standing(
    rows: Rows, workshop_id: int, people: Sequence[Participant], partnerships: Sequence[Partnership]
) -> Standing:
    ids, places = [key_of(p) for p in people], [key_of(p) for p in partnerships]
    drafts = rows.kept(Agreement, partnership_id=places)
    versions = _by(lambda g: g.participant_id, rows.kept(Goal, participant_id=ids))
    shared = _by(lambda g: g.partnership_id, rows.kept(Goal, partnership_id=places))
    return Standing(
        workshop=rows.get(Workshop, workshop_id),
        people=people,
        screenings={s.participant_id: s for s in rows.kept(Screening, participant_id=ids)},
        partnerships=partnerships,
        goals={person: current(found) for person, found in versions.items()},
        versions=versions,
        shared={place: current(found) for place, found in shared.items()},
        agreements=_latest(drafts),
        usual=rows.find(UsualTerms, workshop_id=workshop_id) or usual_terms(workshop_id),
        open_cards=frozenset(
            c.participant_id for c in rows.kept(SafetyCard, participant_id=ids, closed_at=None) if is_open(c)
        ),
        follow_ups={(f.participant_id, f.months): f for f in rows.kept(FollowUp, participant_id=ids)},
    )


def _by(owner: Callable[[Goal], int | None], goals: Iterable[Goal]) -> dict[int, list[Goal]]:
    found: dict[int, list[Goal]] = defaultdict(list)
    for goal in sorted(goals, key=lambda g: (g.position, g.version)):
        if (key := owner(goal)) is not None:
            found[key].append(goal)
    return dict(found)


def _latest(agreements: Iterable[Agreement]) -> dict[int, Agreement]:
    return {a.partnership_id: a for a in sorted(agreements, key=lambda a: a.version)}


def progress(standing: Standing, today: date) -> dict[Step, Progress]:
    """How far each of the ten steps has come."""
    workshop, coming, included = standing.workshop, standing.coming, standing.included
    paired = [m for p in standing.agreed for m in people_of(p)]
    herself = {key_of(p) for p in standing.people if p.takes_part}
    on_paper = {key_of(p) for p in standing.people if paper_only(p)}
    aiming = [p for p in (paired or [key_of(p) for p in included]) if p not in herself | on_paper]
    began = [p for p in standing.followed if p not in on_paper]
    signed = [p for p in standing.agreed if _is_signed(standing.agreements.get(key_of(p)))]
    logged = [m for p in standing.agreed if _is_logged(p, workshop) for m in people_of(p)]
    with_consent = [p for p in coming if agrees(p)]
    ends = [_answered(standing, began, months) for months in (6, 12)]
    return {
        Step.SETUP: Progress(int(bool(workshop.title and workshop.place)), 1),
        Step.PARTICIPANTS: Progress(len(with_consent), len(coming)),
        Step.SCREENING: Progress(sum(standing.outcome(key_of(p)) is not None for p in coming), len(coming)),
        Step.PAIRING: Progress(len(paired), len(included)),
        Step.GOALS: Progress(sum(any(is_set(g) for g in standing.goals.get(p, [])) for p in aiming), len(aiming)),
        Step.AGREEMENT: Progress(len(signed), len(standing.agreed)),
        Step.CONTACT: Progress(len(logged) if today >= last_day(workshop) else 0, len(paired)),
        Step.SIX_MONTHS: ends[0],
        Step.ONE_YEAR: ends[1],
        Step.OUTCOMES: Progress(int(ends[1].finished), 1),
    }


def _is_signed(agreement: Agreement | None) -> bool:
    return agreement is not None and agreement.state is not AgreementState.DRAFT


def _is_logged(partnership: Partnership, workshop: Workshop) -> bool:
    """Whether the last four weeks of the term are known."""
    known = partnership.last_known_day
    return known is not None and known >= last_day(workshop) - timedelta(days=28)


def _answered(standing: Standing, people: Sequence[int], months: int) -> Progress:
    closed = (*ANSWERED, FollowUpState.LOST)
    found = (standing.follow_ups.get((person, months)) for person in people)
    return Progress(sum(f is not None and f.state in closed for f in found), len(people))


def kept_apart(rows: Rows, workshop_id: int) -> frozenset[frozenset[int]]:
    """Who must not meet in the rounds, nor sit at one table. A couple need not either."""
    kept = [(k.first_id, k.second_id) for k in rows.all(KeepApart, workshop_id=workshop_id)]
    kept += [(c.first_id, c.second_id) for c in rows.all(Couple, workshop_id=workshop_id)]
    return frozenset(frozenset(pair) for pair in kept)
