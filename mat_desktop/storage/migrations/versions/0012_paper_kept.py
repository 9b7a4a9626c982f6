"""What paper that people keep may say, which number is for danger, and where the answers of a printed sheet stand."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
_FLAGS = ("partner_named", "feelings_wanted")
_IN_DANGER = sa.text("UPDATE crisis_contact SET role = 'emergency' WHERE lower(trim(name, ' .:')) = 'emergency'")


def upgrade() -> None:
    """Add the columns. Nobody has chosen yet; a number that is called emergency is for danger, all others to talk."""
    for flag in _FLAGS:
        op.add_column("participant", sa.Column(flag, sa.Boolean(), nullable=False, server_default=sa.text("0")))
    op.add_column("workshop", sa.Column("phone_until", sa.Date(), nullable=True))
    op.add_column("crisis_contact", sa.Column("role", sa.String(40), nullable=False, server_default="talk"))
    op.execute(_IN_DANGER)
    op.add_column("issued_sheet", sa.Column("fields", sa.String(60000), nullable=False, server_default=""))
