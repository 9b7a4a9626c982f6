"""How agreements and ways of helping are called."""

from mat_desktop.workshop.agreement import AgreementState, HelpStyle

STATES: dict[AgreementState, str] = {
    AgreementState.DRAFT: "draft",
    AgreementState.SIGNED: "signed",
    AgreementState.BY_HAND: "signed, terms written by hand",
}
HELP: dict[HelpStyle, str] = {
    HelpStyle.LISTEN: "listen",
    HelpStyle.IDEAS: "give me ideas",
    HelpStyle.PUSH: "push me",
}
