"""Turns sheets into PDF bytes: the same sheets give the same bytes."""

from collections.abc import Iterable, Sequence
from importlib import import_module
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from mat_desktop.facilitation.sheet_views import (
    AgreementSheet,
    CallLogSheet,
    GoalCardSheet,
    GoOnSheet,
    HandoutSheet,
    HelpSheet,
    PairSlipSheet,
    QuestionnaireSheet,
    ReferralSheet,
    RoundCardSheet,
    Sheet,
)
from mat_desktop.paper.drawing import Mark, Page
from mat_desktop.paper.leaf import Size


def pdf(sheets: Sequence[Sheet], size: Size = Size.A4, *, cards_alone: bool = False) -> bytes:
    """One PDF of all these sheets. `cards_alone` gives each goal card a page of its own, for the preview."""
    title = sheets[0].head.footer if sheets else ""
    return bound(pages_of(sheets, size, cards_alone=cards_alone), title)


def pages_of(sheets: Sequence[Sheet], size: Size, *, cards_alone: bool = False) -> list[Page]:
    """Every page of these sheets, laid out."""
    cards = [sheet for sheet in sheets if isinstance(sheet, GoalCardSheet)]
    if cards:
        from mat_desktop.paper.goals.goal_card import laid_out

        return laid_out(cards, size, alone=cards_alone)
    return [page for sheet in sheets for page in _laid_out(sheet, size)]


_HOMES: dict[type[Any], str] = {
    AgreementSheet: "agreement.agreement",
    CallLogSheet: "contact.call_log",
    GoOnSheet: "setup.go_on_card",
    HandoutSheet: "followup.handout",
    HelpSheet: "screening.help_sheet",
    PairSlipSheet: "pairing.pair_slip",
    QuestionnaireSheet: "screening.questionnaire",
    ReferralSheet: "screening.referral_sheet",
    RoundCardSheet: "pairing.round_card",
}
"""The module of each printed thing; it is imported when the first one is laid out."""


def _laid_out(sheet: Sheet, size: Size) -> list[Page]:
    home = import_module(f"mat_desktop.paper.{_HOMES[type(sheet)]}")
    pages: list[Page] = home.laid_out(sheet, size)
    return pages


def bound(pages: Iterable[Page], title: str) -> bytes:
    """Draw laid-out pages onto one PDF, black on white, fonts embedded."""
    rl_config.invariant = 1
    buffer = BytesIO()
    canvas = Canvas(buffer, pageCompression=1, invariant=1, lang="en")
    canvas.setTitle(title)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.setAuthor("")
    for page in pages:
        canvas.setPageSize((page.width, page.height))
        for mark in page.marks:
            _DRAW[mark[0]](canvas, page.height, mark)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _text(canvas: Any, height: float, mark: Mark) -> None:
    _, x, y, words, name, size = mark
    canvas.setFont(name, size)
    canvas.drawString(x, height - y, words)


def _line(canvas: Any, height: float, mark: Mark) -> None:
    _, x1, y1, x2, y2, thick, dash = mark
    canvas.setLineWidth(thick)
    canvas.setDash(list(dash))
    canvas.line(x1, height - y1, x2, height - y2)


def _box(canvas: Any, height: float, mark: Mark) -> None:
    _, x, y, w, h, thick, filled = mark
    canvas.setLineWidth(thick)
    canvas.setDash([])
    canvas.rect(x, height - y - h, w, h, stroke=1, fill=int(filled))


def _circle(canvas: Any, height: float, mark: Mark) -> None:
    _, x, y, radius, thick, filled = mark
    canvas.setLineWidth(thick)
    canvas.setDash([])
    canvas.circle(x, height - y, radius, stroke=1, fill=int(filled))


def _boxes(canvas: Any, height: float, mark: Mark) -> None:
    path = canvas.beginPath()
    for x, y, w, h in mark[1]:
        path.rect(x, height - y - h, w, h)
    canvas.drawPath(path, stroke=0, fill=1)


_DRAW = {"text": _text, "line": _line, "box": _box, "circle": _circle, "boxes": _boxes}
