import json

import pytest

from mat_desktop.cli import main
from mat_desktop.facilitation.answers.headless import chosen, scored
from mat_desktop.facilitation.tabular.figures import figure, whole
from mat_desktop.workshop.refusal import Refusal

HEAD = "id," + ",".join(map(str, range(1, 10)))


def table(*rows, head=HEAD):
    return "\n".join([head, *rows]).encode()


def test_good_rows_are_scored_and_every_bad_one_is_named_by_row_and_column():
    found = scored(
        chosen("phq-9"),
        table(
            "a,0,0,0,0,0,0,0,0,1",
            "b,0,0,0,four,0,0,0,0,0",
            "c,0,0,9,0,0,0,0,0,0",
            "d,1,1,1,1,1,1,1,,",
            "e,1,1,1",
            "f,3,3,3,3,3,3,3,3,3",
        ),
    )
    assert [r["row"] for r in found.rows] == [2, 3, 4, 5, 6, 7]
    assert [r["total"] for r in found.rows] == [1, None, None, 9, None, 27]
    assert found.rows[0]["safety"] == [9]
    assert found.rows[3] | {"prorated": True, "missing": 2, "safety": [9], "band": "mild"} == found.rows[3]
    assert found.faults[0].startswith("row 3, column 4: “four” is no answer; expected a whole number from 0 to 3")
    assert found.faults[1].startswith("row 4, column 3: “9”")
    assert found.faults[2].startswith("row 6: 4 cells, expected 10")
    assert "error" in found.rows[1]
    assert "error" not in found.rows[5]


def test_a_stored_total_that_disagrees_with_its_items_is_named():
    found = scored(chosen("gad-7"), table("1,1,1,1,1,1,1,7", "1,1,1,1,1,1,1,8", head="1,2,3,4,5,6,7,total"))
    assert found.faults == ["row 3, column total: 8 is stored, the items come to 7."]
    assert [r["total"] for r in found.rows] == [7, None]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"\0\1", "NUL"),
        (b"1,2\n1,1", "column 3, 4"),
        (b"1,2,3,3,4\n", "there twice"),
        (b"1,2,3,4\n\xff", r"not UTF-8 text .row 2."),
        (b'1,2,3,4\n"1,1', "row"),
    ],
)
def test_a_table_that_cannot_be_read_is_refused(content, said):
    with pytest.raises(Refusal, match=said):
        scored(chosen("phq-4"), content)


def test_the_command_prints_a_json_list_and_names_bad_rows_on_stderr(tmp_path, capsys):
    path = tmp_path / "answers.csv"
    path.write_bytes("\ufeff1;2;3;4;5\r\n5;5;5;5;5\r\n;5;5;5;5\r\n".encode())
    assert main(["score", "who-5", str(path), "--json"]) == 2
    out, err = capsys.readouterr()
    assert json.loads(out) == [
        {"row": 2, "total": 100, "subscales": {}, "band": "not low", "missing": 0, "prorated": False, "safety": []},
        {
            "row": 3,
            "total": None,
            "subscales": {},
            "band": None,
            "missing": 1,
            "prorated": False,
            "safety": [],
            "error": "1 of 5 answers is missing; none may be.",
        },
    ]
    assert err == "answers.csv: row 3: 1 of 5 answers is missing; none may be.\n"


@pytest.mark.parametrize("name", ["phq-10", "../phq-9", "", "missing.toml"])
def test_an_unknown_instrument_exits_with_two(tmp_path, capsys, name):
    path = tmp_path / "answers.csv"
    path.write_text("1,2\n", encoding="utf-8")
    assert main(["score", name, str(path)]) == 2
    assert capsys.readouterr().err


def test_a_missing_table_exits_with_two(tmp_path, capsys):
    assert main(["score", "phq-9", str(tmp_path / "none.csv")]) == 2
    assert "none.csv" in capsys.readouterr().err


@pytest.mark.parametrize(
    "head",
    ["PHQ9_{n}", "phq9_{n}", "PHQ-9 {n}", "Q{n}", "item {n}", "phq9_{n:02}", "{n}", "PHQ{n:02}", "PHQ9[SQ00{n}]"],
)
def test_the_headings_of_real_exports_are_items_and_other_columns_are_left_alone(head):
    items = ";".join(head.format(n=n) for n in range(1, 10))
    content = f"record_id;{items};notes;10\n7;NA;.;1.0;1;1;1;1;1;0;a, b;2\n".encode()
    found = scored(chosen("phq-9"), content)
    assert found.faults == []
    assert found.rows[0]["total"] == 8
    assert found.rows[0]["missing"] == 2


def test_the_words_of_the_items_are_headings_too():
    words = ",".join(f'"{item.words}"' for item in chosen("phq-4").items)
    assert scored(chosen("phq-4"), f"{words}\n1,1,1,1\n".encode()).rows[0]["total"] == 4


def test_a_table_coded_from_one_is_refused_whole_and_read_when_that_is_said(tmp_path, capsys):
    path = tmp_path / "answers.csv"
    path.write_text("1,2,3,4\n1,2,3,3\n1,2,4,1\n", encoding="utf-8")
    assert main(["score", "phq-4", str(path), "--json"]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert "row 3, column 3: 4 stands there and no 0 anywhere" in err
    assert main(["score", "phq-4", str(path), "--json", "--coded-from", "1"]) == 0
    assert [row["total"] for row in json.loads(capsys.readouterr().out)] == [5, 4]


@pytest.mark.parametrize("cell", ["-99", "999", "1.5"])
def test_a_number_that_stands_for_no_answer_is_never_a_score(cell):
    found = scored(chosen("phq-4"), f"1,2,3,4\n0,1,1,{cell}\n".encode())
    assert [row["total"] for row in found.rows] == [None]
    assert found.faults[0].startswith(f"row 2, column 4: “{cell}” is no answer")


@pytest.mark.parametrize("missing", ["NA", "", ".", "n/a", "NaN", "null"])
def test_one_rule_says_in_every_table_what_is_missing_and_what_is_one(missing):
    found = scored(chosen("gad-7"), f"1,2,3,4,5,6,7\n1.0,1,1,1,1,1,{missing}\n".encode())
    assert found.faults == []
    assert [(row["total"], row["missing"]) for row in found.rows] == [(7, 1)]
    assert (figure(missing).value, figure("1.0").value, whole("1.0")) == (None, 1, 1)


def test_a_prorated_phq_9_rounds_half_up():
    head = ",".join(map(str, range(1, 10)))
    found = scored(chosen("phq-9"), f"{head}\n1,1,1,1,0,0,0,0,\n0,1,1,0,1,1,0,,\n".encode())
    assert [row["total"] for row in found.rows] == [5, 5], "4.5 and 5.14"


def test_a_core_10_with_one_item_missing_keeps_its_decimals():
    head = ",".join(map(str, range(1, 11)))
    found = scored(chosen("core-10"), f"{head},total\n1,3,3,1,2,1,1,1,3,,13.3\n".encode())
    assert found.faults == [], "a total that was stored with one decimal is the same"
    (row,) = found.rows
    assert row["total"] == pytest.approx(12 * 10 / 9)
    assert row["band"] == "at or above the cut-off"


def test_a_total_is_printed_as_people_read_it(tmp_path, capsys):
    path = tmp_path / "answers.csv"
    head = ",".join(map(str, range(1, 11)))
    path.write_bytes(f"{head}\n1,3,3,1,2,1,1,1,3,NA\n1,3,3,1,2,1,1,1,3,0\n".encode())
    assert main(["score", "core-10", str(path)]) == 0
    assert [line.split(" (")[0] for line in capsys.readouterr().out.splitlines()] == ["Row 2: 13.3", "Row 3: 12"]


def test_an_answer_table_in_another_encoding_and_with_columns_that_were_named_is_read(tmp_path, capsys):
    path = tmp_path / "answers.csv"
    path.write_bytes("Größe;a;b;c;d\n1;1;1;1;1\n".encode("windows-1252"))
    said = [word for n, name in enumerate("abcd", 1) for word in ("--map", f"{n}={name}")]
    assert main(["score", "phq-4", str(path), "--json", "--encoding", "windows-1252", *said]) == 0
    assert json.loads(capsys.readouterr().out)[0]["total"] == 4
