"""What each control may do: a table from the parts of the window, and the words on a control, to kinds of deeds.

It is written by hand, from what a facilitator reads on the control. A deed of another kind than the control under the
hand names is a stray, also in the right room and about the right person.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from mat_desktop.workshop.journey import Step
from tests.contract.hand import named

_ANSWER = ("responses.answer", "safety.open")
"""An answer about a crisis or a danger opens a card beside it."""
_FOLLOW_UP = ("followup.level", "followup.answer", "followup.response", "safety.open")
_CONSENT = ("participants.answer", "participants.stops", "library.ask_erasure", "library.call_off_erasure")
"""Taking back a yes asks for one of three roads; the last leads to erasing."""
_OF_A_PROMISE: dict[str, tuple[str, ...]] = {
    "Talked": ("promises.keep",),
    "No answer": ("promises.tried",),
    "Another day": ("promises.move", "promises.call_off"),
    "Try again today": ("promises.decide",),
    "Phone the person they named": ("promises.decide",),
    "Phone the emergency number": ("promises.decide",),
    "Talk with": ("promises.decide",),
}
_NUMBERS = range(1, 5)
"""So many crisis contacts have a line each."""
MEANS: dict[str, dict[str, tuple[str, ...]]] = {
    "CallRow": _OF_A_PROMISE,
    "AnotherDay": {"No call is needed": ("promises.call_off",), "": ("promises.move",)},
    "ContactLine": {"Promise a call": ("promises.give",)},
    "CallSheetDialog": {"": ("promises.keep", "promises.tried", "contact.call")},
    "LossDialog": {"": ("library.loss",)},
    "RecordDialog": {
        "They ask": ("participants.ask_record",),
        "Answered": ("participants.answer_record",),
        "": ("participants.correct", "participants.take_back_correction"),
    },
    "ConsentSheets": {
        "I hold all missing sheets": ("participants.signed",),
        "": ("participants.answer", "participants.at_home"),
    },
    "Keeping": {"I looked it up today": ("setup.authority_checked",), "": ("setup.change",)},
    "RunSheetTable": {
        "Five minutes": ("setup.shorten_block",),
        "Drop": ("setup.drop_block",),
        "Take in": ("setup.drop_block",),
        "The day begins": ("setup.begins_at",),
        "Add a part": ("setup.add_block",),
        "": ("setup.start_block",),
    },
    "PartOfTheDay": {
        "Minutes": ("setup.shorten_block",),
        "Part of the day": ("setup.rename_block",),
        "Page to have open": ("setup.block_page",),
        "May be left out": ("setup.block_needed",),
        "Repeat": ("setup.repeat_block",),
        "Remove": ("setup.remove_block",),
        "": ("setup.move_block",),
    },
    "StudyBox": {
        "This workshop is part of a study": ("contact.study",),
        "None: this is no research": ("study.approval",),
        "": ("contact.study", "contact.arm_label", "study.approval"),
    },
    "PlanBox": {"": ("study.seal_plan",)},
    "Safety": {
        **{f"Number {place} is for danger": ("safety.contact_role",) for place in _NUMBERS},
        "": ("setup.change", "safety.contacts", "safety.checked", "setup.measure", "instruments.load"),
    },
    "SetupPage": {
        "Add follow-up": ("setup.add_point",),
        "Another follow-up": ("setup.add_point",),
        "Remove": ("setup.remove_point",),
        "The one measure": ("setup.headline",),
        "": ("setup.change", "setup.meeting"),
    },
    "PersonForm": {
        "Agrees": _CONSENT,
        "No: on paper only": ("participants.answer",),
        "Answers without the name": ("participants.answer",),
        "May be asked": ("participants.answer",),
        "The emergency contact may": ("participants.answer",),
        "": ("participants.change", "participants.window"),
    },
    "CheckIn": {"": ("checkin.mark", "checkin.walk_in")},
    "DoorListView": {"": ("closing.tick", "closing.phone", "closing.day_tick", "closing.close")},
    "ParticipantsPage": {"Participants": ("participants.remove",), "": ("participants.add",)},
    "ActionBar": {
        "Remove": ("participants.remove", "goals.remove"),
        "Erase": ("library.ask_erasure", "library.call_off_erasure"),
        "Import": ("participants.import",),
        "Couple": ("pairing.couple", "pairing.no_couple"),
        "Suggest": ("pairing.propose",),
        "Another idea": ("pairing.propose",),
        "Second goal": ("goals.add",),
        "Confirm pairs": ("pairing.confirm",),
        "Everybody": ("pairing.all_yes",),
        "Signed": ("agreement.sign",),
        "Change the terms": ("agreement.amend",),
        "Finish the workshop": ("setup.finish",),
        "Open it again": ("setup.reopen",),
    },
    "Header": {"Shared project": ("goals.add_shared",)},
    "ImportDialog": {"": ("participants.import",)},
    "EraseDialog": {"": ("library.ask_erasure", "library.call_off_erasure")},
    "EraseWorkshopDialog": {"": ("library.ask_erasing_workshop", "library.call_off_erasing_workshop")},
    "Decisions": {"": ("screening.decide",)},
    "FormSheet": {"": (*_ANSWER, "responses.second", *_FOLLOW_UP, "contact.rate", "contact.check")},
    "TalkPanel": {
        "Day of the talk": ("screening.date",),
        "How it was held": ("screening.mode",),
        "Read aloud": ("participants.answer",),
        "Working note": ("screening.note",),
    },
    "Sheets": {"": ("responses.settle", "responses.date", "responses.second")},
    "SafetyDialog": {"": ("safety.open", "safety.act")},
    "BallotTable": {"": ("pairing.ballot", "pairing.ballot_row", "pairing.similarity")},
    "AdjustPanel": {"": ("pairing.weigh", "pairing.avoid")},
    "TiesView": {"": ("pairing.keep_apart", "pairing.allow", "pairing.couple", "pairing.no_couple", "pairing.opt_in")},
    "RoundsView": {"": ("pairing.rounds",)},
    "TellingView": {"": ("pairing.reply", "pairing.all_yes")},
    "EndDialog": {"": ("pairing.end",)},
    "AskDialog": {"": ("pairing.waits", "pairing.take_part")},
    "EffectPanel": {"": ("pairing.swap", "pairing.take_out", "pairing.put_together", "pairing.join")},
    "BoardView": {"Lock": ("pairing.lock",), "Unlock": ("pairing.lock",)},
    "PairingPage": {
        "Suggest": ("pairing.propose",),
        "Confirm pairs": ("pairing.confirm",),
        "Use": ("pairing.propose",),
    },
    "Stair": {"": ("goals.level", "goals.flags")},
    "Stairs": {"": ("goals.level", "goals.flags")},
    "GoalForm": {
        "It could also get worse": ("goals.worse",),
        "If": ("goals.plan",),
        "then": ("goals.plan",),
        "": ("goals.change", "goals.plan", "goals.suggest_steps", "goals.revise"),
    },
    "GoalRound": {
        "": (
            *("goals.idea", "goals.keep_idea", "goals.word_idea", "goals.remove_idea", "goals.turn"),
            *("goals.pause_turn", "goals.more_time", "goals.end_turn"),
        )
    },
    "GoalRoom": {
        "": ("goals.room_begin", "goals.room_pause", "goals.room_more", "goals.room_next", "goals.room_end"),
    },
    "GoalsPage": {"Remove": ("goals.remove",), "": ("goals.add", "goals.add_shared", "goals.revise")},
    "Voices": {"": ("agreement.voice", "agreement.signature")},
    "UsualWords": {"": ("agreement.usual",)},
    "AgreementPage": {
        "Signed": ("agreement.sign",),
        "New terms": ("agreement.amend",),
        "": ("agreement.change",),
    },
    "LogTable": {"": ("contact.mark", "contact.mark_many")},
    "DayPanel": {"": ("contact.settle", "contact.detail", "contact.recall", "contact.mark")},
    "AllianceEntry": {"": ("contact.check", "contact.rate", "contact.no_check")},
    "TakeIn": {"": ("contact.mark", "contact.mark_many", "contact.fill", "contact.from_partner")},
    "PictureView": {
        "Keep this page": ("contact.picture", "sheets.picture", "participants.picture", "promises.picture")
    },
    "RepairCard": {"": ("contact.arrange", "contact.talk", "contact.no_talk")},
    "CallsView": {
        "End it": ("pairing.end",),
        "They go on": ("pairing.trial_passed",),
        "": ("contact.call",),
    },
    "MeetingsView": {
        "": (
            *("contact.plan_meetings", "contact.add_meeting", "contact.meeting", "contact.remove_meeting"),
            "contact.attend",
        )
    },
    "AgreedDaysDialog": {
        "": ("contact.pause", "contact.no_pause", "contact.rhythm", "contact.no_rhythm", "contact.together"),
    },
    "HappenedDialog": {"": ("contact.happened",)},
    "MeetingCheckIn": {"": ("followup.came", "followup.looked_at", "followup.no_more")},
    "SheetBody": {"": _FOLLOW_UP},
    "PartBox": {"": ("followup.left_empty", *_FOLLOW_UP)},
    "FollowUpSheet": {
        "": ("followup.left_empty", "followup.date", "followup.attempt", "followup.lost", "contact.call"),
    },
    "ArmsView": {"": ("study.seal", "study.reveal", "study.unblind")},
    "PoolPage": {"": ("study.take_in", "study.leave_out")},
    "OutcomesPage": {"All agreed": ("outcomes.group_agreed",), "Research data": ("research.export",)},
    "LaterDialog": {"": ("today.put_off",)},
    "DueList": {"": ("today.tried", "today.done", "today.unreachable", "followup.attempt", "followup.lost")},
    "PrintPage": {"": ("sheets.print", "sheets.places")},
    "CodeDialog": {"": ("sheets.claim",)},
    "Picking": {"": ("sheets.claim",)},
}
"""By the part of the window that holds a control, from the innermost; in it by how the name of the control begins."""
ENTRIES: dict[str, tuple[str, ...]] = {
    "They go on after the trial": ("pairing.trial_passed",),
    "Pause": ("pairing.pause",),
    "Let it go on": ("safety.go_on",),
    "End this partnership": ("pairing.end",),
    "Take out": ("pairing.take_out",),
    "Lock": ("pairing.lock",),
    "Look for a partner again": ("pairing.back",),
    "Waits": ("pairing.waits",),
    "Goes home": ("pairing.goes_home",),
    "I take part myself": ("pairing.take_part",),
    "I no longer take part": ("pairing.steps_back",),
    "This is now": ("goals.flags",),
    "This is hoped for": ("goals.flags",),
    "Not answered": (*_ANSWER, *_FOLLOW_UP, "responses.second"),
    "Cannot be read": (*_ANSWER, *_FOLLOW_UP, "responses.second"),
    "Would rather not say": (*_ANSWER, *_FOLLOW_UP, "responses.second"),
    "Take the answer back": (*_ANSWER, *_FOLLOW_UP, "responses.second"),
}
"""What the entries of menus do; an entry that is a person's name carries out the move of its menu."""
MOVES = ("pairing.swap", "pairing.put_together", "pairing.join")

DROPS: dict[str, tuple[str, ...]] = {
    " swap": ("pairing.swap",),
    " takes the place of ": ("pairing.swap",),
    "A new pair": ("pairing.put_together",),
    "A group of three": ("pairing.join",),
    " is taken out": ("pairing.take_out",),
}
"""What a drop does, by what the board says that it would do; where it says nothing a drop does nothing."""

ROOMS: Mapping[Step | None, frozenset[str]] = {
    None: frozenset({"today", "followup", "contact", "setup"}),
    Step.SETUP: frozenset({"setup", "safety", "contact", "instruments", "study"}),
    Step.PARTICIPANTS: frozenset({"participants", "checkin", "closing", "library"}),
    Step.SCREENING: frozenset({"screening", "responses", "safety", "participants", "pairing"}),
    Step.PAIRING: frozenset({"pairing", "safety"}),
    Step.GOALS: frozenset({"goals"}),
    Step.AGREEMENT: frozenset({"agreement"}),
    Step.CONTACT: frozenset({"contact", "pairing", "safety"}),
    Step.SIX_MONTHS: frozenset({"followup", "responses", "safety", "contact"}),
    Step.ONE_YEAR: frozenset({"followup", "responses", "safety", "contact"}),
    Step.OUTCOMES: frozenset({"outcomes", "study", "research"}),
}
"""What can be done on each page, as the kinds of deeds begin; None is Today."""
ANYWHERE = frozenset({"sheets", "promises"})
"""Printing has a page of its own; sheets are found by their code, and people with their calls, from every page."""


@dataclass(frozen=True, kw_only=True)
class Control:
    """A control as it was before the hand did something: its name, and the parts of the window around it."""

    name: str
    around: tuple[str, ...]
    entry: str = ""
    """The entry of a menu that was under the hand."""


def control(widget: QWidget | None, entry: str = "") -> Control:
    """What stands under the hand, or has the keyboard."""
    around: list[str] = []
    part = widget
    while part is not None:
        around += [kind.__name__ for kind in type(part).__mro__ if kind.__name__ in MEANS]
        part = part.parentWidget()
    return Control(name=words_of(widget), around=tuple(around), entry=entry)


def words_of(widget: QWidget | None) -> str:
    """What a control is called, without the class that makes it."""
    return named(widget).partition("“")[2].removesuffix("”") if widget is not None else ""


def means(one: Control) -> frozenset[str]:
    """The kinds of deeds that a control names."""
    if one.entry:
        found = next((deeds for words, deeds in ENTRIES.items() if one.entry.startswith(words)), MOVES)
        return frozenset(found)
    for part in one.around:
        ways = MEANS[part]
        beginning = next((words for words in ways if words and one.name.startswith(words)), "")
        if beginning in ways:
            return frozenset(ways[beginning])
    return frozenset()


def dropping(shown: str) -> frozenset[str]:
    """The kinds of deeds that a drop may do, by the words that stand below the board while somebody is dragged."""
    return frozenset(deed for words, deeds in DROPS.items() if words in shown for deed in deeds)


def told(deeds: Iterable[str]) -> str:
    """How a stray says what a control could have done."""
    return ", ".join(sorted(deeds)) or "nothing that is kept"
