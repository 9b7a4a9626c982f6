"""Words about sheets and their pictures."""

from mat_desktop.workshop.seen import SeenMark, Trouble

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
    SeenMark.EMPTY: "empty",
    SeenMark.TICK: "a tick",
    SeenMark.DASH: "a dash",
    SeenMark.LETTER_M: "M",
    SeenMark.LETTER_E: "E",
    SeenMark.CROSS: "a cross",
    SeenMark.FILLED: "filled in",
    SeenMark.SOMETHING: "something is written here",
    SeenMark.HIDDEN: "it cannot be seen",
}
"""What the reader sees in a box."""
