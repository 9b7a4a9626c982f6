"""What still refers to a row that is to go, called as it is at the table."""

from sqlalchemy import Connection, select

from mat_desktop.storage.tables.columns import metadata

CALLED = {
    "agreement": "an agreement",
    "agreement_voice": "what a member says in an agreement",
    "alliance_check": "an alliance check",
    "alliance_rating": "a rating of the calls",
    "allocation_list": "the random list of the study",
    "allocation_slot": "a line of the random list of the study",
    "answer": "an answer of a questionnaire",
    "arm": "an arm of the study",
    "attendance": "a note of who came to a meeting",
    "availability_window": "a time at which somebody is free",
    "ballot": "a ballot",
    "consent": "a consent",
    "contact_day": "a day in a call log",
    "correction": "a statement of correction",
    "couple": "a note of two who are a couple",
    "crisis_contact": "a number to phone in a crisis",
    "criterion_weight": "the weight of a criterion",
    "erasure_request": "a request to be erased",
    "follow_up": "a follow-up",
    "follow_up_answer": "an answer at a follow-up",
    "follow_up_level": "a goal’s step at a follow-up",
    "follow_up_point": "a follow-up point",
    "frequency_change": "a change of how often they call",
    "goal": "a goal",
    "goal_level": "a step of a goal",
    "goal_suggestion": "what somebody suggested in the round of goals",
    "goal_turn": "a turn in the round of goals",
    "group_meeting": "a meeting of the group",
    "hand_over": "what somebody answered alone",
    "happening": "something that happened",
    "if_then_plan": "an if-then plan",
    "imported_fact": "what the registration form said",
    "issued_sheet": "a printed sheet",
    "left_empty": "what was left empty at a follow-up",
    "kept_page": "a page as it was printed",
    "keep_apart": "a rule that keeps two apart",
    "loss": "a note of something that was lost",
    "measure": "a questionnaire that is used",
    "meeting": "a talk of two in the rounds",
    "member": "the membership in a partnership",
    "participant": "a participant",
    "partnership": "a partnership",
    "pause": "a pause of the calls",
    "private_call": "a call with one of them alone",
    "promise": "a promised call",
    "recalled_week": "a week that was told from memory",
    "record_request": "a request about the own record",
    "reminder": "a note about something that is due",
    "repair_talk": "a repair talk",
    "response": "the answers to a questionnaire",
    "room_clock": "the clock of the tables",
    "room_seat": "a seat at a table of three",
    "run_sheet_block": "a part of the run sheet",
    "safety_card": "a safety card",
    "screening": "a talk or a decision of screening",
    "study_plan": "the plan of the study",
    "settled_day": "a day that was settled between two logs",
    "sheet_reading": "a note that a sheet was read from a picture",
    "similarity": "a mark of how alike two are",
    "usual_terms": "the usual words of agreements",
}
"""Every kind of row that can refer to another, as a sentence calls it."""


def still_referring(connection: Connection, table: str, row_id: int) -> str:
    """How what refers to this row is called; empty where nothing does."""
    for other in metadata.sorted_tables:
        for key in other.foreign_keys:
            if key.column.table.name == table and other.name in CALLED:
                held = select(other.c.id).where(key.parent == row_id).limit(1)
                if connection.execute(held).first() is not None:
                    return CALLED[other.name]
    return ""
