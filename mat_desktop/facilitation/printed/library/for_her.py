"""Papers for the facilitator: what she tells people, what she keeps and why, risks, requests, and if something is lost.

Each is one page, filled in from what the program knows; the rest she writes by pen.
"""

from dataclasses import dataclass

from mat_desktop.facilitation.names import Names
from mat_desktop.facilitation.participants import requests
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.printed.head import Head, OrderedSheet, head
from mat_desktop.facilitation.printed.library import words
from mat_desktop.facilitation.setup.keeping import authority_words
from mat_desktop.facilitation.shown.dates import day_month_year
from mat_desktop.facilitation.shown.numbers import counted
from mat_desktop.facilitation.standing import Standing, key_of
from mat_desktop.workshop.library import Loss, authority_of, kept_for_later_until, kept_until
from mat_desktop.workshop.participants.erasure import ERASED
from mat_desktop.workshop.setup import Workshop
from mat_desktop.workshop.text import joined

_SPARE_ROWS = 6


@dataclass(frozen=True, kw_only=True)
class PaperSection:
    """One part of such a page: sentences, points, and rows of a table of which empty ones are for the pen."""

    title: str
    sentences: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    lines: tuple[tuple[str, ...], ...] = ()
    spare: int = 0
    writing_lines: int = 0


@dataclass(frozen=True, kw_only=True)
class PaperForHer:
    """One page about what is kept."""

    head: Head
    title: str
    sections: tuple[PaperSection, ...]
    foot: str


def holes_of(workshop: Workshop) -> dict[str, str]:
    """What the program knows and the words leave room for."""
    authority = authority_of(workshop)
    readers = list(dict.fromkeys(x for x in (workshop.facilitator, workshop.answers_reader) if x))
    return {
        "who": workshop.facilitator or "the facilitator",
        "phone": workshop.facilitator_phone or "________________",
        "where": workshop.place or "________________",
        "readers": joined(readers) if readers else "the facilitator",
        "until": day_month_year(kept_until(workshop)),
        "later": day_month_year(kept_for_later_until(workshop)),
        "within": authority.within.value,
        "authority": authority.name,
        "web": f", {authority.web}" if authority.web else "",
        "form": f" ({authority.loss_form})" if authority.loss_form else "",
    }


def filled(sections: tuple[PaperSection, ...], holes: dict[str, str]) -> tuple[PaperSection, ...]:
    """The parts with their holes filled in."""
    return tuple(
        PaperSection(
            title=section.title,
            sentences=tuple(s.format(**holes) for s in section.sentences),
            points=tuple(s.format(**holes) for s in section.points),
            steps=tuple(s.format(**holes) for s in section.steps),
            writing_lines=section.writing_lines,
        )
        for section in sections
    )


def page_for_her(
    standing: Standing, code: str, title: str, sections: tuple[PaperSection, ...], owner: str = "for you alone"
) -> PaperForHer:
    """One page of these parts; its foot says when the authority was looked up."""
    workshop = standing.workshop
    return PaperForHer(
        head=head(workshop, code, title, owner),
        title=title,
        sections=sections,
        foot=f"{authority_words(authority_of(workshop))}.",
    )


def sections_of(told: tuple[words.WordsOfPart, ...]) -> tuple[PaperSection, ...]:
    """Parts as they are worded."""
    return tuple(PaperSection(**one) for one in told)


def privacy_notice(_rows: Rows, standing: Standing, _names: Names, _ordered: OrderedSheet, code: str) -> PaperForHer:
    """What everybody is told about what is kept of them."""
    return page_for_her(
        standing,
        code,
        "What is kept about you",
        filled(sections_of(words.NOTICE), holes_of(standing.workshop)),
        "for everybody",
    )


def what_i_keep(_rows: Rows, standing: Standing, _names: Names, _ordered: OrderedSheet, code: str) -> PaperForHer:
    """The record of what is done with people's data, and why."""
    people = [p for p in standing.people if p.name != ERASED and not p.takes_part]
    number = counted(len(people), "person", "people")
    holes = {**holes_of(standing.workshop), "number": number, "title": standing.workshop.title}
    return page_for_her(standing, code, "What I keep, and why", filled(sections_of(words.KEEPING), holes))


def risks(_rows: Rows, standing: Standing, _names: Names, _ordered: OrderedSheet, code: str) -> PaperForHer:
    """What could go wrong for people, and what is done against it."""
    return page_for_her(
        standing, code, "Risks and measures", filled(sections_of(words.RISKS), holes_of(standing.workshop))
    )


def request_list(rows: Rows, standing: Standing, _names: Names, _ordered: OrderedSheet, code: str) -> PaperForHer:
    """Who asked for what, until when an answer is due, and when it was given."""
    workshop = standing.workshop
    names = {key_of(p): p.name for p in standing.people}
    lines = tuple(
        (
            line.name or words.ERASED_SINCE,
            line.asked,
            day_month_year(line.asked_on),
            day_month_year(line.answer_by),
            day_month_year(line.done_on) if line.done_on is not None else "",
        )
        for line in requests.lines(rows, workshop, names)
    )
    table = PaperSection(title="Who asked for what", columns=words.REQUEST_COLUMNS, lines=lines, spare=_SPARE_ROWS)
    how = filled(sections_of(words.REQUESTS), holes_of(workshop))
    return page_for_her(standing, code, "Requests and their days", (table, *how))


def if_lost(rows: Rows, standing: Standing, _names: Names, _ordered: OrderedSheet, code: str) -> PaperForHer:
    """What to do when a sheet, a stick or the laptop is lost, and what was lost so far."""
    workshop = standing.workshop
    lost = sorted(rows.all(Loss, workshop_id=key_of(workshop)), key=lambda loss: loss.happened_on)
    lines = tuple((day_month_year(loss.happened_on), loss.words) for loss in lost)
    so_far = PaperSection(title="What was lost so far", columns=("Day", "What happened"), lines=lines, spare=3)
    return page_for_her(
        standing, code, "If something is lost", (*filled(sections_of(words.LOST), holes_of(workshop)), so_far)
    )
