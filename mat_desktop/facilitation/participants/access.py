"""What somebody needs so that they can take part, in one line for the facilitator."""

from mat_desktop.facilitation.standing import Standing
from mat_desktop.workshop.participants.participant import Participant

NEEDS = {
    "access_reading": "large print or reading aloud",
    "access_hearing": "hearing",
    "access_language": "language",
    "access_no_phone": "no phone of their own",
}


def needs_of(person: Participant) -> str:
    """What one person needs, in words; empty where nothing was said."""
    said = [words for flag, words in NEEDS.items() if getattr(person, flag)]
    note = [person.access_note.strip().replace("\n", " ")] if person.access_note.strip() else []
    return ", ".join([*said, *note])


def access_line(standing: Standing) -> str:
    """Who needs which help, by table number and without a name; empty where nobody does."""
    people = sorted(standing.coming, key=lambda p: p.table_number)
    return "; ".join(f"{p.table_number}: {needs}" for p in people if (needs := needs_of(p)))
