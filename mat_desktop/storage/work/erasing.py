"""Erasing one person from a library and its journal.

What is there because of the person goes. What belongs to a partnership stays without its words, for it is the
partner's record too; what others wrote stays without the person's names. Images of all of these are blanked, with their
salts, and the rows that live get an image of what they are now: so the chain still verifies, and still says of every
row what it is.
"""

from functools import partial
from secrets import token_hex
from typing import Any

from sqlalchemy import Connection, Table, select, update

from mat_desktop.facilitation.ports import Erasure, Fact, Note
from mat_desktop.storage.tables.columns import metadata
from mat_desktop.storage.tables.ledger import bookmarks, digests, facts
from mat_desktop.storage.work import journal
from mat_desktop.storage.work.about import PERSON
from mat_desktop.storage.work.blanking import blank_images
from mat_desktop.storage.work.erasing_workshop import erase_workshop
from mat_desktop.storage.work.naming import OwnNames, names_of
from mat_desktop.storage.work.reach import (
    MEMBER,
    PARTNERSHIP,
    Reach,
    found_by_table,
    ids_of,
    mentioning,
    reach_of,
    still_there,
)
from mat_desktop.storage.work.redacting import delete, one_of, take_names, take_words_of_shared
from mat_desktop.storage.work.touched import Touched
from mat_desktop.workshop.pairing.nouns import AGREED, LIVE, PartnershipState
from mat_desktop.workshop.participants.erasure import ERASED, left_of
from mat_desktop.workshop.today import DueKey, Subject, read_due_key

_REMINDER, _REQUEST, _CALL = "reminder", "erasure_request", "private_call"


def erase(connection: Connection, note: Note, erasure: Erasure) -> int | None:
    """Erase one person, or one workshop, within the transaction under way, and end the history with it.

    Returns the number of the line in the journal; None where this library never knew them.
    """
    if erasure.workshop:
        return erase_workshop(connection, note, erasure.uid)
    people = ids_of(connection, PERSON, erasure.uid)
    if not people:
        return None
    with found_by_table(connection):
        return _erase(connection, note, erasure, people)


def _erase(connection: Connection, note: Note, erasure: Erasure, people: frozenset[int]) -> int | None:
    reach, names, touched = reach_of(connection, people), names_of(connection, people), Touched(note)
    blank_images(connection, reach, names, partial(_reminds, reach=reach), touched)
    ended = _let_partners_go(connection, reach, erasure, touched)
    take_words_of_shared(connection, reach, touched)
    _say_why(connection, ended, erasure)
    take_names(connection, names, touched)
    _clear_reminders(connection, reach, touched)
    _settle_request(connection, reach, erasure, touched)
    _empty_mentions(connection, reach, touched)
    _remove_own(connection, reach, touched)
    _clear_ledgers(connection, reach, names)
    note.people |= people
    return journal.write(connection, touched)


def _let_partners_go(connection: Connection, reach: Reach, erasure: Erasure, touched: Touched) -> set[int]:
    """End what goes on, as when somebody leaves; nothing keeps who wished for what. Returns what had begun."""
    table, ended = metadata.tables[PARTNERSHIP], set()
    live = select(table.c.id, table.c.state).where(one_of(table), table.c.state.in_(LIVE))
    for row in connection.execute(live, {"ids": sorted(reach.partnerships)}).all():
        over: dict[str, Any] = {"state": PartnershipState.NOT_BEGUN}
        if row.state in AGREED:
            over = {"state": PartnershipState.ENDED, "ended_on": erasure.on, "ended_reason": ""}
            ended.add(row.id)
        over |= {"locked": False, "held_from": None, "held_on": None}
        connection.execute(update(table).where(table.c.id == row.id).values(**over))
        touched.add(PARTNERSHIP, {row.id})
    for name, column in ((MEMBER, "reply"), (_CALL, "wish")):
        _forget(connection, metadata.tables[name], column, reach, touched)
    return ended


def _forget(connection: Connection, table: Table, column: str, reach: Reach, touched: Touched) -> None:
    said = table.c.partnership_id.in_(sorted(reach.partnerships)) & table.c[column].is_not(None)
    touched.add(table.name, set(connection.execute(select(table.c.id).where(said)).scalars()))
    connection.execute(update(table).where(said).values({column: None}))


def _say_why(connection: Connection, ended: set[int], erasure: Erasure) -> None:
    table = metadata.tables[PARTNERSHIP]
    if ended:
        connection.execute(
            update(table).where(one_of(table)).values(ended_reason=erasure.reason), {"ids": sorted(ended)}
        )


def _clear_reminders(connection: Connection, reach: Reach, touched: Touched) -> None:
    """What was said about due things: those of the person go, those of the partnership lose their reason."""
    table = metadata.tables[_REMINDER]
    for row in connection.execute(select(table.c.id, table.c.key, table.c.reason)).all():
        if not _reminds(row.key, reach):
            continue
        touched.add(_REMINDER, {row.id})
        if _is_own(row.key, reach):
            delete(connection, table, {row.id})
        elif row.reason:
            connection.execute(update(table).where(table.c.id == row.id).values(reason=ERASED))


def _reminds(written: str, reach: Reach) -> bool:
    """Whether a due thing is about the person, or about a partnership in which the person is.

    What only another version of the program can read is taken to be: better too much than too little.
    """
    try:
        key = read_due_key(written)
    except ValueError:
        return True
    talks = reach.shared.get("repair_talk", set())
    of_pair = {Subject.PARTNERSHIP: reach.partnerships, Subject.TALK: talks}.get(key.subject, set())
    return key.about in of_pair or _reminds_of_person(key, reach)


def _is_own(written: str, reach: Reach) -> bool:
    try:
        return _reminds_of_person(read_due_key(written), reach)
    except ValueError:
        return False


def _reminds_of_person(key: DueKey, reach: Reach) -> bool:
    happenings = reach.own.get("happening", set())
    own = {Subject.PERSON: reach.people, Subject.HAPPENING: happenings}.get(key.subject, set())
    return key.person in reach.people or key.about in own


def _settle_request(connection: Connection, reach: Reach, erasure: Erasure, touched: Touched) -> None:
    """The request is done. A copy from before the request has none: there the day of the erasure stands for all."""
    table, people = metadata.tables[_REQUEST], metadata.tables[PERSON]
    still_open = table.c.participant_id.in_(sorted(reach.people)) & table.c.done_on.is_(None)
    asked = set(connection.execute(select(table.c.id).where(still_open)).scalars())
    connection.execute(update(table).where(still_open).values(done_on=erasure.on))
    person = select(people.c.id, people.c.workshop_id).where(people.c.id.in_(sorted(reach.people)))
    for row in () if asked else connection.execute(person).all():
        days = {"asked_on": erasure.on, "erase_on": erasure.on, "done_on": erasure.on}
        owner = {"workshop_id": row.workshop_id, "participant_id": row.id}
        made = connection.execute(table.insert().values(uid=token_hex(16), row_version=1, **owner, **days))
        assert made.inserted_primary_key is not None
        asked.add(int(made.inserted_primary_key[0]))
    touched.add(_REQUEST, asked)


def _stays(connection: Connection, reach: Reach) -> bool:
    """Whether a place is kept for the person, because partners' records lean on it."""
    return bool(still_there(connection, MEMBER, reach.own.get(MEMBER, set())))


def _empty_mentions(connection: Connection, reach: Reach, touched: Touched) -> None:
    stays = _stays(connection, reach)
    for (name, column), rows in mentioning(connection, reach.people).items():
        if rows and not (stays and name == _REQUEST):
            table = metadata.tables[name]
            connection.execute(update(table).where(one_of(table)).values({column: None}), {"ids": sorted(rows)})
            touched.add(name, rows)


def _remove_own(connection: Connection, reach: Reach, touched: Touched) -> None:
    kept = {PERSON, MEMBER} if _stays(connection, reach) else set()
    for table in reversed(metadata.sorted_tables):
        rows = still_there(connection, table.name, reach.own.get(table.name, set()))
        touched.add(table.name, rows)
        if table.name not in kept:
            delete(connection, table, rows)
    if kept:
        _leave_a_place(connection, reach)


def _leave_a_place(connection: Connection, reach: Reach) -> None:
    """In the place of the person stays that somebody took part."""
    table = metadata.tables[PERSON]
    for row in connection.execute(select(table).where(table.c.id.in_(sorted(reach.people)))).mappings().all():
        left = left_of(row["workshop_id"], row["time_zone"])
        values = {c.name: getattr(left, c.name) for c in table.c if c.name not in ("id", "uid", "row_version")}
        connection.execute(update(table).where(table.c.id == row["id"]).values(uid=token_hex(16), **values))


def _clear_ledgers(connection: Connection, reach: Reach, names: OwnNames) -> None:
    """What is kept beside the things themselves: where she stopped, what was worked out, what the library knows."""
    connection.execute(digests.delete())
    connection.execute(update(bookmarks).where(bookmarks.c.person_id.in_(sorted(reach.people))).values(person_id=None))
    for row in connection.execute(select(facts)).all():
        if row.name == Fact.COMING_OUT.value or names.are_in(row.value):
            connection.execute(facts.delete().where(facts.c.name == row.name))
