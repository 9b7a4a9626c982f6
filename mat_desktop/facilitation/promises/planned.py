"""The calls that go with every partnership: day 14, the first month, the third; told from its dates."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.standing import Standing, key_of
from mat_desktop.workshop.contact.calls import CallKind, PrivateCall
from mat_desktop.workshop.pairing.nouns import Partnership, PartnershipState, people_of
from mat_desktop.workshop.promises import Promise, PromiseReason
from mat_desktop.workshop.setup import first_day, last_day, months_after, trial_over_on

_MONTHS = {PromiseReason.MONTH_1: 1, PromiseReason.MONTH_3: 3}
_CALLED = (PartnershipState.TRIAL, PartnershipState.CONFIRMED)


@dataclass(frozen=True, kw_only=True)
class Planned:
    """One call that goes with a partnership. After `closes` the next one takes its place."""

    person: int
    partnership: int
    reason: PromiseReason
    opens: date
    due: date
    closes: date


def planned(rows: Rows, standing: Standing, held: Sequence[Promise]) -> Iterator[Planned]:
    """Every planned call of one workshop that nothing was done about yet, over all days.

    `held` are the promises that are kept as rows: these stand for themselves.
    """
    done = {(p.participant_id, p.partnership_id, p.reason) for p in held}
    places = [p for p in standing.agreed if p.state in _CALLED]
    phoned = rows.values(
        PrivateCall,
        ("partnership_id", "participant_id"),
        partnership_id=[key_of(p) for p in places],
        kind=CallKind.DAY_14,
    )
    done |= {(person, place, PromiseReason.DAY_14) for place, person in phoned}
    for place in places:
        for reason, opens, due, closes in _times(standing, place):
            for person in people_of(place):
                if (person, place.id, reason) not in done and not standing.person(person).takes_part:
                    yield Planned(
                        person=person, partnership=key_of(place), reason=reason, opens=opens, due=due, closes=closes
                    )


def _times(standing: Standing, place: Partnership) -> Iterator[tuple[PromiseReason, date, date, date]]:
    """When each call of a partnership opens, is due, and gives way to the next."""
    workshop = standing.workshop
    begun = max(first_day(workshop), place.confirmed_on or workshop.held_on)
    typed = workshop.typed_on or workshop.held_on
    months = {reason: months_after(begun, number) for reason, number in _MONTHS.items()}
    if place.state is PartnershipState.TRIAL:
        over = trial_over_on(workshop, place.confirmed_on)
        yield PromiseReason.DAY_14, over, over, months[PromiseReason.MONTH_3]
    ends = (months[PromiseReason.MONTH_3] - timedelta(days=7), last_day(workshop))
    for (reason, due), closes in zip(months.items(), ends, strict=True):
        if typed <= due < last_day(workshop):
            yield reason, due - timedelta(days=6), due, closes
