"""`mat-desktop pair`: rosters with ballots, rules and weights, and tables of fits."""

import json
from itertools import combinations

import pytest
from openpyxl import Workbook

from mat_desktop import cli
from tests.sure import sure

ROSTER = "id,name,availability\n1,Ana,evening\n2,Ben,evening\n3,Cleo,evening\n4,Dov,evening\n"
NOTHING_COUNTS = "criterion,weight\nballot,0\nsimilarity,0\nschedule,0\nchallenge,0\nreadiness,0\ncontact,0\n"


@pytest.fixture
def pair(tmp_path, capsys):
    """Write files and call the command; what it printed, or the lines of refusal."""

    def call(roster=None, *arguments, **files):
        given = []
        if roster is not None:
            (tmp_path / "roster.csv").write_bytes(roster if isinstance(roster, bytes) else roster.encode())
            given.append(str(tmp_path / "roster.csv"))
        for name, content in files.items():
            (tmp_path / f"{name}.csv").write_bytes(content if isinstance(content, bytes) else content.encode())
            given += [f"--{name}", str(tmp_path / f"{name}.csv")]
        status = cli.main(["pair", *given, *arguments, "--json"])
        out, err = capsys.readouterr()
        assert status == (2 if err else 0)
        return err.splitlines() if err else json.loads(out)

    return call


def members(found):
    return sorted(tuple(sorted(p["members"])) for p in found["partnerships"])


def table(fits, ids):
    """A square table with the same number in both cells of a pair; what is missing stays blank."""
    both = {**fits, **{(b, a): fit for (a, b), fit in fits.items()}}
    rows = [",".join(["id", *ids])]
    rows += [",".join([a, *(str(both.get((a, b), "")) for b in ids)]) for a in ids]
    return "\n".join(rows) + "\n"


def test_everything_that_was_promised_stands_in_the_answer(pair):
    found = pair(ROSTER)
    assert set(found) >= {"partnerships", "worst", "total", "unpaired", "broken_rules", "blocking_pairs"}
    assert all(set(p) == {"members", "fit", "reasons", "against"} for p in found["partnerships"])
    assert found["total"] == sum(p["fit"] for p in found["partnerships"])
    assert found["worst"] == min(p["fit"] for p in found["partnerships"])


def test_ballots_decide_and_a_not_is_never_named(pair):
    ballots = "from,to,wish\n1,3,want\n3,1,want\n2,4,accept\n1,2,not\n1,4,not\n"
    found = pair(ROSTER, ballots=ballots)
    assert members(found) == [("1", "3"), ("2", "4")]
    assert "Both chose each other" in found["partnerships"][0]["reasons"]
    said = json.dumps([found["partnerships"], found["broken_rules"], found["conflict"]])
    assert "not with" not in said
    assert "rather not" not in said


def test_another_spelling_in_ballots_and_rules_means_the_same_person(pair):
    roster = "name\nZoë O’Neill\nTeo Park\nAna Lee\nBen Roe\n"
    other = "Zoe\u0308 O'Neill"
    locked = pair(roster, rules=f"a,b,rule\n{other},ANA LEE,lock\n")
    assert members(locked) == [("Ana Lee", "Zoë O’Neill"), ("Ben Roe", "Teo Park")]
    chosen = pair(roster, ballots=f"from,to,wish\n{other},teo\u200b park,want\nTeo Park,{other},want\n")
    assert members(chosen) == [("Ana Lee", "Ben Roe"), ("Teo Park", "Zoë O’Neill")]


def test_what_was_tried_is_never_the_advice(pair):
    (said,) = pair("name\nZoë\n".encode("windows-1252"))
    assert "--encoding windows-1252" in said
    (said,) = pair(b"name\nZo\x81\n", "--encoding", "windows-1252")
    assert "WINDOWS-1252" in said
    assert "--encoding windows-1252" not in said


def test_private_limits_are_one_item_without_names_or_number(pair):
    nots = "from,to,wish\n" + "".join(f"1,{n},not\n" for n in (2, 3, 4))
    one = pair(ROSTER, ballots=nots)
    more = pair(ROSTER, ballots=nots + "2,1,not\n2,3,not\n")
    assert one["conflict"] == [{"rule": "private limits", "if_given_up": None}]
    assert more["conflict"] == one["conflict"]
    assert "1" in one["unpaired"]


def test_rules_keep_apart_keep_together_and_lock(pair):
    rules = "a,b,rule\n1,2,apart\n1,3,together\n"
    assert members(pair(ROSTER, rules=rules)) == [("1", "3"), ("2", "4")]
    assert members(pair(ROSTER, rules="a,b,rule\n4,1,lock\n")) == [("1", "4"), ("2", "3")]


def test_a_rule_that_had_to_give_is_named_and_a_hard_one_never_gives(pair):
    rules = "a,b,rule\n1,2,together\n1,2,lock\n1,3,together\n"
    found = pair(ROSTER, rules=rules)
    assert found["broken_rules"] == ["Ana and Cleo asked to be together"]
    apart = "a,b,rule\n" + "".join(f"1,{n},apart\n" for n in (2, 3, 4))
    found = pair(ROSTER, rules=apart)
    assert "1" in found["unpaired"]
    assert len(found["conflict"]) == 3
    assert all(rule["if_given_up"]["unpaired"] == 0 for rule in found["conflict"])


def test_weights_decide_what_the_fit_counts(pair):
    roster = "name,kind of challenge\nAna,sleep\nBen,sleep\n"
    weights = "criterion,weight\nballot,0\nsimilarity,0\nschedule,0\nreadiness,0\ncontact,0\n"
    assert pair(roster, weights=weights)["worst"] == 100
    assert pair(roster)["worst"] < 100


def test_an_odd_number_is_the_facilitators_choice(pair):
    roster = "name\nAna\nBen\nCleo\n"
    assert members(pair(roster)) == [("Ana", "Ben", "Cleo")]
    assert "Odd number: calls rotate A–B, B–C, C–A" in pair(roster)["partnerships"][0]["reasons"]
    with_her = pair(roster, "--odd", "facilitator")
    assert any("facilitator" in group for group in members(with_her))
    assert with_her["unpaired"] == []
    waiting = pair(roster, "--odd", "wait")
    assert [len(p["members"]) for p in waiting["partnerships"]] == [2]
    assert len(waiting["unpaired"]) == 1
    assert waiting["conflict"] == []


@pytest.mark.parametrize(
    ("roster", "placed", "left"),
    [("name\n", 0, 0), ("name\nAna\n", 0, 1), ("name\nAna\nBen\n", 2, 0), ("name\nAna\nBen\nCleo\n", 3, 0)],
)
def test_a_handful_of_people_and_nobody_are_answered_sensibly(pair, roster, placed, left):
    found = pair(roster)
    assert sum(len(p["members"]) for p in found["partnerships"]) == placed
    assert len(found["unpaired"]) == left
    assert found["worst"] is None or placed
    ids = [chr(97 + n) for n in range(placed + left)]
    found = pair(None, scores=table(dict.fromkeys(combinations(ids, 2), 5), ids))
    assert sum(len(p["members"]) for p in found["partnerships"]) == placed


@pytest.mark.parametrize(
    ("files", "lines"),
    [
        ({"ballots": ""}, ["ballots.csv: The file is empty"]),
        ({"ballots": "from,to\n1,2\n"}, ["ballots.csv: row 1: the columns from, to, wish"]),
        ({"ballots": "from,to,wish\n1,9,want\n"}, ["ballots.csv: row 2, column to: “9” is nobody of the roster"]),
        ({"ballots": "from,to,wish\n1,1,want\n"}, ["ballots.csv: row 2, column to: two different people"]),
        ({"ballots": "from,to,wish\n1,2,yes\n"}, ["ballots.csv: row 2, column wish: one of want, accept, not"]),
        ({"ballots": "from,to,wish\n1,2,want\n1,2,not\n"}, ["ballots.csv: row 3, column wish: an earlier row"]),
        ({"rules": "a,b,rule\n1,2,apart\n2,1,lock\n"}, ["rules.csv: row 3, column rule: lock contradicts"]),
        ({"rules": "a,b,rule\n1,2,together\n1,2,apart\n"}, ["rules.csv: row 3, column rule: apart contradicts"]),
        ({"rules": "a,b,rule\n1,2,lock\n3,2,lock\n"}, ["rules.csv: row 3, column b: 2 is locked to somebody else"]),
        ({"rules": "a,b,rule\n7,8,lock\n1,2,marry\n"}, ["row 2, column a: “7”", "row 3, column rule: one of apart"]),
        ({"weights": "criterion,weight\nballot,-1\n"}, ["weights.csv: row 2, column weight: a whole number from 0"]),
        ({"weights": "criterion,weight\nballot,nan\n"}, ["weights.csv: row 2, column weight"]),
        ({"weights": "criterion,weight\nballot,99999999\n"}, ["weights.csv: row 2, column weight"]),
        ({"weights": "criterion,weight\nlove,1\n"}, ["weights.csv: row 2, column criterion: one of ballot"]),
        ({"weights": NOTHING_COUNTS}, ["weights.csv: column weight: at least one criterion"]),
        (
            {"rules": "a,b,rule\n1,2,lock\n", "ballots": "from,to,wish\n1,2,not\n"},
            ["rules.csv: column rule: 1 and 2 cannot be locked: private limits"],
        ),
    ],
)
def test_wrong_files_are_refused_by_row_and_column(pair, files, lines):
    found = pair(ROSTER, **files)
    assert len(found) == len(lines)
    for line, words in zip(found, lines, strict=True):
        assert words in line


def test_a_table_of_fits_is_taken_as_it_stands(pair):
    ids = ["a", "b", "c", "d"]
    fits = {("a", "b"): 900, ("c", "d"): 1, ("a", "c"): 450, ("b", "d"): 400, ("a", "d"): 0, ("b", "c"): 7}
    found = pair(None, scores=table(fits, ids))
    assert members(found) == [("a", "c"), ("b", "d")]
    assert (found["worst"], found["total"]) == (400, 850)
    assert found["blocking_pairs"] == [["a", "b"]]


def test_cells_that_differ_count_their_mean_and_one_blank_cell_forbids(pair):
    found = pair(None, scores="id,a,b\na,,10\nb,5,\n")
    assert (found["worst"], found["total"]) == (7.5, 7.5)
    found = pair(None, scores="id,a,b,c\na,,10,1\nb,,,1\nc,1,1,\n")
    assert members(found) == [("a", "c")]
    assert found["unpaired"] == ["b"]


def test_the_most_people_possible_are_paired_where_not_everybody_can_be(pair):
    ids = ["a", "b", "c", "d", "e", "f"]
    star = {("a", other): 9 for other in ids[1:]} | {("b", "c"): 1}
    found = pair(None, scores=table(star, ids))
    assert len(found["partnerships"]) == 2
    assert ("b", "c") in members(found)
    assert len(found["unpaired"]) == 2


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "The file is empty"),
        ("id,a,b\na,,1\n", "column b: the table is not square"),
        ("id,a,b\na,,1\nb,1,\nc,1,1\n", "row 4, column 1: “c” is no id"),
        ("id,a,b\na,,1\nb,1,\na,,1\n", "row 4, column 1: “a” has a row already"),
        ("id,a,b\na,,1,4\nb,1,\n", "row 2, column 4: only 2 columns"),
        ("id,a,a\na,,1\n", "row 1, column a: this id stands in the first row twice"),
        ("id,a,b\na,,nan\nb,nan,\n", "row 2, column b: a whole number from 0"),
        ("id,a,b\na,,-1\nb,1,\n", "row 2, column b: a whole number from 0"),
        ("id,a,b\na,,1.5\nb,1,\n", "row 2, column b: a whole number from 0"),
        ("id,a,b\na,,99999999999999999999\nb,1,\n", "row 2, column b: a whole number from 0"),
        ("id,a,b\na,,x\nb,١,\n", "row 3, column a: a whole number from 0"),
        ("id,a,b,c\na,,1,1\nb,,,1\nc,,,\n", "only one half of the table is filled"),
    ],
)
def test_a_table_that_cannot_be_solved_is_refused_by_row_and_column(pair, content, words):
    assert any(line.startswith("scores.csv: ") and words in line for line in pair(None, scores=content))


def test_what_does_not_go_together_is_said(pair):
    assert "either a roster" in pair()[0]
    assert "go with a roster" in pair(None, scores="id,a,b\na,,1\nb,1,\n", weights="criterion,weight\n")[0]
    assert "no row for the facilitator" in pair(None, "--odd", "facilitator", scores="id,a\na,\n")[0]


def test_a_spreadsheet_export_with_another_encoding_is_read(pair):
    roster = "name\nZoë\nAna\n".encode("windows-1252")
    rules = "a;b;rule\nZoë;Ana;lock\n".encode("windows-1252")
    assert members(pair(roster, "--encoding", "windows-1252", rules=rules)) == [("Ana", "Zoë")]


def test_a_workbook_is_a_roster_and_a_note_about_a_cell_does_not_refuse_it(tmp_path, capsys):
    book = Workbook()
    sheet = sure(book.active)
    for row in (["Given name", "Family name", "Phone"], ["Zoë", "O’Neill", "Mobile"], ["Teo", "Park", "021 555 0102"]):
        sheet.append(row)
    book.save(tmp_path / "roster.xlsx")
    (tmp_path / "rules.csv").write_text('a,b,rule\nZOË O\'NEILL,"Park, Teo",lock\n', encoding="utf-8")
    said = ["pair", str(tmp_path / "roster.xlsx"), "--rules", str(tmp_path / "rules.csv"), "--json"]
    assert cli.main(said) == 0
    out, err = capsys.readouterr()
    assert sorted(json.loads(out)["partnerships"][0]["members"]) == ["Teo Park", "Zoë O’Neill"]
    assert err == "roster.xlsx: row 2, column Phone: “Mobile” is no phone number; left empty\n"


def test_which_column_is_the_name_can_be_said(pair):
    roster = "Wer;Wo\nAna;Hier\nBen;Da\n"
    assert "--map name=COLUMN" in pair(roster)[-1]
    assert members(pair(roster, "--map", "name=Wer")) == [("Ana", "Ben")]
    assert members(pair(roster, "--map", "name=2")) == [("Da", "Hier")]
