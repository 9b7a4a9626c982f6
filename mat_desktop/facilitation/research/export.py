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
from mat_desktop.facilitation.outcomes.material import Material, material
from mat_desktop.facilitation.outcomes.measures import MeasureData, measures
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.research.columns import (
    COUNT_COLUMNS,
    Column,
    base_columns,
    column_of,
    long_columns,
    measure_column,
    occasion_name,
    outcome_columns,
    wide_columns,
)
from mat_desktop.facilitation.research.missing import FEWEST, NOT_THERE, SILENT, SUPPRESSED, UNSAID, Row, cell
from mat_desktop.facilitation.research.tables import as_csv, codebook, outcome_file, package
from mat_desktop.facilitation.research.traits import traits
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.facilitation.standing import key_of
from mat_desktop.workshop.codes import ALPHABET
from mat_desktop.workshop.contact.alliance import alliance_mean
from mat_desktop.workshop.followup import ANSWERED
from mat_desktop.workshop.pairing.nouns import people_of
from mat_desktop.workshop.participants.consent import ConsentKind
from mat_desktop.workshop.participants.participant import consent_to
from mat_desktop.workshop.refusal import Refusal


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
        self._traits = traits([material.standing.person(p) for p in people], material.standing.workshop.held_on.year)
        self._alliance = self._ratings()
        self._long = {p: {m: self._occasion(p, m) for m in self._months} for p in people}

    def files(self, said: str) -> dict[str, bytes]:
        """Every file of the data by its name."""
        own = [measure_column(m) for m in self._measures]
        base = base_columns({a.position + 1: a.kind for a in self._found.course.arms.values()}, self._arms_used())
        long, wide = long_columns(base, own, self._months), wide_columns(base, own, self._months)
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

    def _arms_used(self) -> tuple[str, ...]:
        return tuple(sorted({self._arm(p) for p in self._ids} - {""}))

    def _measure_names(self) -> list[str]:
        return [column_of(m.key) for m in self._measures]


_ABOUT = (
    "Random ids; no names, no dates, no free text, no safety items, no single answers. codebook.csv says what each\n"
    "column means and what each missing code stands for. Days are counted from the workshop. outcome-*.csv can be\n"
    "read by `mat-desktop outcomes`."
)
