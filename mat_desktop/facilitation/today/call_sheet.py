"""What a call sheet brings back: one letter a person, as it was crossed by pen."""

from mat_desktop.facilitation.contact.calls import put_call, record_call
from mat_desktop.facilitation.desk import Desk, Work
from mat_desktop.facilitation.participants.people import person
from mat_desktop.facilitation.promises import keeping
from mat_desktop.facilitation.promises.views import PromiseView
from mat_desktop.workshop.contact.calls import LETTERS, CallKind
from mat_desktop.workshop.participants.participant import Participant, paper_only
from mat_desktop.workshop.promises import PromiseReason

NO_ANSWER = "n"


def type_call(desk: Desk, call: PromiseView, letter: str) -> None:
    """Keep what stands on the sheet about one call: who talked, after day 14 with what was answered.

    Of somebody who keeps answers on paper only, it is kept that they talked, and no more. Raises Refusal about a call
    that is closed, KeyError for a letter that the sheet does not have.
    """
    if letter == NO_ANSWER:
        keeping.no_answer(desk, call.which)
        return
    wish = LETTERS[letter]
    if asks_for_a_wish(call) and not person(desk, call.person).paper_only:
        record_call(desk, call.which.partnership_id, call.person, CallKind.DAY_14, wish)
    else:
        keeping.kept(desk, call.which)


def put_letter(work: Work, call: PromiseView, letter: str) -> None:
    """The same inside a deed, for a letter that was crossed. Raises KeyError for one that the sheet does not have."""
    wish = LETTERS[letter]
    if asks_for_a_wish(call) and not paper_only(work.rows.get(Participant, call.person)):
        put_call(work, call.which.partnership_id, call.person, CallKind.DAY_14, wish)
    else:
        keeping.put_kept(work, call.which)


def meaning(call: PromiseView, letter: str) -> str:
    """What a letter means for one call."""
    if letter == NO_ANSWER:
        return "no answer"
    return LETTERS[letter].value if asks_for_a_wish(call) else "talked"


def asks_for_a_wish(call: PromiseView) -> bool:
    """Whether the four boxes mean how it should go on: after day 14; at every other call they mean that it was held."""
    return call.which.reason is PromiseReason.DAY_14 and bool(call.which.partnership_id)
