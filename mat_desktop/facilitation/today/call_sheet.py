"""What a call sheet brings back: one letter a person, as it was crossed by pen."""

from mat_desktop.facilitation.contact.calls import record_call
from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.participants.people import person
from mat_desktop.facilitation.promises import keeping
from mat_desktop.facilitation.promises.views import PromiseView
from mat_desktop.workshop.contact.calls import LETTERS, CallKind
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
    if _asks_for_a_wish(call) and not person(desk, call.person).paper_only:
        record_call(desk, call.which.partnership_id, call.person, CallKind.DAY_14, wish)
    else:
        keeping.kept(desk, call.which)


def meaning(call: PromiseView, letter: str) -> str:
    """What a letter means for one call."""
    if letter == NO_ANSWER:
        return "no answer"
    return LETTERS[letter].value if _asks_for_a_wish(call) else "talked"


def _asks_for_a_wish(call: PromiseView) -> bool:
    return call.which.reason is PromiseReason.DAY_14 and bool(call.which.partnership_id)
