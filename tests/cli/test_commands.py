import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mat_desktop import cli
from mat_desktop.cli.libraries import KINDS
from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.participants import people as participants
from mat_desktop.facilitation.participants import roster
from mat_desktop.facilitation.rules import standing_rules
from mat_desktop.storage.folder.library import create, open_with_passphrase
from tests.libraries import library_of, sample_library
from tests.people import CountedCodes, ana_and_ben, nine_o_clock


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample workshop up to its six-month meeting."""
    return shutil.copytree(sample_library(), tmp_path_factory.mktemp("sample") / "library")


def test_pairing_a_roster_prints_json_with_members_fit_and_reasons(tmp_path, capsys):
    roster = tmp_path / "r.csv"
    roster.write_text("name\nAna\nBen\n<b>Cleo</b> & Co\nDov\n", encoding="utf-8")
    assert cli.main(["pair", str(roster), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found["partnerships"][0]) >= {"members", "fit", "reasons"}
    members = sorted(name for p in found["partnerships"] for name in p["members"])
    assert members == ["<b>Cleo</b> & Co", "Ana", "Ben", "Dov"]
    assert found["unpaired"] == []


class Torn(io.StringIO):
    """An output that fails as no file does, and quotes what it was given."""

    def write(self, text: str) -> int:
        raise ValueError(f"cannot write {text}")


def test_an_error_of_the_program_itself_is_one_sentence_and_its_place_is_noted_without_a_name(
    tmp_path, capsys, monkeypatch
):
    roster, log = tmp_path / "r.csv", tmp_path / "logs" / "mishaps.log"
    roster.write_text("name\nHemi Walker\nBen\n", encoding="utf-8")
    monkeypatch.setattr(sys, "stdout", Torn())
    assert cli.main(["pair", str(roster)], log) == 1
    said = capsys.readouterr().err
    assert (said.count("\n"), "went wrong in the program itself" in said, str(log) in said) == (1, True, True)
    noted = log.read_text(encoding="utf-8")
    assert "ValueError" in noted
    assert re.search(r"mat_desktop/cli/pairing\.py:\d+ ", noted)
    assert not [words for words in ("Hemi", "Walker", "cannot write", str(tmp_path), "Traceback") if words in noted]
    assert not [words for words in ("Hemi", "Walker", "cannot write", "Traceback") if words in said]


def test_an_error_that_cannot_be_noted_is_said_all_the_same(tmp_path, capsys, monkeypatch):
    roster = tmp_path / "r.csv"
    roster.write_text("name\nAna\nBen\n", encoding="utf-8")
    monkeypatch.setattr(sys, "stdout", Torn())
    assert cli.main(["pair", str(roster)], roster / "mishaps.log") == 1
    assert "could not be noted" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "r.csv: The file is empty"),
        ("name\nZoë\n".encode("windows-1252"), "--encoding windows-1252"),
        (b"name\n" + b"A" * 10_000 + b"\n", "r.csv: row 2, column name"),
        (b"name\nAna\nAna\n", "row 3, column name"),
    ],
)
def test_a_wrong_roster_is_refused_with_status_2_and_one_line_a_fault(tmp_path, capsys, content, said):
    roster = tmp_path / "r.csv"
    roster.write_bytes(content)
    assert cli.main(["pair", str(roster), "--json"]) == 2
    out, err = capsys.readouterr()
    assert (out, said in err, err.count("\n")) == ("", True, 1)


def test_another_encoding_is_read_when_it_is_given(tmp_path, capsys):
    roster = tmp_path / "r.csv"
    roster.write_bytes("name\nZoë\nAna\n".encode("windows-1252"))
    assert cli.main(["pair", str(roster), "--json", "--encoding", "windows-1252"]) == 0
    assert json.loads(capsys.readouterr().out)["partnerships"][0]["members"] == ["Ana", "Zoë"]


def test_a_sound_library_is_said_to_be_sound(sample, capsys):
    assert cli.main(["check", "--library", str(sample), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["sound"], found["encrypted"]) == (True, False)
    assert found["workshops"] == [{"number": 1, "title": "Harbour Hall", "held_on": "2026-03-14"}]


FOR_NOBODY_YET = ("later-follow-up", "absent-pack", "rater", "study-consent")
"""Nobody in the sample was away, is asked after two years, is rated by somebody else, or takes part in a study."""


@pytest.mark.parametrize("kind", FOR_NOBODY_YET)
def test_what_nobody_needs_yet_is_refused_in_words_and_prints_blank(sample, tmp_path, capsys, kind):
    where = ["--library", str(sample), "--workshop", "Harbour Hall", "--out", str(tmp_path)]
    assert cli.main(["print", kind, *where]) == 2
    assert "There is nobody to print" in capsys.readouterr().err
    assert cli.main(["print", kind, *where, "--blank", "1"]) == 0


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in FOR_NOBODY_YET])
def test_every_kind_of_paper_prints_without_the_window(sample, tmp_path, capsys, kind):
    assert (
        cli.main(["print", kind, "--library", str(sample), "--workshop", "Harbour Hall", "--out", str(tmp_path)]) == 0
    )
    assert (tmp_path / f"{kind}.pdf").read_bytes().startswith(b"%PDF")


def test_a_handout_of_later_years_is_refused_in_words_where_nobody_agreed_to_it(sample, tmp_path, capsys):
    call = ["print", "later-follow-up", "--library", str(sample), "--out", str(tmp_path / "new")]
    assert cli.main(call) == 2
    assert "nobody to print later-follow-up for" in capsys.readouterr().err


def test_a_workshop_that_is_not_there_is_refused_with_the_ones_that_are(sample, tmp_path, capsys):
    call = ["print", "agreement", "--library", str(sample), "--workshop", "Mill Lane", "--out", str(tmp_path / "new")]
    assert cli.main(call) == 2
    assert "1 Harbour Hall" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("content", [None, b"", b"SQLite format 3\0" + b"x" * 4096])
def test_a_library_that_is_gone_or_damaged_gives_status_3_and_stays_as_it_is(tmp_path, capsys, content):
    if content is not None:
        (tmp_path / "library.db").write_bytes(content)
    assert cli.main(["check", "--library", str(tmp_path)]) == 3
    assert "Traceback" not in capsys.readouterr().err
    if content is not None:
        assert (tmp_path / "library.db").read_bytes() == content


def test_a_library_in_use_gives_status_3(tmp_path, capsys):
    library = create(tmp_path / "library", None, standing_rules)
    assert cli.main(["check", "--library", str(library.folder)]) == 3
    assert "open in another window" in capsys.readouterr().err
    library.close()


def test_the_passphrase_comes_from_a_file_or_standard_input(tmp_path, capsys, monkeypatch):
    create(tmp_path / "library", "four words of mine", standing_rules).close()
    secret = tmp_path / "secret"
    secret.write_text("four words of mine\n", encoding="utf-8")
    assert cli.main(["check", "--library", str(tmp_path / "library"), "--passphrase-file", str(secret)]) == 0
    secret.write_text("wrong\n", encoding="utf-8")
    assert cli.main(["check", "--library", str(tmp_path / "library"), "--passphrase-file", str(secret)]) == 3
    done = subprocess.run(
        [sys.executable, "-m", "mat_desktop", "check", "--library", str(tmp_path / "library")],
        input="four words of mine\n",
        text=True,
        capture_output=True,
        env=os.environ,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_backup_restores_a_library_that_is_gone(tmp_path, capsys):
    library = create(tmp_path / "library", "four words of mine", standing_rules)
    library.close()
    secret = tmp_path / "secret"
    secret.write_text("four words of mine\n", encoding="utf-8")
    with_secret = ["--passphrase-file", str(secret)]
    folder = str(tmp_path / "library")
    assert cli.main(["backup", "--library", folder, "--out", str(tmp_path / "stick"), *with_secret]) == 0
    made = capsys.readouterr().out.strip()
    for path in (tmp_path / "library").iterdir():
        path.unlink()
    assert cli.main(["restore", "--library", folder, "--from", made, *with_secret]) == 0
    open_with_passphrase(tmp_path / "library", "four words of mine", standing_rules).close()


def test_restoring_without_a_backup_is_refused(tmp_path, capsys):
    assert cli.main(["restore", "--library", str(tmp_path)]) == 2
    assert "--from" in capsys.readouterr().err


def test_what_gives_way_on_paper_is_said_by_the_command_line_too(tmp_path, capsys):
    library = library_of(tmp_path / "library", ana_and_ben)
    desk = Desk(library.archive, nine_o_clock(), CountedCodes())
    ana, *_ = roster.roster(desk, 1)
    participants.change(desk, ana.id, participants.PersonField.NAME, f"{'N' * 120} 🙂")
    library.close()
    call = ["print", "pocket-card", "--library", str(tmp_path / "library"), "--out", str(tmp_path / "paper")]
    assert cli.main(call) == 0
    said = capsys.readouterr().err
    assert "No font has the letter 🙂" in said
    assert "Too long for the line, so only the beginning prints there: “NNNN" in said
