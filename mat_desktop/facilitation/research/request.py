"""What the research data of a workshop are made from: read, stripped of names, and put under ids drawn anew.

What comes of it is frozen, so that another process can make the files.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from mat_desktop.facilitation.desk import Desk, look
from mat_desktop.facilitation.outcomes.material import Material, material
from mat_desktop.facilitation.outcomes.measures import MeasureData, measures
from mat_desktop.facilitation.participants.wording import refuse_without_study
from mat_desktop.facilitation.ports import Codes, Rows
from mat_desktop.facilitation.research.hiding import Shared, hidden, hiding_in_words
from mat_desktop.facilitation.research.missing import Row
from mat_desktop.facilitation.research.tables import as_csv
from mat_desktop.facilitation.research.traits import age_band, gender
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.facilitation.standing import key_of
from mat_desktop.facilitation.tabular.figures import SUPPRESSED
from mat_desktop.workshop.codes import ALPHABET
from mat_desktop.workshop.contact.alliance import alliance_mean
from mat_desktop.workshop.contact.schedule import ArmKind
from mat_desktop.workshop.followup import ANSWERED, FollowUp
from mat_desktop.workshop.outcomes.case import OutcomeCase
from mat_desktop.workshop.pairing.nouns import people_of
from mat_desktop.workshop.participants.consent import ConsentKind
from mat_desktop.workshop.participants.participant import consent_to
from mat_desktop.workshop.refusal import Refusal


@dataclass(frozen=True, kw_only=True)
class OccasionFacts:
    """How one follow-up of one person went."""

    state: str
    heard: bool
    day: int | None
    """Days after the workshop."""


@dataclass(frozen=True, kw_only=True)
class ResearchPerson:
    """One person whose yes covers the data, under a random id."""

    code: str
    place: str
    """The id that partners share."""
    arm: str
    """By its number, by a random id while arms are not named, or hidden where few are in it; empty outside a study."""
    trait: Row
    """Age band and gender, hidden where they would point at somebody."""
    contacts: str
    """Days, hidden where the arm is, for their number would tell it."""
    agreed_days: str
    partners: tuple[str | None, ...]
    """The ids of the other members; None for who is not in these data."""
    follow_ups: Mapping[int, OccasionFacts]
    """By months, as everything here."""
    ratings: Mapping[int, float]
    cases: Mapping[str, OutcomeCase]
    """By measure."""


@dataclass(frozen=True, kw_only=True)
class ResearchFrame:
    """What is the same for everybody."""

    measures: tuple[MeasureData, ...]
    """Without anybody's values."""
    months: tuple[int, ...]
    arms: Mapping[int, ArmKind]
    """What each arm does, by its number; nothing while arms are not named."""
    blind: bool
    key: bytes
    """Who is who: kept apart, never beside the data."""
    left_out: int
    said: str


@dataclass(frozen=True, kw_only=True)
class ExportRequest:
    """The people of the data, by id, and what is the same for all."""

    people: tuple[ResearchPerson, ...]
    frame: ResearchFrame


@dataclass
class _Ids:
    """Random ids, none twice."""

    codes: Codes
    given: set[str] = field(default_factory=set)

    def fresh(self, letter: str) -> str:
        while True:
            code = letter + "".join(ALPHABET[n] for n in self.codes.numbers(6))
            if code not in self.given:
                self.given.add(code)
                return code


COVERS: dict[ConsentKind, str] = {
    ConsentKind.RESEARCH: "box 3 of the consent sheet",
    ConsentKind.STUDY: "the consent sheet of the study",
}
"""Which yes research data can go by, and how the paper on which it stands is called."""


def asked(desk: Desk, workshop_id: int, covered_by: ConsentKind = ConsentKind.RESEARCH) -> ExportRequest:
    """The research data of a workshop as they are now, of whoever gave the consent that covers them.

    Ids are drawn anew each time. Raises Refusal where nobody gave it, and for a study where there is none.
    """
    found, names = _read(desk, workshop_id, covered_by)
    ids = _Ids(desk.codes)
    codes = {own: ids.fresh("P") for own in names}
    places = {place: ids.fresh("D") for place in dict.fromkeys(person.place for person in found.people)}
    arms = dict.fromkeys(sorted({person.arm for person in found.people} - {"", SUPPRESSED}))
    letters = {arm: ids.fresh("A") if found.frame.blind else arm for arm in arms}
    people = (
        replace(
            person,
            code=codes[person.code],
            place=places[person.place],
            arm=letters.get(person.arm, person.arm),
            partners=tuple(codes[own] if own is not None else None for own in person.partners),
        )
        for person in found.people
    )
    rows = sorted((code, names[own]) for own, code in codes.items())
    key = as_csv(["person", "name"], [{"person": code, "name": name} for code, name in rows])
    return ExportRequest(people=tuple(sorted(people, key=lambda p: p.code)), frame=replace(found.frame, key=key))


@look
def _read(rows: Rows, workshop_id: int, covered_by: ConsentKind) -> tuple[ExportRequest, dict[str, str]]:
    """The same under the library's own ids, which never leave it; and everybody's name."""
    found = material(rows, workshop_id)
    refuse_without_study(found.standing.workshop, covered_by)
    agreed = [p for p in found.living if _agreed(found, p, covered_by)]
    if not agreed:
        raise Refusal(f"Nobody who began has said yes on {COVERS[covered_by]}, so there is nothing to export.")
    names = {str(person): found.standing.name(person) for person in agreed}
    return _Reader(found, measures(rows, workshop_id), agreed, covered_by).request(), names


def _agreed(found: Material, person: int, covered_by: ConsentKind) -> bool:
    """Whether somebody's yes covers these data, and they did not leave the study in which they would be."""
    if found.standing.workshop.study and found.standing.outside_study(person):
        return False
    return consent_to(found.standing.person(person), covered_by) is not None


class _Reader:
    """Reads one workshop into frozen values."""

    def __init__(
        self, found: Material, every: Sequence[MeasureData], people: Sequence[int], covered_by: ConsentKind
    ) -> None:
        self._found, self._measures, self._people, self._covered_by = found, every, people, covered_by
        self._months = (0, *sorted(p.months for p in found.standing.workshop.points))
        self._blind = bool(found.arms) and found.standing.workshop.unblinded_on is None
        self._shown = {person: self._shared(person) for person in people}
        self._told = hidden(self._shown)
        self._ratings = self._rated()

    def request(self) -> ExportRequest:
        left = len(self._found.people) - len(self._people)
        frame = ResearchFrame(
            measures=tuple(replace(measure, values={}, starts={}) for measure in self._measures),
            months=self._months,
            arms={} if self._blind else {a.position + 1: a.kind for a in self._found.course.arms.values()},
            blind=self._blind,
            key=b"",
            left_out=left,
            said=" ".join((self._who(left), *hiding_in_words(self._shown, self._told))),
        )
        return ExportRequest(people=tuple(self._person(person) for person in self._people), frame=frame)

    def _who(self, left: int) -> str:
        return (
            f"{counted(len(self._found.people), 'person', 'people')} began; {len(self._people)} said yes on "
            f"{COVERS[self._covered_by]}, which covers these data, and are in them; {left} "
            f"{'is' if left == 1 else 'are'} left out and count in no figure of theirs."
        )

    def _person(self, person: int) -> ResearchPerson:
        place = self._found.place[person]
        arm, band, said = self._told[person]
        follow_ups = {months: self._found.standing.follow_ups.get((person, months)) for months in self._months[1:]}
        return ResearchPerson(
            code=str(person),
            place=str(key_of(place)),
            arm=arm,
            trait={"age_band": band, "gender": said},
            contacts=self._days(arm, self._found.talked.get(person, 0)),
            agreed_days=self._days(arm, self._found.agreed.get(person, 0)),
            partners=tuple(str(m) if m in self._people else None for m in people_of(place) if m != person),
            follow_ups={months: self._went(one) for months, one in follow_ups.items() if one is not None},
            ratings=self._ratings.get(person, {}),
            cases={measure.key: self._case(measure, person, arm) for measure in self._measures},
        )

    def _case(self, measure: MeasureData, person: int, arm: str) -> OutcomeCase:
        """Who is in no arm that is told is in no block either."""
        case = self._found.cases(measure, [person])[0]
        return replace(case, block=SUPPRESSED) if arm == SUPPRESSED and case.block else case

    def _days(self, arm: str, days: int) -> str:
        """A number of days tells the arm: it is told where the arm is, and once arms are named."""
        return SUPPRESSED if arm == SUPPRESSED or (arm and self._blind) else str(days)

    def _shared(self, person: int) -> Shared:
        standing, place = self._found.standing, self._found.place[person]
        arm = self._found.course.arms.get(place.arm_id or 0) if self._found.arms else None
        asked = {months: standing.follow_ups.get((person, months)) for months in self._months[1:]}
        return Shared(
            arm=f"arm{arm.position + 1}" if arm is not None else "",
            age_band=age_band(standing.person(person), standing.workshop.held_on.year),
            gender=gender(standing.person(person)),
            heard=frozenset(months for months, one in asked.items() if one is not None and one.state in ANSWERED),
        )

    def _went(self, found: FollowUp) -> OccasionFacts:
        on = found.happened_on
        day = (on - self._found.standing.workshop.held_on).days if on is not None else None
        return OccasionFacts(state=found.state.value, heard=found.state in ANSWERED, day=day)

    def _rated(self) -> dict[int, dict[int, float]]:
        """Each person's last rating up to each occasion, 0 to 10."""
        start, found = self._found.standing.workshop.held_on, dict[int, dict[int, float]]()
        for checks in self._found.course.checks.values():
            for check in sorted(checks, key=lambda c: c.happened_on):
                mean = alliance_mean({r.item: r.value for r in check.ratings})
                month = next((m for m in self._months if (check.happened_on - start).days <= m * 31 + 14), None)
                if mean is not None and month is not None:
                    found.setdefault(check.participant_id, {})[month] = mean
        return found
