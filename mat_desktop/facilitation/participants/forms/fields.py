"""What a column of a registration form may mean."""

FIELD_TITLES: dict[str, str] = {
    "name": "Name",
    "given_name": "Given name",
    "family_name": "Family name",
    "called": "Called",
    "phone": "Phone",
    "email": "E-mail",
    "address": "Address",
    "languages": "Languages",
    "time_zone": "Time zone",
    "challenge": "Challenge, own words",
    "challenge_kind": "Kind of challenge",
    "windows": "When free",
    "access_note": "What helps (access)",
    "emergency_name": "Emergency contact",
    "emergency_phone": "Emergency phone",
    "consent_take_part": "Consent: take part",
    "consent_store": "Consent: store",
}
"""Each field, as it is called for people. `given_name` and `family_name` are joined to the name."""

CONSENT_FIELDS = ("consent_take_part", "consent_store")
PARTS_OF_A_NAME = ("given_name", "family_name")
OF_THE_NAME = frozenset({"name", *PARTS_OF_A_NAME})
SEVERAL = frozenset({"given_name", "family_name", "phone", "address", "windows"})
"""What may stand in several columns: parts of a name or an address, numbers of one person, the days of a grid."""

Columns = dict[str, tuple[int, ...]]
"""Which columns hold a field, by their numbers from 0."""
