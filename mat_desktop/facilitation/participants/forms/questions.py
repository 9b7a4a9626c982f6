"""What a heading asks by its words, in whatever order, and whether it asks about the person who registered."""

import re
from collections.abc import Callable

from mat_desktop.facilitation.participants.forms.heading import Heading, plain_words
from mat_desktop.facilitation.participants.forms.vocabulary import EMERGENCY, NUMBERS, RELATIVES, STRANGERS
from mat_desktop.workshop.participants.consent import WORDING, ConsentKind
from mat_desktop.workshop.text import word_set

_CALL = word_set(
    "call address nennen ansprechen appeler llamar llamarte llamarle llamemos llamen llame llames karanga called"
)
_WHEN = word_set("when time times number phone day wann quand cuando hour hours")
_FREE_WHEN = word_set("when times time wann quand cuando days hours")
_FREE = word_set("free talk call calls available zeit libre libres frei disponible")
_AVAILABLE = word_set(
    "availability availabilities verfugbarkeit verfugbar disponibilite disponibilites disponibilidad "
    "disponible watea "
    "wateatanga"
)
_AGREE = word_set(
    "agree consent consents agreement acceptez accepter consentez acepta aceptas aceptan "
    "zustimmen zustimmung stimme einverstanden einwilligung accepte consens consentement "
    "consiento acepto consentimiento autorizo whakaae"
)
_TAKE_PART = word_set(
    "part participate participation teilnehmen teilnahme teilzunehmen teil participer participation participar wahi"
)
_STORE = word_set(
    "store stored storage storing kept keep saved held data gespeichert speichern speicherung daten conserve "
    "conservees conservation donnees guarden guardar almacenar datos tiaki tiakina raraunga"
)
_OTHER_CONSENT = word_set(
    "photo photos picture pictures video newsletter marketing research study terms conditions privacy policy sms "
    "recording recorded fotos bilder studie forschung images recherche imagenes investigacion"
)


_TAKEN_BACK = word_set(
    "withdraw withdraws withdrawing withdrawn withdrawal revoke revokes refuse refuses decline declines object "
    "objects "
    "withhold untick uncheck opt widerrufe widerruf widerspreche widerspruch verweigere refuse retire retirer "
    "rechazo "
    "retiro revoco niego"
)
"""What turns a consent round."""
_ANOTHER_BEFORE = word_set("partner partners friend person persons buyer employer somebody someone")


def _about_another(heading: Heading, verbs: frozenset[str]) -> bool:
    """Whether it is somebody else who is asked about: named anywhere, or before what they are asked."""
    words = heading.words
    begins = next((place for place, word in enumerate(words) if word in verbs), len(words))
    return bool(RELATIVES & set(words)) or bool(_ANOTHER_BEFORE & set(words[:begins]))


def may_ask_consent(heading: Heading) -> bool:
    """Whether a heading speaks of consent in words that do not say to what."""
    words = set(heading.words)
    return bool({"agree", "consent"} & words) and not (heading.negated or _TAKEN_BACK & words)


def _is_called(heading: Heading) -> bool:
    words = set(heading.words)
    asks = {"should", "shall", "like", "wie", "comment", "como", "prefer", "want"} & words
    return bool(asks and _CALL & words and not _WHEN & words and not STRANGERS & words)


def _is_availability(heading: Heading) -> bool:
    words = set(heading.words)
    asked = _AVAILABLE & words or (_FREE_WHEN & words and _FREE & words) or words >= {"available", "when"}
    told = bool(asked or words == {"available"}) and not heading.negated
    return told and not _about_another(heading, _AVAILABLE | _FREE)


def _is_consent_to(kind: ConsentKind, topic: frozenset[str], other: frozenset[str]) -> Callable[[Heading], bool]:
    """Whether a heading asks for this consent: by the words of the sheet, which a form may repeat, or in its own."""
    own = plain_words(WORDING[kind].partition("{")[0])

    def fits(heading: Heading) -> bool:
        if heading.words[: len(own)] == own:
            return True
        words = set(heading.words)
        asked = _AGREE & words and topic & words and not (other | _OTHER_CONSENT | _TAKEN_BACK) & words
        return bool(asked) and not heading.negated and not _about_another(heading, _AGREE)

    return fits


ASKED: dict[str, Callable[[Heading], bool]] = {
    "consent_take_part": _is_consent_to(ConsentKind.TAKE_PART, _TAKE_PART, _STORE),
    "consent_store": _is_consent_to(ConsentKind.STORE, _STORE, _TAKE_PART - {"part"}),
    "called": _is_called,
    "windows": _is_availability,
}
"""Questions that are known by their words, in whatever order."""


_BESIDE_THE_CONTACT = word_set(
    "email relationship relation address adresse note notes remark remarks comment comments language date beziehung "
    "verhaltnis lien parente parentesco hinweis bemerkung"
)


def _in_short(heading: Heading) -> bool:
    """Whether it says “in case of emergency” or “next of kin” by its letters: `ICE phone`, `NOK`."""
    return heading.core[:1] in (("ice",), ("nok",)) and NUMBERS | {"name", "contact", "details"} >= set(
        heading.core[1:]
    )


def emergency_field(heading: Heading) -> str | None:
    """What of the emergency contact a column holds; nothing for all else that is asked about them. None: no such."""
    words = heading.every
    if not (any(word.startswith(EMERGENCY) for word in words) or words >= {"next", "kin"} or _in_short(heading)):
        return None
    if _BESIDE_THE_CONTACT & words:
        return ""
    return "emergency_phone" if NUMBERS & words else "emergency_name"


_NUMBERED = re.compile(
    r"\b(?:(?:guest|gast|invite|invitee|companion|child)\W{0,2}\d|"
    r"(?:attendee|participant|person|registrant|delegate|member|teilnehmer(?:in)?|p)\W{0,2}(?:[2-9]|1\d)\b)",
    re.IGNORECASE,
)
"""One of several people in one row; the first of them is the person of that row, unless they are somebody's guests."""


def strange(heading: Heading) -> bool:
    """Whether a heading is about somebody or something else than the person who registered.

    A remark in brackets counts where it names nobody else but them: `Phone (doctor)`.
    """
    words = set(heading.words)
    remark = set(heading.remark.core) if heading.remark else set()
    about_others = bool(words & STRANGERS or _NUMBERED.search(heading.text)) or (bool(remark) and remark <= STRANGERS)
    return about_others or (heading.negated and "no" not in words)
