"""Reading an instrument file: declared data, checked key by key; whatever is wrong is refused with its line.

The file is TOML and nothing else: no expression is ever evaluated, no path is ever followed.
"""

import re
import tomllib
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from mat_desktop.workshop.answers.instruments import (
    Band,
    Check,
    Direction,
    Instrument,
    Item,
    Option,
    Rule,
    Scoring,
    Subscale,
)
from mat_desktop.workshop.answers.scoring import check_fails
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.text import clean

MOST_BYTES, LONGEST_LINE = 64 * 1024, 800
TOO_LARGE = f"The file is larger than {MOST_BYTES // 1024} kB; an instrument is a page of text."
_DEEP_KEY = re.compile(r"""(?:[\w"'-]+\s*\.\s*){9}""")
"""Both are refused before parsing: the parser takes minutes over a key of sixty thousand parts."""
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=600)]
Evidence = Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=600)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{1,39}$")]
Value = Annotated[int, Field(ge=0, le=100, strict=True)]
Place = Annotated[int, Field(ge=1, le=200, strict=True)]
Figure = Annotated[float, Field(ge=-10000, le=10000, allow_inf_nan=False)]
_MISSING: Literal["missing"] = "missing"


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Option(_Part):
    value: Value
    words: Annotated[str, StringConstraints(strip_whitespace=True, max_length=120)]


class _Item(_Part):
    words: Text
    key: Annotated[str, StringConstraints(pattern=r"^[a-z_]{0,40}$")] = ""
    hint: Annotated[str, StringConstraints(max_length=200)] = ""
    options: Annotated[list[_Option], Field(min_length=2, max_length=25)] | None = None
    reverse: bool = False
    safety_from: Value | None = None
    own_words: bool = False
    apart: bool = False
    aloud: Annotated[str, StringConstraints(max_length=200)] = ""


class _Band(_Part):
    least: Figure
    most: Figure
    words: Text


class _Norm(_Part):
    mean: Figure
    sd: Annotated[float, Field(gt=0, le=10000)]


class _Scoring(_Part):
    rule: Rule
    direction: Direction
    factor: Annotated[int, Field(ge=1, le=100, strict=True)] = 1
    most_missing: Annotated[int, Field(ge=0, le=50, strict=True)] = 0
    bands: Annotated[list[_Band], Field(max_length=12)] = []
    source: Evidence
    alpha: Annotated[float, Field(gt=0, lt=1)] | None = None
    reliable_change: Annotated[float, Field(gt=0, le=10000)] | None = None
    reliable_change_level: Literal[90, 95] = 95
    cut_off: Figure | None = None
    healthy: _Norm | None = None
    clinical: _Norm | None = None
    decimals: Annotated[bool, Field(strict=True)] = False


class _Subscale(_Part):
    id: Id
    title: Text
    items: Annotated[list[Place], Field(min_length=1, max_length=200)]


class _Check(_Part):
    answers: Annotated[list[Value | Literal["missing"]], Field(max_length=200)]
    total: Figure | None = None
    band: Annotated[str, StringConstraints(max_length=120)] = ""
    safety: list[Place] = []


class _File(_Part):
    id: Id
    title: Text
    version: Text
    licence: Evidence
    licence_holder: Evidence
    permission: Evidence
    notice: Annotated[str, StringConstraints(max_length=2000)] = ""
    stem: Annotated[str, StringConstraints(max_length=600)] = ""
    offered: bool = True
    options: Annotated[list[_Option], Field(min_length=2, max_length=25)] | None = None
    items: Annotated[list[_Item], Field(min_length=1, max_length=200)]
    subscales: Annotated[list[_Subscale], Field(max_length=30)] = []
    scoring: _Scoring | None = None
    checks: Annotated[list[_Check], Field(max_length=100)] = []


def read(content: bytes) -> Instrument:
    """The instrument that a file declares.

    Raises:
        Refusal: one line a fault, each with the line of the file and what is expected.
    """
    if len(content) > MOST_BYTES:
        raise Refusal(TOO_LARGE)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = content.count(b"\n", 0, wrong.start) + 1
        raise Refusal(f"Line {line}: this is no UTF-8 text. Save the file as UTF-8.") from None
    for number, words in enumerate(text.splitlines(), 1):
        if len(words) > LONGEST_LINE:
            raise Refusal(f"Line {number}: it is longer than {LONGEST_LINE:,} characters.")
        if _DEEP_KEY.search(words):
            raise Refusal(f"Line {number}: a key of an instrument file has no more than two parts.")
    try:
        found = _File.model_validate(tomllib.loads(text))
        return _checked(_instrument(found), text)
    except tomllib.TOMLDecodeError as wrong:
        raise Refusal(_syntax(str(wrong), text)) from None
    except ValidationError as wrong:
        faults = wrong.errors(include_url=False, include_input=False, include_context=False)
        raise Refusal("\n".join(dict.fromkeys(_fault(text, fault) for fault in faults[:10]))) from None
    except RecursionError:
        raise Refusal("Line 1: the file is nested too deeply to be an instrument.") from None


def _syntax(words: str, text: str) -> str:
    found = re.search(r"at line (\d+), column (\d+)", words)
    line = int(found.group(1)) if found else text.count("\n") + 1
    return f"Line {line}: this is no TOML: {re.sub(r' ?[(]at .*[)]$', '', words)[:160]}."


_SAID = {
    "missing": "is missing",
    "extra_forbidden": "is no key of an instrument file",
    "string_pattern_mismatch": "may only have lower-case letters, digits and hyphens, and no path",
}
_NEEDED = {"licence", "licence_holder", "permission"}


def _fault(text: str, fault: Any) -> str:
    place = tuple(part for part in fault["loc"] if part != "missing" or fault["loc"][0] != "checks")
    name = ".".join(str(part + 1) if isinstance(part, int) else str(part) for part in place)[:120]
    said = _SAID.get(fault["type"], fault["msg"][:1].lower() + fault["msg"][1:160])
    if place and place[0] in _NEEDED:
        said += "; without licence and permission evidence an instrument is not taken in"
    return f"Line {line_of(text, place)}: {name} {said}."


def line_of(text: str, location: tuple[int | str, ...]) -> int:
    """The line of a key in a TOML file: its own, else that of the table it belongs to, else the first."""
    wanted = list(location)
    line, best = 1, 0
    tables: dict[str, int] = {}
    here: tuple[int | str, ...] = ()
    for number, words in enumerate(text.splitlines(), 1):
        header = re.match(r"\s*\[(\[)?\s*([\w.-]+)\s*\]", words)
        key = re.match(r"\s*([\w-]+)\s*[=.]", words)
        if header:
            name = header.group(2)
            if header.group(1):
                tables[name] = tables.get(name, -1) + 1
                here = (*name.split("."), tables[name])
            else:
                here = tuple(name.split("."))
            found = here
        elif key:
            found = (*here, key.group(1))
        else:
            continue
        shared = next((n for n, (a, b) in enumerate(zip(found, wanted, strict=False)) if a != b), len(found))
        if shared == len(found) and shared > best and shared <= len(wanted):
            line, best = number, shared
    return line


def _instrument(found: _File) -> Instrument:
    shared = found.options or []
    items = tuple(
        Item(
            number,
            clean(item.words),
            tuple(Option(o.value, clean(o.words)) for o in (item.options or shared)),
            item.key,
            clean(item.hint),
            item.reverse,
            item.safety_from,
            item.own_words,
            item.apart,
            clean(item.aloud),
        )
        for number, item in enumerate(found.items, 1)
    )
    return Instrument(
        found.id,
        clean(found.title),
        clean(found.version),
        clean(found.licence),
        clean(found.licence_holder),
        clean(found.permission),
        clean(found.stem),
        items,
        clean(found.notice),
        _scoring(found.scoring) if found.scoring is not None else None,
        tuple(Subscale(s.id, clean(s.title), tuple(s.items)) for s in found.subscales),
        tuple(map(_worked_example, found.checks)),
        found.offered,
    )


def _worked_example(found: _Check) -> Check:
    answers = tuple(None if a == _MISSING else int(a) for a in found.answers)
    return Check(answers, found.total, found.band, tuple(found.safety))


def _scoring(found: _Scoring) -> Scoring:
    return Scoring(
        found.rule,
        found.direction,
        found.most_missing,
        found.factor,
        tuple(Band(b.least, b.most, clean(b.words)) for b in found.bands),
        clean(found.source),
        found.alpha,
        found.reliable_change,
        found.reliable_change_level,
        found.cut_off,
        (found.healthy.mean, found.healthy.sd) if found.healthy else None,
        (found.clinical.mean, found.clinical.sd) if found.clinical else None,
        found.decimals,
    )


def _checked(instrument: Instrument, text: str) -> Instrument:
    """The instrument itself when it holds together. Raises Refusal with line and reason."""
    faults = [*_items_wrong(instrument, text), *_scales_wrong(instrument, text)]
    if not faults and instrument.scoring is not None:
        if not instrument.checks:
            line = line_of(text, ("scoring",))
            faults = [f"Line {line}: a scored instrument brings at least one worked example under [[checks]]."]
        for number, check in enumerate(instrument.checks):
            if wrong := check_fails(instrument, check):
                line = line_of(text, ("checks", number))
                faults.append(f"Line {line}: worked example {number + 1} does not come out: {wrong}.")
    if faults:
        raise Refusal("\n".join(faults))
    return instrument


def _items_wrong(instrument: Instrument, text: str) -> list[str]:
    faults = []
    for place, item in enumerate(instrument.items):
        line = line_of(text, ("items", place))
        if not item.options:
            faults.append(f"Line {line}: item {item.number} has no options, and the file has none for all items.")
        elif len(set(item.values)) != len(item.values):
            faults.append(f"Line {line}: item {item.number} has the same value twice.")
        elif item.safety_from is not None and item.safety_from > max(item.values):
            faults.append(f"Line {line}: safety_from of item {item.number} is above its highest value.")
    keys = [item.key for item in instrument.items if item.key]
    if len(set(keys)) != len(keys):
        faults.append(f"Line {line_of(text, ('items', 0))}: two items have the same key.")
    return faults


def _scales_wrong(instrument: Instrument, text: str) -> list[str]:
    faults = []
    numbers = {item.number for item in instrument.items}
    for place, subscale in enumerate(instrument.subscales):
        strange = sorted(set(subscale.items) - numbers)
        if strange or len(set(subscale.items)) != len(subscale.items):
            line = line_of(text, ("subscales", place, "items"))
            faults.append(f"Line {line}: subscale {subscale.id} names items that are not there, or one twice.")
    bands = instrument.scoring.bands if instrument.scoring else ()
    for place, band in enumerate(bands):
        if band.least > band.most or (place and band.least <= bands[place - 1].most):
            line = line_of(text, ("scoring", "bands", place))
            faults.append(f"Line {line}: band “{band.words}” overlaps the one before, or ends before it begins.")
    return faults
