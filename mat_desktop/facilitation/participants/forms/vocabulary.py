"""The words by which a column is known, in English, Spanish, German, French and Māori.

Whole words without capitals and accents. A column is known where all that is asked is one of these things; a heading
that holds a known word among others is offered, and not taken.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from mat_desktop.facilitation.participants.forms.heading import Heading
from mat_desktop.workshop.text import word_set


def _phrases(text: str) -> frozenset[tuple[str, ...]]:
    return frozenset(Heading(phrase).core for phrase in text.split("|"))


@dataclass(frozen=True)
class KnownBy:
    """How one field is known: by a phrase, or by one of the words with none but those that may stand beside it."""

    phrases: frozenset[tuple[str, ...]] = frozenset()
    words: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()

    def fits(self, heading: Heading) -> bool:
        """Whether this is all that the heading asks."""
        core = heading.core
        return core in self.phrases or bool(self.words.intersection(core) and self.words | self.beside >= set(core))

    def touches(self, heading: Heading) -> bool:
        """Whether one of its words stands in the heading."""
        own = self.words or {phrase[0] for phrase in self.phrases if len(phrase) == 1}
        return not own.isdisjoint(heading.words)


EMERGENCY = word_set(
    "emergency emergencies notfall notfallkontakt notfalltelefon notfallnummer urgence emergencia ohotata whawhatitata"
)
NUMBERS = word_set(
    "phone telephone mobile cell number tel telefon telefonnummer handy nummer telefono numero movil waea"
)
STRANGERS = word_set(
    "event company organisation organization organizer organiser buyer purchaser payer billing invoice user username "
    "userid id login account order ticket product item session workshop form survey file school employer business "
    "partner partners doctor gp doctors mother father parent child kin referrer spouse friend facilitator host sort "
    "person persons husband wife sister brother sibling daughter son guardian carer caregiver therapist counsellor "
    "counselor psychologist interpreter mentor sponsor supervisor manager colleague teacher referee maiden pet "
    "begleitperson betreuer betreuerin therapeut therapeutin personne accompagnant persona acompanante tutor "
    "phonetic yomi label type kontakt relationship registration collector fax ip web url website "
    "firma unternehmen veranstaltung kaufer besteller rechnung rechnungsadresse benutzer benutzername arzt arztin "
    "entreprise societe evenement acheteur facture facturation utilisateur medecin empresa evento comprador factura "
    "facturacion usuario medico kamupene pakihi takahanga kaihoko"
)
"""Whoever or whatever these are, they are not the person."""

KNOWN: dict[str, KnownBy] = {
    "called": KnownBy(
        _phrases(
            "called|preferred name|preferred first name|nickname|nick name|known as|also known as|name tag|nametag|"
            "name badge|badge name|name on badge|goes by|chosen name|name for your badge|name on your name tag|"
            "rufname|spitzname|prenom usuel|surnom|apodo|nombre preferido|nombre de uso|ingoa karanga"
        )
    ),
    "given_name": KnownBy(
        _phrases(
            "first name|given name|first names|given names|forename|forenames|firstname|fname|first|given|"
            "christian name|vorname|vornamen|prenom|prenoms|nombre de pila|primer nombre|nombres|nome proprio|"
            "voornaam|keresztnev|utonev|imie|ten|名|名字|이름|ingoa tuatahi|legal first name|name first"
        )
    ),
    "family_name": KnownBy(
        _phrases(
            "last name|family name|surname|surnames|lastname|lname|last|family|sur name|second name|nachname|"
            "familienname|zuname|nom de famille|apellido|apellidos|primer apellido|segundo apellido|cognome|sobrenome|"
            "achternaam|vezeteknev|csaladnev|nazwisko|ho|姓|姓氏|성|ingoa whanau|legal last name|name last|name family"
        )
    ),
    "name": KnownBy(
        _phrases(
            "participant|attendee|first and last name|name and surname|nombre y apellidos|nom et prenom|"
            "name vorname|nachname vorname|nom prenom|apellidos nombre|last name first name|"
            "surname first name|family name given name|"
            "prenom et nom|vor und nachname|vorname und nachname|wie heissen sie|wie heisst du|como te llamas|"
            "como se llama|comment vous appelez vous|comment t'appelles tu|ho va ten"
        ),
        word_set("name names fullname nom nombre ingoa naam nome vollname teilnehmername 姓名 名前 氏名 성명"),
        word_set(
            "full complete display whole legal vollstandiger voller complet completo katoa first last und vor nach"
        ),
    ),
    "email": KnownBy(
        words=word_set("email emailaddress emailadresse mailadresse mail courriel correo imera mel"),
        beside=word_set(
            "address adresse electronico electronique wahitau personal private primary home contact direccion"
        ),
    ),
    "phone": KnownBy(
        _phrases("contact number|contact no|best number|number to call|best number to call you on"),
        words=word_set(
            "phone telephone mobile cell cellphone phonenumber tel telefon telefonnummer handy handynummer mobil "
            "mobilnummer mobiltelefon rufnummer telefono movil celular portable waea waeapukoro pukoro whatsapp "
            "telefone telemovel telefoon telefoonnummer gsm cellulare puhelin telefonszam telefonnr natel"
        ),
        beside=word_set(
            "contacto n number numbers no nr nummer numero contact home daytime private primary nama tau best text sms"
        ),
    ),
    "address": KnownBy(
        _phrases("wahi noho|where do you live|wo wohnen sie|ou habitez vous|donde vive"),
        words=word_set(
            "address street adresse strasse anschrift postanschrift direccion domicilio wahitau kainga postal"
        ),
        beside=word_set("home mailing full formatted line noho wahi numero number hausnummer nr und correspondance"),
    ),
    "languages": KnownBy(
        words=word_set("language languages sprache sprachen langue langues idioma idiomas lengua lenguas reo"),
        beside=word_set(
            "spoken preferred other gesprochene sprechen parlees parlez habla hablas korero call calls talk"
        ),
    ),
    "time_zone": KnownBy(_phrases("time zone|timezone|zeitzone|fuseau horaire|zona horaria|rohe wa")),
    "challenge": KnownBy(
        _phrases(
            "challenge|goal|goals|my goal|what would you like to change|what do you want to change|"
            "what would you like to work on|challenge own words|your challenge in your own words|ziel|"
            "was mochten sie andern|was mochtest du andern|objectif|que voulez vous changer|objetivo|meta|"
            "que te gustaria cambiar|que le gustaria cambiar|whainga"
        )
    ),
    "challenge_kind": KnownBy(
        _phrases("kind of challenge|topic|challenge kind|type of challenge|thema|sujet|tema|kaupapa")
    ),
    "access_note": KnownBy(
        _phrases(
            "access|access needs|accessibility|accessibility needs|accessibility requirements|access requirements|"
            "support needs|do you have any access needs|do you have any accessibility needs|"
            "do you need anything to take part|what do you need to take part|what would help you take part|"
            "barrierefreiheit|unterstutzungsbedarf|besondere bedurfnisse|accessibilite|besoins d'accessibilite|"
            "accesibilidad|necesidades de accesibilidad|aheinga|hiahia aheinga"
        )
    ),
}
BEFORE_FAMILY = _phrases("tussenvoegsel|tussenvoegsels|voorvoegsel|namenszusatz|particule|family name prefix")
"""What stands before a family name and belongs to it, such as `van der`."""
_MOBILE = word_set(
    "mobile cell cellphone handy handynummer mobil mobilnummer mobiltelefon movil celular portable pukoro waeapukoro "
    "telemovel gsm cellulare natel"
)
ADDRESS_PARTS = KnownBy(
    words=word_set("city town suburb postcode zip ort plz stadt wohnort postleitzahl ville ciudad locality taone"),
    beside=word_set("code postal address adresse state province region country home mailing land pays pais name"),
)
"""What is part of an address where a street stands in another column."""

_CALL = word_set(
    "call address nennen ansprechen appeler llamar llamarte llamarle llamemos llamen llame llames karanga called"
)
_WHEN = word_set("when time times number phone day wann quand cuando hour hours")
_FREE_WHEN = word_set("when times time wann quand cuando days hours")
_FREE = word_set("free talk call calls available zeit libre libres frei disponible")
_AVAILABLE = word_set(
    "availability availabilities verfugbarkeit verfugbar disponibilite disponibilites disponibilidad disponible watea "
    "wateatanga"
)
_AGREE = word_set(
    "agree consent consents agreement zustimmung stimme einverstanden einwilligung accepte consens consentement "
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


def _is_called(heading: Heading) -> bool:
    words = set(heading.words)
    asks = {"should", "shall", "like", "wie", "comment", "como", "prefer", "want"} & words
    return bool(asks and _CALL & words and not _WHEN & words and not STRANGERS & words)


def _is_availability(heading: Heading) -> bool:
    words = set(heading.words)
    asked = _AVAILABLE & words or (_FREE_WHEN & words and _FREE & words) or words >= {"available", "when"}
    return bool(asked or words == {"available"}) and not heading.negated


def _is_consent_to(topic: frozenset[str], other: frozenset[str]) -> Callable[[Heading], bool]:
    def fits(heading: Heading) -> bool:
        words = set(heading.words)
        return bool(_AGREE & words and topic & words and not (other | _OTHER_CONSENT) & words and not heading.negated)

    return fits


ASKED: dict[str, Callable[[Heading], bool]] = {
    "consent_take_part": _is_consent_to(_TAKE_PART, _STORE),
    "consent_store": _is_consent_to(_STORE, _TAKE_PART - {"part"}),
    "called": _is_called,
    "windows": _is_availability,
}
"""Questions that are known by their words, in whatever order."""


def emergency_field(heading: Heading) -> str | None:
    """What of the emergency contact a column holds; nothing for all else that is asked about them. None: no such."""
    words = heading.every
    if not (EMERGENCY & words or words >= {"next", "kin"}):
        return None
    if "email" in words or "relationship" in words:
        return ""
    return "emergency_phone" if NUMBERS & words else "emergency_name"


def by_privacy(titles: Sequence[str], numbers: Iterable[int]) -> tuple[int, ...]:
    """Columns of phone numbers: those of mobile phones first, which nobody else answers, else in their order."""
    return tuple(sorted(numbers, key=lambda number: (_MOBILE.isdisjoint(Heading(titles[number][:400]).words), number)))


def strange(heading: Heading) -> bool:
    """Whether a heading is about somebody or something else than the person who registered.

    A remark in brackets counts where it names nobody else but them: `Phone (doctor)`.
    """
    words = set(heading.words)
    remark = set(heading.remark.core) if heading.remark else set()
    about_others = bool(words & STRANGERS) or (bool(remark) and remark <= STRANGERS)
    return about_others or (heading.negated and "no" not in words)
