"""The words of a daily call, of a missed one and of a repair talk, said alike on every card."""

CALL: tuple[str, ...] = (
    "Is this a good time?",
    "Yesterday’s step: yes, partly, or no?",
    "What helped, or what got in the way? Say it back once. No advice unless asked.",
    "The next step, as if … then …",
    "How sure are you, 0 to 10?",
    "What do you want from me: listen, ideas, or a push?",
    "Swap: the other half of the time.",
    "Is there anything between us?",
    "Next time: when?",
)
MISSED: tuple[str, ...] = (
    "Send a message within half an hour. Nobody is blamed.",
    "Use the second time that you agreed.",
    "Two missed in a row, or three in two weeks: hold a repair talk within three days, at the agreed place.",
    "Nothing heard for a week, or two repair talks did not help: phone the facilitator.",
)
REPAIR: tuple[str, ...] = (
    "“When … happened, I felt … I had hoped …”",
    "The other says it back until you say: yes, that is it.",
    "Swap.",
    "Each owns one part of it.",
    "Agree on one small change.",
    "Agree on a day to look whether it helped.",
)
AFRAID = "If you are afraid of the other, do not hold this talk. Phone the facilitator."
"""Stands wherever a repair talk is described."""
