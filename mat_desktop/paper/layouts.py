"""How each kind of view is laid out: what stands on a sheet, turned into pages."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any, TypeVar

from mat_desktop.facilitation.printed.agreement import AgreementSheet
from mat_desktop.facilitation.printed.contact import (
    AttendanceSheet,
    CallLogSheet,
    MeetingCardSheet,
    PhoneListSheet,
    PocketCardSheet,
    PracticeCallSheet,
    RepairCardSheet,
    ToCollectSheet,
)
from mat_desktop.facilitation.printed.followup.views import (
    AbsentSheet,
    HandInSheet,
    KeepSheet,
    OwnFormSheet,
    RaterSheet,
)
from mat_desktop.facilitation.printed.goals import GoalCardSheet, GoalSheet
from mat_desktop.facilitation.printed.kinds import Sheet
from mat_desktop.facilitation.printed.library.for_her import PaperForHer
from mat_desktop.facilitation.printed.outcomes.group import PairOutcomesSheet, ReportSheet, SummarySheet
from mat_desktop.facilitation.printed.pairing import PairSlipSheet, RoundCardSheet, WallRotaSheet
from mat_desktop.facilitation.printed.participants import ConsentSheet, NameTent, SignInSheet, StudyConsentSheet
from mat_desktop.facilitation.printed.screening import HelpSheet, QuestionnaireSheet, ReferralSheet
from mat_desktop.facilitation.printed.setup import DatesSheet, EvidenceSheet, GoOnSheet, RunSheet, WhereWeAreSheet
from mat_desktop.facilitation.printer import Style
from mat_desktop.paper.agreement import copies
from mat_desktop.paper.contact import (
    attendance,
    call_log,
    meeting_card,
    phone_list,
    pocket_card,
    practice_call,
    repair_card,
    to_collect,
)
from mat_desktop.paper.drawing import Page
from mat_desktop.paper.followup import absent, hand_in, keep, own_form, rater
from mat_desktop.paper.goals import goal_card, goal_sheet
from mat_desktop.paper.outcomes import pairs, report, summary
from mat_desktop.paper.pairing import pair_slip, round_card, wall_rota
from mat_desktop.paper.participants import consent, name_tent, sign_in, study_consent
from mat_desktop.paper.screening import help_sheet, questionnaire, referral_sheet
from mat_desktop.paper.setup import dates, evidence, go_on_card, keeping, run_sheet, where_we_are
from mat_desktop.paper.sizes import Format, Size

Layout = Callable[[Iterable[Any], Style, bool], Iterator[list[Page]]]
"""The pages of sheets of one kind, as they are asked for; the last argument gives each goal card its own page."""
S = TypeVar("S", bound=Sheet)


def _each(view: type[S], laid_out: Callable[[S, Format], list[Page]]) -> tuple[type[S], Layout]:
    def layout(sheets: Iterable[S], style: Style, _alone: bool) -> Iterator[list[Page]]:
        forms = {large: Format.of(Size(style.paper), large=large) for large in (False, True)}
        return (laid_out(sheet, forms[style.large or sheet.head.large]) for sheet in sheets)

    return view, layout


def _together(
    view: type[S], laid_together: Callable[[list[S], Size, bool, bool], Iterator[list[Page]]]
) -> tuple[type[S], Layout]:
    """Of these, several share a sheet of paper."""

    def layout(sheets: Iterable[S], style: Style, alone: bool) -> Iterator[list[Page]]:
        for large, alike in groupby(sheets, key=lambda sheet: style.large or sheet.head.large):
            yield from laid_together(list(alike), Size(style.paper), large, alone)

    return view, layout


LAYOUTS: Mapping[type[Any], Layout] = dict(
    (
        _each(AgreementSheet, copies.laid_out),
        _each(AttendanceSheet, attendance.laid_out),
        _each(CallLogSheet, call_log.laid_out),
        _each(MeetingCardSheet, meeting_card.laid_out),
        _each(PracticeCallSheet, practice_call.laid_out),
        _each(RepairCardSheet, repair_card.laid_out),
        _each(PhoneListSheet, phone_list.laid_out),
        _each(ToCollectSheet, to_collect.laid_out),
        _each(AbsentSheet, absent.laid_out),
        _each(HandInSheet, hand_in.laid_out),
        _each(KeepSheet, keep.laid_out),
        _each(OwnFormSheet, own_form.laid_out),
        _each(RaterSheet, rater.laid_out),
        _each(GoalSheet, goal_sheet.laid_out),
        _each(PaperForHer, keeping.laid_out),
        _each(PairOutcomesSheet, pairs.laid_out),
        _each(ReportSheet, report.laid_out),
        _each(SummarySheet, summary.laid_out),
        _each(ConsentSheet, consent.laid_out),
        _each(StudyConsentSheet, study_consent.laid_out),
        _each(SignInSheet, sign_in.laid_out),
        _each(HelpSheet, help_sheet.laid_out),
        _each(QuestionnaireSheet, questionnaire.laid_out),
        _each(ReferralSheet, referral_sheet.laid_out),
        _each(DatesSheet, dates.laid_out),
        _each(EvidenceSheet, evidence.laid_out),
        _each(GoOnSheet, go_on_card.laid_out),
        _each(RunSheet, run_sheet.laid_out),
        _each(WhereWeAreSheet, where_we_are.laid_out),
        _together(GoalCardSheet, goal_card.laid_together),
        _together(PocketCardSheet, pocket_card.laid_together),
        _each(WallRotaSheet, wall_rota.laid_out),
        _together(RoundCardSheet, round_card.laid_together),
        _together(PairSlipSheet, pair_slip.laid_together),
        _together(NameTent, name_tent.laid_together),
    )
)
"""The layout of every view that a sheet can be. A view and a layout that do not belong together have no type."""
BACKS_EMPTY = frozenset({HandInSheet, OwnFormSheet, GoOnSheet, NameTent, PairSlipSheet, PocketCardSheet})
"""What is folded with the writing inside, or cut apart: its back stays empty also where both sides are printed."""
