"""How follow-ups stand, and what became of partnerships."""

from mat_desktop.workshop.followup import FollowUpState, Story

STATES: dict[FollowUpState, str] = {
    FollowUpState.DUE: "due",
    FollowUpState.DONE: "done",
    FollowUpState.LATE: "late",
    FollowUpState.LOST: "could not reach",
}
STORIES: dict[Story, str] = {
    Story.TOGETHER: "together",
    Story.RE_PAIRED: "re-paired",
    Story.ENDED: "ended",
    Story.SILENT: "silent",
    Story.ON_HOLD: "on hold",
    Story.PARTNER_DIED: "partner died",
    Story.ONE_OF_THREE_DIED: "one of three died",
    Story.NEVER_PAIRED: "never paired",
}
