"""What goes onto paper: which sheets for whom, each issued once with its code."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from mat_desktop.facilitation.agreement import prints
from mat_desktop.facilitation.answers.occasions import occasion_now
from mat_desktop.facilitation.contact.course import course
from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Desk, Work, deed, look
from mat_desktop.facilitation.followup.asked import story_of
from mat_desktop.facilitation.goals.views import unsaid_on_paper
from mat_desktop.facilitation.names import Names
from mat_desktop.facilitation.ports import Rows
from mat_desktop.facilitation.printed.agreement import AgreementSheet
from mat_desktop.facilitation.printed.head import OrderedSheet, Part
from mat_desktop.facilitation.printed.kinds import Sheet, made
from mat_desktop.facilitation.printed.setup import WhereWeAreSheet
from mat_desktop.facilitation.printer import Printer, Style
from mat_desktop.facilitation.remembered import remembered
from mat_desktop.facilitation.sheets import with_care
from mat_desktop.facilitation.sheets.journal_head import journal_head
from mat_desktop.facilitation.sheets.whom import Keys, pairs, version, whom
from mat_desktop.facilitation.shown.words.followup import STORIES
from mat_desktop.facilitation.standing import Standing, key_of, stand
from mat_desktop.workshop.codes import form_code
from mat_desktop.workshop.followup import ALONE
from mat_desktop.workshop.pairing.nouns import people_of
from mat_desktop.workshop.participants.calling import in_alphabet
from mat_desktop.workshop.refusal import Refusal
from mat_desktop.workshop.setup import Workshop
from mat_desktop.workshop.sheets import DAY_PACK, FACTS, HANDOUTS, NEW_EACH_TIME, Goes, IssuedSheet, SheetKind
from mat_desktop.workshop.text import joined


class SortBy(StrEnum):
    """In which order the sheets come out."""

    NAME = "name"
    TABLE = "table number"
    PAIR = "pair"


@dataclass(frozen=True, kw_only=True)
class Order:
    """What is wanted: kinds of sheets for these people, and so many blank ones that belong to nobody yet."""

    workshop_id: int
    kinds: tuple[SheetKind, ...]
    people: tuple[int, ...] = ()
    blanks: int = 0
    sort_by: SortBy = SortBy.NAME
    first_names: bool = False
    parts: tuple[Part, ...] = (Part.HAND_IN, Part.KEEP)
    """Which parts of handouts."""


@dataclass(frozen=True)
class Recipient:
    """Somebody for whom sheets can be printed."""

    key: int
    name: str


@look
def recipients(rows: Rows, workshop_id: int, kinds: Sequence[SheetKind]) -> tuple[Recipient, ...]:
    """Everybody for whom at least one of these kinds can be printed now, in the order of the alphabet."""
    standing = stand(rows, workshop_id)
    keys = {key for kind in kinds for key in whom(standing, kind)}
    return tuple(Recipient(key, standing.name(key)) for key in sorted_by(standing, keys, SortBy.NAME))


def sorted_by(standing: Standing, keys: Iterable[int], by: SortBy) -> Keys:
    """People in the order in which their sheets come out."""
    people = {key_of(p): p for p in standing.people}
    pairs = {m: place for place, p in enumerate(standing.live) for m in people_of(p)}

    def place(key: int) -> tuple[int, tuple[str, str], int]:
        if by is SortBy.TABLE:
            return (people[key].table_number, ("", ""), key)
        return (pairs.get(key, len(pairs)) if by is SortBy.PAIR else 0, in_alphabet(people[key].name), key)

    return sorted(keys, key=place)


@look
def plan(rows: Rows, order: Order) -> tuple[OrderedSheet, ...]:
    """Every sheet of an order, one person's after the other's; before them what is for the room and what is shared.

    What is cut apart for the day comes stack by stack, for several share a sheet of paper.
    Of handouts all parts to hand in come before all parts to keep: those show earlier marks, and are given only when
    the first part is in the box.
    """
    standing = stand(rows, order.workshop_id)
    found = [OrderedSheet(kind=kind, key=0) for kind in order.kinds if FACTS[kind].goes is Goes.ROOM]
    kinds = [kind for kind in order.kinds if FACTS[kind].goes is not Goes.ROOM]
    can = {kind: _owners(standing, kind) for kind in kinds}
    found += [sheet for kind in kinds for sheet in _shared(order, kind, can[kind])]
    kept: list[OrderedSheet] = []
    many = len(order.people) > 1 and bool(set(kinds) & set(HANDOUTS))
    alone = with_care.bereaved(rows, standing, order.people) if many else []
    for stack in _stacks(kinds):
        for person in sorted_by(standing, order.people, order.sort_by):
            for kind in (k for k in stack if person in can[k] and not (person in alone and k in HANDOUTS)):
                owner = can[kind][person]
                sheet = OrderedSheet(kind=kind, key=owner, holder=person, version=version(standing, kind, owner))
                _in_parts(order, sheet, found, kept)
        for blank in range(1, order.blanks + 1):
            for kind in (kind for kind in stack if kind is not SheetKind.PAIR_SLIP):
                _in_parts(order, OrderedSheet(kind=kind, key=-blank), found, kept)
    found += kept
    if not order.people and not order.blanks:
        found += [OrderedSheet(kind=kind, key=0) for kind in kinds if FACTS[kind].goes is Goes.ALL]
    return tuple(found)


def _stacks(kinds: Sequence[SheetKind]) -> list[list[SheetKind]]:
    """Kinds that come one person's after the other's; alone where they are for the day only and are cut apart."""
    own = [kind for kind in kinds if FACTS[kind].share == 1]
    cut = [kind for kind in own if FACTS[kind].cut] if set(kinds) <= set(DAY_PACK) else []
    return [*([kind] for kind in cut), [kind for kind in own if kind not in cut]]


def _shared(order: Order, kind: SheetKind, can: Mapping[int, int]) -> list[OrderedSheet]:
    """What two people or a table share: as many as they need together, spare ones counted."""
    share, people = FACTS[kind].share, sum(person in can for person in order.people) + order.blanks
    return [OrderedSheet(kind=kind, key=0)] * -(-people // share) if share > 1 else []


def _in_parts(order: Order, sheet: OrderedSheet, found: list[OrderedSheet], kept: list[OrderedSheet]) -> None:
    """A handout goes into two stacks by its parts, every other sheet into the first as it is."""
    if sheet.kind not in HANDOUTS:
        found.append(sheet)
        return
    if Part.HAND_IN in order.parts:
        found.append(replace(sheet, part=Part.HAND_IN))
    if Part.KEEP in order.parts:
        kept.append(replace(sheet, part=Part.KEEP))


def _owners(standing: Standing, kind: SheetKind) -> dict[int, int]:
    """Whose sheet each person gets: their own, their partnership's, or the one that is alike for all (0)."""
    if FACTS[kind].goes is Goes.PAIR:
        return {member: key_of(p) for p in pairs(standing, kind) for member in people_of(p)}
    alike = FACTS[kind].goes is Goes.ALL
    return {key: 0 if alike else key for key in whom(standing, kind)}


_Wanted = tuple[SheetKind, int, int]


def _wanted(ordered: OrderedSheet) -> _Wanted:
    return ordered.kind, ordered.key, ordered.version


def _issued(sheets: Iterable[IssuedSheet]) -> dict[_Wanted, IssuedSheet]:
    """Everything that was issued to somebody, or to everybody alike. Blank sheets are always new, and phone lists."""
    found: dict[_Wanted, IssuedSheet] = {}
    for sheet in (one for one in sheets if one.kind not in NEW_EACH_TIME):
        key = sheet.partnership_id if FACTS[sheet.kind].goes is Goes.PAIR else sheet.participant_id
        alike = FACTS[sheet.kind].goes in (Goes.ALL, Goes.ROOM)
        if key is not None or alike:
            found[(sheet.kind, key or 0, sheet.version)] = sheet
    return found


@look
def shown(rows: Rows, order: Order, wanted: Sequence[OrderedSheet], codes: Sequence[str] = ()) -> tuple[Sheet, ...]:
    """Sheets of an order as they will look, with the codes that `issue` gave them.

    Without codes, what was issued before has its code and what was not has none; looking issues nothing.
    """
    standing = stand(rows, order.workshop_id)
    names = Names(standing, order.first_names)
    before = _issued_before(rows, order.workshop_id)
    found: list[Sheet] = []
    for number, place in enumerate(wanted):
        sheet = before.get(_wanted(place))
        found += made(rows, standing, names, place, codes[number] if codes else sheet.code if sheet else "")
    return tuple(found)


@remembered
def _issued_before(rows: Rows, workshop_id: int) -> Mapping[_Wanted, IssuedSheet]:
    """Every sheet that was issued. Remembered: the preview asks for it with every change of the order."""
    return _issued(rows.all(IssuedSheet, workshop_id=workshop_id))


@deed(DeedKind.SHEETS_PRINT)
def issue(work: Work, workshop_id: int, wanted: Sequence[OrderedSheet]) -> tuple[str, ...]:
    """The codes of sheets that go to paper or into a file: each is issued once, and no undo takes paper back."""
    work.about(workshop_id)
    occasion = str(occasion_now(work.rows.get(Workshop, workshop_id), work.today))
    held, new, found = _held(work.rows, workshop_id, wanted), dict[str, IssuedSheet](), list[str]()
    for place in wanted:
        sheet = held.get(_wanted(place))
        if sheet is None:
            sheet = held[_wanted(place)] = _new(workshop_id, place, _fresh_code(work, new), occasion)
            new[sheet.code] = sheet
        sheet.printed_at = work.now
        found.append(sheet.code)
    work.rows.add_all(new.values())
    return tuple(found)


def _held(rows: Rows, workshop_id: int, wanted: Sequence[OrderedSheet]) -> dict[_Wanted, IssuedSheet]:
    """What was issued before of these, read by kind and owner: a large workshop has thousands of others."""
    owners: dict[SheetKind, set[int]] = {}
    for place in wanted:
        owners.setdefault(place.kind, set()).add(place.key)
    found: list[IssuedSheet] = []
    for kind, keys in owners.items():
        column = "partnership_id" if FACTS[kind].goes is Goes.PAIR else "participant_id"
        alike = FACTS[kind].goes in (Goes.ALL, Goes.ROOM)
        found += rows.all(IssuedSheet, workshop_id=workshop_id, kind=kind, **{column: None if alike else keys})
    return _issued(found)


def _new(workshop_id: int, ordered: OrderedSheet, code: str, occasion: str) -> IssuedSheet:
    sheet = IssuedSheet(workshop_id, code, ordered.kind, ordered.version, occasion=occasion)
    if ordered.key > 0 and FACTS[ordered.kind].goes is Goes.PAIR:
        sheet.partnership_id = ordered.key
    elif ordered.key > 0:
        sheet.participant_id = ordered.key
    return sheet


def _fresh_code(work: Work, taken: Mapping[str, IssuedSheet]) -> str:
    while True:
        code = form_code(work.codes.numbers(5))
        if code not in taken and work.rows.find(IssuedSheet, code=code) is None:
            return code


def print_out(desk: Desk, order: Order) -> tuple[Sheet, ...]:
    """Plan an order, issue its sheets, and return them as they are to be printed.

    Raises Refusal where the order is for nobody.
    """
    wanted = plan(desk, order)
    if not wanted:
        raise Refusal("Choose at least one person to print for.")
    sheets = shown(desk, order, wanted, issue(desk, order.workshop_id, wanted))
    return tuple(replace(s, record=str(journal_head(desk))) if isinstance(s, WhereWeAreSheet) else s for s in sheets)


def preview(desk: Desk, order: Order) -> tuple[Sheet, ...]:
    """The sheets of a small order as they will look."""
    return shown(desk, order, plan(desk, order))


def agreements_among(sheets: Sequence[Sheet]) -> list[list[AgreementSheet]]:
    """All copies of each partnership's agreement among these sheets: they are kept as they were printed."""
    copies: dict[int, list[AgreementSheet]] = {}
    for sheet in sheets:
        if isinstance(sheet, AgreementSheet) and sheet.terms.partnership_id:
            copies.setdefault(sheet.terms.partnership_id, []).append(sheet)
    return list(copies.values())


def keep_agreements(
    desk: Desk, printer: Printer, printed_terms: Mapping[int, tuple[int, str]], sheets: Sequence[Sheet], style: Style
) -> Iterator[None]:
    """Keep the bytes of each agreement as they were printed, one partnership at a time.

    `printed_terms` has the version and the fingerprint of the terms, by partnership. Yields after each that is kept.
    """
    for copies in agreements_among(sheets):
        key, code = copies[0].terms.partnership_id, copies[0].head.code
        prints.keep_print(desk, key, printed_terms[key], code, printer.pdf(copies, style))
        yield


@look
def before_printing(rows: Rows, order: Order) -> tuple[str, ...]:
    """What the facilitator should know before she prints: sentences, or nothing."""
    standing = stand(rows, order.workshop_id)
    said = []
    if {SheetKind.GOAL_CARD, SheetKind.AGREEMENT} & set(order.kinds):
        said.append(unsaid_on_paper(standing, order.people))
    if {*HANDOUTS, SheetKind.ABSENT} & set(order.kinds):
        said.append(_speaking_of_none(rows, standing, order.people))
        said.append(with_care.bereaved_words(rows, standing, order.people))
        said.append(with_care.unread_words(standing, order.people))
    if SheetKind.ABSENT in order.kinds:
        said += [with_care.no_letter_words(standing), with_care.one_address_words(standing, order.people)]
    if SheetKind.QUESTIONNAIRE in order.kinds and not rows.get(Workshop, order.workshop_id).measures:
        said.append("This workshop uses no questionnaire; they are chosen in step 1.")
    return tuple(words for words in said if words)


def _speaking_of_none(rows: Rows, standing: Standing, people: Sequence[int]) -> str:
    """Whose handout names no partner and shows no strip, and why; read before anything is printed."""
    found = course(rows, key_of(standing.workshop))
    stories = {person: story_of(standing, found.happenings, person) for person in people if person > 0}
    named = [f"{standing.name(person)} ({STORIES[story]})" for person, story in stories.items() if story in ALONE]
    return f"No partner’s name and no strip on the paper of {joined(named)}." if named else ""
