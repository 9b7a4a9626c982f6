"""Rows of step 5: goals in all their versions, ladders, if-then plans, the ideas of the group and the turns."""

from sqlalchemy import Boolean, Column, Date, Float, ForeignKey, Integer, String

from mat_desktop.storage.tables.columns import Instant, Worded, mappers, own_table, owned, words
from mat_desktop.workshop.goals.goal import Goal, GoalKind, GoalLevel, IfThenPlan, PaperWords
from mat_desktop.workshop.goals.room import RoomClock, RoomSeat
from mat_desktop.workshop.goals.round import GoalSuggestion, GoalTurn

goals = own_table(
    "goal",
    Column("participant_id", ForeignKey("participant.id"), index=True),
    Column("partnership_id", ForeignKey("partnership.id"), index=True),
    Column("position", Integer, nullable=False),
    words("words"),
    Column("now", Integer, nullable=False),
    Column("target", Integer, nullable=False),
    Column("look_again_on", Date),
    Column("witness_heard", Boolean, nullable=False),
    Column("happened_on", Date),
    Column("typed_on", Date),
    Column("kind", Worded(GoalKind), nullable=False),
    words("unit", 80),
    Column("baseline", Float),
    Column("hoped", Float),
    Column("importance", Integer),
    Column("difficulty", Integer),
    words("obstacle"),
    words("first_step"),
    Column("on_paper", Worded(PaperWords), nullable=False),
    words("short_words", 200),
    Column("version", Integer, nullable=False),
    Column("revises_id", ForeignKey("goal.id")),
)
goal_levels = own_table(
    "goal_level",
    Column("goal_id", ForeignKey("goal.id"), nullable=False, index=True),
    Column("level", Integer, nullable=False),
    words("words"),
)
if_then_plans = own_table(
    "if_then_plan",
    Column("goal_id", ForeignKey("goal.id"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    words("if_words"),
    words("then_words"),
    words("backup"),
)
goal_suggestions = own_table(
    "goal_suggestion",
    Column("participant_id", ForeignKey("participant.id"), nullable=False, index=True),
    Column("by_id", ForeignKey("participant.id")),
    words("words"),
    words("own_words"),
    Column("kept", Boolean),
)
goal_turns = own_table(
    "goal_turn",
    Column("workshop_id", ForeignKey("workshop.id"), nullable=False, index=True),
    Column("participant_id", ForeignKey("participant.id"), nullable=False, index=True),
    Column("started_at", Instant(), nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("paused_at", Instant()),
    Column("paused_seconds", Integer, nullable=False),
    Column("ended_at", Instant()),
)
room_clocks = own_table(
    "room_clock",
    Column("workshop_id", ForeignKey("workshop.id"), nullable=False, index=True),
    Column("started_at", Instant(), nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("first_seconds", Integer, nullable=False),
    Column("second_seconds", Integer, nullable=False),
    Column("third_seconds", Integer, nullable=False),
    Column("paused_at", Instant()),
    Column("paused_seconds", Integer, nullable=False),
    Column("ended_at", Instant()),
)
room_seats = own_table(
    "room_seat",
    Column("room_clock_id", ForeignKey("room_clock.id"), nullable=False, index=True),
    Column("participant_id", ForeignKey("participant.id"), nullable=False, index=True),
    Column("letter", String(20), nullable=False),
    Column("turn", Integer, nullable=False),
)


def map_room() -> None:
    """Tie the plain classes to their tables."""
    mappers.map_imperatively(GoalLevel, goal_levels, version_id_col=goal_levels.c.row_version)
    mappers.map_imperatively(IfThenPlan, if_then_plans, version_id_col=if_then_plans.c.row_version)
    mappers.map_imperatively(GoalSuggestion, goal_suggestions, version_id_col=goal_suggestions.c.row_version)
    mappers.map_imperatively(RoomSeat, room_seats, version_id_col=room_seats.c.row_version)
    mappers.map_imperatively(
        RoomClock,
        room_clocks,
        version_id_col=room_clocks.c.row_version,
        properties={"seats": owned(RoomSeat, room_seats.c.id)},
    )
    mappers.map_imperatively(GoalTurn, goal_turns, version_id_col=goal_turns.c.row_version)
    mappers.map_imperatively(
        Goal,
        goals,
        version_id_col=goals.c.row_version,
        properties={
            "levels": owned(GoalLevel, goal_levels.c.level.desc()),
            "plans": owned(IfThenPlan, if_then_plans.c.position),
        },
    )
