"""The door list of a follow-up meeting: nobody goes home before their worrying lines were looked at."""

from collections.abc import Sequence

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed
from mat_desktop.facilitation.followup.views import FollowUpRow
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.workshop.contact.meetings import Came
from mat_desktop.workshop.followup import FollowUp
from mat_desktop.workshop.participants.participant import Participant
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.text import joined
from mat_desktop.workshop.unread import came_back

LOOKED_AT = "E5, E6 looked at"


@deed(DeedKind.FOLLOWUP_LOOKED_AT)
def looked_at(work: Work, person_id: int, months: int, *, done: bool) -> None:
    """E5 and E6 of somebody's sheet were looked at before they leave; what stands there makes its promises itself.

    Raises Refusal about somebody who is not here and of whose sheet nothing came back.
    """
    person = work.rows.get(Participant, person_id)
    work.about(person.workshop_id, person_id)
    found = work.rows.find(FollowUp, participant_id=person_id, months=months)
    if found is None or not came_back(found):
        raise Refusal(f"{person.name} is not here. Say first that they came; then their sheet can be looked at.")
    found.looked_at_on = work.today if done else None


def door_words(rows: Sequence[FollowUpRow]) -> str:
    """How far the door list has come, and whose sheet or safety card is still open; empty while nobody is here."""
    here = [row for row in rows if row.came is Came.HERE]
    if not here:
        return ""
    unread = [row.name for row in here if not row.looked_at]
    told = f"E5 and E6 looked at: {len(here) - len(unread)} of {len(here)}."
    if unread:
        told = f"{told} Before they leave: {joined(unread).rstrip('.')}."
    if cards := [row.name for row in here if row.card_open]:
        verb = "is" if len(cards) == 1 else "are"
        told = f"{told} {counted(len(cards), 'safety card')} {verb} open: {joined(cards).rstrip('.')}."
    return told
