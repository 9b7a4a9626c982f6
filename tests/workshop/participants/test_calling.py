import pytest

from mat_desktop.workshop.participants.calling import first_name, folded, in_alphabet, is_sure, told_apart, turned


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Mara Quill", "Mara"),
        ("Quill, Mara", "Mara"),
        ("Dr. Mara Quill", "Mara"),
        ("Prof. Dr. Mara Quill", "Mara"),
        ("J. R. Mara Quill", "Mara"),
        ("Zoë Brown, Dr.", "Zoë"),
        ("Mara", "Mara"),
        ("M.", "M."),
        ("Ms. Quill", "Ms. Quill"),
        ("J. R. Quill", "J. R. Quill"),
        ("", ""),
    ],
)
def test_somebody_is_greeted_past_titles_and_initials_or_by_the_whole_name(name: str, called: str):
    assert first_name(name) == called


def test_where_a_name_does_not_say_what_to_call_somebody_they_are_asked():
    assert [is_sure(name) for name in ("Mara Quill", "Dr. Mara Quill", "Mara", "Ms. Quill", "J. R. Quill")] == [
        True,
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(
    "name", ["QUILL Mara", "DE LA CRUZ Ana", "Nguyễn Thị Ánh", "NGUYỄN Thị Ánh", "Đặng Vân", "김 민수"]
)
def test_where_the_family_may_come_first_nobody_is_greeted_by_it_but_asked(name: str):
    assert first_name(name) == name
    assert not is_sure(name)


def test_capitals_throughout_and_two_letters_say_no_family_first():
    assert [first_name(name) for name in ("MARA QUILL", "AJ Quill", "DR Mara Quill", "李小龍")] == [
        "MARA",
        "AJ",
        "Mara",
        "李小龍",
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Quill, Mara", "Mara Quill"),
        ("de la Fuente, Ana María", "Ana María de la Fuente"),
        ("Zoë Brown, Dr.", "Zoë Brown, Dr."),
        ("Quill, Mara, Teo", "Quill, Mara, Teo"),
        ("Quill, 2nd time", "Quill, 2nd time"),
        ("Quill,", "Quill,"),
    ],
)
def test_a_name_with_the_family_first_is_turned_and_a_degree_is_not(written: str, meant: str):
    assert turned(written) == meant


def test_two_of_one_name_are_told_apart_by_a_letter_or_by_the_whole_name():
    assert told_apart([("Ana", "Ana Quill"), ("Ben", "Ben Park")]) == ("Ana", "Ben")
    assert told_apart([("Ana", "Ana Quill"), ("Ana", "Ana Park")]) == ("Ana Q.", "Ana P.")
    assert told_apart([("Ana", "Ana Park"), ("Ana", "Ana Pohl")]) == ("Ana Park", "Ana Pohl")
    assert told_apart([("Ánh", "Nguyễn Thị Ánh"), ("Ben", "Ben")]) == ("Ánh", "Ben")


@pytest.mark.parametrize(
    "spelling", ["MARA O'NEILL", "Mara O’Neill", "Mara Oʼ\u200bNeill", "Mara  O`Neill", "O'Neill, Mara"]
)
def test_spellings_of_one_name_are_one(spelling: str):
    assert folded(spelling) == folded("Mara O'Neill")
    assert folded("Zoe\u0308") == folded("Zoë") != folded("Zoe")


def test_lists_are_in_the_order_in_which_people_look_names_up():
    names = ["Zoë", "Łukasz", "Émile", "Ørjan", "Eva", "Lena", "Olga", "O’Neill", "emil"]
    assert sorted(names, key=in_alphabet) == [
        "emil",
        "Émile",
        "Eva",
        "Lena",
        "Łukasz",
        "Olga",
        "O’Neill",
        "Ørjan",
        "Zoë",
    ]
