"""What reaches a terminal is text, in UTF-8, and nothing that a terminal obeys; what is typed may be anything."""

import json
import os
import shutil
import subprocess
import sys

import pytest

from mat_desktop.cli.terminal import plain
from mat_desktop.facilitation.rules import standing_rules
from mat_desktop.storage.folder.library import create
from tests.libraries import PASSPHRASE

ESCAPES = ("\x1b[2J", "\x1b]0;owned\x07", "\x9b31m", "\x07", "\x08", "\r", "\x7f", "\u202e", "\u2067")


def run(*words, stdin=b"", **more):
    command = [sys.executable, "-m", "mat_desktop", *map(str, words)]
    return subprocess.run(command, input=stdin, capture_output=True, check=False, env={**os.environ, **more})


@pytest.mark.parametrize("escape", ESCAPES)
def test_no_sign_that_a_terminal_obeys_comes_through(escape):
    told = plain(f"Ana{escape}Ben\tMāori 日本\n")
    assert not set(told) & {"\x1b", "\x9b", "\x07", "\x08", "\r", "\x7f", "\u202e", "\u2067"}
    assert told.startswith("Ana")
    assert told.endswith("Ben\tMāori 日本\n")


def test_a_name_in_a_file_cannot_write_over_the_terminal_and_comes_as_utf_8(tmp_path):
    roster = tmp_path / "r.csv"
    roster.write_text('name\n"Māia \x9b2J"\n"Ben"\n', encoding="utf-8")
    for words in ((), ("--json",)):
        done = run("pair", roster, *words, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
        assert done.returncode in (0, 2)
        said = (done.stdout + done.stderr).decode("utf-8")
        assert not set(said) & {"\x1b", "\x9b"}
        assert "Māia" in said or done.returncode == 2
    bad = tmp_path / "x\x1b[2J.csv"
    done = run("pair", bad)
    assert done.returncode == 2
    assert b"\x1b" not in done.stderr


@pytest.fixture(scope="module")
def sealed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sealed") / "library"
    create(folder, PASSPHRASE, standing_rules).close()
    return folder


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b"\xef\xbb\xbf" + PASSPHRASE.encode() + b"\r\n", 0),
        (PASSPHRASE.encode(), 0),
        (b"\xff\xfe\x00 half", 2),
        (b"", 2),
        (b"wrong words altogether\n", 3),
        (b"x" * 10**6, 2),
    ],
)
def test_a_passphrase_file_with_a_mark_before_it_opens_and_one_that_is_no_text_is_said_to_be_none(
    sealed, tmp_path, content, status
):
    library = shutil.copytree(sealed, tmp_path / "library")
    secret = tmp_path / "passphrase.txt"
    secret.write_bytes(content)
    done = run("check", "--library", library, "--passphrase-file", secret, "--json")
    assert done.returncode == status, done.stderr
    assert b"Traceback" not in done.stderr
    if not status:
        assert json.loads(done.stdout)["sound"]


@pytest.mark.parametrize(("typed", "status"), [(PASSPHRASE.encode() + b"\n", 0), (b"\xff\xfe\xfd\n", 2), (b"", 3)])
def test_a_passphrase_from_standard_input_may_be_any_bytes(sealed, tmp_path, typed, status):
    library = shutil.copytree(sealed, tmp_path / "library")
    done = run("check", "--library", library, stdin=typed, PYTHONIOENCODING="ascii")
    assert done.returncode == status, done.stderr
    assert b"Traceback" not in done.stderr
