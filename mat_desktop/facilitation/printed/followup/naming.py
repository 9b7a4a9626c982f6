"""Who is named on one person's sheets and how, and the questions with those names filled in."""

from mat_desktop.facilitation.followup.wording import partners_now, questions_put, readers_of
from mat_desktop.facilitation.names import Names
from mat_desktop.facilitation.pairing.ties import REASONS
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.printed.followup.views import AskedQuestion, NamedPeople
from mat_desktop.facilitation.standing import Standing, key_of
from mat_desktop.workshop.followup import ALONE, ASK_AGAIN, Question, Story
from mat_desktop.workshop.pairing.nouns import Couple, KeepApart
from mat_desktop.workshop.participants.calling import UNSAID, first_name
from mat_desktop.workshop.participants.consent import ConsentKind
from mat_desktop.workshop.participants.participant import consent_to
from mat_desktop.workshop.text import joined

_ABOUT_HER = (3, 6)
"""What is asked about the partner and the calls is not asked where the partner is its only reader."""


def voices(standing: Standing, names: Names, person: int, story: Story, *, discreet: bool = False) -> NamedPeople:
    """Who is named on somebody's sheets. `readers` is empty where the facilitator is the partner and nobody else reads.

    A blank sheet names the partner nowhere, nor does a `discreet` one, which others may open.
    """
    workshop, partners = standing.workshop, partners_now(standing, person) if story not in ALONE else []
    readers = readers_of(workshop)
    by_her = any(standing.person(m).takes_part for m in partners)
    if by_her:
        readers = readers[1:]
    first_names = () if discreet else names.all_called(partners)
    kept = person > 0 and standing.person(person).partner_named
    return NamedPeople(
        facilitator=first_name(workshop.facilitator) or UNSAID,
        phone=workshop.facilitator_phone,
        phone_until=workshop.phone_until,
        readers=joined(readers),
        partners=first_names,
        kept_partner=joined(first_names) if kept else "",
        envelope=readers[0] if by_her and readers else "",
    )


def one_household(rows: Rows, standing: Standing, person: int) -> bool:
    """Whether somebody's partner is a couple with them or lives in the same household."""
    partners = set(partners_now(standing, person))
    if not partners:
        return False
    workshop_id = key_of(standing.workshop)
    ties: list[Couple | KeepApart] = list(rows.all(Couple, workshop_id=workshop_id))
    ties += [one for one in rows.all(KeepApart, workshop_id=workshop_id) if one.reason == REASONS[0]]
    return any({one.first_id, one.second_id} & partners and person in (one.first_id, one.second_id) for one in ties)


def filled_in(
    standing: Standing, person: int, months: int, story: Story, speaking: NamedPeople
) -> tuple[AskedQuestion, ...]:
    """The questions that somebody is asked, with names and months in them."""
    put = questions_put(standing, months, story, speaking.partners, speaking.readers)
    return tuple(_filled(question) for question in put if _may_ask(standing, person, question, speaking))


def _may_ask(standing: Standing, person: int, question: Question, speaking: NamedPeople) -> bool:
    if not speaking.readers and question.number in _ABOUT_HER:
        return False
    return question.key != ASK_AGAIN or person <= 0 or not _withdrew(standing, person)


def _withdrew(standing: Standing, person: int) -> bool:
    """Whether somebody took back that they may be asked later."""
    who = standing.person(person)
    gone = any(c.kind is ConsentKind.LATER_CONTACT and c.withdrawn_on is not None for c in who.consents)
    return gone and consent_to(who, ConsentKind.LATER_CONTACT) is None


def _filled(question: Question) -> AskedQuestion:
    return AskedQuestion(
        item=f"E{question.number}",
        key=question.key,
        words=question.title,
        note=question.under,
        lines=question.lines,
        most=question.most,
        choices=tuple(zip(question.choices, question.shown_choices, strict=True)),
    )
