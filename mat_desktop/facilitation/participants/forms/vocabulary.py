"""The words by which a column is known, in English, Spanish, German, French and Māori.

Whole words without capitals and accents. A column is known where all that is asked is one of these things; a heading
that holds a known word among others is offered, and not taken.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mat_desktop.facilitation.participants.forms.heading import Heading
from mat_desktop.facilitation.participants.forms.order import EITHER_FIRST, FAMILY_FIRST
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


EMERGENCY = ("emergenc", "notfall", "urgence", "ohotata", "whawhatitata", "noodgeval", "emergenza")
"""How words for it begin, in whatever case or compound they stand."""
NUMBERS = word_set(
    "phone telephone mobile cell number tel telefon telefonnummer handy nummer telefono numero movil waea"
)
RELATIVES = word_set(
    "doctor gp doctors mother father parent parents child kin spouse husband wife sister brother sibling "
    "daughter son "
    "guardian carer caregiver therapist counsellor counselor psychologist interpreter mentor sponsor "
    "supervisor manager "
    "teacher referee referrer tutor betreuer betreuerin therapeut therapeutin arzt arztin medecin medico "
    "acompanante erziehungsberechtigte elternteil tuteur parental"
)
"""Somebody else, in whatever sentence they stand."""
STRANGERS = RELATIVES | word_set(
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
            "voornaam|keresztnev|utonev|imie|ten|fornamn|fornavn|etunimi|krestni jmeno|ad|adi|prenume|ime|名|名字|"
            "이름|ingoa tuatahi|legal first name|name first"
        )
    ),
    "family_name": KnownBy(
        _phrases(
            "last name|family name|surname|surnames|lastname|lname|last|family|sur name|second name|nachname|"
            "familienname|zuname|nom de famille|apellido|apellidos|primer apellido|segundo apellido|cognome|"
            "sobrenome|"
            "achternaam|vezeteknev|csaladnev|nazwisko|ho|efternamn|efternavn|etternavn|sukunimi|prijmeni|soyad|"
            "soyadi|priezvisko|prezime|фамилия|прізвище|επωνυμο|姓|姓氏|성|ingoa whanau|legal last name|name last|"
            "name family"
        )
    ),
    "name": KnownBy(
        FAMILY_FIRST
        | EITHER_FIRST
        | _phrases(
            "participant|attendee|invitee|registrant|client|teilnehmer|teilnehmerin|participante|"
            "first and last name|first name and last name|name and surname|"
            "first name and surname|"
            "given and family name|given name and family name|nombre y apellidos|nombre y apellido|"
            "nombres y apellidos|"
            "prenom et nom|prenoms et nom|vor und nachname|vorname und nachname|vor und zuname|vorname und zuname|"
            "vorname nachname|vorname name|prenom nom|nombre apellidos|first name last name|nome e cognome|"
            "nome cognome|imie i nazwisko|ad soyad|adi soyadi|adiniz soyadiniz|fornamn och efternamn|"
            "for och efternamn|for og etternavn|wie heissen sie|wie heisst du|como te llamas|"
            "como se llama|comment vous appelez vous|comment t'appelles tu|ho va ten"
        ),
        word_set(
            "name names fullname nom nombre ingoa naam nome namn navn nimi isim jmeno vollname teilnehmername "
            "имя фио όνομα ονομα ονοματεπωνυμο 姓名 名前 氏名 お名前 성명"
        ),
        word_set("full complete display whole legal vollstandiger voller complet completo katoa"),
    ),
    "email": KnownBy(
        _phrases(
            "e post|e postadress|e postadresse|e posta|e posta adresi|e mailadres|correio eletronico|"
            "posta elettronica|"
            "электронная почта|адрес электронной почты"
        ),
        word_set(
            "email emailaddress emailadresse mailadresse mailadres mail courriel correo imera mel epost eposta "
            "epostadress "
            "sahkoposti sahkopostiosoite почта 邮箱 电子邮件 电子邮箱 メール メールアドレス 이메일"
        ),
        word_set(
            "address adresse electronico electronique wahitau personal private primary home contact direccion "
            "indirizzo endereco adres adresa"
        ),
    ),
    "phone": KnownBy(
        _phrases("contact number|contact no|best number|number to call|best number to call you on"),
        words=word_set(
            "phone telephone mobile cell cellphone phonenumber tel telefon telefonnummer handy handynummer mobil "
            "mobilnummer mobiltelefon rufnummer telefono movil celular portable waea waeapukoro pukoro whatsapp "
            "telefone telemovel telefoon telefoonnummer gsm cellulare puhelin puhelinnumero matkapuhelin telefonszam "
            "telefonnr natel ph mob tlf tlfn tfno mobilnr handynr telefonu telefoni mobiel mobieltje telefonum "
            "телефон "
            "тел τηλεφωνο κινητο 电话 电话号码 手机 手机号 手机号码 联系电话 電話 電話番号 携帯電話 전화번호 휴대폰"
        ),
        beside=word_set(
            "contacto n number numbers no nr nummer numero contact home daytime private primary nama tau best "
            "text sms "
            "numer cislo номер αριθμος di"
        ),
    ),
    "address": KnownBy(
        _phrases("wahi noho|where do you live|wo wohnen sie|ou habitez vous|donde vive"),
        words=word_set(
            "address street adresse strasse anschrift postanschrift direccion domicilio wahitau kainga postal "
            "indirizzo "
            "endereco morada adres adress adresa straat rue calle osoite адрес"
        ),
        beside=word_set(
            "home mailing full formatted line noho privat prive particular wahi numero number hausnummer "
            "nr und correspondance"
        ),
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
    "telemovel gsm cellulare natel mob mobiel mobilnr handynr matkapuhelin κινητο 手机 手机号 手机号码 携帯電話 휴대폰"
)
ADDRESS_PARTS = KnownBy(
    _phrases(
        "house number|house no|house nr|street number|street no|hausnr|haus nr|hnr|apartment|apt|flat|"
        "flat number|unit number|state"
    ),
    word_set(
        "city town suburb postcode zip ort plz stadt wohnort postleitzahl ville ciudad locality taone hausnummer "
        "huisnummer county province provincia country land pays pais region bundesland kanton canton comune "
        "citta cap "
        "woonplaats gemeinde commune localidad cidade bairro"
    ),
    word_set("code postal address adresse state province region country home mailing land pays pais name"),
)
"""What is part of an address where a street stands in another column."""


def by_privacy(titles: Sequence[str], numbers: Iterable[int]) -> tuple[int, ...]:
    """Columns of phone numbers: those of mobile phones first, which nobody else answers, else in their order."""
    return tuple(sorted(numbers, key=lambda number: (_MOBILE.isdisjoint(Heading(titles[number][:400]).words), number)))
