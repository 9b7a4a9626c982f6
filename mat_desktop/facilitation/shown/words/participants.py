"""What is known of people, and when they are free."""

from mat_desktop.workshop.participants.participant import (
    DayKind,
    Gender,
    PartnerWish,
    PartOfDay,
    Presence,
    Registration,
    Talk,
)

DAY_KINDS: dict[DayKind, str] = {
    DayKind.WEEKDAYS: "weekdays",
    DayKind.WEEKEND: "weekend",
}
GENDERS: dict[Gender, str] = {
    Gender.WOMAN: "woman",
    Gender.MAN: "man",
    Gender.OTHER: "another",
}
PARTS_OF_DAY: dict[PartOfDay, str] = {
    PartOfDay.EARLY: "early",
    PartOfDay.MIDDAY: "midday",
    PartOfDay.EVENING: "evening",
    PartOfDay.LATE: "late",
}
PARTNER_WISHES: dict[PartnerWish, str] = {
    PartnerWish.WOMEN: "women only",
    PartnerWish.MEN: "men only",
}
PRESENCES: dict[Presence, str] = {
    Presence.EXPECTED: "expected",
    Presence.HERE: "here",
    Presence.LATE: "late",
    Presence.NOT_COMING: "not coming",
    Presence.LEFT: "left",
}
REGISTRATIONS: dict[Registration, str] = {
    Registration.INTERESTED: "interested",
    Registration.REGISTERED: "registered",
    Registration.CONFIRMED: "confirmed",
    Registration.WAITING: "waiting list",
    Registration.CANCELLED: "cancelled",
}
TALKS: dict[Talk, str] = {
    Talk.PHONE: "phone",
    Talk.RELAY: "text relay",
    Talk.IN_PERSON: "in person",
}
