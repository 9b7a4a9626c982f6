"""What stands on round cards and on the rota for the wall, also the evening before, when nobody is screened yet."""

import json
from datetime import datetime

from mat_desktop.facilitation.pairing.rounds import minutes_for_rounds
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.remembered import remembered
from mat_desktop.facilitation.standing import Standing, kept_apart, key_of, stand
from mat_desktop.workshop.pairing import rounds as plan
from mat_desktop.workshop.pairing.nouns import Meeting
from mat_desktop.workshop.participants.participant import ABSENT, Participant
from mat_desktop.workshop.sheets import IssuedSheet, SheetKind


def may_vote(standing: Standing) -> list[Participant]:
    """Everybody who has a ballot or may still get one, by table number."""
    voting = {key_of(p) for p in standing.voting}
    open_ones = [p for p in standing.coming if p.stopped_on is None and standing.outcome(key_of(p)) is None]
    found = [*(p for p in standing.coming if key_of(p) in voting), *open_ones]
    return sorted((p for p in found if p.presence not in ABSENT), key=lambda p: p.table_number)


@remembered
def rounds_on_paper(rows: Rows, workshop_id: int) -> tuple[plan.Round, ...]:
    """The rounds as they were planned; before that as they come out for everybody who may vote.

    Remembered: every round card of a print asks for them.
    """
    meetings = rows.all(Meeting, workshop_id=workshop_id)
    if meetings:
        last = max(m.round for m in meetings)
        return tuple(
            tuple((m.first_id, m.second_id) for m in meetings if m.round == number) for number in range(1, last + 1)
        )
    people = [key_of(p) for p in may_vote(stand(rows, workshop_id))]
    return plan.rounds(people, kept_apart(rows, workshop_id), minutes_for_rounds(rows, workshop_id))


def on_card(rows: Rows, person_id: int) -> list[int]:
    """The table numbers on somebody's card as it was printed last, from the top; none where none was printed."""
    cards = rows.all(IssuedSheet, kind=SheetKind.ROUND_CARD, participant_id=person_id)
    printed = [card for card in cards if card.fields and card.printed_at is not None]
    places = json.loads(max(printed, key=_printed_at).fields) if printed else []
    return list(dict.fromkeys(int(item) for item, *_ in places if item.isdecimal()))


def _printed_at(card: IssuedSheet) -> datetime:
    assert card.printed_at is not None
    return card.printed_at
