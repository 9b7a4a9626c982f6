"""What somebody chose for papers at home: how a goal stands there, and whether anybody else opens their post."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """Add the columns. Nobody was asked yet: goals keep what was chosen for each, and no page to keep is posted."""
    op.add_column("participant", sa.Column("goal_words", sa.String(length=40), nullable=True))
    op.add_column("participant", sa.Column("opens_own_post", sa.Boolean(), nullable=False, server_default=sa.text("0")))
