"""The words of the papers for the facilitator, each sentence with holes for what the program knows."""

from typing import TypedDict


class WordsOfPart(TypedDict, total=False):
    """One part of a page."""

    title: str
    sentences: tuple[str, ...]
    points: tuple[str, ...]
    steps: tuple[str, ...]
    writing_lines: int


NOTICE: tuple[WordsOfPart, ...] = (
    WordsOfPart(
        title="Who looks after it",
        sentences=("{who} runs this workshop and looks after what is written down. Phone {phone}. {where}.",),
    ),
    WordsOfPart(
        title="What is kept, and what for",
        points=(
            "Your name and how to reach you: to invite you, and to phone you if something is the matter.",
            "Your answers about how you feel: to see, with you, if daily calls are a good idea now.",
            "Your goals, what you and your partner agreed, and the days on which you talked: to help you along.",
            "What you say at six months and at one year: to learn what helps, without your name if you said yes.",
        ),
        sentences=("It is kept because you said yes. You can take back a yes at any time, and lose nothing by it.",),
    ),
    WordsOfPart(
        title="Who can read it",
        sentences=(
            (
                "{readers}. Your partner sees your goals and what you two agreed, and nothing else. If somebody’s "
                "life or safety is in danger, people who can help are told, and you are told too if that is safe. "
                "Nothing is sold, and nothing is sent over the internet. A computer suggests pairs; a person "
                "decides, and you can say no."
            ),
        ),
    ),
    WordsOfPart(
        title="How long",
        sentences=(
            (
                "Until {until}, then it is erased. If you said that you may be asked in later years: until "
                "{later}. If you do not take part, it is erased within three months."
            ),
        ),
    ),
    WordsOfPart(
        title="You can",
        points=(
            "see what is kept about you, and get a copy",
            "have mistakes put right, or your own words put beside them",
            "have it erased, or go on with paper only",
        ),
        sentences=(
            (
                "Just ask {who}. You get an answer within {within}. Papers that other people have, and answers "
                "that were counted without your name before you asked, can’t be called back."
            ),
        ),
    ),
    WordsOfPart(
        title="If something goes wrong",
        sentences=(
            "If papers or the computer are lost, {who} tells you. Not happy? You can also ask {authority}{web}.",
        ),
    ),
)
KEEPING: tuple[WordsOfPart, ...] = (
    WordsOfPart(
        title="Who, and what for",
        sentences=(
            (
                "{who}, {phone}, {where}. Mutual alliance workshop “{title}”, at present {number}. To screen, to "
                "pair, to accompany daily calls, and to learn after six months and a year what helped."
            ),
        ),
    ),
    WordsOfPart(
        title="What is kept, about whom",
        points=(
            "People who registered: names, ways to reach them, when they are free, what they need, whom to phone.",
            "Health: answers to questionnaires, notes of the screening talk, safety cards and what was done.",
            "Who would work with whom, pairs, agreements, goals with their steps, the days of calls, ratings of calls.",
            "Answers at six months, at one year and later; requests and their days.",
        ),
    ),
    WordsOfPart(
        title="Why that is allowed",
        sentences=(
            (
                "With each person’s own yes, for health with an express yes, kept with its words and its day. "
                "Safety cards and emergency numbers: to protect somebody’s life. Nobody is refused a place over "
                "an optional yes."
            ),
        ),
    ),
    WordsOfPart(
        title="Who gets to see it",
        sentences=(
            (
                "{readers}. Partners see goals and what they agreed. Funders get whole-group counts; researchers "
                "tables without names, only of people who said yes. Nothing goes to another country, and no "
                "service is used."
            ),
        ),
    ),
    WordsOfPart(
        title="Where, and how it is guarded",
        sentences=(
            (
                "In one encrypted library on one computer, its safety copies encrypted alike, and on paper in a "
                "locked place. A passphrase opens it, it covers and locks itself, and what was done in it is "
                "recorded."
            ),
        ),
    ),
    WordsOfPart(
        title="How long",
        sentences=(
            (
                "Until {until}; of those who agreed to be asked later, until {later}; of those who do not take "
                "part, three months. The program asks for each person until it is done. Requests are answered "
                "within {within}."
            ),
        ),
    ),
    WordsOfPart(title="What else I keep (paper, phone, photos)", writing_lines=3),
)
RISKS: tuple[WordsOfPart, ...] = (
    WordsOfPart(
        title="Why this page",
        sentences=(
            (
                "Answers about health and safety of people who may be having a hard time are kept here. This says "
                "what could happen to them and what is done against it. Go through it once before the day, and "
                "sign it."
            ),
        ),
    ),
    WordsOfPart(
        title="The laptop is stolen or looked into",
        points=("The library and its copies are encrypted; the window covers and locks itself; a PIN opens covers.",),
    ),
    WordsOfPart(
        title="A sheet is lost, or read at home",
        points=(
            "Sheets to hand in go into a box, and nobody but the readers named above opens it.",
            "Each person chooses how goals and partners stand on paper. Letters only to those whose post is their own.",
        ),
    ),
    WordsOfPart(
        title="Somebody is harmed by a partner, or by being asked",
        points=(
            "Private wishes are limits that nobody hears of. A safety card stops pairing until a person has acted.",
            "Every person can stop without a reason, and is phoned alone. Danger is asked about only in private.",
        ),
    ),
    WordsOfPart(
        title="Somebody is recognised in a small group",
        points=("What a funder gets counts the whole group. Pages on which people stand by name are for you alone.",),
    ),
    WordsOfPart(
        title="It is wrong, lost, or kept too long",
        points=(
            "Every change is recorded and can be undone; safety copies are made and verified by themselves.",
            "People can see their record and have it put right. On {until} the program asks to erase each of them.",
        ),
    ),
    WordsOfPart(
        title="What is left, and what I do about it",
        sentences=("Talk it over with {authority}{web} if a high risk stays.",),
        writing_lines=3,
    ),
    WordsOfPart(title="Date and signature", writing_lines=1),
)
ERASED_SINCE = "(erased since)"
REQUEST_COLUMNS = ("Name", "Asked to", "On", "Answer by", "Answered")
REQUESTS: tuple[WordsOfPart, ...] = (
    WordsOfPart(
        title="When somebody asks",
        steps=(
            "Write it down the same day: step 2, the person, Record or Erase. Today then asks until it is done.",
            "Make sure that it is the person. On the phone, call back under the number that you have.",
            "Answer within {within}. It costs nothing, and needs no reason.",
            "Hand the record over in person. Read it first: notes of yours that name others are left out.",
            "If you refuse something, say why, and that {authority} can be asked.",
        ),
    ),
)
LOST: tuple[WordsOfPart, ...] = (
    WordsOfPart(
        title="At once",
        steps=(
            (
                "In the program: Help, “If something is lost”. Type the code of the sheet, or choose its kind: it "
                "says whose names and what stood on it."
            ),
            "Was it the laptop, a stick or the recovery sheet: change the passphrase; choose “Somebody may know it”.",
            (
                "Tell the people on it, by phone, today: “A sheet with your first name and number was lost on "
                "____. It did not say why you came. I am sorry.” Say what really stood on it."
            ),
            "Could somebody be seriously harmed by it? Tell {authority}{web}{form}, within 72 hours.",
            "Write down what happened. The program keeps it, and this page prints it.",
        ),
    ),
)
STAND_IN_COLUMNS = ("Asked: ring one", "First name", "Phone", "Calls promised by")
STAND_IN_PEOPLE = "Whom to ask, before anything else"
NOT_ON_IT = (
    "{number} also promised to people who are not on this page. That waits for {who}: do not look for who it is."
)
NEVER_PHONED = "please do not phone"
STAND_IN: tuple[WordsOfPart, ...] = (
    WordsOfPart(
        title="This page goes into a sealed envelope",
        sentences=(
            (
                "{who}: close the envelope over this page and the recovery sheet, and tell {second} where it lies: "
                "________________. When people or promises change, print a new page and shred this one."
            ),
        ),
    ),
    WordsOfPart(
        title="If you have opened it",
        steps=(
            (
                "Before you open or read anything else: phone each person below and ask. “Is this a good time? Are "
                "you on your own?” Then: “{who} is ill. May I stand in for {who} with you? You can say no. You do not "
                "have to say why.” If someone else answers: “I will try again later.” Say no more."
            ),
            (
                "Who says no is passed over: cross their line out at once. Nobody phones them again, and what is kept "
                "about them stays closed. Who was not reached, or is not on this page, has not said yes."
            ),
            (
                "If a day on which we meet can’t be held, say it in the same call: “We don’t meet on that day. You "
                "will hear when.” These days were planned: {days}."
            ),
            "Keep the promised calls of those who said yes: “I phone for {who}, so that nobody is forgotten.”",
            (
                "Nobody leads the day, or a talk about safety, alone: {second} helps you. If somebody is in danger, "
                "phone {emergency} at once, whatever they said before."
            ),
            "The recovery sheet opens the laptop. Open only what is kept about people who said yes.",
            "When {who} is back: give this page back, say what was done, and ask for a new recovery sheet.",
        ),
    ),
    WordsOfPart(title="Who opened the envelope, and when", writing_lines=1),
)
