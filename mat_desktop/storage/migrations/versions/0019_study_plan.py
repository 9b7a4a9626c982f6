"""The plan of a study, and who allowed it; and whether anybody earns by a workshop, where a licence asks for that.

A study of before has no plan, and nothing is made up for it. Of questionnaires that are used already nobody was asked.
"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0017"


def upgrade() -> None:
    """Make the table and the column."""
    op.add_column("measure", sa.Column("nobody_earns", sa.Boolean(), nullable=False, server_default=sa.text("0")))
    op.create_table(
        "study_plan",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("workshop_id", sa.Integer(), nullable=False),
        sa.Column("committee", sa.String(length=200), nullable=False),
        sa.Column("approval", sa.String(length=200), nullable=False),
        sa.Column("approved_on", sa.Date(), nullable=True),
        sa.Column("registry", sa.String(length=200), nullable=False),
        sa.Column("measure", sa.String(length=40), nullable=False),
        sa.Column("months", sa.Integer(), nullable=True),
        sa.Column("text", sa.String(length=4000), nullable=False),
        sa.Column("salt", sa.String(length=64), nullable=False),
        sa.Column("seal", sa.String(length=64), nullable=False),
        sa.Column("sealed_at", sa.String(length=40), nullable=True),
        sa.ForeignKeyConstraint(["workshop_id"], ["workshop.id"], name=op.f("fk_study_plan_workshop_id_workshop")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_study_plan")),
        sa.UniqueConstraint("uid", name=op.f("uq_study_plan_uid")),
        sa.UniqueConstraint("workshop_id", name=op.f("uq_study_plan_workshop_id")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
