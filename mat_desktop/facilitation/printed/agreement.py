"""Paper of step 6: the agreement, a copy for each member, or blank."""

from dataclasses import dataclass, replace

from mat_desktop.facilitation.agreement.terms import AgreementTerms, blank_terms, terms_now
from mat_desktop.facilitation.names import Names
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.printed.head import Head, OrderedSheet, head
from mat_desktop.facilitation.shown.dates import short
from mat_desktop.facilitation.standing import Standing
from mat_desktop.workshop.sheets import BLANK_AGREEMENTS


@dataclass(frozen=True)
class AgreementSheet:
    """One copy of an agreement. `holder` keeps it, and the others write their numbers on it."""

    head: Head
    terms: AgreementTerms
    holder: str


def agreement(_rows: Rows, standing: Standing, names: Names, ordered: OrderedSheet, code: str) -> AgreementSheet:
    """The agreement of one partnership as it was signed or as it is drafted; blank ones are for two, two and three."""
    if ordered.key > 0:
        terms = _named(terms_now(standing, ordered.key), names)
    else:
        terms = blank_terms(standing, BLANK_AGREEMENTS[(-ordered.key - 1) % len(BLANK_AGREEMENTS)])
    holder = names.of(ordered.holder) if ordered.holder else ""
    owner = f"{holder}’s copy" if holder else "one copy each"
    trial = terms.trial_ends
    return AgreementSheet(
        head(standing.workshop, code, "Agreement", owner, f"{short(trial)} {trial.year}"), terms, holder
    )


def _named(terms: AgreementTerms, names: Names) -> AgreementTerms:
    """The terms with everybody named as the paper names people, those that were signed too."""
    voices = tuple(replace(voice, name=names.shortened(voice.name)) for voice in terms.voices)
    return replace(terms, names=tuple(names.shortened(name) for name in terms.names), voices=voices)
