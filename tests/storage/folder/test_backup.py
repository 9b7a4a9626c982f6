"""Backups: which are made, which stay, and that nothing left behind stands in their way."""

import hashlib
import os
import shutil
from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest

from mat_desktop.facilitation.participants import newcomers
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants.newcomers import Newcomer
from mat_desktop.storage.faults import Damaged
from mat_desktop.storage.folder import backup, copying
from mat_desktop.storage.folder.files import PART
from mat_desktop.storage.folder.glance import all_backups, read_name
from mat_desktop.workshop.refusal import Refusal
from tests.sure import sure

AT = datetime(2026, 3, 14, 18, 5, tzinfo=UTC)


def named(folder, day, head):
    """A backup of this day with so many deeds in it, as its name tells it."""
    mark = hashlib.sha256(str(head).encode()).hexdigest()[:8]
    path = folder / f"{day}T18-00-00-deed-{head}-{mark}"
    path.mkdir()
    (path / "library.db").write_bytes(b"x")
    return path


def days_kept(folder, days, heads):
    made = [named(folder, day.isoformat(), head) for day, head in zip(days, heads, strict=True)]
    backup.thin_out(folder, made[-1])
    return made, sorted(sure(read_name(path).day).isoformat() for path in folder.iterdir())


def test_backups_are_kept_for_days_weeks_and_months(tmp_path):
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(400)]
    _, kept = days_kept(tmp_path, days, range(1, 401))
    assert kept[-12:] == [(date(2027, 2, 4) - timedelta(days=11 - n)).isoformat() for n in range(12)]
    assert 30 <= len(kept) <= 12 + 10 + 13
    assert kept[0] < "2026-03-01"


def test_a_clock_that_once_stood_in_another_year_costs_no_backup_of_today(tmp_path):
    wrong = [date(2031, 5, 1) + timedelta(days=n) for n in range(40)]
    right = [date(2026, 1, 1) + timedelta(days=n) for n in range(12)]
    made, _ = days_kept(tmp_path, [*wrong, *right], range(1, 53))
    assert all(path.exists() for path in made[40:]), "newest is what has most deeds in it, not what is dated last"


def test_after_going_back_to_an_older_copy_the_new_course_keeps_its_days_before_the_one_that_was_left(tmp_path):
    left = [date(2026, 3, 1) + timedelta(days=n) for n in range(20)]
    anew = [date(2026, 4, 1) + timedelta(days=n) for n in range(3)]
    made, _ = days_kept(tmp_path, [*left, *anew], [*range(101, 121), 50, 51, 52])
    assert all(path.exists() for path in made[20:])


def test_the_copy_just_made_is_never_thinned_out(tmp_path):
    for n in range(20):
        named(tmp_path, (date(2026, 3, 1) + timedelta(days=n)).isoformat(), 10)
    older = named(tmp_path, "2020-01-01", 10)
    backup.thin_out(tmp_path, older)
    assert older.exists()


def test_copies_of_0_6_0_which_tell_no_deed_are_older_than_those_that_do(tmp_path):
    old = tmp_path / "2026-05-01T10-00-00"
    old.mkdir()
    (old / "library.db").write_bytes(b"x")
    new = named(tmp_path, "2026-04-01", 7)
    (tmp_path / "backups").mkdir()
    for path in (old, new):
        path.rename(tmp_path / "backups" / path.name)
    assert [path.name for path in all_backups(tmp_path)] == [new.name, old.name]


def test_what_a_killed_backup_left_is_swept_away_and_named_copies_stay(library, desk, workshop_id):
    backups = library.folder / "backups"
    for name in (f"{PART}x", ".2026-03-01T10-00-00.part", "before-0006"):
        (backups / name).mkdir(parents=True)
        (backups / name / "library.db").write_bytes(b"half")
    made = library.back_up(AT)
    assert sorted(path.name for path in backups.iterdir()) == [made.name, "before-0006"]


def test_a_backup_is_the_library_byte_for_byte_and_work_goes_on_after_it(library, desk, workshop_id):
    made = library.back_up(AT)
    assert (made / "library.db").read_bytes() == (library.folder / "library.db").read_bytes()
    participants.add(desk, workshop_id, "Ana")
    assert library.archive.faults() == []


def test_a_backup_that_was_deleted_is_made_anew_though_nothing_changed(library, desk, workshop_id):
    made = library.back_up(AT)
    assert library.back_up(AT) is None
    (made / "library.db").unlink()
    assert library.back_up(AT) is not None


def test_a_copy_that_does_not_verify_is_no_backup(library, desk, workshop_id, monkeypatch):
    def torn(source, target):
        target.write_bytes(source.read_bytes()[:-4096])

    monkeypatch.setattr(copying, "_copy_at_rest", torn)
    with pytest.raises(Damaged):
        library.back_up(AT)
    assert list((library.folder / "backups").iterdir()) == []


def typed_between(monkeypatch, source, deeds):
    """These deeds come in one after the other, each just when a copy is looked at."""
    stamp, changes = copying._stamp, iter(deeds)
    at = count(1)

    def busy(path):
        if (change := next(changes, None)) is not None:
            source.write_bytes(change(source.read_bytes()))
            os.utime(source, ns=(next(at), next(at)))
        return stamp(path)

    monkeypatch.setattr(copying, "_stamp", busy)


@pytest.fixture
def large(tmp_path):
    source = tmp_path / "library.db"
    source.write_bytes(bytes(n % 251 for n in range(2_500_000)))
    return source


def test_a_deed_while_a_copy_is_made_costs_only_what_it_changed_and_the_copy_is_the_latest_state(large, monkeypatch):
    wholes = []

    def copy(source, target):
        wholes.append(source)
        shutil.copyfile(source, target)

    monkeypatch.setattr(copying, "copy_private", copy)
    in_the_middle = [lambda held, n=n: held[:n] + b"deed" + held[n + 4 :] for n in (7, 1_048_575, 2_499_996)]
    typed_between(monkeypatch, large, [*in_the_middle, lambda held: held + b"more", lambda held: held[:1_500_000]])
    target = large.with_name("copy.db")
    copying._copy_at_rest(large, target)
    assert target.read_bytes() == large.read_bytes()
    assert len(large.read_bytes()) == 1_500_000, "all five deeds came in"
    assert len(wholes) == 1


def test_a_library_that_is_never_at_rest_is_not_copied_and_it_is_said_that_nothing_is_lost(large, monkeypatch):
    typed_between(monkeypatch, large, [lambda held: held + b"more"] * 100)
    with pytest.raises(Refusal, match="The copy is made later; nothing is lost"):
        copying._copy_at_rest(large, large.with_name("copy.db"))


def newcomer(name):
    return Newcomer((("name", name),))


def test_before_a_list_is_taken_in_a_backup_is_made(library, desk, workshop_id):
    before = all_backups(library.folder)
    newcomers.take_in(desk, workshop_id, [newcomer("Ana"), newcomer("Ben")], ())
    (made,) = set(all_backups(library.folder)) - set(before)
    newcomers.take_in(desk, workshop_id, [newcomer("Cleo")], ())
    later = set(all_backups(library.folder)) - {made}
    assert len(later) <= 1, "of one day the newest stays"
    assert library.archive.faults() == []
