"""Everything that a key or the menu does: one table, from which shortcuts, menu and the searchable list are made."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from mat_desktop.screens.frame.action_room import ActionRoom
from mat_desktop.screens.frame.tour import turn_zone
from mat_desktop.screens.look.belonging import all_in
from mat_desktop.screens.shared.parts import Segments
from mat_desktop.screens.shared.people_list import PeopleList
from mat_desktop.workshop.journey import TITLES, Step, number

Deed = Callable[[ActionRoom], object]


class Menu(StrEnum):
    """The menus, by their words."""

    FILE = "File"
    EDIT = "Edit"
    GO = "Go to"
    HELP = "Help"


@dataclass(frozen=True, kw_only=True)
class Action:
    """One thing to do. `heard` says whether its key is heard elsewhere already: by a field, a list or under covers."""

    words: str
    menu: Menu
    does: Deed
    keys: tuple[str, ...] = ()
    on: Callable[[ActionRoom], bool] = lambda _place: True
    heard: bool = False

    @property
    def named(self) -> str:
        """The words with the keys."""
        return f"{self.words}  ({', '.join(self.keys)})" if self.keys else self.words


def _inside(place: ActionRoom) -> bool:
    return place.step is not None


def _on_a_page(place: ActionRoom) -> bool:
    return place.page_in_front is not None


def _tabs(place: ActionRoom) -> Segments | None:
    page = place.page_in_front
    tools = page.tools if page is not None else []
    return next((one for one in tools if isinstance(one, Segments) and one.isVisible()), None)


def _turn_tab(by: int) -> Deed:
    def turn(place: ActionRoom) -> None:
        page, tabs = place.page_in_front, _tabs(place)
        if page is not None and tabs is not None:
            tabs.turn(by)
            page.turned(tabs)

    return turn


def _turn_step(by: int) -> Deed:
    def turn(place: ActionRoom) -> None:
        steps = list(Step)
        if place.step is not None and 0 <= steps.index(place.step) + by < len(steps):
            place.open_step(steps[steps.index(place.step) + by])

    return turn


def _to_step(step: Step) -> Deed:
    return lambda place: place.open_step(step)


def _size_words(by: int) -> Deed:
    return lambda place: place.errands.size_words(by)


def _begin(place: ActionRoom) -> None:
    if place.page_in_front is not None:
        place.page_in_front.begin()


def _remove_marked(place: ActionRoom) -> None:
    """What the page's own "Remove" does, and only while the keyboard is in the list of people."""
    page, focus = place.page_in_front, place.window().focusWidget()
    if page is None or focus is None or not any(one.isAncestorOf(focus) for one in all_in(page, PeopleList)):
        return
    page.remove_marked()


def open_pictures(room: ActionRoom) -> None:
    """The pile of returned sheets of every kind, which is read where logs are taken in."""
    room.open_step(Step.CONTACT)
    if room.page_in_front is not None:
        room.page_in_front.open_pictures()


_STEPS = tuple(
    Action(
        words=f"Step {number(step)}: {TITLES[step]}",
        menu=Menu.GO,
        does=_to_step(step),
        keys=(f"Ctrl+{number(step)}",) if number(step) < 10 else (),
        on=_inside,
    )
    for step in Step
)
_SIZES = tuple(
    Action(words=words, menu=Menu.EDIT, does=_size_words(by), keys=keys, heard=True)
    for words, by, keys in (
        ("Larger words", 1, ("Ctrl++",)),
        ("Smaller words", -1, ("Ctrl+-",)),
        ("Words as usual", 0, ("Ctrl+0",)),
    )
)
ACTIONS: tuple[Action, ...] = (
    Action(words="New workshop", menu=Menu.FILE, does=lambda p: p.errands.new_workshop(), keys=("Ctrl+N",)),
    Action(words="Open another workshop, from Today", menu=Menu.FILE, does=lambda p: p.open_today(), keys=("Ctrl+O",)),
    Action(words="Print", menu=Menu.FILE, does=lambda p: p.open_print(), keys=("Ctrl+P",), on=_inside),
    Action(words="Copy to a second place", menu=Menu.FILE, does=lambda p: p.errands.copy_to_second_place()),
    Action(words="Recovery sheet", menu=Menu.FILE, does=lambda p: p.errands.print_recovery()),
    Action(
        words="Close this workshop, back to Today",
        menu=Menu.FILE,
        does=lambda p: p.open_today(),
        keys=("Ctrl+W",),
        on=_inside,
    ),
    Action(words="Change the passphrase", menu=Menu.FILE, does=lambda p: p.errands.change_passphrase()),
    Action(words="Change the PIN", menu=Menu.FILE, does=lambda p: p.errands.change_pin()),
    Action(words="Lock", menu=Menu.FILE, does=lambda p: p.tools.lock(), keys=("Ctrl+L",), heard=True),
    Action(words="Close MAT Desktop", menu=Menu.FILE, does=lambda p: p.window().close(), keys=("Ctrl+Q",)),
    Action(words="Undo", menu=Menu.EDIT, does=lambda p: p.turning.undo(), keys=("Ctrl+Z",), heard=True),
    Action(words="Redo", menu=Menu.EDIT, does=lambda p: p.turning.redo(), keys=("Ctrl+Y", "Ctrl+Shift+Z"), heard=True),
    Action(words="Find a person", menu=Menu.EDIT, does=lambda p: p.errands.find_person(), keys=("Ctrl+F",)),
    Action(
        words="Find in the list of this page",
        menu=Menu.EDIT,
        does=lambda p: p.find_person(),
        keys=("Ctrl+Shift+F",),
        on=_on_a_page,
    ),
    Action(words="Find a sheet by its form code", menu=Menu.EDIT, does=lambda p: p.filing.ask_code()),
    Action(words="Read returned sheets from pictures", menu=Menu.EDIT, does=open_pictures, on=_inside),
    Action(words="Go to the first thing to fill in", menu=Menu.EDIT, does=_begin, keys=("F2",), on=_on_a_page),
    Action(
        words="Remove who is marked in the list",
        menu=Menu.EDIT,
        does=_remove_marked,
        keys=("Delete",),
        on=lambda p: p.step is Step.PARTICIPANTS and _on_a_page(p),
        heard=True,
    ),
    Action(words="Settings", menu=Menu.EDIT, does=lambda p: p.errands.show_settings(), keys=("Ctrl+,",)),
    *_SIZES,
    *_STEPS,
    Action(words="The step before", menu=Menu.GO, does=_turn_step(-1), keys=("Ctrl+PgUp",), on=_inside),
    Action(words="The step after", menu=Menu.GO, does=_turn_step(1), keys=("Ctrl+PgDown",), on=_inside),
    Action(words="The next tab of this page", menu=Menu.GO, does=_turn_tab(1), keys=("Ctrl+Tab",), on=_on_a_page),
    Action(words="The tab before", menu=Menu.GO, does=_turn_tab(-1), keys=("Ctrl+Shift+Tab",), on=_on_a_page),
    Action(words="The next part of the window", menu=Menu.GO, does=turn_zone(1), keys=("F6",)),
    Action(words="The part of the window before", menu=Menu.GO, does=turn_zone(-1), keys=("Shift+F6",)),
    Action(
        words="Step out with somebody",
        menu=Menu.GO,
        does=lambda p: p.covers.toggle_step_out(),
        keys=("F8",),
        heard=True,
    ),
    Action(
        words="Safety card of who is on the page",
        menu=Menu.GO,
        does=lambda p: p.errands.card_of_who_is_here(),
        keys=("F7",),
        on=_inside,
    ),
    Action(
        words="Something has happened to somebody",
        menu=Menu.GO,
        does=lambda p: p.errands.tell_what_happened(),
        on=_inside,
    ),
    Action(words="Privacy screen", menu=Menu.GO, does=lambda p: p.covers.toggle_privacy(), keys=("F9",), heard=True),
    Action(words="Everything that can be done", menu=Menu.HELP, does=lambda p: p.show_actions(), keys=("Ctrl+K", "F1")),
    Action(words="What was done, and when", menu=Menu.HELP, does=lambda p: p.errands.show_audit()),
    Action(
        words="What was done about who is on the page",
        menu=Menu.HELP,
        does=lambda p: p.errands.show_audit_of_who_is_here(),
        on=_on_a_page,
    ),
    Action(words="If something is lost", menu=Menu.HELP, does=lambda p: p.errands.show_loss()),
    Action(words="If the program went wrong", menu=Menu.HELP, does=lambda p: p.errands.show_mishaps()),
    Action(words="About MAT Desktop, and the licences", menu=Menu.HELP, does=lambda p: p.errands.show_about()),
)
"""No key stands here twice."""
