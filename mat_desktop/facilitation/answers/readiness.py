"""What somebody said to the readiness form, on the call and on the day, each in the version that was put to them."""

from collections.abc import Iterable

from mat_desktop.facilitation.answers import shelf
from mat_desktop.facilitation.ports import Rows
from mat_desktop.workshop.answers import own_pages
from mat_desktop.workshop.answers.instruments import Instrument, renumbered
from mat_desktop.workshop.answers.responses import Occasion, Response, values_of
from mat_desktop.workshop.screening import Replies


def replies(rows: Rows, person_id: int, now: Occasion) -> Replies:
    """What one person said. On the day the questions of the present form count, whatever the call asked."""
    found = rows.all(Response, participant_id=person_id, instrument=own_pages.READINESS)
    return replies_of(rows, found, now)


def replies_of(rows: Rows, responses: Iterable[Response], now: Occasion = Occasion.CALL) -> Replies:
    """What was said in these responses to the readiness form: those of the day, else those of the call."""
    found = {r.occasion: r for r in responses}
    day, call = found.get(Occasion.DAY), found.get(Occasion.CALL)
    form = shelf.as_answered(rows, own_pages.READINESS, day or (call if now is Occasion.CALL else None))
    before = _values(rows, call, form)
    stands = before | _values(rows, day, form)
    grave = frozenset(i.number for i in form.items if i.safety_from is not None)
    return Replies(tuple(i.number for i in form.items), grave, stands, before if day is not None else {})


def told_on_the_call(rows: Rows, person_id: int, now: Occasion) -> str:
    """What the call asked about crisis and danger in other words than the form at hand, with its answer."""
    found = rows.all(Response, participant_id=person_id, instrument=own_pages.READINESS)
    of = {r.occasion: r for r in found}
    call, day = of.get(Occasion.CALL), of.get(Occasion.DAY)
    if call is None or now is Occasion.CALL:
        return ""
    then, form = (shelf.as_answered(rows, own_pages.READINESS, response) for response in (call, day))
    known, values = {item.key for item in form.items}, values_of(call)
    gone = [i for i in then.items if i.safety_from is not None and i.key not in known and i.number in values]
    return " ".join(f"On the call, “{i.words}” was answered “{i.label(values[i.number])}”." for i in gone)


def _values(rows: Rows, response: Response | None, form: Instrument) -> dict[int, int]:
    if response is None:
        return {}
    return renumbered(values_of(response), shelf.as_answered(rows, own_pages.READINESS, response), form)
