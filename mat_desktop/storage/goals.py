"""Rows of step 5: goals, the steps of their ladders, their if-then plans."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer

from mat_desktop.storage.columns import mappers, own_table, owned, words
from mat_desktop.workshop.goals import Goal, GoalLevel, IfThenPlan

goals = own_table(
    "goal",
    Column("participant_id", ForeignKey("participant.id"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    words("words"),
    Column("now", Integer, nullable=False),
    Column("target", Integer, nullable=False),
    Column("look_again_on", Date),
    Column("witness_heard", Boolean, nullable=False),
    Column("happened_on", Date),
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
)


def map_room() -> None:
    """Tie the plain classes to their tables."""
    mappers.map_imperatively(GoalLevel, goal_levels, version_id_col=goal_levels.c.row_version)
    mappers.map_imperatively(IfThenPlan, if_then_plans, version_id_col=if_then_plans.c.row_version)
    mappers.map_imperatively(
        Goal,
        goals,
        version_id_col=goals.c.row_version,
        properties={
            "levels": owned(GoalLevel, goal_levels.c.level.desc()),
            "plans": owned(IfThenPlan, if_then_plans.c.position),
        },
    )
