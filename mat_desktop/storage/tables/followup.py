"""Rows of steps 8 and 9: follow-ups with levels and answers."""

from sqlalchemy import Column, Date, ForeignKey, Integer, UniqueConstraint

from mat_desktop.storage.tables.columns import Worded, mappers, own_table, owned, words
from mat_desktop.workshop.answers.responses import Informant
from mat_desktop.workshop.contact.meetings import Came
from mat_desktop.workshop.followup import FollowUp, FollowUpAnswer, FollowUpLevel, FollowUpState, LeftEmpty

follow_ups = own_table(
    "follow_up",
    Column("participant_id", ForeignKey("participant.id"), nullable=False),
    Column("months", Integer, nullable=False),
    Column("state", Worded(FollowUpState), nullable=False),
    Column("happened_on", Date),
    Column("attempts", Integer, nullable=False),
    Column("came", Worded(Came)),
    Column("looked_at_on", Date),
    UniqueConstraint("participant_id", "months"),
)
follow_up_levels = own_table(
    "follow_up_level",
    Column("follow_up_id", ForeignKey("follow_up.id"), nullable=False, index=True),
    Column("goal_id", ForeignKey("goal.id"), nullable=False),
    Column("level", Integer, nullable=False),
    Column("informant", Worded(Informant), nullable=False),
)
follow_up_answers = own_table(
    "follow_up_answer",
    Column("follow_up_id", ForeignKey("follow_up.id"), nullable=False, index=True),
    words("question", 40),
    words("words"),
)
left_empty = own_table(
    "left_empty",
    Column("follow_up_id", ForeignKey("follow_up.id"), nullable=False, index=True),
    words("part", 80),
    UniqueConstraint("follow_up_id", "part"),
)


def map_room() -> None:
    """Tie the plain classes to their tables."""
    mappers.map_imperatively(FollowUpLevel, follow_up_levels, version_id_col=follow_up_levels.c.row_version)
    mappers.map_imperatively(FollowUpAnswer, follow_up_answers, version_id_col=follow_up_answers.c.row_version)
    mappers.map_imperatively(LeftEmpty, left_empty, version_id_col=left_empty.c.row_version)
    mappers.map_imperatively(
        FollowUp,
        follow_ups,
        version_id_col=follow_ups.c.row_version,
        properties={
            "levels": owned(FollowUpLevel, follow_up_levels.c.id),
            "answers": owned(FollowUpAnswer, follow_up_answers.c.id),
            "left_empty": owned(LeftEmpty, left_empty.c.id),
        },
    )
