"""What stands at the top of papers that people take home, and when the waiting of a study ends early.

Nobody was asked yet: papers at home say the place, and a plan that was sealed stays word for word as it was.
"""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"


def upgrade() -> None:
    """Add the columns."""
    op.add_column("workshop", sa.Column("home_heading", sa.String(length=80), nullable=False, server_default=""))
    op.add_column("study_plan", sa.Column("stop_rule", sa.String(length=600), nullable=False, server_default=""))
