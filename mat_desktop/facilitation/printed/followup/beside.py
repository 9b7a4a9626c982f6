"""What goes beside the handouts: the letter and label for somebody absent, and the sheet of an independent rater."""

from mat_desktop.facilitation.followup.views import set_goals
from mat_desktop.facilitation.goals.views import view_of
from mat_desktop.facilitation.names import Names
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.printed.followup.handout import handout_of, own_forms
from mat_desktop.facilitation.printed.followup.views import AbsentSheet, OwnFormSheet, RaterSheet
from mat_desktop.facilitation.printed.head import OrderedSheet, head, named
from mat_desktop.facilitation.standing import Standing


def absent(
    rows: Rows, standing: Standing, names: Names, ordered: OrderedSheet, code: str
) -> list[AbsentSheet | OwnFormSheet]:
    """The pack for somebody who was not there. What asks about safety is never posted.

    The page to keep goes with it only where nobody else opens the post.
    """
    workshop = standing.workshop
    months = ordered.version if ordered.version > 1 else 6
    handout = handout_of(rows, names, ordered.key, code, months, posted=True)
    name = named(names, ordered.key)
    person = standing.person(ordered.key) if ordered.key > 0 else None
    back_to = tuple(line for line in (workshop.facilitator, workshop.place) if line)
    pack = AbsentSheet(
        head=handout.head,
        first_name=standing.called(ordered.key) if name else "",
        name=name,
        address=person.address if person else "",
        back_to=back_to,
        handout=handout,
        with_keep=person is not None and person.opens_own_post,
    )
    return [pack, *own_forms(rows, standing, handout)]


def rater(_rows: Rows, standing: Standing, _names: Names, ordered: OrderedSheet, code: str) -> RaterSheet:
    """The sheet of an independent rater about one person."""
    number = standing.person(ordered.key).table_number if ordered.key > 0 else 0
    months = ordered.version if ordered.version > 1 else 6
    sheet_head = head(standing.workshop, code, "Independent rating", f"number {number}" if number else "")
    goals = set_goals(standing, ordered.key) if ordered.key > 0 else []
    return RaterSheet(head=sheet_head, number=number, months=months, goals=tuple(view_of(g) for g in goals))
