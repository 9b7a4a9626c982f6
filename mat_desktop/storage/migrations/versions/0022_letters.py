"""Who asked not to be written to, apart from who was never asked about letters."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0020"


def upgrade() -> None:
    """Add the column. Nobody was asked yet; who allowed no post gets none, as before."""
    op.add_column("participant", sa.Column("no_letters", sa.Boolean(), nullable=False, server_default=sa.text("0")))
