"""What goes beside the handouts: the letter and label for somebody absent, and the sheet of an independent rater."""

from dataclasses import replace

from mat_desktop.facilitation.followup.views import set_goals
from mat_desktop.facilitation.goals.views import view_of
from mat_desktop.facilitation.names import Names
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.printed.followup.handout import handout_of, own_forms
from mat_desktop.facilitation.printed.followup.views import AbsentSheet, KeepSheet, OwnFormSheet, RaterSheet
from mat_desktop.facilitation.printed.head import OrderedSheet, head, named
from mat_desktop.facilitation.standing import Standing


def absent(
    rows: Rows, standing: Standing, names: Names, ordered: OrderedSheet, code: str
) -> list[AbsentSheet | OwnFormSheet | KeepSheet]:
    """The pack for somebody who was not there. What asks about safety is never posted.

    The page to keep is posted only where nobody else opens their post; otherwise the letter says that it waits.
    """
    workshop = standing.workshop
    months = ordered.version if ordered.version > 1 else 6
    handout = handout_of(rows, names, ordered.key, code, months, posted=True)
    name = named(names, ordered.key)
    person = standing.person(ordered.key) if ordered.key > 0 else None
    own_post = person is not None and person.opens_own_post
    back_to = tuple(line for line in (workshop.facilitator, workshop.place) if line)
    pack = AbsentSheet(
        head=handout.head,
        first_name=standing.called(ordered.key) if name else "",
        name=name,
        address=person.address if person else "",
        back_to=back_to,
        handout=handout,
        keep_waits=not own_post,
    )
    keeps = [KeepSheet(replace(handout.head, code="", owner=""), handout)] if own_post else []
    return [pack, *own_forms(rows, standing, handout), *keeps]


def rater(_rows: Rows, standing: Standing, _names: Names, ordered: OrderedSheet, code: str) -> RaterSheet:
    """The sheet of an independent rater about one person."""
    number = standing.person(ordered.key).table_number if ordered.key > 0 else 0
    months = ordered.version if ordered.version > 1 else 6
    sheet_head = head(standing.workshop, code, "Independent rating", f"number {number}" if number else "")
    goals = set_goals(standing, ordered.key) if ordered.key > 0 else []
    return RaterSheet(head=sheet_head, number=number, months=months, goals=tuple(view_of(g) for g in goals))
