"""Honest outcomes: later occasions and other informants, the headline measure, the sealed list, effects from elsewhere."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the new tables and columns. Everything answered before is the person's own answer, before any follow-up."""
    op.create_table(
        "allocation_list",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("workshop_id", sa.Integer(), nullable=False),
        sa.Column("salt", sa.String(length=64), nullable=False),
        sa.Column("seal", sa.String(length=64), nullable=False),
        sa.Column("sealed_at", sa.String(length=40), nullable=False),
        sa.Column("first_stratum", sa.String(length=80), nullable=False),
        sa.Column("second_stratum", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(["workshop_id"], ["workshop.id"], name=op.f("fk_allocation_list_workshop_id_workshop")),
        sa.UniqueConstraint("workshop_id", name=op.f("uq_allocation_list_workshop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_allocation_list")),
        sa.UniqueConstraint("uid", name=op.f("uq_allocation_list_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_table(
        "allocation_slot",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("list_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("stratum", sa.String(length=40), nullable=False),
        sa.Column("block", sa.Integer(), nullable=False),
        sa.Column("arm_id", sa.Integer(), nullable=False),
        sa.Column("partnership_id", sa.Integer(), nullable=True),
        sa.Column("revealed_at", sa.String(length=40), nullable=True),
        sa.ForeignKeyConstraint(
            ["list_id"], ["allocation_list.id"], name=op.f("fk_allocation_slot_list_id_allocation_list")
        ),
        sa.ForeignKeyConstraint(["arm_id"], ["arm.id"], name=op.f("fk_allocation_slot_arm_id_arm")),
        sa.ForeignKeyConstraint(
            ["partnership_id"], ["partnership.id"], name=op.f("fk_allocation_slot_partnership_id_partnership")
        ),
        sa.UniqueConstraint("list_id", "position", name=op.f("uq_allocation_slot_list_id_position")),
        sa.UniqueConstraint("partnership_id", name=op.f("uq_allocation_slot_partnership_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_allocation_slot")),
        sa.UniqueConstraint("uid", name=op.f("uq_allocation_slot_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_table(
        "outside_effect",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("workshop", sa.String(length=200), nullable=False),
        sa.Column("measure", sa.String(length=40), nullable=False),
        sa.Column("g", sa.Float(), nullable=False),
        sa.Column("v", sa.Float(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("taken_in_on", sa.Date(), nullable=False),
        sa.UniqueConstraint("workshop", "measure", name=op.f("uq_outside_effect_workshop_measure")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outside_effect")),
        sa.UniqueConstraint("uid", name=op.f("uq_outside_effect_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.add_column("follow_up", sa.Column("came", sa.String(length=40), nullable=True))
    informant = sa.Column("informant", sa.String(length=40), nullable=False, server_default="self")
    op.add_column("follow_up_level", informant)
    op.add_column("response", sa.Column("months", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("participant", sa.Column("birth_year", sa.Integer(), nullable=True))
    op.add_column("workshop", sa.Column("headline", sa.String(length=40), nullable=False, server_default="goals"))
    for name in ("headline_on", "group_agreed_on", "unblinded_on"):
        op.add_column("workshop", sa.Column(name, sa.Date(), nullable=True))
