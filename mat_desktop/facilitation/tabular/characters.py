"""Bytes to text: a mark at the start says the encoding for certain, else it is declared; it is never guessed."""

import codecs

from mat_desktop.workshop.refusal import Refusal

ENCODINGS = ("utf-8", "windows-1252", "iso-8859-1", "utf-16")
"""What people are offered; every other encoding that Python knows is taken on the command line."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""The longer mark first: that of UTF-16 is the beginning of that of UTF-32."""


WITHOUT_MARK = (
    "The file is UTF-16 text without a mark that says so. Choose the text encoding utf-16 (--encoding utf-16)."
)


class OtherEncoding(Refusal):
    """The bytes are no text of the encoding that was declared. `fault` says so, without what to do in a terminal."""

    def __init__(self, fault: str, tried: str) -> None:
        other = next(name for name in ("windows-1252", "mac-roman") if name != tried.casefold())
        super().__init__(f"{fault} Save it as UTF-8, or name its encoding: --encoding {other}.")
        self.fault = fault


def _is_utf_16(content: bytes) -> bool:
    """Whether every second byte is zero, as a rule: so plain letters stand in UTF-16."""
    zeros = [content[place:2000:2].count(0) for place in (0, 1)]
    return max(zeros) * 3 > len(content[:2000]) > 3 and min(zeros) == 0


def decoded(content: bytes, encoding: str = "utf-8") -> str:
    """The text of a file, without its mark.

    Raises:
        Refusal: for an encoding that is none, and for bytes that are no text of it (OtherEncoding).
    """
    used = next((name for mark, name in _MARKS if content.startswith(mark)), encoding)
    try:
        text = content.decode(used)
    except UnicodeDecodeError as fault:
        row = content[: fault.start].count(b"\n") + 1
        raise OtherEncoding(f"The file is not {used.removesuffix('-sig').upper()} text (row {row}).", used) from None
    except UnicodeError:
        raise OtherEncoding(f"The file is not {used.upper()} text (row 1).", used) from None
    except (LookupError, ValueError):
        raise Refusal(f"“{encoding[:40]}” is no encoding. Try windows-1252.") from None
    if not isinstance(text, str):
        raise Refusal(f"“{encoding[:40]}” is no encoding of texts. Try windows-1252.")
    if "\0" in text and _is_utf_16(content):
        raise Refusal(WITHOUT_MARK)
    if "\0" in text:
        raise Refusal("The file holds NUL characters. It is no CSV file; export it again as CSV.")
    return text.removeprefix("\ufeff")
