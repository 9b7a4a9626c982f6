"""After a whole session at an encrypted library, nothing that the program wrote anywhere holds a word of anybody.

Only what she asked for, such as a PDF on a stick, holds names. A library without a passphrase shows that the search
finds what is there.
"""

import re
import tempfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from mat_desktop.facilitation.pairing import moves
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.setup import workshop as setup
from mat_desktop.rehearsal.facilitator import Facilitator
from mat_desktop.workshop.journey import Step
from mat_desktop.workshop.sheets import SheetKind
from tests.figures import figure
from tests.libraries import PASSPHRASE, library_of, sealed_library_of
from tests.people import WORKSHOP_DAY, include

WORDS = ("Zephyrine", "Quillfeather", "Wrenmarsh Lane")
PHONE = "021 555 0199"
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)


def hers(desk):
    workshop = setup.create(desk, "Mill Lane", WORDS[2], WORKSHOP_DAY, "Pacific/Auckland")
    people = [include(desk, workshop, name) for name in (f"{WORDS[0]} {WORDS[1]}", "Ben")]
    participants.change(desk, people[0], participants.PersonField.PHONE, PHONE)
    moves.put_together(desk, people)


def hers_in(library):
    from mat_desktop.facilitation.desk import Desk
    from tests.people import CountedCodes, nine_o_clock

    hers(Desk(library.archive, nine_o_clock(), CountedCodes()))


@pytest.fixture
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home, and a place for what is there for a moment, of which every file is looked at afterwards."""
    for name, place in (("HOME", "home"), ("XDG_CONFIG_HOME", "home/config"), ("XDG_CACHE_HOME", "home/cache")):
        (tmp_path / place).mkdir(parents=True, exist_ok=True)
        monkeypatch.setenv(name, str(tmp_path / place))
    (tmp_path / "moment").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "moment"))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return tmp_path


def a_session(facilitator: Facilitator, passphrase: str, stick: Path) -> None:
    """What a day may bring: typed words, undo, every step, the print centre, a PDF, a hint of the audit, closing."""
    facilitator.open(passphrase)
    facilitator.open_workshop("Mill Lane")
    facilitator.go_to(Step.SETUP)
    facilitator.go_to(Step.PARTICIPANTS)
    for step in (Step.SCREENING, Step.PAIRING, Step.GOALS, Step.AGREEMENT, Step.CONTACT, Step.SIX_MONTHS):
        facilitator.go_to(step)
    facilitator.save_paper(SheetKind.SIGN_IN, stick)
    facilitator.place.turning.undo()
    facilitator.place.turning.redo()
    facilitator.close()


def holding_words(place: Path, but: Path) -> list[str]:
    """The files in which a word of hers stands, plainly, in the manner of Windows, or packed within a PDF."""
    files = (path for path in place.rglob("*") if path.is_file() and path != but and "libraries" not in path.parts)
    return sorted(path.name for path in files if any(map(_tells, _contents(path.read_bytes()))))


def _tells(content: bytes) -> bool:
    spellings = (word.encode(code) for word in (*WORDS, PHONE) for code in ("utf-8", "utf-16-le", "utf-16-be"))
    return any(spelling in content for spelling in spellings)


def _contents(held: bytes) -> Iterator[bytes]:
    yield held
    for packed in _STREAM.findall(held):
        try:
            yield zlib.decompress(packed.strip(b"\r\n"))
        except zlib.error:
            continue


def test_a_session_at_an_encrypted_library_leaves_no_word_of_anybody_in_any_file(facilitator, at_home):
    sealed_library_of(facilitator.folder, hers)
    stick = at_home / "stick.pdf"
    a_session(facilitator, PASSPHRASE, stick)
    assert stick.exists(), "what she asked for is there"
    written = [path for path in at_home.rglob("*") if path.is_file()]
    assert {"library.db", "library.key"} <= {path.name for path in written}
    assert len(list((facilitator.folder / "backups").glob("*/library.db"))) == 1, "closing made a copy"
    assert holding_words(at_home, stick) == []
    figure("leftovers of a whole session", f"{len(written)} files searched: 0 words outside what was asked for")


def test_the_search_finds_the_words_where_nothing_is_encrypted(facilitator, at_home):
    library_of(facilitator.folder, hers_in).close()
    a_session(facilitator, "", at_home / "stick.pdf")
    found = holding_words(at_home, at_home / "stick.pdf")
    assert found.count("library.db") >= 2, "the library and its copy"
