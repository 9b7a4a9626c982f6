"""What happens to each kind of deed when the disk takes nothing more, and when there is room again."""

from typing import Any

from mat_desktop.facilitation.desk import Desk
from mat_desktop.facilitation.ports import Note
from mat_desktop.storage.faults import NotSaved
from tests.deeds import YEAR_OF_DEEDS, clock_of, eight_people
from tests.full_disk import needs_a_system_that_refuses, no_room
from tests.libraries import library_of
from tests.people import WORKSHOP_DAY, CountedCodes


@needs_a_system_that_refuses
def test_every_kind_of_deed_says_that_it_is_not_saved_changes_nothing_and_is_done_once_there_is_room(
    tmp_path, monkeypatch
):
    library = library_of(tmp_path / "library", eight_people)
    clock = clock_of(WORKSHOP_DAY)
    desk, unsaid = Desk(library.archive, clock, CountedCodes()), []
    returned: dict[str, Any] = {}
    kinds: list[str] = []
    begin = library.archive.deed

    def noted(note: Note):
        kinds.append(note.kind)
        return begin(note)

    monkeypatch.setattr(library.archive, "deed", noted)
    for day, deeds in YEAR_OF_DEEDS:
        clock.go_to(day)
        for deed in deeds:
            before, refused = library.keeper._head(), ""
            try:
                with no_room():
                    deed(desk, returned)
            except NotSaved as refusal:
                refused = str(refusal)
            assert library.keeper._head() == before, kinds[-1]
            returned[kinds[-1]] = deed(desk, returned)
            if library.keeper._head() != before and not refused.startswith("NOT saved: "):
                unsaid.append(kinds[-1])
    assert unsaid == []
    assert len(set(kinds)) > 100, "a walk of few kinds would prove little"
    assert library.archive.faults() == []
    library.close()
