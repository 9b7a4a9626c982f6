"""What is told of the calls and of the meetings of the group."""

from typing import Any

from mat_desktop.facilitation.library.record.told import (
    Chapter,
    KeptKind,
    Whose,
    beneath,
    in_words,
    of_pairs,
    own,
    yes_or_no,
)
from mat_desktop.workshop.contact.alliance import ALLIANCE_ITEMS, AllianceCheck, AllianceRating
from mat_desktop.workshop.contact.calls import PrivateCall
from mat_desktop.workshop.contact.days import ContactDay, RecalledWeek, SettledDay, Source
from mat_desktop.workshop.contact.happenings import Happening
from mat_desktop.workshop.contact.meetings import Attendance, GroupMeeting
from mat_desktop.workshop.contact.protocol import RepairTalk
from mat_desktop.workshop.contact.schedule import FrequencyChange, Pause
from mat_desktop.workshop.promises import Promise

_TYPED = {"typed_on": "the day on which it was typed"}
_ITEMS = {item.key: item.words for item in ALLIANCE_ITEMS}


def _rated(whose: Whose, rating: Any) -> str:
    checks = whose.rows.all(AllianceCheck, participant_id=whose.person)
    day = next((in_words(c.happened_on) for c in checks if c.id == rating.check_id), "")
    return f"{day}, {_ITEMS.get(rating.item, rating.item).rstrip('.')}"


CALLS: tuple[KeptKind, ...] = (
    KeptKind(
        kind=ContactDay,
        part=Chapter.CALLS,
        find=own(ContactDay),
        fields={
            "mark": "",
            "minutes": "minutes",
            "step": "step done",
            "confidence": "sure of the next step, of 10",
            "reason": "because of",
            "with_whom": "with",
            "source": "told by",
        },
        says={"source": lambda _whose, day: "" if day.source is Source.SHEET else in_words(day.source)},
        hidden={"day": "stands before it", **_TYPED},
        folded=True,
    ),
    KeptKind(
        kind=RecalledWeek,
        part=Chapter.CALLS,
        find=own(RecalledWeek),
        fields={"talked": "Days on which you remember to have talked", "source": "from"},
        head=lambda _whose, week: f"The week of {in_words(week.monday)}",
        hidden={"monday": "stands over it", **_TYPED},
    ),
    KeptKind(
        kind=SettledDay,
        part=Chapter.CALLS,
        find=of_pairs(SettledDay),
        fields={"mark": "", "note": "How that was found out"},
        head=lambda _whose, settled: in_words(settled.day),
        notes=frozenset({"note"}),
        hidden={"day": "stands over it"},
    ),
    KeptKind(
        kind=Pause,
        part=Chapter.CALLS,
        find=of_pairs(Pause),
        fields={"why": "", "first_day": "from", "last_day": "until"},
        head=lambda _whose, _pause: "No calls",
    ),
    KeptKind(
        kind=FrequencyChange,
        part=Chapter.CALLS,
        find=of_pairs(FrequencyChange),
        fields={"frequency": "Calls", "from_day": "from"},
    ),
    KeptKind(
        kind=AllianceCheck,
        part=Chapter.CALLS,
        find=own(AllianceCheck),
        fields={"happened_on": "You rated the calls on"},
        hidden=_TYPED,
    ),
    KeptKind(
        kind=AllianceRating,
        part=Chapter.CALLS,
        find=beneath(own(AllianceCheck), "ratings"),
        fields={"value": "Your rating, of 10"},
        head=_rated,
        says={"value": lambda _whose, rating: str(rating.value)},
        hidden={"item": "stands over it"},
    ),
    KeptKind(
        kind=PrivateCall,
        part=Chapter.CALLS,
        find=own(PrivateCall),
        fields={"kind": "The facilitator phoned you", "happened_on": "on", "wish": "Your wish", "note": "Her note"},
        notes=frozenset({"note"}),
        hidden=_TYPED,
    ),
    KeptKind(
        kind=RepairTalk,
        part=Chapter.CALLS,
        find=of_pairs(RepairTalk),
        fields={
            "planned_on": "A talk to clear the air, on",
            "at_time": "at",
            "place": "place",
            "held_on": "held on",
            "outcome": "outcome",
            "change": "what you two changed",
            "check_on": "to be looked at on",
            "helped": "It helped",
        },
        says={"helped": yes_or_no("helped")},
        hidden=_TYPED,
    ),
    KeptKind(
        kind=Happening,
        part=Chapter.CALLS,
        find=own(Happening),
        fields={
            "happened_on": "On",
            "kind": "",
            "tie": "namely",
            "words": "Note of the facilitator",
            "may_pass_on": "May be passed on",
        },
        notes=frozenset({"words"}),
        hidden=_TYPED,
    ),
    KeptKind(
        kind=Promise,
        part=Chapter.CALLS,
        find=own(Promise),
        fields={
            "promised_on": "The facilitator promised a call on",
            "due_on": "for",
            "by_week": "within that week",
            "state": "It is",
            "attempts": "Days on which you were not reached",
            "tried_on": "last on",
            "closed_on": "done on",
        },
        hidden={
            "reason": "may tell what another person said or chose",
            "safety": "may tell of somebody else's safety",
            "instead": "may name another person",
            "instead_on": "the day of that",
        },
    ),
    KeptKind(
        kind=Attendance,
        part=Chapter.MEETINGS,
        find=own(Attendance),
        fields={"came": "", "gave": "Minutes of help that you gave", "got": "minutes that you got"},
        head=lambda whose, thing: in_words(whose.rows.get(GroupMeeting, thing.meeting_id).day),
        says={"gave": lambda _whose, thing: in_words(thing.gave), "got": lambda _whose, thing: in_words(thing.got)},
    ),
    KeptKind(
        kind=GroupMeeting,
        part=Chapter.MEETINGS,
        find=lambda whose: [
            *whose.rows.all(GroupMeeting, host_id=whose.person),
            *whose.rows.all(GroupMeeting, timekeeper_id=whose.person),
        ],
        fields={"host_id": "", "at_time": "at"},
        head=lambda _whose, meeting: in_words(meeting.day),
        says={
            "host_id": lambda whose, meeting: (
                "You were the host" if meeting.host_id == whose.person else "You kept the time"
            )
        },
        hidden={
            "day": "stands over it",
            "timekeeper_id": "told with the host",
            "lead": "about the group",
            "held": "about the group",
            **_TYPED,
        },
    ),
)
