"""Every kind of deed there is: how the journal calls it, its words after "Undo", and whether an undo takes it back."""

from dataclasses import dataclass
from enum import Enum, unique


@dataclass(frozen=True)
class DeedFacts:
    """How the journal calls a kind of deed, its words, and whether an undo takes it back.

    A `key` stands in journals for good and is never written otherwise. In the `words`, which stand after "Undo",
    `{people}` is whoever the deed is about. `undoable` is False for what no undo can take back, such as printing.
    """

    key: str
    words: str
    undoable: bool = True


@unique
class DeedKind(Enum):
    """The kinds of deeds, room by room, each named after its key; `@deed` takes one of them and nothing else."""

    SETUP_START_BLOCK = DeedFacts("setup.start_block", "starting a part of the day")
    SETUP_SHORTEN_BLOCK = DeedFacts("setup.shorten_block", "changing the length of a part of the day")
    SETUP_DROP_BLOCK = DeedFacts("setup.drop_block", "dropping a part of the day")
    SETUP_BEGINS_AT = DeedFacts("setup.begins_at", "when the day begins")
    SETUP_RENAME_BLOCK = DeedFacts("setup.rename_block", "renaming a part of the day")
    SETUP_BLOCK_PAGE = DeedFacts("setup.block_page", "which page a part of the day opens")
    SETUP_BLOCK_NEEDED = DeedFacts("setup.block_needed", "whether a part of the day may be left out")
    SETUP_ADD_BLOCK = DeedFacts("setup.add_block", "adding a part of the day")
    SETUP_REPEAT_BLOCK = DeedFacts("setup.repeat_block", "repeating a part of the day")
    SETUP_MOVE_BLOCK = DeedFacts("setup.move_block", "moving a part of the day")
    SETUP_REMOVE_BLOCK = DeedFacts("setup.remove_block", "removing a part of the day")
    SETUP_CREATE = DeedFacts("setup.create", "setting up the workshop")
    SETUP_REPEAT = DeedFacts("setup.repeat", "setting up a workshop like another")
    SETUP_FINISH = DeedFacts("setup.finish", "finishing the workshop")
    SETUP_REOPEN = DeedFacts("setup.reopen", "opening the workshop again")
    SETUP_CHANGE = DeedFacts("setup.change", "changing the workshop")
    SETUP_MEASURE = DeedFacts("setup.measure", "the questionnaires of the workshop")
    SETUP_HEADLINE = DeedFacts("setup.headline", "the headline measure")
    SETUP_MEETING = DeedFacts("setup.meeting", "changing a meeting date")
    SETUP_AUTHORITY_CHECKED = DeedFacts("setup.authority_checked", "having looked up the authority")
    SETUP_ADD_POINT = DeedFacts("setup.add_point", "adding a follow-up point")
    SETUP_REMOVE_POINT = DeedFacts("setup.remove_point", "removing a follow-up point")

    PARTICIPANTS_ADD = DeedFacts("participants.add", "adding {people}")
    PARTICIPANTS_CHANGE = DeedFacts("participants.change", "changing {people}")
    PARTICIPANTS_CONSENT = DeedFacts("participants.consent", "a consent of {people}")
    PARTICIPANTS_ANSWER = DeedFacts("participants.answer", "what {people} answered about consent")
    PARTICIPANTS_SIGNED = DeedFacts("participants.signed", "the signed sheets of {people}")
    PARTICIPANTS_PICTURE = DeedFacts("participants.picture", "what was read from the consent sheet of {people}")
    PARTICIPANTS_AT_HOME = DeedFacts("participants.at_home", "what {people} chose for papers at home")
    PARTICIPANTS_STOPS = DeedFacts("participants.stops", "the stopping of {people}")
    PARTICIPANTS_WINDOW = DeedFacts("participants.window", "changing when {people} is free")
    PARTICIPANTS_REMOVE = DeedFacts("participants.remove", "removing {people}")
    PARTICIPANTS_IMPORT = DeedFacts("participants.import", "importing {people}")
    PARTICIPANTS_ASK_RECORD = DeedFacts("participants.ask_record", "a request of {people}")
    PARTICIPANTS_ANSWER_RECORD = DeedFacts("participants.answer_record", "having answered a request of {people}")
    PARTICIPANTS_CORRECT = DeedFacts("participants.correct", "a statement of correction of {people}")
    PARTICIPANTS_TAKE_BACK_CORRECTION = DeedFacts(
        "participants.take_back_correction", "taking back a statement of correction of {people}"
    )

    CHECKIN_MARK = DeedFacts("checkin.mark", "the check-in of {people}")
    CHECKIN_WALK_IN = DeedFacts("checkin.walk_in", "adding {people} at the door")

    SCREENING_DECIDE = DeedFacts("screening.decide", "the decision on {people}")
    SCREENING_NOTE = DeedFacts("screening.note", "a working note on {people}")
    SCREENING_DATE = DeedFacts("screening.date", "the date of the talk with {people}")
    SCREENING_MODE = DeedFacts("screening.mode", "how the talk with {people} was held")

    RESPONSES_ANSWER = DeedFacts("responses.answer", "an answer of {people}")
    RESPONSES_SECOND = DeedFacts("responses.second", "a second entry for {people}")
    RESPONSES_SETTLE = DeedFacts("responses.settle", "settling two entries for {people}")
    RESPONSES_DATE = DeedFacts("responses.date", "the date of a sheet of {people}")

    PRIVATE_HAND_OVER = DeedFacts("private.hand_over", "handing over to {people}", undoable=False)
    PRIVATE_ANSWER = DeedFacts("private.answer", "an answer that {people} gave alone", undoable=False)
    PRIVATE_FINISH = DeedFacts("private.finish", "closing the answers that {people} gave alone", undoable=False)
    PRIVATE_RETURN = DeedFacts("private.return", "taking the laptop back from {people}", undoable=False)

    SAFETY_OPEN = DeedFacts("safety.open", "opening a safety card for {people}", undoable=False)
    SAFETY_ACT = DeedFacts("safety.act", "closing the safety card of {people}")
    SAFETY_GO_ON = DeedFacts("safety.go_on", "letting the partnership of {people} go on")
    SAFETY_CONTACTS = DeedFacts("safety.contacts", "changing the crisis contacts")
    SAFETY_CONTACT_ROLE = DeedFacts("safety.contact_role", "what a crisis contact is for")
    SAFETY_CHECKED = DeedFacts("safety.checked", "checking the crisis contacts")

    PAIRING_BALLOT = DeedFacts("pairing.ballot", "a ballot mark of {people}")
    PAIRING_BALLOT_ROW = DeedFacts("pairing.ballot_row", "the ballot of {people}")
    PAIRING_SIMILARITY = DeedFacts("pairing.similarity", "a rating of {people}")
    PAIRING_TRIAL_PASSED = DeedFacts("pairing.trial_passed", "the trial of {people}")
    PAIRING_PAUSE = DeedFacts("pairing.pause", "pausing the partnership of {people}")
    PAIRING_END = DeedFacts("pairing.end", "ending the partnership of {people}")
    PAIRING_WAITS = DeedFacts("pairing.waits", "the wait of {people}")
    PAIRING_GOES_HOME = DeedFacts("pairing.goes_home", "the going home of {people}")
    PAIRING_BACK = DeedFacts("pairing.back", "putting {people} back on the board")
    PAIRING_TAKE_PART = DeedFacts("pairing.take_part", "the facilitator's taking part")
    PAIRING_STEPS_BACK = DeedFacts("pairing.steps_back", "the facilitator's stepping back")
    PAIRING_PROPOSE = DeedFacts("pairing.propose", "suggesting pairs")
    PAIRING_SWAP = DeedFacts("pairing.swap", "swapping {people}")
    PAIRING_TAKE_OUT = DeedFacts("pairing.take_out", "taking {people} out of a pair")
    PAIRING_PUT_TOGETHER = DeedFacts("pairing.put_together", "putting {people} together")
    PAIRING_JOIN = DeedFacts("pairing.join", "letting {people} join a pair")
    PAIRING_LOCK = DeedFacts("pairing.lock", "locking the pair of {people}")
    PAIRING_ROUNDS = DeedFacts("pairing.rounds", "planning the rounds")
    PAIRING_CONFIRM = DeedFacts("pairing.confirm", "confirming the pairs")
    PAIRING_REPLY = DeedFacts("pairing.reply", "the answer of {people}")
    PAIRING_ALL_YES = DeedFacts("pairing.all_yes", "the answers of everybody")
    PAIRING_KEEP_APART = DeedFacts("pairing.keep_apart", "keeping {people} apart")
    PAIRING_ALLOW = DeedFacts("pairing.allow", "allowing a pair again")
    PAIRING_COUPLE = DeedFacts("pairing.couple", "marking {people} as a couple")
    PAIRING_OPT_IN = DeedFacts("pairing.opt_in", "what {people} said about being paired")
    PAIRING_NO_COUPLE = DeedFacts("pairing.no_couple", "taking a couple off the list")
    PAIRING_WEIGH = DeedFacts("pairing.weigh", "what counts in pairing")
    PAIRING_AVOID = DeedFacts("pairing.avoid", "avoiding earlier partners")

    GOALS_IDEA = DeedFacts("goals.idea", "an idea for {people}")
    GOALS_KEEP_IDEA = DeedFacts("goals.keep_idea", "what {people} made of an idea")
    GOALS_WORD_IDEA = DeedFacts("goals.word_idea", "the wording of an idea for {people}")
    GOALS_REMOVE_IDEA = DeedFacts("goals.remove_idea", "removing an idea for {people}")
    GOALS_TURN = DeedFacts("goals.turn", "the turn of {people}")
    GOALS_PAUSE_TURN = DeedFacts("goals.pause_turn", "the clock of {people}")
    GOALS_MORE_TIME = DeedFacts("goals.more_time", "more time for {people}")
    GOALS_END_TURN = DeedFacts("goals.end_turn", "the end of the turn of {people}")
    GOALS_ROOM_BEGIN = DeedFacts("goals.room_begin", "beginning the clock of the tables")
    GOALS_ROOM_PAUSE = DeedFacts("goals.room_pause", "the clock of the tables standing still or going on")
    GOALS_ROOM_MORE = DeedFacts("goals.room_more", "more time for the tables")
    GOALS_ROOM_NEXT = DeedFacts("goals.room_next", "the next turn at the tables")
    GOALS_ROOM_END = DeedFacts("goals.room_end", "the end of the clock of the tables")
    GOALS_ADD = DeedFacts("goals.add", "a new goal of {people}")
    GOALS_ADD_SHARED = DeedFacts("goals.add_shared", "a shared project of {people}")
    GOALS_CHANGE = DeedFacts("goals.change", "the goal of {people}")
    GOALS_LEVEL = DeedFacts("goals.level", "the ladder of {people}")
    GOALS_SUGGEST_STEPS = DeedFacts("goals.suggest_steps", "the suggested steps of {people}")
    GOALS_FLAGS = DeedFacts("goals.flags", "“now” or “hoped for” of {people}")
    GOALS_WORSE = DeedFacts("goals.worse", "“could get worse” of {people}")
    GOALS_PLAN = DeedFacts("goals.plan", "an if-then plan of {people}")
    GOALS_REVISE = DeedFacts("goals.revise", "a new version of the goal of {people}")
    GOALS_REMOVE = DeedFacts("goals.remove", "removing a goal of {people}")

    AGREEMENT_USUAL = DeedFacts("agreement.usual", "the usual words of the agreements")
    AGREEMENT_CHANGE = DeedFacts("agreement.change", "the agreement of {people}")
    AGREEMENT_VOICE = DeedFacts("agreement.voice", "the own words of {people}")
    AGREEMENT_SIGN = DeedFacts("agreement.sign", "the signatures of {people}")
    AGREEMENT_SIGNATURE = DeedFacts("agreement.signature", "the signature of {people}")
    AGREEMENT_PRINTED = DeedFacts("agreement.printed", "the printed agreement of {people}", undoable=False)
    AGREEMENT_AMEND = DeedFacts("agreement.amend", "new terms for {people}")

    CLOSING_TICK = DeedFacts("closing.tick", "the door list of {people}")
    CLOSING_PHONE = DeedFacts("closing.phone", "the phone date of {people}")
    CLOSING_DAY_TICK = DeedFacts("closing.day_tick", "the end of the day")
    CLOSING_CLOSE = DeedFacts("closing.close", "closing the day")

    CONTACT_CHECK = DeedFacts("contact.check", "the alliance check of {people}")
    CONTACT_RATE = DeedFacts("contact.rate", "the alliance check of {people}")
    CONTACT_NO_CHECK = DeedFacts("contact.no_check", "removing an alliance check of {people}")
    CONTACT_CALL = DeedFacts("contact.call", "the private call with {people}")
    CONTACT_HAPPENED = DeedFacts("contact.happened", "what happened to {people}")
    CONTACT_MARK = DeedFacts("contact.mark", "the call log of {people}")
    CONTACT_MARK_MANY = DeedFacts("contact.mark_many", "the call log of {people}")
    CONTACT_PICTURE = DeedFacts("contact.picture", "what was read from the call log of {people}")
    CONTACT_FILL = DeedFacts("contact.fill", "filling the call log of {people}")
    CONTACT_FROM_PARTNER = DeedFacts("contact.from_partner", "taking the days of {people} from the partner's sheet")
    CONTACT_DETAIL = DeedFacts("contact.detail", "the call log of {people}")
    CONTACT_RECALL = DeedFacts("contact.recall", "a remembered week of {people}")
    CONTACT_SETTLE = DeedFacts("contact.settle", "settling what two sheets of {people} say")
    CONTACT_PLAN_MEETINGS = DeedFacts("contact.plan_meetings", "planning the meetings")
    CONTACT_ADD_MEETING = DeedFacts("contact.add_meeting", "adding a meeting")
    CONTACT_MEETING = DeedFacts("contact.meeting", "changing a meeting")
    CONTACT_REMOVE_MEETING = DeedFacts("contact.remove_meeting", "removing a meeting")
    CONTACT_ATTEND = DeedFacts("contact.attend", "the attendance of {people}")
    CONTACT_HELP_MINUTES = DeedFacts("contact.help_minutes", "the help of {people}")
    CONTACT_ARRANGE = DeedFacts("contact.arrange", "the repair talk of {people}")
    CONTACT_TALK = DeedFacts("contact.talk", "the repair talk of {people}")
    CONTACT_NO_TALK = DeedFacts("contact.no_talk", "removing a repair talk of {people}")
    CONTACT_PAUSE = DeedFacts("contact.pause", "a pause of {people}")
    CONTACT_NO_PAUSE = DeedFacts("contact.no_pause", "removing a pause of {people}")
    CONTACT_RHYTHM = DeedFacts("contact.rhythm", "the rhythm of {people}")
    CONTACT_NO_RHYTHM = DeedFacts("contact.no_rhythm", "removing a change of rhythm of {people}")
    CONTACT_TOGETHER = DeedFacts("contact.together", "how three talk: {people}")
    CONTACT_STUDY = DeedFacts("contact.study", "being part of a study")
    CONTACT_ARM_LABEL = DeedFacts("contact.arm_label", "an arm of the study")
    CONTACT_ARM = DeedFacts("contact.arm", "the arm of {people}")

    FOLLOWUP_LEVEL = DeedFacts("followup.level", "the follow-up of {people}")
    FOLLOWUP_ANSWER = DeedFacts("followup.answer", "the follow-up of {people}")
    FOLLOWUP_RESPONSE = DeedFacts("followup.response", "an answer of {people} at the follow-up")
    FOLLOWUP_LEFT_EMPTY = DeedFacts("followup.left_empty", "“left empty” on the follow-up of {people}")
    FOLLOWUP_DATE = DeedFacts("followup.date", "the date of the follow-up of {people}")
    FOLLOWUP_CAME = DeedFacts("followup.came", "the attendance of {people}")
    FOLLOWUP_LOOKED_AT = DeedFacts("followup.looked_at", "having looked at the sheet of {people}")
    FOLLOWUP_ATTEMPT = DeedFacts("followup.attempt", "an attempt to reach {people}")
    FOLLOWUP_NO_MORE = DeedFacts("followup.no_more", "“please do not write or phone again” of {people}")
    FOLLOWUP_LOST = DeedFacts("followup.lost", "“could not reach” for {people}")

    OUTCOMES_GROUP_AGREED = DeedFacts("outcomes.group_agreed", "what the group agreed to")

    STUDY_APPROVAL = DeedFacts("study.approval", "what allows the study")
    STUDY_SEAL_PLAN = DeedFacts("study.seal_plan", "sealing the plan of the study", undoable=False)
    STUDY_SEAL = DeedFacts("study.seal", "sealing the list of arms", undoable=False)
    STUDY_REVEAL = DeedFacts("study.reveal", "revealing the arm of {people}", undoable=False)
    STUDY_UNBLIND = DeedFacts("study.unblind", "naming the arms", undoable=False)
    STUDY_TAKE_IN = DeedFacts("study.take_in", "taking in effects from elsewhere")
    STUDY_LEAVE_OUT = DeedFacts("study.leave_out", "leaving out an effect from elsewhere")

    SHEETS_CLAIM = DeedFacts("sheets.claim", "whose sheet it is", undoable=False)
    SHEETS_PRINT = DeedFacts("sheets.print", "printing", undoable=False)
    SHEETS_PICTURE = DeedFacts("sheets.picture", "what was read from the sheet of {people}")
    SHEETS_PLACES = DeedFacts("sheets.places", "where the answers of sheets stand", undoable=False)

    RESEARCH_EXPORT = DeedFacts("research.export", "the research data", undoable=False)

    INSTRUMENTS_LOAD = DeedFacts("instruments.load", "taking in an instrument")

    LIBRARY_ASK_ERASURE = DeedFacts("library.ask_erasure", "the wish of {people} to be erased")
    LIBRARY_ASK_ERASING_WORKSHOP = DeedFacts("library.ask_erasing_workshop", "erasing the workshop on a day to come")
    LIBRARY_LOSS = DeedFacts("library.loss", "the note of something lost")
    LIBRARY_CALL_OFF_ERASURE = DeedFacts("library.call_off_erasure", "calling off the erasing of {people}")
    LIBRARY_CALL_OFF_ERASING_WORKSHOP = DeedFacts(
        "library.call_off_erasing_workshop", "calling off the erasing of the workshop"
    )

    PROMISES_GIVE = DeedFacts("promises.give", "a promise to {people}")
    PROMISES_KEEP = DeedFacts("promises.keep", "the kept promise to {people}")
    PROMISES_TRIED = DeedFacts("promises.tried", "an attempt to reach {people}")
    PROMISES_MOVE = DeedFacts("promises.move", "another day for the call to {people}")
    PROMISES_DECIDE = DeedFacts("promises.decide", "what is done about the call to {people}")
    PROMISES_CALL_OFF = DeedFacts("promises.call_off", "calling off the call to {people}")
    PROMISES_PICTURE = DeedFacts("promises.picture", "what was read from the phone list about {people}")

    TODAY_PUT_OFF = DeedFacts("today.put_off", "putting something off")
    TODAY_TRIED = DeedFacts("today.tried", "an attempt to reach somebody")
    TODAY_DONE = DeedFacts("today.done", "having looked after something")
    TODAY_UNREACHABLE = DeedFacts("today.unreachable", "“could not reach”")

    LIBRARY_PASSPHRASE = DeedFacts("library.passphrase", "changing the passphrase", undoable=False)
    LIBRARY_KEY = DeedFacts("library.key", "encrypting the library anew", undoable=False)
    PRIVATE_PIN = DeedFacts("private.pin", "choosing the PIN", undoable=False)
    # Deeds of versions before 0.6.0: nobody does them any more, and journals still hold them.
    SCREENING_ANSWER = DeedFacts("screening.answer", "an answer of {people}")
    SHEETS_ISSUE = DeedFacts("sheets.issue", "issuing sheets for {people}", undoable=False)
    SHEETS_PRINTED = DeedFacts("sheets.printed", "printing for {people}", undoable=False)

    # What the archive writes by itself.
    UNDO = DeedFacts("undo", "taking a step back")
    REDO = DeedFacts("redo", "doing a step again")
    LIBRARY_MIGRATE = DeedFacts("library.migrate", "bringing the library to a new form", undoable=False)
    LIBRARY_RESTORE = DeedFacts("library.restore", "going back to a copy of the library", undoable=False)
    LIBRARY_ERASE = DeedFacts("library.erase", "erasing what the library held", undoable=False)
    LIBRARY_ERASE_WORKSHOP = DeedFacts("library.erase_workshop", "erasing a whole workshop", undoable=False)


EARLIER = frozenset(
    {
        DeedKind.SCREENING_ANSWER,
        DeedKind.SHEETS_ISSUE,
        DeedKind.SHEETS_PRINTED,
        DeedKind.CONTACT_HELP_MINUTES,
    }
)
"""Kinds that only older journals hold."""
ERASING = frozenset({DeedKind.LIBRARY_ERASE, DeedKind.LIBRARY_ERASE_WORKSHOP})
"""Kinds whose lines leave nothing of what older images held of the rows that they name."""
OF_THE_ARCHIVE = frozenset({DeedKind.UNDO, DeedKind.REDO, DeedKind.LIBRARY_MIGRATE, DeedKind.LIBRARY_RESTORE}) | ERASING
"""Kinds that no function of a room does."""
_BY_KEY = {kind.value.key: kind for kind in DeedKind}


def kind_of(recorded: str) -> DeedKind | None:
    """The kind that a journal calls so; None when only another version of the program knows it."""
    return _BY_KEY.get(recorded)
