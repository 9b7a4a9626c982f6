"""The instruments that are pages of the program's own, by id."""

READINESS, RULERS = "readiness", "rulers"
ALLIANCE, COMPLAINTS = "alliance-check", "target-complaints"
ALL = frozenset({READINESS, RULERS, ALLIANCE, COMPLAINTS})
"""Instruments that have their place in a step of their own; the others are chosen in set-up."""
