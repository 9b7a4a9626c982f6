"""What must hold after every deed, undo and redo included."""

from collections import Counter

from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.standing import Standing, key_of, stand
from mat_desktop.workshop.pairing.nouns import Partnership, PartnershipState, people_of
from mat_desktop.workshop.participants import comes
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.screening import Outcome
from mat_desktop.workshop.text import joined

_TOUCHING_PAIRS = frozenset({"participant", "screening", "partnership", "member", "safety_card"})


def standing_rules(rows: Rows, tables: frozenset[str], workshop_id: int | None) -> None:
    """Refuse a deed after which a partnership would not be sound. Raises Refusal."""
    if workshop_id is None or not tables & _TOUCHING_PAIRS or not rows.find(Partnership, workshop_id=workshop_id):
        return
    standing = stand(rows, workshop_id)
    _nobody_twice(standing)
    _everybody_fit_to_be_paired(standing)
    _nobody_with_an_open_card(standing)


def _nobody_twice(standing: Standing) -> None:
    places = Counter(m for p in standing.live for m in people_of(p))
    twice = [standing.name(person) for person, count in places.items() if count > 1]
    if twice:
        raise Refusal(f"{joined(twice)} would be in two partnerships. End one of them first.")
    for partnership in standing.live:
        if len(people_of(partnership)) not in (2, 3):
            raise Refusal("A partnership is two people, or three where the number is odd.")


def _everybody_fit_to_be_paired(standing: Standing) -> None:
    for person in (standing.person(m) for p in standing.live for m in people_of(p)):
        if person.takes_part:
            continue
        if not comes(person):
            raise Refusal(f"{person.name} is in a partnership. End it before the registration is changed.")
        if standing.outcome(key_of(person)) is not Outcome.INCLUDE:
            raise Refusal(f"{person.name} is in a partnership. End it in step 4 before the decision is changed.")


def _nobody_with_an_open_card(standing: Standing) -> None:
    """A person with an open safety card is in no partnership that goes on; one that was on is on hold."""
    for partnership in standing.live:
        held = [m for m in people_of(partnership) if m in standing.open_cards]
        if held and partnership.state is not PartnershipState.PAUSED:
            raise Refusal(
                f"{joined([standing.name(m) for m in held])} has an open safety card. "
                "Record what was done, with time and initials, before this goes on."
            )
