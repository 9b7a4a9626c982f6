"""What an agreement says: the terms as they stand on screen and paper, frozen and read back."""

import hashlib
import json
from collections.abc import Collection
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Any

from mat_desktop.facilitation.names import Names
from mat_desktop.facilitation.standing import Standing
from mat_desktop.workshop.agreement import Agreement, AgreementState, AgreementVoice, HelpStyle, usual, voice_of
from mat_desktop.workshop.goals.goal import is_set, steps_on_paper, title_on_paper
from mat_desktop.workshop.pairing.nouns import people_of
from mat_desktop.workshop.participants.calling import first_name
from mat_desktop.workshop.participants.erasure import ERASED
from mat_desktop.workshop.setup import Frequency, first_day, last_day, trial_over_on


class TermField(StrEnum):
    """What can be changed of an agreement; each value is the name of its attribute."""

    WINDOW_STARTS = "window_starts"
    WINDOW_BACKUP = "window_backup"
    MINUTES = "minutes"
    WITNESS = "witness"
    WHO_DIALS = "who_dials"
    HOW_WE_LISTEN = "how_we_listen"
    OFF_LIMITS = "off_limits"
    CONFRONT_WHERE = "confront_where"
    MISSED_CALL = "missed_call"
    HOLIDAYS = "holidays"
    SHARED_PROJECT = "shared_project"


TERMS: dict[TermField, int] = {
    TermField.WHO_DIALS: 200,
    TermField.HOW_WE_LISTEN: 600,
    TermField.OFF_LIMITS: 400,
    TermField.CONFRONT_WHERE: 400,
    TermField.MISSED_CALL: 400,
    TermField.HOLIDAYS: 400,
    TermField.SHARED_PROJECT: 400,
}
"""The terms in words, and how long each may be."""


@dataclass(frozen=True, kw_only=True)
class Voice:
    """One member's own part of an agreement."""

    participant_id: int
    name: str
    called: str
    wants: HelpStyle | None
    asks: str
    signed_on: date | None


@dataclass(frozen=True, kw_only=True)
class AgreementTerms:
    """What an agreement says, as it stands on screen and paper. Empty words print as a writing line."""

    partnership_id: int
    names: tuple[str, ...]
    goals: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    """Of each member the words for paper and the first step of every goal; empty words are a line."""
    version: int
    state: AgreementState
    starts: date
    ends: date
    trial_ends: date
    frequency: Frequency
    window_starts: str
    window_backup: str
    minutes: int
    who_dials: str
    how_we_listen: str
    off_limits: str
    confront_where: str
    missed_call: str
    holidays: str
    shared_project: str
    witness: str
    voices: tuple[Voice, ...]
    copied_from_paper: bool
    signed_on: date | None
    typed_on: date | None


_NOT_ON_PAPER = frozenset({"state", "signed_on", "typed_on", "copied_from_paper"})


def digest(terms: AgreementTerms) -> str:
    """A fingerprint of what stands on the paper, whoever has signed it."""
    plain = {name: value for name, value in frozen(terms).items() if name not in _NOT_ON_PAPER}
    plain["voices"] = [{k: v for k, v in voice.items() if k != "signed_on"} for voice in plain["voices"]]
    return hashlib.sha256(json.dumps(plain, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def frozen(terms: AgreementTerms) -> dict[str, Any]:
    """The terms as plain values, to be kept for good."""
    plain = {field.name: getattr(terms, field.name) for field in fields(AgreementTerms)}
    voices = [{field.name: getattr(v, field.name) for field in fields(Voice)} for v in terms.voices]
    plain["voices"] = [_said(voice) for voice in voices]
    return _said(plain)


def _said(plain: dict[str, Any]) -> dict[str, Any]:
    return {n: v.isoformat() if isinstance(v, date) else v for n, v in plain.items()}


def without(snapshot: dict[str, Any], people: Collection[int]) -> dict[str, Any]:
    """Frozen terms as they are kept when some of the members were erased: a redacted copy, which says so.

    The names, goals and own words of the others stay, and the days; whatever they agreed on together goes.
    """
    voices: list[dict[str, Any]] = snapshot.get("voices", [])
    gone = [voice["participant_id"] in people for voice in voices] or [True] * len(snapshot["names"])
    nobody = {"name": ERASED, "called": ERASED, "wants": None, "asks": ""}
    return (
        snapshot
        | {term: ERASED for term in (*TERMS, "witness") if snapshot.get(term)}
        | {
            "window_starts": "",
            "window_backup": "",
            "names": [ERASED if out else name for out, name in zip(gone, snapshot["names"], strict=True)],
            "goals": [(ERASED, []) if out else goal for out, goal in zip(gone, snapshot["goals"], strict=True)],
            "voices": [voice | nobody if out else voice for out, voice in zip(gone, voices, strict=False)],
        }
    )


def terms_now(standing: Standing, partnership_id: int) -> AgreementTerms:
    """The terms as they print: a signed agreement as it was signed, a draft as it is."""
    place = next(p for p in standing.partnerships if p.id == partnership_id)
    found = standing.agreements.get(partnership_id) or usual(partnership_id, list(people_of(place)), standing.usual)
    if found.snapshot is not None:
        return _thawed(found.snapshot, found)
    return as_terms(standing, partnership_id, found)


def _thawed(snapshot: dict[str, Any], agreement: Agreement) -> AgreementTerms:
    plain = {"witness": "", "voices": [], "typed_on": None} | snapshot
    for name in ("starts", "ends", "trial_ends"):
        plain[name] = date.fromisoformat(plain[name])
    plain["names"] = tuple(plain["names"])
    plain["goals"] = tuple((name, tuple(_pair(goal) for goal in goals)) for name, goals in plain["goals"])
    plain["voices"] = tuple(_voice_again(voice) for voice in plain["voices"])
    plain |= {"state": agreement.state, "signed_on": agreement.signed_on, "typed_on": agreement.typed_on}
    plain["frequency"] = Frequency(plain["frequency"])
    return AgreementTerms(**plain)


def _pair(goal: Any) -> tuple[str, str]:
    """The words of a goal and its first step; the first version of this program kept the words alone."""
    return (goal, "") if isinstance(goal, str) else (goal[0], goal[1])


def _voice_again(plain: dict[str, Any]) -> Voice:
    wants = HelpStyle(plain["wants"]) if plain["wants"] else None
    signed = date.fromisoformat(plain["signed_on"]) if plain["signed_on"] else None
    return Voice(
        participant_id=plain["participant_id"],
        name=plain["name"],
        called=plain.get("called") or first_name(plain["name"]),
        wants=wants,
        asks=plain["asks"],
        signed_on=signed,
    )


def as_terms(standing: Standing, partnership_id: int, agreement: Agreement) -> AgreementTerms:
    """The terms of one version as they stand now."""
    place = next(p for p in standing.partnerships if p.id == partnership_id)
    people = people_of(place)
    workshop = standing.workshop
    called = dict(zip(people, Names(standing).all_called(people), strict=True))
    return AgreementTerms(
        partnership_id=partnership_id,
        names=tuple(standing.name(m) for m in people),
        goals=tuple((called[m], _goals(standing, m)) for m in people),
        version=agreement.version,
        state=agreement.state,
        starts=first_day(workshop),
        ends=last_day(workshop),
        trial_ends=trial_over_on(workshop, place.confirmed_on),
        frequency=workshop.frequency,
        window_starts=agreement.window_starts,
        window_backup=agreement.window_backup,
        minutes=agreement.minutes,
        **{term: getattr(agreement, term) for term in TERMS if term is not TermField.SHARED_PROJECT},
        shared_project=agreement.shared_project or _shared(standing, partnership_id),
        witness=agreement.witness,
        voices=tuple(_voice(standing, voice_of(agreement, m), called[m]) for m in people),
        copied_from_paper=agreement.copied_from_paper,
        signed_on=agreement.signed_on,
        typed_on=agreement.typed_on,
    )


def _voice(standing: Standing, own: AgreementVoice, called: str) -> Voice:
    return Voice(
        participant_id=own.participant_id,
        name=standing.name(own.participant_id),
        called=called,
        wants=own.wants,
        asks=own.asks,
        signed_on=own.signed_on,
    )


def _goals(standing: Standing, member: int) -> tuple[tuple[str, str], ...]:
    goals = [g for g in standing.goals.get(member, []) if is_set(g)]
    return tuple((title_on_paper(g), g.first_step if steps_on_paper(g) else "") for g in goals)


def _shared(standing: Standing, partnership_id: int) -> str:
    return "; ".join(title_on_paper(g) for g in standing.shared.get(partnership_id, []) if title_on_paper(g))


def blank_terms(standing: Standing, members: int) -> AgreementTerms:
    """The usual terms of a workshop for so many people who are not known yet: all else is written by pen."""
    workshop = standing.workshop
    found = usual(0, [0] * members, standing.usual)
    nobody = Voice(participant_id=0, name="", called="", wants=None, asks="", signed_on=None)
    return AgreementTerms(
        partnership_id=0,
        names=("",) * members,
        goals=(("", ()),) * members,
        version=1,
        state=AgreementState.DRAFT,
        starts=first_day(workshop),
        ends=last_day(workshop),
        trial_ends=trial_over_on(workshop, None),
        frequency=workshop.frequency,
        window_starts="",
        window_backup="",
        minutes=found.minutes,
        **{term: getattr(found, term) for term in TERMS},
        witness="",
        voices=(nobody,) * members,
        copied_from_paper=False,
        signed_on=None,
        typed_on=None,
    )
