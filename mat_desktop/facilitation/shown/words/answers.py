"""How answers came, and who gave them."""

from mat_desktop.workshop.answers.responses import Informant, Mode

INFORMANTS: dict[Informant, str] = {
    Informant.SELF: "self",
    Informant.PARTNER: "partner",
    Informant.FACILITATOR: "facilitator",
    Informant.RATER: "independent rater",
}
MODES: dict[Mode, str] = {
    Mode.ALONE: "alone on screen",
    Mode.PAPER: "paper",
    Mode.ALOUD: "read aloud",
    Mode.PHONE: "phone",
    Mode.PHOTOGRAPH: "paper, read from a photograph",
}
