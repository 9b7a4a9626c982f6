"""What the page to keep says about the calls: counts, a guess of one's own, or the words of a story."""

from mat_desktop.facilitation.printed.followup.views import HandoutSheet
from mat_desktop.paper.blocks import Pen
from mat_desktop.paper.fonts import Face
from mat_desktop.workshop.followup import Story

_STORIES = {
    Story.ENDED: "Your calls have ended. Your goals are still yours.",
    Story.SILENT: "The calls stopped. You do not have to explain. If you would like to talk, phone "
    "{facilitator}{phone}.",
    Story.ON_HOLD: "Your calls are on hold just now. {facilitator} will talk with you before anything changes.",
    Story.NEVER_PAIRED: "You came with a goal, and it is still yours. If you would like a partner for calls, ask "
    "{facilitator}.",
    Story.PARTNER_DIED: "We are thinking of you. You do not have to do anything. Phone {facilitator} whenever "
    "you like.",
}
_GOES_ON = "Your calls go on with {partner}. You can change that at any time: phone {facilitator}."


def story_words(sheet: HandoutSheet) -> str:
    """What stands where the count would stand, for whoever has none; empty for the others."""
    voices = sheet.voices
    phone = f": {voices.phone}" if voices.phone else ""
    partner = voices.kept_partner or "your partner"
    if sheet.story is Story.ONE_OF_THREE_DIED:
        words = f"{_STORIES[Story.PARTNER_DIED]}\n{_GOES_ON}"
    else:
        words = _STORIES.get(sheet.story, "")
    said = words.format(facilitator=voices.facilitator, phone=phone, partner=partner)
    return f"{said[:1].upper()}{said[1:]}"


def counted_days(sheet: HandoutSheet) -> str:
    """The days with a call, those remembered as a number, and those not known, apart and always together."""
    dose = sheet.contact.dose
    several = len(sheet.contact.partners) > 1
    who = "you" if several else f"you and {sheet.voices.kept_partner or 'your partner'}"
    who = f"In the first six months {who}" if sheet.months >= 12 else f"{who[:1].upper()}{who[1:]}"
    recalled = f" Of {dose.recalled} more you remember that you talked." if dose.recalled else ""
    unknown = f" For {_days(dose.not_known)} we do not know." if dose.not_known else ""
    return f"{who} talked on {dose.talked} of {dose.agreed} days.{recalled}{unknown}"


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"


def own_guess(pen: Pen, agreed: int) -> None:
    """A line for the person's own guess, where no log is typed yet."""
    days = f"of {agreed} days." if agreed else "days."
    pen.rich([(Face.BOLD, "Your calls"), (Face.REGULAR, f"My own guess: we talked on about ________ {days}")])
