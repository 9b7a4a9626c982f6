"""Rows of a study: the sealed list and its places, and effects from elsewhere."""

from sqlalchemy import Column, Date, Float, ForeignKey, Integer, String, UniqueConstraint

from mat_desktop.storage.tables.columns import Instant, mappers, own_table, owned, words
from mat_desktop.workshop.outcomes.plan import StudyPlan
from mat_desktop.workshop.outcomes.study import AllocationList, AllocationSlot, OutsideEffect

allocation_lists = own_table(
    "allocation_list",
    Column("workshop_id", ForeignKey("workshop.id"), nullable=False, unique=True),
    Column("salt", String(64), nullable=False),
    Column("seal", String(64), nullable=False),
    Column("sealed_at", Instant(), nullable=False),
    words("first_stratum", 80),
    words("second_stratum", 80),
)
allocation_slots = own_table(
    "allocation_slot",
    Column("list_id", ForeignKey("allocation_list.id"), nullable=False),
    Column("position", Integer, nullable=False),
    words("stratum", 40),
    Column("block", Integer, nullable=False),
    Column("arm_id", ForeignKey("arm.id"), nullable=False),
    Column("partnership_id", ForeignKey("partnership.id"), unique=True),
    Column("revealed_at", Instant()),
    UniqueConstraint("list_id", "position"),
)
study_plans = own_table(
    "study_plan",
    Column("workshop_id", ForeignKey("workshop.id"), nullable=False, unique=True),
    words("committee", 200),
    words("approval", 200),
    Column("approved_on", Date),
    words("registry", 200),
    words("stop_rule", 600),
    words("measure", 40),
    Column("months", Integer),
    words("text", 4000),
    Column("salt", String(64), nullable=False),
    Column("seal", String(64), nullable=False),
    Column("sealed_at", Instant()),
)
outside_effects = own_table(
    "outside_effect",
    words("workshop", 200),
    words("measure", 40),
    Column("g", Float, nullable=False),
    Column("v", Float, nullable=False),
    Column("people", Integer, nullable=False),
    Column("taken_in_on", Date, nullable=False),
    UniqueConstraint("workshop", "measure"),
)


def map_room() -> None:
    """Tie the plain classes to their tables."""
    mappers.map_imperatively(AllocationSlot, allocation_slots, version_id_col=allocation_slots.c.row_version)
    mappers.map_imperatively(StudyPlan, study_plans, version_id_col=study_plans.c.row_version)
    mappers.map_imperatively(OutsideEffect, outside_effects, version_id_col=outside_effects.c.row_version)
    mappers.map_imperatively(
        AllocationList,
        allocation_lists,
        version_id_col=allocation_lists.c.row_version,
        properties={"slots": owned(AllocationSlot, allocation_slots.c.position)},
    )
