"""What one person's sheet still waits for, read for them alone: asked by each answer that is typed."""

from mat_desktop.facilitation.answers.occasions import at_follow_up
from mat_desktop.facilitation.followup.asked import story_of
from mat_desktop.facilitation.followup.parts import SheetPart, marks_of, parts_of
from mat_desktop.facilitation.followup.views import complaints_of, forms_asked, is_marked, set_goals
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.standing import key_of, stand_of
from mat_desktop.workshop.answers.responses import Informant
from mat_desktop.workshop.contact.happenings import Happening
from mat_desktop.workshop.followup import questions_for
from mat_desktop.workshop.participants.participant import Participant


def own_parts(rows: Rows, person_id: int, months: int) -> tuple[SheetPart, ...]:
    """The parts of one person's sheet at a follow-up point, as the page shows them but for the names in their words.

    Raises Refusal when the person is gone.
    """
    standing = stand_of(rows, rows.get(Participant, person_id))
    happenings = rows.all(Happening, participant_id=[key_of(p) for p in standing.people])
    story = story_of(standing, happenings, person_id)
    sheet = standing.follow_ups.get((person_id, months))
    marked = {entry.goal_id for entry in sheet.levels if entry.informant is Informant.SELF} if sheet else set()
    answers = {entry.question: entry.words for entry in sheet.answers} if sheet else {}
    return parts_of(
        marks_of(sheet),
        ladders=[key_of(goal) in marked for goal in set_goals(standing, person_id)],
        complaints=[is_marked(c) for c in complaints_of(rows, person_id, at_follow_up(months), answers)],
        forms=forms_asked(rows, standing, person_id, months, Informant.SELF, story),
        questions=[(question, answers.get(question.key, "")) for question in questions_for(months, story)],
    )
