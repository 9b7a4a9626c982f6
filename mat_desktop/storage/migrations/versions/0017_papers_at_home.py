"""What somebody chose for papers at home, and the door list of follow-up meetings.

How a goal stands on papers at home, and whether anybody else opens their post; whether a sheet was looked at in time.
"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """Add the columns. Nobody was asked yet: goals keep what was chosen for each, and no page to keep is posted."""
    op.add_column("follow_up", sa.Column("looked_at_on", sa.Date(), nullable=True))
    op.add_column("participant", sa.Column("goal_words", sa.String(length=40), nullable=True))
    op.add_column("participant", sa.Column("opens_own_post", sa.Boolean(), nullable=False, server_default=sa.text("0")))
