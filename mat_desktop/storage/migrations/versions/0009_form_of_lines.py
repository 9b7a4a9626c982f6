"""Lines of the journal say in which form they are written. Those that stand are of form 1, and no line is touched."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add the column; what was written before reads as form 1."""
    op.add_column("journal", sa.Column("form", sa.Integer(), nullable=False, server_default="1"))
