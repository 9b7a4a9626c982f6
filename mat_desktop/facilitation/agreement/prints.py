"""Step 6: what was printed of an agreement, and whether the terms changed since."""

from dataclasses import dataclass
from datetime import datetime

from mat_desktop.facilitation.agreement.terms import digest, terms_now
from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.standing import key_of, stand
from mat_desktop.workshop.agreement import (
    PrintedAgreement,
)
from mat_desktop.workshop.pairing.nouns import Partnership, people_of


@dataclass(frozen=True, kw_only=True)
class PrintView:
    """One time at which a version was printed. `stale` holds where the terms have changed since."""

    version: int
    code: str
    printed_at: datetime
    stale: bool
    pdf: bytes


@look
def digests(rows: Rows, workshop_id: int) -> dict[int, tuple[int, str]]:
    """The present version of every agreement of a workshop, and a fingerprint of what it says."""
    standing = stand(rows, workshop_id)
    found = {key_of(p): terms_now(standing, key_of(p)) for p in standing.agreed or standing.live}
    return {key: (terms.version, digest(terms)) for key, terms in found.items()}


@deed(DeedKind.AGREEMENT_PRINTED)
def keep_print(work: Work, partnership_id: int, printed_terms: tuple[int, str], code: str, pdf: bytes) -> None:
    """Keep the very bytes that were printed; `printed_terms` is the version and the fingerprint of its terms."""
    place = work.rows.get(Partnership, partnership_id)
    work.about(place.workshop_id, *people_of(place))
    version, fingerprint = printed_terms
    earlier = printed_versions(work.rows, partnership_id, version)
    if earlier and earlier[-1].pdf == pdf:
        return
    work.rows.add(PrintedAgreement(partnership_id, version, code, work.now, fingerprint, pdf))


def printed_versions(rows: Rows, partnership_id: int, version: int) -> list[PrintedAgreement]:
    """Every time this version was printed, oldest first."""
    return list(rows.all(PrintedAgreement, partnership_id=partnership_id, version=version))


@look
def prints(rows: Rows, partnership_id: int) -> tuple[PrintView, ...]:
    """Every time an agreement of this partnership was printed, oldest first."""
    standing = stand(rows, rows.get(Partnership, partnership_id).workshop_id)
    now = terms_now(standing, partnership_id)
    said = digest(now)
    return tuple(
        PrintView(
            version=p.version,
            code=p.code,
            printed_at=p.printed_at,
            stale=p.version == now.version and p.terms_digest != said,
            pdf=p.pdf,
        )
        for p in rows.all(PrintedAgreement, partnership_id=partnership_id)
    )
