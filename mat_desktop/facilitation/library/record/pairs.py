"""What is told of the partnership, its agreement, and the goals."""

from typing import Any

from mat_desktop.facilitation.library.record.told import (
    Chapter,
    KeptKind,
    Whose,
    beneath,
    goals_of,
    of_pairs,
    own,
)
from mat_desktop.facilitation.standing import key_of
from mat_desktop.workshop.agreement import Agreement, AgreementVoice, PrintedAgreement
from mat_desktop.workshop.contact.schedule import Arm
from mat_desktop.workshop.goals.goal import Goal, GoalLevel, IfThenPlan
from mat_desktop.workshop.goals.room import RoomSeat
from mat_desktop.workshop.goals.round import GoalSuggestion, GoalTurn
from mat_desktop.workshop.pairing.nouns import Member, Partnership

_TYPED = {"typed_on": "the day on which it was typed"}


def _goal(whose: Whose, thing: Any) -> str:
    goal = next((g for g in goals_of(whose) if g.id == thing.goal_id), None)
    return goal.words if goal is not None else ""


def _arms(whose: Whose) -> list[Arm]:
    workshop = whose.standing.workshop
    if not workshop.study or workshop.unblinded_on is None:
        return []
    wanted = {p.arm_id for p in whose.begun}
    return [arm for arm in whose.rows.all(Arm, workshop_id=key_of(workshop)) if arm.id in wanted]


def _with_whom(whose: Whose, place: Partnership) -> str:
    return f"You and {whose.others(place)}"


PAIRS_AND_GOALS: tuple[KeptKind, ...] = (
    KeptKind(
        kind=Partnership,
        part=Chapter.PAIR,
        find=lambda whose: whose.begun,
        fields={
            "state": "",
            "confirmed_on": "Since",
            "held_on": "On hold since",
            "ended_on": "Ended on",
            "days_talked": "Days on which you talked",
            "days_known": "Days that are known",
            "last_known_day": "Known until",
            "together": "All three on every call",
        },
        head=_with_whom,
        hidden={
            "fit": "worked out from what others chose too",
            "ended_reason": "may say what another person chose",
            "held_from": "how it stood before it was on hold",
            "locked": "how pairs are suggested",
            "override": "may say what another person wished",
            "arm_id": "an arm is told where the arms of the study are named",
        },
    ),
    KeptKind(
        kind=Member,
        part=Chapter.PAIR,
        find=lambda whose: [m for p in whose.begun for m in p.members if m.participant_id == whose.person],
        fields={"reply": "Your answer", "joined_on": "You joined on"},
        hidden={"position": "which letter stands for somebody on the sheets"},
    ),
    KeptKind(
        kind=Agreement,
        part=Chapter.PAIR,
        find=of_pairs(Agreement),
        fields={
            "state": "",
            "window_starts": "Calls at",
            "window_backup": "or at",
            "minutes": "Minutes",
            "who_dials": "Who dials",
            "how_we_listen": "How you listen",
            "off_limits": "Off limits",
            "confront_where": "To clear the air",
            "missed_call": "A missed call",
            "holidays": "Holidays",
            "shared_project": "Shared project",
            "witness": "Witness",
            "signed_on": "Signed on",
        },
        head=lambda _whose, agreement: f"What you two agreed, number {agreement.version}",
        hidden={
            "version": "stands over it",
            "copied_from_paper": "how it was typed",
            "snapshot": "the same words as they were signed; the words of the others are theirs",
            **_TYPED,
        },
    ),
    KeptKind(
        kind=AgreementVoice,
        part=Chapter.PAIR,
        find=own(AgreementVoice),
        fields={"wants": "You would like your partner to", "asks": "You asked", "signed_on": "You signed on"},
    ),
    KeptKind(
        kind=PrintedAgreement,
        part=Chapter.PAIR,
        find=of_pairs(PrintedAgreement),
        fields={"printed_at": "An agreement was printed on"},
        hidden={
            "version": "told by the day",
            "code": "finds the paper",
            "terms_digest": "tells whether the words are still the same",
            "pdf": "the paper of which each of them has a copy",
        },
    ),
    KeptKind(
        kind=Arm,
        part=Chapter.PAIR,
        find=_arms,
        fields={"label": "Your arm of the study", "crossover_on": "until"},
        hidden={"position": "its place in the list", "kind": "told by its name"},
    ),
    KeptKind(
        kind=Goal,
        part=Chapter.GOALS,
        find=goals_of,
        fields={
            "words": "",
            "kind": "Counted as",
            "unit": "in",
            "baseline": "At the start",
            "hoped": "hoped for",
            "now": "Step at the start",
            "target": "step hoped for",
            "importance": "How much it matters, of 3",
            "difficulty": "how hard it is, of 3",
            "obstacle": "In the way",
            "first_step": "First step",
            "on_paper": "On paper",
            "short_words": "in short",
            "witness_heard": "A witness heard it",
            "look_again_on": "To be looked at again on",
            "happened_on": "Set on",
        },
        head=lambda _whose, goal: f"Goal {goal.position + 1}, version {goal.version}",
        hidden={
            "position": "stands over it",
            "version": "stands over it",
            "revises_id": "told by the version",
            **_TYPED,
        },
    ),
    KeptKind(
        kind=GoalLevel,
        part=Chapter.GOALS,
        find=beneath(goals_of, "levels"),
        fields={"level": "Step", "words": ""},
        head=_goal,
    ),
    KeptKind(
        kind=IfThenPlan,
        part=Chapter.GOALS,
        find=beneath(goals_of, "plans"),
        fields={"if_words": "If", "then_words": "then", "backup": "or else"},
        head=_goal,
        hidden={"position": "the order of the plans"},
    ),
    KeptKind(
        kind=GoalSuggestion,
        part=Chapter.GOALS,
        find=lambda whose: whose.rows.all(GoalSuggestion, by_id=whose.person),
        fields={"words": "An idea that you gave somebody in the round"},
        hidden={
            "participant_id": "for whom it was",
            "by_id": "the person",
            "own_words": "the words of whom it was for",
            "kept": "what whom it was for made of it",
        },
    ),
    KeptKind(
        kind=GoalTurn,
        part=Chapter.GOALS,
        find=own(GoalTurn),
        fields={"started_at": "Your turn in the round began", "minutes": "minutes", "ended_at": "ended"},
        hidden={"paused_at": "the clock of the turn", "paused_seconds": "the clock of the turn"},
    ),
    KeptKind(
        kind=RoomSeat,
        part=Chapter.GOALS,
        find=own(RoomSeat),
        fields={"letter": "Your table in goals in threes", "turn": "your turn there"},
        hidden={"room_clock_id": "the clock of all tables"},
    ),
)
