"""How the fields of a person are called on the form, and the words that are said there."""

from mat_desktop.facilitation.participants.people import PersonField
from mat_desktop.facilitation.shown.choices import choices
from mat_desktop.facilitation.shown.words.participants import GENDERS, PARTNER_WISHES, TALKS
from mat_desktop.workshop.goals.goal import PaperWords
from mat_desktop.workshop.participants.consent import ConsentKind

DAYS_WIDE, CHOICE_WIDE = 330, 180
"""How wide the days, and a choice, are at least beside each other, in pixels at text of 100 %."""
MORE_WORDS = "Everything else about them"
FIRST = {PersonField.NAME: "Name", PersonField.CALLED: "Called", PersonField.PHONE: "Phone"}
LINES = {
    PersonField.EMAIL: "E-mail",
    PersonField.LANGUAGES: "Languages",
}
CONSENTS = {
    ConsentKind.TAKE_PART: "Agrees to take part",
    ConsentKind.STORE: "Agrees that this is stored",
    ConsentKind.RESEARCH: "Answers without the name may be counted",
    ConsentKind.LATER_CONTACT: "May be asked after the year",
    ConsentKind.EMERGENCY: "The emergency contact may be phoned",
}
REACH = {
    PersonField.REACH_BY_PHONE: "By phone",
    PersonField.MAY_LEAVE_MESSAGE: "A message may be left",
    PersonField.REACH_BY_POST: "By post",
    PersonField.NO_LETTERS: "Please do not write",
    PersonField.ENVELOPE_MAY_NAME: "The envelope may name the workshop",
    PersonField.REACH_BY_EMAIL: "By e-mail",
    PersonField.ONLY_IN_PERSON: "Only in person",
}
TAKEN_HOME = {
    PersonField.PARTNER_NAMED: "The partner’s first name may stand there",
    PersonField.OPENS_OWN_POST: "Nobody else opens their post",
    PersonField.FEELINGS_WANTED: "Asked for the chart of how the calls felt",
}
GOAL_WORDS = (
    ("", "not said"),
    (PaperWords.FULL.value, "in full"),
    (PaperWords.SHORT.value, "in short"),
    (PaperWords.MY_GOAL.value, "as “my goal”"),
)
ACCESS = {
    PersonField.ACCESS_HEARING: "Hearing",
    PersonField.ACCESS_READING: "Reading",
    PersonField.ACCESS_LANGUAGE: "Language",
    PersonField.ACCESS_NO_PHONE: "No phone of their own",
}


WAYS_TO_TALK = {
    PersonField.TALK_PHONE: "By phone",
    PersonField.TALK_RELAY: "By text relay",
    PersonField.TALK_IN_PERSON: "In person",
}
CHOICES: dict[PersonField, tuple[str, tuple[tuple[str, str], ...]]] = {
    PersonField.TALKS_BEST_BY: ("Likes best", choices(TALKS)),
    PersonField.GENDER: ("Counts as", choices(GENDERS)),
    PersonField.PARTNER_WISH: ("Private wish about the partner", choices(PARTNER_WISHES)),
}


PAPER_WORDS = (
    "On paper only: name, number, table number, partner and two words of the wish are kept, and nothing else. "
    "Sheets print with empty lines, and nothing that comes back is typed."
)
ROADS_QUESTION = (
    "You can stop. What is kept can stay, can go on as paper only, or can be erased. You do not have to decide today."
)
ROADS = ("They stop; what is kept stays", "They go on, on paper only", "Erase what is kept …")
"""The three roads when a yes is taken back."""
