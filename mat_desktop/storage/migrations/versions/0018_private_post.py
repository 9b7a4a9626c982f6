"""Whether nobody else opens somebody's post: only then a page to keep may be posted."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0014"


def upgrade() -> None:
    """Add the column. Nobody has said so yet."""
    op.add_column("participant", sa.Column("post_private", sa.Boolean(), nullable=False, server_default=sa.text("0")))
