"""Who works with this library: the name and the number with which new workshops begin."""

import json
from dataclasses import dataclass

from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.ports import Fact
from mat_desktop.workshop.text import clean_name


@dataclass(frozen=True, kw_only=True)
class WhoLeads:
    """As participants read it on their papers; nothing where it was not said."""

    name: str = ""
    phone: str = ""


NOT_SAID = WhoLeads()


def facilitator(desk: Desk) -> WhoLeads:
    """Who works here, as it was typed last. It is about a person, so it lies in the library and nowhere else."""
    try:
        told = json.loads(desk.fact(Fact.FACILITATOR) or "{}")
        return WhoLeads(name=str(told.get("name", "")), phone=str(told.get("phone", "")))
    except (ValueError, AttributeError):
        return WhoLeads()


def keep_facilitator(desk: Desk, name: str, phone: str) -> str:
    """Keep name and number for workshops that are set up from now on. The refusal where the disk is full, or nothing.

    Workshops that are there already stay as they are.
    """
    told = {"name": clean_name(name), "phone": clean_name(phone)}
    return desk.hold(Fact.FACILITATOR, json.dumps(told, ensure_ascii=False))
