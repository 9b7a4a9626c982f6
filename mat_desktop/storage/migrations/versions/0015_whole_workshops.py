"""A request to erase may be one for a whole workshop."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Add the column. Every request so far was one person's."""
    op.add_column("erasure_request", sa.Column("whole", sa.Boolean(), nullable=False, server_default=sa.text("0")))
