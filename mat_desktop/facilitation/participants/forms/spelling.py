"""What tools do to the words of a cell on their way, and the traces by which words are known to be spoilt."""

import html
import re
import unicodedata
from dataclasses import dataclass

_UNSEEN = str.maketrans(dict.fromkeys("\u200b\u2060\ufeff\u00ad"))
_FORMULA = re.compile(r'^="((?:[^"]|"")*)"$')
"""A text that a tool wrote as a formula, so that a spreadsheet leaves it as it is."""
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8}\d{0,2});", re.IGNORECASE)
"""A letter as web pages write it: `&#039;`."""
_MISREAD = re.compile(r"[À-ÖØ-öø-ÿ]{3}|[a-z][ŒŠŽƒ]|[ÂÃ][\u0080-\u00bf\u2018-\u203a]")
"""Letters side by side in no language, as those of another encoding look."""
_IN_NAMES = frozenset("'’‘ʼʻ`´.,-‐‑–&/()[]\"“”„«»·・+")
"""Signs that people write in names, beside letters."""


@dataclass(frozen=True)
class Understood:
    """What is kept of a cell, and what could not be understood of it; one of them may be empty, or both."""

    value: str = ""
    problem: str = ""


def kept(cell: str) -> str:
    """A cell as somebody typed it: without what a spreadsheet, a web page or a tool put around it or into it."""
    text = cell.translate(_UNSEEN).strip()
    formula = _FORMULA.match(text)
    if formula:
        text = formula[1].replace('""', '"').strip()
    if text[:1] in ("'", "’") and text[1:2] in "+=-@0":
        text = text[1:].strip()
    return html.unescape(text) if _ENTITY.search(text) else text


def strange_sign(name: str) -> str:
    """What stands in a name and in no name: a trace of another text encoding, or a mark. Nothing where all is well."""
    misread = _MISREAD.search(unicodedata.normalize("NFC", name))
    if misread:
        return misread[0]
    return next((c for c in name if not _may_stand_in_a_name(c)), "")


def _may_stand_in_a_name(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LMZ" or unicodedata.category(sign) in ("Cf", "Nd") or sign in _IN_NAMES
