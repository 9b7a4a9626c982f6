"""How days, talks, meetings and what happens in the half year are called."""

from mat_desktop.workshop.contact.days import Mark, Reason, Source, StepDone
from mat_desktop.workshop.contact.happenings import Happened, NewTie
from mat_desktop.workshop.contact.meetings import Came, Lead
from mat_desktop.workshop.contact.protocol import Asked, TalkOutcome
from mat_desktop.workshop.contact.schedule import ArmKind, Rest

MARKS: dict[Mark, str] = {
    Mark.TALKED: "talked",
    Mark.MESSAGE: "message only",
    Mark.NO_CALL: "no call",
    Mark.EXCUSED: "excused",
}
REASONS: dict[Reason, str] = {
    Reason.WORK: "work",
    Reason.FAMILY: "family",
    Reason.HEALTH: "health",
    Reason.LINE: "phone or line",
    Reason.FORGOT: "forgot",
    Reason.NOT_WANTED: "did not want to",
    Reason.OTHER: "other",
}
SOURCES: dict[Source, str] = {
    Source.SHEET: "sheet",
    Source.PHOTO: "photo",
    Source.PHONE: "phone",
    Source.PARTNER_SHEET: "partner's sheet",
    Source.MEETING: "at the meeting",
}
STEPS_DONE: dict[StepDone, str] = {
    StepDone.YES: "yes",
    StepDone.PARTLY: "partly",
    StepDone.NO: "no",
}
HAPPENED: dict[Happened, str] = {
    Happened.NEW_CONTACT: "new phone or address",
    Happened.SILENT: "has gone silent",
    Happened.STOPS: "wants to stop",
    Happened.TIE: "partners who are more than that now",
    Happened.DIED: "has died",
    Happened.OTHER: "something else",
}
TIES: dict[NewTie, str] = {
    NewTie.COUPLE: "a couple",
    NewTie.EMPLOYER: "employer and employee",
    NewTie.LENDER: "lender and borrower",
    NewTie.HOUSEMATES: "housemates",
}
CAME: dict[Came, str] = {
    Came.HERE: "here",
    Came.EXCUSED: "excused",
    Came.AWAY: "not here",
}
LEADS: dict[Lead, str] = {
    Lead.LED: "led",
    Lead.LEADERLESS: "without a leader",
}
ASKED: dict[Asked, str] = {
    Asked.REPAIR: "repair talk",
    Asked.ALONE: "phone each alone",
}
OUTCOMES: dict[TalkOutcome, str] = {
    TalkOutcome.AGREED: "one change agreed",
    TalkOutcome.NOT_SETTLED: "not settled",
    TalkOutcome.NOT_HELD: "did not take place",
}
ARMS: dict[ArmKind, str] = {
    ArmKind.DAILY: "daily",
    ArmKind.WEEKLY: "weekly",
    ArmKind.MEETINGS: "meetings only or rotating partner",
    ArmKind.WAIT_LIST: "wait list",
}
RESTS: dict[Rest, str] = {
    Rest.HOLIDAY: "holiday",
    Rest.ILLNESS: "illness",
    Rest.PAUSE: "pause",
}
