"""Rows of step 6: agreements in all their versions, each member's part, the usual words, and what was printed."""

from sqlalchemy import JSON, Boolean, Column, Date, ForeignKey, Integer, LargeBinary, String

from mat_desktop.storage.tables.columns import POINTS_TO, Instant, Worded, mappers, own_table, owned, words
from mat_desktop.workshop.agreement import (
    Agreement,
    AgreementState,
    AgreementVoice,
    HelpStyle,
    PrintedAgreement,
    UsualTerms,
)

_USUAL = ["who_dials", "how_we_listen", "confront_where", "missed_call", "holidays"]
_TERMS = [*_USUAL, "off_limits", "shared_project"]

agreements = own_table(
    "agreement",
    Column("partnership_id", ForeignKey("partnership.id"), nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("state", Worded(AgreementState), nullable=False),
    words("window_starts", 20),
    words("window_backup", 20),
    Column("minutes", Integer, nullable=False),
    *(words(term) for term in _TERMS),
    words("witness", 200),
    Column("copied_from_paper", Boolean, nullable=False),
    Column("signed_on", Date),
    Column("typed_on", Date),
    Column("snapshot", JSON(none_as_null=True)),
)
agreement_voices = own_table(
    "agreement_voice",
    Column("agreement_id", ForeignKey("agreement.id"), nullable=False, index=True),
    Column("participant_id", ForeignKey("participant.id"), nullable=False),
    Column("wants", Worded(HelpStyle)),
    words("asks"),
    Column("signed_on", Date),
)
usual_terms = own_table(
    "usual_terms",
    Column("workshop_id", ForeignKey("workshop.id"), nullable=False, unique=True),
    Column("minutes", Integer, nullable=False),
    *(words(term) for term in _USUAL),
)
printed_agreements = own_table(
    "printed_agreement",
    Column("partnership_id", Integer, nullable=False, index=True, info={POINTS_TO: "partnership"}),
    Column("version", Integer, nullable=False),
    Column("code", String(6), nullable=False),
    Column("printed_at", Instant(), nullable=False),
    Column("terms_digest", String(64), nullable=False),
    Column("pdf", LargeBinary, nullable=False),
)
"""Paper outlives what it was printed for, hence no foreign key."""


def map_room() -> None:
    """Tie the plain classes to their tables."""
    mappers.map_imperatively(AgreementVoice, agreement_voices, version_id_col=agreement_voices.c.row_version)
    mappers.map_imperatively(UsualTerms, usual_terms, version_id_col=usual_terms.c.row_version)
    mappers.map_imperatively(PrintedAgreement, printed_agreements, version_id_col=printed_agreements.c.row_version)
    mappers.map_imperatively(
        Agreement,
        agreements,
        version_id_col=agreements.c.row_version,
        properties={"voices": owned(AgreementVoice, agreement_voices.c.id)},
    )
