"""Each page of a sheet that asks for answers is kept as it was printed, and which were read from pictures.

Of paper from before nothing is kept: it is typed.
"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    """Make the tables, and mark every sheet that was issued until now."""
    op.create_table(
        "kept_page",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("sheet_id", sa.Integer(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("width", sa.Float(), nullable=False),
        sa.Column("height", sa.Float(), nullable=False),
        sa.Column("marks", sa.String(length=400000), nullable=False),
        sa.Column("fields", sa.String(length=60000), nullable=False),
        sa.ForeignKeyConstraint(["sheet_id"], ["issued_sheet.id"], name=op.f("fk_kept_page_sheet_id_issued_sheet")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kept_page")),
        sa.UniqueConstraint("uid", name=op.f("uq_kept_page_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_kept_page_sheet_id"), "kept_page", ["sheet_id"])
    op.create_table(
        "sheet_reading",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=32), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("sheet_id", sa.Integer(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("read_at", sa.String(length=40), nullable=False),
        sa.Column("reader", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("boxes", sa.Integer(), nullable=False),
        sa.Column("asked", sa.Integer(), nullable=False),
        sa.Column("checked", sa.Integer(), nullable=False),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["sheet_id"], ["issued_sheet.id"], name=op.f("fk_sheet_reading_sheet_id_issued_sheet")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sheet_reading")),
        sa.UniqueConstraint("uid", name=op.f("uq_sheet_reading_uid")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_sheet_reading_sheet_id"), "sheet_reading", ["sheet_id"])
    op.add_column("issued_sheet", sa.Column("earlier", sa.Boolean(), nullable=False, server_default=sa.text("1")))
