"""How each kind of sheet is made for one place of an order."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from mat_desktop.facilitation.names import Names
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.printed import (
    agreement,
    contact,
    goals,
    pairing,
    participants,
    screening,
    setup,
)
from mat_desktop.facilitation.printed.followup import beside, handout, views
from mat_desktop.facilitation.printed.head import OrderedSheet, seen_at_home
from mat_desktop.facilitation.printed.library import for_her, stand_in
from mat_desktop.facilitation.printed.outcomes import group, study
from mat_desktop.facilitation.standing import Standing
from mat_desktop.workshop.sheets import AT_HOME, FACTS, FILED, Goes, SheetKind

Sheet = (
    agreement.AgreementSheet
    | contact.AttendanceSheet
    | contact.CallLogSheet
    | contact.MeetingCardSheet
    | contact.PhoneListSheet
    | contact.PocketCardSheet
    | contact.PracticeCallSheet
    | contact.RepairCardSheet
    | contact.ToCollectSheet
    | views.AbsentSheet
    | views.HandInSheet
    | views.KeepSheet
    | views.OwnFormSheet
    | views.RaterSheet
    | goals.GoalCardSheet
    | goals.GoalSheet
    | for_her.PaperForHer
    | group.PairOutcomesSheet
    | group.ReportSheet
    | group.SummarySheet
    | pairing.PairSlipSheet
    | pairing.RoundCardSheet
    | pairing.WallRotaSheet
    | participants.ConsentSheet
    | participants.NameTent
    | participants.SignInSheet
    | participants.StudyConsentSheet
    | screening.HelpSheet
    | screening.QuestionnaireSheet
    | screening.ReferralSheet
    | setup.DatesSheet
    | setup.EvidenceSheet
    | setup.GoOnSheet
    | setup.RunSheet
    | setup.WhereWeAreSheet
)
"""The frozen views that the printer draws: everything that stands on a sheet, and nothing else."""

Maker = Callable[[Rows, Standing, Names, OrderedSheet, str], "Sheet | Sequence[Sheet]"]

MAKERS: dict[SheetKind, Maker] = {
    SheetKind.RUN_SHEET: setup.run_sheet,
    SheetKind.SIGN_IN: participants.sign_in,
    SheetKind.NAME_TENT: participants.name_tent,
    SheetKind.WALL_ROTA: pairing.wall_rota,
    SheetKind.WHERE_WE_ARE: setup.where_we_are,
    SheetKind.GO_ON: setup.go_on,
    SheetKind.CONSENT: participants.consent,
    SheetKind.STUDY_CONSENT: participants.study_consent,
    SheetKind.EVIDENCE: setup.evidence,
    SheetKind.READINESS: screening.readiness,
    SheetKind.QUESTIONNAIRE: screening.questionnaire,
    SheetKind.COMPLAINTS: screening.complaints,
    SheetKind.HELP_SHEET: screening.help_sheet,
    SheetKind.ROUND_CARD: pairing.round_card,
    SheetKind.PAIR_SLIP: pairing.pair_slip,
    SheetKind.GOAL_SHEET: goals.goal_sheet,
    SheetKind.GOAL_CARD: goals.goal_cards,
    SheetKind.AGREEMENT: agreement.agreement,
    SheetKind.CALL_LOG: contact.call_log,
    SheetKind.POCKET_CARD: contact.pocket_card,
    SheetKind.DATES: setup.dates,
    SheetKind.PRACTICE_CALL: contact.practice_call,
    SheetKind.REPAIR_CARD: contact.repair_card,
    SheetKind.ALLIANCE_CHECK: screening.alliance_check,
    SheetKind.MEETING_CARD: contact.meeting_card,
    SheetKind.MEETING_AGENDA: contact.meeting_agenda,
    SheetKind.ATTENDANCE: contact.attendance,
    SheetKind.PHONE_LIST: contact.phone_list,
    SheetKind.TO_COLLECT: contact.to_collect,
    SheetKind.SIX_MONTHS: handout.six_months,
    SheetKind.ONE_YEAR: handout.one_year,
    SheetKind.LATER: handout.later,
    SheetKind.ABSENT: beside.absent,
    SheetKind.RATER: beside.rater,
    SheetKind.REPORT: group.report,
    SheetKind.PAIR_OUTCOMES: group.pairs,
    SheetKind.SUMMARY: group.summary,
    SheetKind.STUDY_PLAN: study.plan,
    SheetKind.REFERRAL: screening.referral,
    SheetKind.PRIVACY_NOTICE: for_her.privacy_notice,
    SheetKind.WHAT_I_KEEP: for_her.what_i_keep,
    SheetKind.RISKS: for_her.risks,
    SheetKind.REQUESTS: for_her.request_list,
    SheetKind.IF_LOST: for_her.if_lost,
    SheetKind.STAND_IN: stand_in.stand_in,
}


def code_of(sheet: Sheet) -> str:
    """The code under which a sheet was issued, also of one that does not show it."""
    return sheet.handout.head.code if isinstance(sheet, views.KeepSheet) else sheet.head.code


def made(rows: Rows, standing: Standing, names: Names, ordered: OrderedSheet, code: str) -> list[Sheet]:
    """The sheets of one place of an order; goal cards are several."""
    found = MAKERS[ordered.kind](rows, standing, names, ordered, code)
    sheets = list(found) if isinstance(found, Sequence) else [found]
    reader = ordered.holder or (ordered.key if FACTS[ordered.kind].goes is Goes.PERSON else 0)
    if reader > 0 and standing.person(reader).access_reading:
        sheets = [replace(sheet, head=replace(sheet.head, large=True)) for sheet in sheets]
    if ordered.kind in AT_HOME:
        sheets = [replace(sheet, head=seen_at_home(sheet.head, standing.workshop)) for sheet in sheets]
    if ordered.kind in FILED:
        return sheets
    return [replace(sheet, head=replace(sheet.head, filed=False)) for sheet in sheets]
