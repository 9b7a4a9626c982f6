"""A file against the people held: who is new, who is known and says something new, and whom one must ask about."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mat_desktop.facilitation.csv_table import Fault
from mat_desktop.facilitation.desk import look
from mat_desktop.facilitation.participants.forms.sameness import contradicts, digits, mailbox, same_name, shares_contact
from mat_desktop.facilitation.participants.newcomers import Newcomer, held_by
from mat_desktop.facilitation.participants.roster_file import ReadRoster, RosterEntry
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.standing import key_of
from mat_desktop.workshop.participants.calling import folded
from mat_desktop.workshop.participants.participant import ImportedFact, Participant

ANOTHER = 0
"""The answer to a question: somebody else, who is new."""


@dataclass(frozen=True)
class Changed:
    """Somebody known, with what the file says differently: field, old, new, whether it was typed by hand."""

    person_id: int
    name: str
    differences: tuple[tuple[str, str, str, bool], ...]


@dataclass(frozen=True, kw_only=True)
class WhoIsWho:
    """A row that may be somebody known: the same contact under another name, or the same name reached elsewhere."""

    row: int
    name: str
    candidates: tuple[tuple[int, str], ...]
    """Who it may be, by id and name."""
    by_name: bool
    """Whether the name is the same, rather than the contact."""


@dataclass(frozen=True, kw_only=True)
class ImportPlan:
    """What an import would do."""

    new: tuple[RosterEntry, ...]
    changed: tuple[Changed, ...]
    unchanged: tuple[str, ...]
    gone: tuple[str, ...]
    faults: tuple[Fault, ...]
    notes: tuple[Fault, ...] = ()
    questions: tuple[WhoIsWho, ...] = ()
    """Until they are answered, whoever is asked about is taken for somebody new."""


@look
def compare(rows: Rows, workshop_id: int, roster: ReadRoster, answers: Mapping[int, int] | None = None) -> ImportPlan:
    """Tell new from changed, unchanged and gone.

    Args:
        rows: the library.
        workshop_id: the workshop whose people are held against the file.
        roster: the file.
        answers: for a row of a question the id of the person whom it means, or ANOTHER.
    """
    people = {key_of(p): p for p in rows.all(Participant, workshop_id=workshop_id)}
    imported: dict[int, dict[str, str]] = defaultdict(dict)
    for fact in rows.all(ImportedFact, participant_id=list(people)):
        imported[fact.participant_id][fact.fact] = fact.value
    pairing = _Matching(roster.entries, people)
    pairing.match(answers or {})
    changed, unchanged = [], []
    for entry, person_id in pairing.matched():
        person = people[person_id]
        differences = tuple(_differences(person, entry, imported[person_id]))
        if differences:
            changed.append(Changed(person_id, person.name, differences))
        else:
            unchanged.append(person.name)
    met = set(pairing.known.values())
    return ImportPlan(
        new=tuple(entry for entry in roster.entries if entry.row not in pairing.known),
        changed=tuple(changed),
        unchanged=tuple(unchanged),
        gone=tuple(p.name for person_id, p in people.items() if person_id not in met and person_id in imported),
        faults=roster.faults,
        notes=roster.notes,
        questions=tuple(pairing.questions),
    )


class _Matching:
    """Finds whom each row means: the surest first, over all rows, before anything less sure is looked at."""

    def __init__(self, entries: Sequence[RosterEntry], people: Mapping[int, Participant]) -> None:
        self._entries, self._people = entries, people
        self.known: dict[int, int] = {}
        """The person of each row that means somebody held."""
        self.questions: list[WhoIsWho] = []
        self._waiting = Counter[str]()
        """How many rows of each name mean nobody held yet."""
        self._taken: set[int] = set()
        self._folded = {entry.row: folded(entry.name) for entry in entries}
        self._by_name: dict[str, list[int]] = defaultdict(list)
        self._by_contact: dict[str, list[int]] = defaultdict(list)
        for person_id, person in people.items():
            self._by_name[folded(person.name)].append(person_id)
            for contact in _contacts(person.email, person.phone):
                self._by_contact[contact].append(person_id)

    def match(self, answers: Mapping[int, int]) -> None:
        """Name and contact, then what somebody answered, then a name alone that is the only one; ask about the rest."""
        for sure in (self._by_name_and_contact, lambda entry: answers.get(entry.row), self._by_name_alone):
            self._waiting = Counter(self._folded[e.row] for e in self._entries if e.row not in self.known)
            for entry in self._entries:
                person_id = sure(entry) if entry.row not in self.known else None
                if person_id and self._is_free(person_id):
                    self.known[entry.row] = person_id
                    self._taken.add(person_id)
        for entry in self._entries:
            if entry.row not in self.known or self.known[entry.row] == answers.get(entry.row):
                self._ask(entry)

    def matched(self) -> Iterator[tuple[RosterEntry, int]]:
        """Each row that means somebody held, with whom."""
        return ((entry, self.known[entry.row]) for entry in self._entries if entry.row in self.known)

    def _is_free(self, person_id: int) -> bool:
        return person_id in self._people and person_id not in self._taken

    def _by_name_and_contact(self, entry: RosterEntry) -> int | None:
        email, phone = _reach(entry)
        alike = (self._people[n] for n in self._by_name[self._folded[entry.row]] if self._is_free(n))
        return next((key_of(p) for p in alike if shares_contact(email, phone, p.email, p.phone)), None)

    def _by_name_alone(self, entry: RosterEntry) -> int | None:
        """The only one of the name on both sides, where nothing speaks against it."""
        alike = [n for n in self._by_name[self._folded[entry.row]] if self._is_free(n)]
        if len(alike) != 1 or self._waiting[self._folded[entry.row]] != 1:
            return None
        held = self._people[alike[0]]
        return None if contradicts(*_reach(entry), held.email, held.phone) else alike[0]

    def _ask(self, entry: RosterEntry) -> None:
        """Ask about a row that shares a name or a contact with somebody whom no other row means."""
        own = self.known.get(entry.row)
        named = self._by_name[self._folded[entry.row]]
        reached = [n for contact in _contacts(*_reach(entry)) for n in self._by_contact[contact]]
        likely = [n for n in dict.fromkeys((*named, *reached)) if n == own or self._is_free(n)]
        if likely:
            candidates = tuple((n, self._people[n].name) for n in likely)
            self.questions.append(
                WhoIsWho(row=entry.row, name=entry.name, candidates=candidates, by_name=bool(set(named) & set(likely)))
            )


def _reach(entry: RosterEntry) -> tuple[str, str]:
    return entry.told.get("email", ""), entry.told.get("phone", "")


def _contacts(email: str, phone: str) -> list[str]:
    return [contact for contact in (mailbox(email), digits(phone)) if contact]


def _differences(
    person: Participant, entry: RosterEntry, imported: Mapping[str, str]
) -> Iterator[tuple[str, str, str, bool]]:
    for field, new in entry.facts:
        held = held_by(person, field)
        if not _means_the_same(field, held, new) and imported.get(field) != new:
            yield field, held, new, bool(held) and held != imported.get(field)


def _means_the_same(field: str, held: str, new: str) -> bool:
    """Whether two spellings say one thing; then the one that is held stays."""
    if field == "name":
        return same_name(held, new)
    if field in ("phone", "emergency_phone"):
        return held == new or (bool(digits(held)) and digits(held) == digits(new))
    if field == "email":
        return mailbox(held) == mailbox(new)
    return held == new


def newcomers(plan: ImportPlan) -> tuple[Newcomer, ...]:
    """The new people of a plan, ready to be taken in."""
    return tuple(Newcomer(entry.facts) for entry in plan.new)
