"""The plan of a study on paper: its words and its seal; the list of arms with its salt once the arms are named."""

from itertools import groupby

from mat_desktop.facilitation.names import Names
from mat_desktop.facilitation.outcomes.plan import VERIFY, is_whole
from mat_desktop.facilitation.outcomes.study import list_in_words
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.printed.head import OrderedSheet, head
from mat_desktop.facilitation.printed.library.for_her import PaperForHer, PaperSection
from mat_desktop.facilitation.shown.dates import clock, day_month_year
from mat_desktop.facilitation.standing import Standing, key_of
from mat_desktop.workshop.outcomes.plan import StudyPlan, is_allowed
from mat_desktop.workshop.outcomes.study import AllocationList

_FOOT = "The seal is the SHA-256 of the salt, a line feed and the words. Whoever has the saved file can check it."


def plan(rows: Rows, standing: Standing, _names: Names, _ordered: OrderedSheet, code: str) -> PaperForHer:
    """The plan of the study of one workshop, or that there is none."""
    workshop_id = key_of(standing.workshop)
    found = rows.find(StudyPlan, workshop_id=workshop_id)
    sections = _plan(rows, found) if found is not None and found.seal else (_none(found),)
    return PaperForHer(
        head=head(standing.workshop, code, "Plan of the study", ""),
        title="Plan of the study",
        sections=(*sections, *_list(rows, standing)),
        foot=_FOOT,
    )


def _none(found: StudyPlan | None) -> PaperSection:
    said = "No plan is sealed. What is found says what happened in this group, and compares nothing that was planned."
    if not is_allowed(found):
        said += " Nobody has typed who allowed a study."
    return PaperSection(title="Not sealed", sentences=(said,))


def _plan(rows: Rows, found: StudyPlan) -> tuple[PaperSection, ...]:
    assert found.sealed_at is not None
    when = f"{day_month_year(found.sealed_at.date())}, {clock(found.sealed_at)}, before anybody was included"
    whole = "It is as it was sealed." if is_whole(rows, found) else "It is NOT the one that was sealed."
    return (
        PaperSection(title="What was planned", sentences=tuple(found.text.splitlines())),
        PaperSection(
            title="Its seal",
            sentences=(f"Sealed on {when}.", f"Seal: {found.seal}", f"Salt: {found.salt}", f"{whole} {_command()}"),
        ),
    )


def _list(rows: Rows, standing: Standing) -> tuple[PaperSection, ...]:
    """The list of arms is told once the arms are named; its seal before, for it is written down before it is used."""
    found = rows.find(AllocationList, workshop_id=key_of(standing.workshop))
    if found is None:
        return ()
    sealed = f"Sealed on {day_month_year(found.sealed_at.date())}, {clock(found.sealed_at)}. Seal: {found.seal}"
    if standing.workshop.unblinded_on is None:
        hidden = "The list itself and its salt stand here once the arms are named."
        return (PaperSection(title="The list of arms", sentences=(sealed, hidden)),)
    slots = list_in_words(rows, found)
    arms = sorted({slot.arm for slot in slots})
    letters = {arm: "ABCDEFGH"[number] for number, arm in enumerate(arms)}
    blocks = [
        f"{stratum + ', ' if stratum else ''}block {block}: {' '.join(letters[slot.arm] for slot in inside)}"
        for (stratum, block), inside in groupby(slots, key=lambda slot: (slot.stratum, slot.block))
    ]
    named = [f"{letter} is {arm}." for arm, letter in letters.items()]
    said = (sealed, f"Salt: {found.salt}", _command(), *named, "; ".join(blocks) + ".")
    return (PaperSection(title="The list of arms", sentences=said),)


def _command() -> str:
    return f"To check a saved file: {VERIFY}"
