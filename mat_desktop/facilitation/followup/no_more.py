"""The strip of a letter came back: please do not write or phone again."""

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed
from mat_desktop.facilitation.promises.making import ordinary_not_needed
from mat_desktop.workshop.participants.consent import ConsentKind
from mat_desktop.workshop.participants.participant import Participant, answer_about_letters, consent_to


@deed(DeedKind.FOLLOWUP_NO_MORE)
def no_more(work: Work, person_id: int) -> None:
    """Nobody writes to them, phones them or asks them again; what they gave until now stays, and so does a safety call.

    A yes to being asked in later years ends with it.
    """
    person = work.rows.get(Participant, person_id)
    work.about(person.workshop_id, person_id)
    answer_about_letters(person, own_post=False)
    person.reach_by_phone = person.may_leave_message = person.reach_by_email = False
    person.no_follow_up = True
    later = consent_to(person, ConsentKind.LATER_CONTACT)
    if later is not None:
        later.withdrawn_on = work.today
    ordinary_not_needed(work, person_id)
