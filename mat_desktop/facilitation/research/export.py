"""Research data of one workshop: a row per person and occasion with partner columns, a codebook, and no names.

Only people who agreed to research are in it. There is no free text, no date, no safety item and no single answer of a
questionnaire: totals only, for a total and all other answers would tell the one that was left out.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed
from mat_desktop.facilitation.outcomes.files import OCCASIONS
from mat_desktop.facilitation.outcomes.material import Material, MeasureData, material, measures
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.research.tables import (
    COUNT_COLUMNS,
    FEWEST,
    NOT_THERE,
    SILENT,
    SUPPRESSED,
    UNSAID,
    Column,
    Row,
    as_csv,
    cell,
    codebook,
    column_of,
    occasion_name,
    outcome_columns,
    outcome_file,
    package,
)
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.facilitation.shown.words.outcomes import BETTER
from mat_desktop.facilitation.standing import key_of
from mat_desktop.workshop.answers import own_pages
from mat_desktop.workshop.codes import ALPHABET
from mat_desktop.workshop.contact.alliance import alliance_mean
from mat_desktop.workshop.followup import ANSWERED
from mat_desktop.workshop.pairing.nouns import people_of
from mat_desktop.workshop.participants.consent import ConsentKind
from mat_desktop.workshop.participants.participant import consent_to
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import GOALS

_BANDS = (
    (0, 17, "under 18"),
    (18, 29, "18-29"),
    (30, 44, "30-44"),
    (45, 59, "45-59"),
    (60, 74, "60-74"),
    (75, 130, "75+"),
)


@dataclass(frozen=True, kw_only=True)
class Export:
    """The files of the data by name, the key file apart from them, and how many are in and left out."""

    files: dict[str, bytes]
    key: bytes
    people: int
    left_out: int
    said: str


@dataclass
class _Ids:
    """Random ids, none twice."""

    work: Work
    given: set[str] = field(default_factory=set)

    def fresh(self, letter: str) -> str:
        while True:
            code = letter + "".join(ALPHABET[n] for n in self.work.codes.numbers(6))
            if code not in self.given:
                self.given.add(code)
                return code


@deed(DeedKind.RESEARCH_EXPORT)
def export(work: Work, workshop_id: int) -> Export:
    """The research data as files, the key apart, and a sentence that says who is left out.

    Ids are drawn anew each time. Raises Refusal where nobody agreed to research.
    """
    work.about(workshop_id)
    found = material(work.rows, workshop_id)
    agreed = [p for p in found.living if consent_to(found.standing.person(p), ConsentKind.RESEARCH) is not None]
    if not agreed:
        raise Refusal("Nobody who began has agreed to research, so there is nothing to export.")
    made = _Maker(work.rows, found, agreed, _Ids(work))
    left = len(found.people) - len(agreed)
    said = (
        f"{counted(len(found.people), 'person', 'people')} began; {len(agreed)} agreed to research and are in these "
        f"data; {left} {'is' if left == 1 else 'are'} left out and count in no figure of theirs."
    )
    return Export(files=made.files(said), key=made.key(), people=len(agreed), left_out=left, said=said)


class _Maker:
    """Makes the tables of one export."""

    def __init__(self, rows: Rows, material: Material, people: Sequence[int], ids: _Ids) -> None:
        self._found, self._measures = material, measures(rows, key_of(material.standing.workshop))
        order = sorted((ids.fresh("P"), person) for person in people)
        self._ids = {person: code for code, person in order}
        places = {key_of(material.place[p]) for p in people}
        self._places = {place: ids.fresh("D") for place in places}
        self._months = (0, *sorted(p.months for p in material.standing.workshop.points))
        self._arms = {key: f"arm{arm.position + 1}" for key, arm in material.course.arms.items()}
        self._traits = self._suppressed({p: self._trait(p) for p in people})
        self._alliance = self._ratings()
        self._long = {p: {m: self._occasion(p, m) for m in self._months} for p in people}

    def files(self, said: str) -> dict[str, bytes]:
        """Every file of the data by its name."""
        columns = [self._measure_column(m) for m in self._measures]
        long, wide = self._long_columns(columns), self._wide_columns(columns)
        tables: dict[str, tuple[list[Column], list[Row]]] = {
            "people_long.csv": (long, self._long_rows()),
            "people_wide.csv": (wide, self._wide_rows()),
            "counts.csv": (COUNT_COLUMNS, self._counts()),
        }
        for measure in self._measures:
            tables[outcome_file(measure.key)] = (outcome_columns(measure), self._outcome_rows(measure))
        files = {name: as_csv([c.name for c in columns], rows) for name, (columns, rows) in tables.items()}
        files["codebook.csv"] = codebook({name: columns for name, (columns, _) in tables.items()})
        files["datapackage.json"] = package(self._measures, {n: columns for n, (columns, _) in tables.items()}, said)
        files["README.txt"] = f"{_ABOUT}\n{said}\n".encode()
        return files

    def key(self) -> bytes:
        """Who is who: kept apart, never beside the data."""
        rows = [{"person": code, "name": self._found.standing.name(p)} for p, code in self._ids.items()]
        return as_csv(["person", "name"], rows)

    def _trait(self, person: int) -> Row:
        who = self._found.standing.person(person)
        age = self._found.standing.workshop.held_on.year - who.birth_year if who.birth_year else None
        band = next((words for least, most, words in _BANDS if age is not None and least <= age <= most), UNSAID)
        return {"age_band": band, "gender": who.gender.value if who.gender else UNSAID}

    def _suppressed(self, traits: dict[int, Row]) -> dict[int, Row]:
        """A trait that fewer than five people share is not told; nor is the pair of traits."""
        for name in ("gender", "age_band"):
            counts = Counter(t[name] for t in traits.values())
            for trait in traits.values():
                if trait[name] != UNSAID and counts[trait[name]] < FEWEST:
                    trait[name] = SUPPRESSED
        both = Counter((t["age_band"], t["gender"]) for t in traits.values())
        for trait in traits.values():
            known = not {trait["age_band"], trait["gender"]} & {UNSAID, SUPPRESSED}
            if known and both[(trait["age_band"], trait["gender"])] < FEWEST:
                trait["age_band"] = SUPPRESSED
        return traits

    def _ratings(self) -> dict[int, dict[int, float]]:
        """Each person's last rating up to each occasion, 0 to 10."""
        start, found = self._found.standing.workshop.held_on, dict[int, dict[int, float]]()
        for checks in self._found.course.checks.values():
            for check in sorted(checks, key=lambda c: c.happened_on):
                mean = alliance_mean({r.item: r.value for r in check.ratings})
                month = next((m for m in self._months if (check.happened_on - start).days <= m * 31 + 14), None)
                if mean is not None and month is not None:
                    found.setdefault(check.participant_id, {})[month] = mean
        return found

    def _arm(self, person: int) -> str:
        return self._arms.get(self._found.place[person].arm_id or 0, "") if self._found.arms else ""

    def _occasion(self, person: int, months: int) -> Row:
        """The values of one person at one occasion, or why there is none."""
        found = self._found.standing.follow_ups.get((person, months)) if months else None
        heard = not months or (found is not None and found.state in ANSWERED)
        why = UNSAID if heard else SILENT
        row = {
            "state": "done" if not months else found.state.value if found is not None else "due",
            "day": str(self._day(found.happened_on))
            if found and found.happened_on and heard
            else "0"
            if not months
            else why,
            "alliance": cell(self._alliance.get(person, {}).get(months), why),
        }
        for measure in self._measures:
            row[column_of(measure.key)] = cell(measure.values.get(person, {}).get(months), why)
        return row

    def _day(self, day: date) -> int:
        return (day - self._found.standing.workshop.held_on).days

    def _base(self, person: int) -> Row:
        place = self._found.place[person]
        return {
            "person": self._ids[person],
            "partnership": self._places[key_of(place)],
            "arm": self._arm(person),
            **self._traits[person],
            "contacts": str(self._found.talked.get(person, 0)),
            "agreed_days": str(self._found.agreed.get(person, 0)),
        }

    def _partners(self, person: int) -> list[int | None]:
        """The other members, two places: who is not in these data is None."""
        others = [m for m in people_of(self._found.place[person]) if m != person]
        known = [m if m in self._ids else None for m in others]
        return [*known, None, None][:2]

    def _long_rows(self) -> list[Row]:
        rows = []
        for person in self._ids:
            for months in self._months:
                row = {**self._base(person), "occasion": occasion_name(months), "months": str(months)}
                row |= self._long[person][months]
                for number, partner in enumerate(self._partners(person), 1):
                    own = self._long[partner][months] if partner is not None else {}
                    row[f"partner{number}"] = self._ids[partner] if partner is not None else NOT_THERE
                    for name in (*self._measure_names(), "alliance"):
                        row[f"partner{number}_{name}"] = own.get(name, NOT_THERE)
                rows.append(row)
        return rows

    def _wide_rows(self) -> list[Row]:
        rows = []
        for person in self._ids:
            row = self._base(person)
            for months in self._months:
                at = occasion_name(months)
                row |= {f"{name}_{at}": value for name, value in self._long[person][months].items()}
            for number, partner in enumerate(self._partners(person), 1):
                row[f"partner{number}"] = self._ids[partner] if partner is not None else NOT_THERE
            rows.append(row)
        return rows

    def _outcome_rows(self, measure: MeasureData) -> list[Row]:
        """In the form that `mat-desktop outcomes` reads, so that every figure can be worked out again."""
        rows = []
        for case in self._found.cases(measure, self._ids):
            person = int(case.person)
            row = self._base(person) | {"block": case.block}
            row["baseline"] = cell(case.baseline, UNSAID)
            for name, months in OCCASIONS.items():
                row[name] = cell(case.after.get(months), self._long[person][months][column_of(measure.key)])
            rows.append(row)
        return rows

    def _counts(self) -> list[Row]:
        """Cross-table of arm and occasion; a cell of fewer than five people is not told."""
        cells: Counter[tuple[str, int]] = Counter()
        for person in self._ids:
            for months in self._months:
                answered = self._long[person][months]["state"] in ("done", "late")
                cells[(self._arm(person), months)] += answered
        return [
            {"arm": arm, "occasion": occasion_name(months), "answered": str(n) if n >= FEWEST or not n else SUPPRESSED}
            for (arm, months), n in sorted(cells.items())
        ]

    def _measure_names(self) -> list[str]:
        return [column_of(m.key) for m in self._measures]

    def _measure_column(self, measure: MeasureData) -> Column:
        way = f"{BETTER[measure.norms.better]} is better"
        unit = {GOALS: "T score, mean 50, sd 10", own_pages.COMPLAINTS: "1 to 13"}.get(measure.key, "total")
        return Column(name=column_of(measure.key), label=f"{measure.title}; {way}", kind="number", unit=unit)

    def _base_columns(self) -> list[Column]:
        arms = tuple(sorted({self._arm(p) for p in self._ids} - {""}))
        kinds = "; ".join(f"arm{a.position + 1} = {a.kind.value}" for a in self._found.course.arms.values())
        return [
            Column(name="person", label="random id of a person", kind="string"),
            Column(name="partnership", label="random id that partners share", kind="string"),
            Column(
                name="arm",
                label=f"arm of the study: {kinds}" if arms else "arm of the study; none here",
                kind="string",
                unit="",
                values=arms,
            ),
            Column(
                name="age_band",
                label="age in the year of the workshop",
                kind="string",
                unit="years",
                values=tuple(w for _, _, w in _BANDS),
            ),
            Column(name="gender", label="as the person said", kind="string"),
            Column(
                name="contacts",
                label="agreed days on which the person's log says that they talked",
                kind="integer",
                unit="days",
            ),
            Column(name="agreed_days", label="days on which a call was agreed", kind="integer", unit="days"),
        ]

    def _occasion_columns(self, own: list[Column]) -> list[Column]:
        return [
            Column(
                name="state",
                label="state of the occasion",
                kind="string",
                unit="",
                values=("done", "late", "due", "could not reach"),
            ),
            Column(name="day", label="days after the workshop on which it was answered", kind="integer", unit="days"),
            Column(
                name="alliance",
                label="last workshop check up to then; not a validated scale",
                kind="number",
                unit="0 to 10",
            ),
            *own,
        ]

    def _long_columns(self, own: list[Column]) -> list[Column]:
        partner = []
        for number in (1, 2):
            partner.append(Column(name=f"partner{number}", label="random id of a partner", kind="string"))
            partner += [
                Column(name=f"partner{number}_{c.name}", label=f"the partner's: {c.label}", kind=c.kind, unit=c.unit)
                for c in (*own, Column(name="alliance", label="workshop check", kind="number", unit="0 to 10"))
            ]
        when = [
            Column(
                name="occasion",
                label="which occasion",
                kind="string",
                unit="",
                values=tuple(occasion_name(m) for m in self._months),
            ),
            Column(name="months", label="months after the workshop", kind="integer", unit="months"),
        ]
        return [*self._base_columns(), *when, *self._occasion_columns(own), *partner]

    def _wide_columns(self, own: list[Column]) -> list[Column]:
        found = self._base_columns()
        for months in self._months:
            at = occasion_name(months)
            found += [
                Column(name=f"{c.name}_{at}", label=f"{c.label}, {at}", kind=c.kind, unit=c.unit, values=c.values)
                for c in self._occasion_columns(own)
            ]
        return [*found, *(Column(name=f"partner{n}", label="random id of a partner", kind="string") for n in (1, 2))]


_ABOUT = (
    "Random ids; no names, no dates, no free text, no safety items, no single answers. codebook.csv says what each\n"
    "column means and what each missing code stands for. Days are counted from the workshop. outcome-*.csv can be\n"
    "read by `mat-desktop outcomes`."
)
