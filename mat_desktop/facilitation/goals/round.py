"""Step 5: the goal round. Each has a turn, the group gives ideas, the owner keeps or drops each."""

from dataclasses import dataclass
from datetime import datetime

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.standing import Standing, key_of, stand
from mat_desktop.workshop.goals.goal import is_set
from mat_desktop.workshop.goals.room import RoomClock
from mat_desktop.workshop.goals.round import TURN_MINUTES, GoalSuggestion, GoalTurn, left_of
from mat_desktop.workshop.participants.participant import Participant
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.text import clean

MORE_MINUTES = 5


@dataclass(frozen=True, kw_only=True)
class SuggestionView:
    """One idea: who gave it, what was said, and what the owner made of it."""

    id: int
    by: str
    words: str
    own_words: str
    kept: bool | None


@dataclass(frozen=True, kw_only=True)
class TurnView:
    """A turn under way or over: seconds left (negative: over time), and whether it stands still."""

    id: int
    participant_id: int
    name: str
    seconds_left: int
    paused: bool
    over: bool


@dataclass(frozen=True, kw_only=True)
class GoalRoundView:
    """One person in the round: the ideas given, who can give one, whose turn it is, and who had theirs."""

    participant_id: int
    name: str
    goals: tuple[str, ...]
    """Every goal that has words, whether it is set or not."""
    unset: tuple[str, ...]
    """Those of them of which the step of now or the one hoped for is not written yet."""
    suggestions: tuple[SuggestionView, ...]
    others: tuple[tuple[int, str], ...]
    turn: TurnView | None
    had: frozenset[int]


@deed(DeedKind.GOALS_IDEA)
def suggest(work: Work, person_id: int, words: str, by: int | None = None) -> int:
    """Write down an idea, credited to whoever gave it. Returns its id.

    Raises Refusal without words, and for an idea of the owner's own.
    """
    person = work.rows.get(Participant, person_id)
    work.about(person.workshop_id, person_id)
    said = clean(words, 400)
    if not said:
        raise Refusal("Write the idea first.")
    if by == person_id:
        raise Refusal("An idea comes from somebody else; the owner’s own words go into the goal.")
    return key_of(work.rows.add(GoalSuggestion(person_id, said, by, said)))


def _suggestion(work: Work, suggestion_id: int) -> GoalSuggestion:
    found = work.rows.get(GoalSuggestion, suggestion_id)
    work.about(work.rows.get(Participant, found.participant_id).workshop_id, found.participant_id)
    return found


@deed(DeedKind.GOALS_KEEP_IDEA)
def keep(work: Work, suggestion_id: int, kept: bool | None) -> None:
    """The owner keeps an idea, drops it, or has not said yet."""
    _suggestion(work, suggestion_id).kept = kept


@deed(DeedKind.GOALS_WORD_IDEA)
def word(work: Work, suggestion_id: int, own_words: str) -> None:
    """The owner's final wording; what was said stays beside it."""
    found = _suggestion(work, suggestion_id)
    found.own_words = clean(own_words, 400) or found.words


@deed(DeedKind.GOALS_REMOVE_IDEA)
def remove(work: Work, suggestion_id: int) -> None:
    """Take back an idea that was written down by mistake."""
    work.rows.remove(_suggestion(work, suggestion_id))


@deed(DeedKind.GOALS_TURN)
def begin_turn(work: Work, person_id: int) -> None:
    """Begin somebody's twenty minutes; a turn under way ends, and so does the clock of the tables."""
    person = work.rows.get(Participant, person_id)
    work.about(person.workshop_id, person_id)
    for turn in work.rows.all(GoalTurn, workshop_id=person.workshop_id, ended_at=None):
        turn.ended_at = work.now
    for clock in work.rows.all(RoomClock, workshop_id=person.workshop_id, ended_at=None):
        clock.ended_at = work.now
    work.rows.add(GoalTurn(person.workshop_id, person_id, work.now, TURN_MINUTES))


def _running(work: Work, workshop_id: int) -> GoalTurn:
    found = work.rows.find(GoalTurn, workshop_id=workshop_id, ended_at=None)
    if found is None:
        raise Refusal("Nobody has a turn now.")
    work.about(workshop_id, found.participant_id)
    return found


@deed(DeedKind.GOALS_PAUSE_TURN)
def pause(work: Work, workshop_id: int, *, on: bool) -> None:
    """Stop the clock for an interruption, or let it go on.

    Raises Refusal while nobody has a turn.
    """
    turn = _running(work, workshop_id)
    if on and turn.paused_at is None:
        turn.paused_at = work.now
    elif not on and turn.paused_at is not None:
        turn.paused_seconds += int((work.now - turn.paused_at).total_seconds())
        turn.paused_at = None


@deed(DeedKind.GOALS_MORE_TIME)
def more_time(work: Work, workshop_id: int) -> None:
    """Give five minutes more. Raises Refusal while nobody has a turn."""
    _running(work, workshop_id).minutes += MORE_MINUTES


@deed(DeedKind.GOALS_END_TURN)
def end_turn(work: Work, workshop_id: int) -> None:
    """The turn is over. Raises Refusal while nobody has a turn."""
    turn = _running(work, workshop_id)
    turn.ended_at = work.now


@look
def round_of(rows: Rows, person_id: int, now: datetime) -> GoalRoundView:
    """One person in the round."""
    person = rows.get(Participant, person_id)
    standing = stand(rows, person.workshop_id)
    turns = rows.all(GoalTurn, workshop_id=person.workshop_id)
    running = next((t for t in turns if t.ended_at is None), None)
    others = [p for p in (standing.included or standing.coming) if p.id != person_id]
    goals = [g for g in standing.goals.get(person_id, []) if g.words]
    return GoalRoundView(
        participant_id=person_id,
        name=person.name,
        goals=tuple(g.words for g in goals),
        unset=tuple(g.words for g in goals if not is_set(g)),
        suggestions=tuple(_view(standing, s) for s in rows.all(GoalSuggestion, participant_id=person_id)),
        others=tuple((key_of(p), p.name) for p in others),
        turn=_turn(standing, running, now) if running else None,
        had=frozenset(t.participant_id for t in turns if t.ended_at is not None),
    )


@look
def running_turn(rows: Rows, workshop_id: int, now: datetime) -> TurnView | None:
    """Whose turn it is, and how long it lasts; None where nobody has one."""
    found = rows.find(GoalTurn, workshop_id=workshop_id, ended_at=None)
    return _turn(stand(rows, workshop_id), found, now) if found else None


def _turn(standing: Standing, turn: GoalTurn, now: datetime) -> TurnView:
    left = int(left_of(turn, now).total_seconds())
    name = standing.name(turn.participant_id)
    return TurnView(
        id=key_of(turn),
        participant_id=turn.participant_id,
        name=name,
        seconds_left=left,
        paused=turn.paused_at is not None,
        over=left <= 0,
    )


def _view(standing: Standing, found: GoalSuggestion) -> SuggestionView:
    by = standing.name(found.by_id) if found.by_id is not None else "the group"
    return SuggestionView(id=key_of(found), by=by, words=found.words, own_words=found.own_words, kept=found.kept)
