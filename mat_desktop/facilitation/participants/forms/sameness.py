"""When two rows, or a row and somebody held, are one person: the name and a contact, never a contact alone."""

from collections.abc import Mapping

from mat_desktop.workshop.participants.calling import folded

_COMPARED, _FEWEST = 8, 7
"""The last digits of a number are the same with and without its country; fewer digits than this are no number."""


def same_name(a: str, b: str) -> bool:
    """Whether two spellings are one name."""
    return folded(a) == folded(b)


def digits(phone: str) -> str:
    """The digits by which two ways of writing one number are compared."""
    every = "".join(c for c in phone if c.isdecimal())
    return every[-_COMPARED:] if len(every) >= _FEWEST else every


def mailbox(email: str) -> str:
    """An e-mail address as it is compared."""
    return email.strip().casefold()


def contacts_of(facts: Mapping[str, str]) -> list[str]:
    """The address and the number of one person, as they are compared."""
    return [contact for contact in (mailbox(facts.get("email", "")), digits(facts.get("phone", ""))) if contact]


def shares_contact(email: str, phone: str, other_email: str, other_phone: str) -> bool:
    """Whether an e-mail address or a number is the same."""
    same_mail = bool(email) and mailbox(email) == mailbox(other_email)
    return same_mail or (bool(digits(phone)) and digits(phone) == digits(other_phone))


def contradicts(email: str, phone: str, other_email: str, other_phone: str) -> bool:
    """Whether both say how to be reached, and nothing of it is the same."""
    both = (email and other_email) or (phone and other_phone)
    return bool(both) and not shares_contact(email, phone, other_email, other_phone)
