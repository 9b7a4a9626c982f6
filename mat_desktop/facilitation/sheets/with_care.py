"""Handouts that want care before they are printed: for the bereaved, where nobody may read, and who gets no letter."""

from collections.abc import Sequence

from mat_desktop.facilitation.contact.course import course
from mat_desktop.facilitation.followup.asked import absent, story_of
from mat_desktop.facilitation.followup.wording import partners_now, readers_of
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.standing import Standing, key_of
from mat_desktop.workshop.followup import Story
from mat_desktop.workshop.participants.participant import may_be_written_to, no_letter_because
from mat_desktop.workshop.text import joined


def bereaved(rows: Rows, standing: Standing, people: Sequence[int]) -> list[int]:
    """Who of these lost their partner: their handout prints only when they alone are chosen, and goes by hand."""
    found = course(rows, key_of(standing.workshop))
    return [p for p in people if p > 0 and story_of(standing, found.happenings, p) is Story.PARTNER_DIED]


def bereaved_words(rows: Rows, standing: Standing, people: Sequence[int]) -> str:
    """What is said about them before printing; empty where there is nobody."""
    names = joined([standing.name(p) for p in bereaved(rows, standing, people)])
    if not names:
        return ""
    if len(people) > 1:
        return f"Nothing prints for {names}, who lost a partner. Choose them alone, and give it by hand."
    return f"{names} lost a partner. Give the first sheet by hand, and the second only if they ask."


def no_letter_words(standing: Standing) -> str:
    """Who was not there and gets no letter all the same, and why: no letter is left out without a word."""
    without = [standing.person(p) for p in absent(standing) if not may_be_written_to(standing.person(p))]
    if not without:
        return ""
    names = joined([f"{p.name} ({no_letter_because(p)})" for p in without])
    return f"No letter goes to {names}. Phone them where they allow it, or ask them when you meet."


def one_address_words(standing: Standing, people: Sequence[int]) -> str:
    """Who lives at one address: each gets an envelope of their own, for nobody reads what is the other's."""
    living: dict[str, list[str]] = {}
    for person in (standing.person(key) for key in people if key > 0):
        if person.address:
            living.setdefault(" ".join(person.address.casefold().split()), []).append(person.name)
    together = [joined(names) for names in living.values() if len(names) > 1]
    said = "An envelope each, never one for both: {} live at one address."
    return " ".join(said.format(names) for names in together)


def unread_words(standing: Standing, people: Sequence[int]) -> str:
    """Whose partner is the facilitator while nobody else reads: what is about her is not asked then."""
    if len(readers_of(standing.workshop)) > 1:
        return ""
    found = [p for p in people if p > 0 and any(standing.person(m).takes_part for m in partners_now(standing, p))]
    if not found:
        return ""
    names = joined([standing.name(p) for p in found])
    return (
        f"You are the partner of {names} and nobody else reads: sections D, E3 and E6 are not printed. Name in step 1 "
        "who else reads answers, and they are."
    )
