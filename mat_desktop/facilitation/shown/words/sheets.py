"""Words about sheets and their pictures."""

from mat_desktop.workshop.seen import Seen, Trouble

TROUBLES = {
    Trouble.NO_PICTURE: "This is no picture that can be read. Send it as JPEG, PNG, TIFF or PDF.",
    Trouble.BROKEN: "This file is broken or was cut short. Copy it again, or take the picture again.",
    Trouble.HEIC: (
        "This is a HEIC picture. Send it as JPEG: in the phone’s camera settings, choose “Most compatible”."
    ),
    Trouble.TOO_LARGE: "This picture is too large. One with 12 megapixels is enough.",
    Trouble.TOO_SMALL: "This picture is too small to read. Take it again from nearer, the whole sheet in sight.",
    Trouble.TOO_MANY: "This file has more than 120 pages. Scan the pile in parts.",
    Trouble.TWO_LEVELS: "This scan has only black and white, and loses a pencil. Scan it in grey.",
    Trouble.NO_CODE: "No code can be read on this picture. Type the code and click the four corners of the sheet.",
    Trouble.NOT_KNOWN: "This sheet cannot be read from a picture: it was printed before that was possible. Type it.",
    Trouble.NOT_IN_PLACE: (
        "The sheet does not lie as it was printed: another page or print, or not all of it is in sight. "
        "Take the picture again, or type it."
    ),
}
"""Why nothing of a page was read, and what to do."""

SEEN = {
    Seen.EMPTY: "empty",
    Seen.TICK: "a tick",
    Seen.DASH: "a dash",
    Seen.LETTER_M: "M",
    Seen.LETTER_E: "E",
    Seen.CROSS: "a cross",
    Seen.FILLED: "filled in",
    Seen.SOMETHING: "something is written here",
    Seen.HIDDEN: "it cannot be seen",
}
"""What the reader sees in a box."""
