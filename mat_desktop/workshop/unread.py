"""A sheet that came back and that nobody has looked at: no worrying line may lie in a box."""

from mat_desktop.workshop.answers.responses import Informant
from mat_desktop.workshop.contact.meetings import Came
from mat_desktop.workshop.followup import ANSWERED, GO_ON, THE_REST, WHAT_NOW, WORSE, FollowUp, question_part


def came_back(sheet: FollowUp) -> bool:
    """Whether a filled-in sheet is there: its owner was at the meeting, or something of it was typed."""
    own = any(entry.informant is Informant.SELF for entry in sheet.levels)
    return sheet.came is Came.HERE or own or bool(sheet.answers or sheet.left_empty)


def lies_unread(sheet: FollowUp) -> bool:
    """Whether a sheet came back and nobody has looked yet at what got worse (E5) and what is wanted (E6).

    Whoever types both, or marks them as left empty, has looked at them.
    """
    if not came_back(sheet) or sheet.looked_at_on is not None or sheet.state in ANSWERED:
        return False
    closed = {question_part(one.question) for one in sheet.answers} | {one.part for one in sheet.left_empty}
    wanted = {question_part(key) for key in (GO_ON, WHAT_NOW)}
    return THE_REST not in closed and not (question_part(WORSE) in closed and closed & wanted)
