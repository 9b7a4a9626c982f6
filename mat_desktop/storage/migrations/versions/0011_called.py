"""What somebody wants to be called."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Add the field, empty for everybody: nobody has been asked."""
    op.add_column("participant", sa.Column("called", sa.String(length=200), nullable=False, server_default=""))
