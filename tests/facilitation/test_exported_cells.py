import csv
import io

import pytest

from mat_desktop.facilitation.research.tables import as_csv


def cell_of(value: str) -> str:
    """A cell as whoever opens the file reads it."""
    (row,) = csv.DictReader(io.StringIO(as_csv(["words"], [{"words": value}]).decode(), newline=""))
    return row["words"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", " =", "\n="])
def test_words_that_a_spreadsheet_would_work_out_are_words_in_it(start):
    assert cell_of(f"{start}HYPERLINK(A1)") == f"'{start}HYPERLINK(A1)"


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_several_lines_are_one_cell_whatever_sign_ended_them(end):
    assert cell_of(f"Phone{end}after six") == "Phone\nafter six"
    assert cell_of(f"{end}=1+1") == "'\n=1+1"


@pytest.mark.parametrize("number", ["-1.5", "+2", "0", "-0.25"])
def test_a_number_with_its_sign_stays_a_number(number):
    assert cell_of(number) == number


@pytest.mark.parametrize("words", ["Mara", "a=b", "5-10 days", "", 'said "no", and went\nhome'])
def test_other_words_are_as_they_were_written(words):
    assert cell_of(words) == words
