"""What a file that is no table is, so that it is refused by its name and not by what its bytes happen to hold."""

import zipfile
from io import BytesIO

from mat_desktop.workshop.refusal import Refusal

_BY_BEGINNING = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "a letter, not a table"),
    (b"\x1f\x8b", "a packed file (gzip)"),
    (b"7z\xbc\xaf\x27\x1c", "a packed file (7z)"),
    (b"Rar!", "a packed file (RAR)"),
    (b"BEGIN:VCARD", "a file of contacts (vCard)"),
    (b"BEGIN:VCALENDAR", "a calendar file"),
    (b"SQLite format 3", "a database"),
    (b"<!doctype html", "a web page"),
    (b"<html", "a web page"),
    (b"<table", "a web page"),
    (b"<?xml", "an XML file"),
    (b"[{", "a JSON file"),
    (b'{"', "a JSON file"),
)
_BLANKS = b"\xef\xbb\xbf \t\r\n"
_PACKED = (
    ("mimetype", b"opendocument", "a table or text of LibreOffice"),
    ("word/document.xml", b"", "a Word document"),
    ("ppt/presentation.xml", b"", "a presentation"),
    ("Index/Document.iwa", b"", "a file of Apple Numbers or Pages"),
)


_WORKBOOK = frozenset({"xl/workbook.xml", "xl/workbook.bin", "[content_types].xml"})


def refuse_other_kinds(content: bytes) -> None:
    """Raise Refusal for what is no CSV file and no Excel workbook, by what its kind is called."""
    start = content[:64].lstrip(_BLANKS).lower()
    told = next((words for begins, words in _BY_BEGINNING if start.startswith(begins.lower())), "")
    if not told and content.startswith(b"PK\x03\x04"):
        told = _packed(content)
    if "packed" in told:
        raise Refusal(f"This is {told}. Unpack it, and choose the table that lies in it.")
    if told:
        raise Refusal(f"This is {told}. Save the table as CSV or as an Excel workbook (.xlsx).")


def _packed(content: bytes) -> str:
    """What kind of packed file this is; empty for a workbook, and for one that cannot be unpacked."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            held = {part.filename: part.file_size for part in archive.infolist()}
            for name, wanted, words in _PACKED:
                if name in held and (not wanted or (held[name] < 200 and wanted in archive.read(name))):
                    return words
            if _WORKBOOK.isdisjoint(map(str.casefold, held)):
                return "a packed folder (zip)"
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return ""
    return ""
