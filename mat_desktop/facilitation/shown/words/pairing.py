"""What keeps two people apart."""

from mat_desktop.workshop.pairing.rules import Limit

LIMITS: dict[Limit, str] = {
    Limit.PRIVATE: "private limits",
    Limit.APART: "kept apart",
    Limit.LANGUAGE: "no shared language",
    Limit.TIME: "no shared call time on enough days",
    Limit.TALKING: "no shared way of talking",
}
