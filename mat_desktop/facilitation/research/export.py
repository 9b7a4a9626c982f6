"""Research data of one workshop: a row per person and occasion with partner columns, a codebook, and no names.

Only people whose yes covers it are in it: on box 3 of the consent sheet, or on the sheet of a study. There is no free
text, no date, no safety item and no single answer of a questionnaire: totals only, for a total and all other answers
would tell the one that was left out.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Desk, Work, deed
from mat_desktop.facilitation.dispatch import AtOnce, Task, Tell
from mat_desktop.facilitation.outcomes.files import OCCASIONS
from mat_desktop.facilitation.outcomes.measures import MeasureData
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
from mat_desktop.facilitation.research.missing import NOT_THERE, SILENT, UNSAID, Row, cell
from mat_desktop.facilitation.research.request import ExportRequest, ResearchFrame, ResearchPerson, asked
from mat_desktop.facilitation.research.tables import as_csv, codebook, outcome_file, package
from mat_desktop.facilitation.tabular.figures import SUPPRESSED
from mat_desktop.workshop.participants.consent import ConsentKind

FEW = 40
"""The data of so few people are made before a process would have started."""
WORKING = "The research data are being made …"
IF_CLOSED = "Research data are still being made."
_LOST = "The research data could not be made ({why}). Nothing was written: export again."


@dataclass(frozen=True, kw_only=True)
class Export:
    """The files of the data by name, the key file apart from them, and how many are in and left out."""

    files: dict[str, bytes]
    key: bytes
    people: int
    left_out: int
    said: str


def export(desk: Desk, workshop_id: int, covered_by: ConsentKind = ConsentKind.RESEARCH) -> Export:
    """The research data as files, the key apart, and a sentence that says who is left out; noted in the journal.

    Raises Refusal where nobody gave the consent that covers them, and for a study where there is none.
    """
    made = AtOnce().begin(task(asked(desk, workshop_id, covered_by))).result()
    handed_out(desk, workshop_id)
    return made


@deed(DeedKind.RESEARCH_EXPORT)
def handed_out(work: Work, workshop_id: int) -> None:
    """Research data were made, and leave the library."""
    work.about(workshop_id)


def task(request: ExportRequest) -> Task[ResearchPerson, ResearchFrame, Export]:
    """Making the files, beside the window where there are many people."""
    people = request.people
    return Task(work=made_of, parts=people, given=request.frame, heavy=len(people) > FEW, lost=_LOST)


def made_of(tell: Tell, people: Sequence[ResearchPerson], frame: ResearchFrame) -> Export:
    """The files from frozen values alone."""
    return Export(
        files=_Maker(people, frame).files(tell),
        key=frame.key,
        people=len(people),
        left_out=frame.left_out,
        said=frame.said,
    )


class _Maker:
    """Makes the tables of one export."""

    def __init__(self, people: Sequence[ResearchPerson], frame: ResearchFrame) -> None:
        self._people = {person.code: person for person in people}
        self._frame, self._measures, self._months = frame, frame.measures, frame.months
        self._long = {person.code: {m: self._occasion(person, m) for m in self._months} for person in people}

    def files(self, tell: Tell) -> dict[str, bytes]:
        """Every file of the data by its name."""
        own = [measure_column(m) for m in self._measures]
        base = base_columns(self._arms_in_words(), self._arms_used())
        long, wide = long_columns(base, own, self._months), wide_columns(base, own, self._months)
        tables: dict[str, tuple[list[Column], list[Row]]] = {
            "people_long.csv": (long, self._long_rows()),
            "people_wide.csv": (wide, self._wide_rows()),
            "counts.csv": (COUNT_COLUMNS, self._counts()),
        }
        for measure in self._measures:
            tables[outcome_file(measure.key)] = (
                outcome_columns(measure, starts=self._has_starts(measure)),
                self._outcome_rows(measure),
            )
        files = {}
        for number, (name, (of_table, rows)) in enumerate(tables.items(), 1):
            files[name] = as_csv([c.name for c in of_table], rows)
            tell(number, len(tables))
        told = {name: of_table for name, (of_table, _) in tables.items()}
        files["codebook.csv"] = codebook(told)
        files["datapackage.json"] = package(self._measures, told, self._frame.said)
        files["README.txt"] = f"{_ABOUT}\n{self._frame.said}\n".encode()
        return files

    def _has_starts(self, measure: MeasureData) -> bool:
        return any(person.cases[measure.key].starts for person in self._people.values())

    def _occasion(self, person: ResearchPerson, months: int) -> Row:
        """The values of one person at one occasion, or why there is none."""
        found = person.follow_ups.get(months)
        heard = not months or (found is not None and found.heard)
        why = UNSAID if heard else SILENT
        day = found.day if found is not None and heard else None
        row = {
            "state": "done" if not months else found.state if found is not None else "due",
            "day": str(day) if day is not None else why if months else "0",
            "alliance": cell(person.ratings.get(months), why),
        }
        for measure in self._measures:
            case = person.cases[measure.key]
            row[column_of(measure.key)] = cell(case.after.get(months) if months else case.baseline, why)
        return row

    def _base(self, person: ResearchPerson) -> Row:
        return {
            "person": person.code,
            "partnership": person.place,
            "arm": person.arm,
            **person.trait,
            "contacts": person.contacts,
            "agreed_days": person.agreed_days,
        }

    def _partners(self, person: ResearchPerson) -> list[str | None]:
        """The other members, two places: who is not in these data is None."""
        return [*person.partners, None, None][:2]

    def _long_rows(self) -> list[Row]:
        rows = []
        for person in self._people.values():
            for months in self._months:
                row = {**self._base(person), "occasion": occasion_name(months), "months": str(months)}
                row |= self._long[person.code][months]
                for number, partner in enumerate(self._partners(person), 1):
                    own = self._long[partner][months] if partner is not None else {}
                    row[f"partner{number}"] = partner or NOT_THERE
                    for name in (*self._measure_names(), "alliance"):
                        row[f"partner{number}_{name}"] = own.get(name, NOT_THERE)
                rows.append(row)
        return rows

    def _wide_rows(self) -> list[Row]:
        rows = []
        for person in self._people.values():
            row = self._base(person)
            for months in self._months:
                at = occasion_name(months)
                row |= {f"{name}_{at}": value for name, value in self._long[person.code][months].items()}
            for number, partner in enumerate(self._partners(person), 1):
                row[f"partner{number}"] = partner or NOT_THERE
            rows.append(row)
        return rows

    def _outcome_rows(self, measure: MeasureData) -> list[Row]:
        """In the form that `mat-desktop outcomes` reads, so that every figure can be worked out again."""
        rows = []
        for person in self._people.values():
            case = person.cases[measure.key]
            row = self._base(person) | {"block": case.block}
            row["baseline"] = cell(case.baseline, UNSAID)
            for name, months in OCCASIONS.items():
                row[name] = cell(case.after.get(months), self._long[person.code][months][column_of(measure.key)])
                row[f"start_{name}"] = cell(case.starts.get(months), UNSAID)
            rows.append(row)
        return rows

    def _counts(self) -> list[Row]:
        """Cross-table of arm and occasion, counted from what the other tables tell, where an arm of few is hidden."""
        cells: Counter[tuple[str, int]] = Counter()
        for person in self._people.values():
            for months in self._months:
                answered = self._long[person.code][months]["state"] in ("done", "late")
                cells[(person.arm, months)] += answered
        return [
            {"arm": arm, "occasion": occasion_name(months), "answered": str(n)}
            for (arm, months), n in sorted(cells.items())
        ]

    def _arms_used(self) -> tuple[str, ...]:
        return tuple(sorted({person.arm for person in self._people.values()} - {"", SUPPRESSED}))

    def _arms_in_words(self) -> str:
        if not any(person.arm for person in self._people.values()):
            return "none here"
        if self._frame.blind:
            return "under random ids until the arms are named"
        return "; ".join(f"arm{number} = {kind.value}" for number, kind in self._frame.arms.items())

    def _measure_names(self) -> list[str]:
        return [column_of(m.key) for m in self._measures]


_ABOUT = (
    "Random ids; no names, no dates, no free text, no safety items, no single answers. codebook.csv says what each\n"
    "column means and what each missing code stands for. Days are counted from the workshop. outcome-*.csv can be\n"
    "read by `mat-desktop outcomes`. What fewer than five people share is .s in every table, with as many others that\n"
    "nobody can tell who is behind it; where the arm is hidden, so are its block and its numbers of days."
)
