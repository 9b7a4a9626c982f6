"""Puts fonts and palette on the application and the style sheet on its windows, and changes them while it runs.

The sheet lies on each window that lies in no other, never on the application: there, each widget that is laid into
another one would be styled anew, which took half of what it costs to make a page. Dialogs, menus and tool tips that
belong to a window wear what it wears, whenever they are born.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QAbstractItemView, QApplication, QScrollArea, QScrollBar, QWidget
from shiboken6 import isValid

from mat_desktop.assets import font
from mat_desktop.screens.look.theme import FAMILIES, Theme, metrics_of, put_on, type_font, worn
from mat_desktop.screens.look.tokens import TYPE

_FILES = (
    "AtkinsonHyperlegibleNext_400Regular.ttf",
    "AtkinsonHyperlegibleNext_600SemiBold.ttf",
    "AtkinsonHyperlegibleNext_700Bold.ttf",
)
_FALLBACK = ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")
_SCRIPTS = {
    QFontDatabase.WritingSystem.Thai: ("NotoSansThai_400Regular.ttf", "NotoSansThai_700Bold.ttf"),
    QFontDatabase.WritingSystem.Devanagari: ("NotoSansDevanagari_400Regular.ttf", "NotoSansDevanagari_700Bold.ttf"),
    QFontDatabase.WritingSystem.Korean: ("NanumGothic_400Regular.ttf",),
    QFontDatabase.WritingSystem.SimplifiedChinese: ("DroidSansFallbackFull.ttf",),
}
"""What paper has for names in other scripts, for a system that has none; the fallback has Hebrew, Arabic and Greek."""
_LOADED, _FOLDER, _SHEET, _CLOTHED = "lettered", "dressed", "sheet", "clothed"


def system_text() -> float:
    """How many times larger than ours the system's own text is; 1 where it is as large or smaller.

    To be asked before `load_fonts`, which puts our family in the place of the system's.
    """
    return max(1.0, QFontInfo(QApplication.font()).pixelSize() / TYPE["body"][0])


def load_fonts(theme: Theme | None = None) -> None:
    """The shipped family, so that a bare machine shows letters and not boxes, and the theme of the first paint."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    if not application.property(_LOADED):
        application.setProperty(_LOADED, True)
        for name in _FILES:
            QFontDatabase.addApplicationFont(str(font(name)))
        metrics_of.cache_clear()
    if theme is not None:
        put_on(application, theme)
    family = QFont(list(FAMILIES))
    family.setPixelSize(worn().px(TYPE["body"][0]))
    QApplication.setFont(family)


def dress(application: QApplication) -> None:
    """The palette, the fallback fonts and the sheet that windows will wear; done once, after the first paint."""
    if application.property(_FOLDER):
        return
    _load_fallback()
    folder = Path(mkdtemp(prefix="mat-desktop-"))
    application.setProperty(_FOLDER, str(folder))
    application.aboutToQuit.connect(lambda: _clear(folder))
    _put_on_sheet(application)


def clothe(window: QWidget) -> None:
    """Put the sheet on a window that lies in no other, now if the program is dressed, else when it is."""
    window.setProperty(_CLOTHED, True)
    if sheet := _sheet():
        window.setStyleSheet(sheet)


def _sheet() -> str:
    application = QApplication.instance()
    return str(application.property(_SHEET) or "") if application is not None else ""


def wear(application: QApplication, theme: Theme) -> None:
    """Change to another theme: what stands on the screen, open or hidden, is drawn and measured anew at once."""
    before = worn()
    if theme == before:
        return
    put_on(application, theme)
    if not application.property(_FOLDER):
        return
    scrolled = _scrolled()
    if QApplication.font() != type_font("body"):
        QApplication.setFont(type_font("body"))
    _put_on_sheet(application)
    _measure_anew(sizes_too=not theme.as_large_as(before))
    QTimer.singleShot(0, application, lambda: _scroll_back(scrolled))


def _put_on_sheet(application: QApplication) -> None:
    from mat_desktop.screens.look.icons import save
    from mat_desktop.screens.look.style import style_sheet

    theme, folder = worn(), Path(str(application.property(_FOLDER)))
    # Qt remembers a picture by its name, so each theme and size has names of its own.
    named = f"{theme.scheme.name.lower()}-{theme.px(100)}.png"
    chevron = save("chevron-down", "ink", folder / f"chevron-{named}", 18)
    tick = save("check", "on_primary", folder / f"tick-{named}", 18)
    up = save("chevron-down", "ink", folder / f"up-{named}", 18, turned=True)
    application.setProperty(_SHEET, style_sheet(theme, chevron, tick, up))
    # What every widget is told takes as long as the sheet itself, so it is told only what is new.
    if application.palette() != theme.palette():
        application.setPalette(theme.palette())
    # The new sheet takes the place of the old one: were that taken off first, each widget would be styled twice.
    with _layouts_at_rest():
        for window in QApplication.topLevelWidgets():
            if window.property(_CLOTHED):
                window.setStyleSheet(_sheet())


@contextmanager
def _layouts_at_rest() -> Iterator[None]:
    """Lay nothing out before everything wears the new sheet: an area that scrolls does so each time a part changes."""
    areas = [one for one in QApplication.allWidgets() if isinstance(one, QScrollArea)]
    layouts = [inside.layout() for area in areas if (inside := area.widget()) is not None]
    resting = [layout for layout in layouts if layout is not None and layout.isEnabled()]
    deaf = _Deaf()
    for area in areas:
        area.installEventFilter(deaf)
    for layout in resting:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for area in areas:
            area.removeEventFilter(deaf)
        for layout in resting:
            layout.setEnabled(True)
            layout.invalidate()


class _Deaf(QObject):
    """Lets an area that scrolls not hear of its new style, for which it would measure all that is in it.

    No area has a frame in any theme, and what is in it asks for its new room itself.
    """

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Every other event is heard."""
        return event.type() == QEvent.Type.StyleChange


def _scrolled() -> list[tuple[QScrollBar, int]]:
    """How far what is seen was scrolled: between two sheets all is lower for a moment, and would lose its place."""
    bars = (one for one in QApplication.allWidgets() if isinstance(one, QScrollBar) and one.isVisible())
    return [(bar, bar.value()) for bar in bars if bar.value()]


def _scroll_back(scrolled: list[tuple[QScrollBar, int]]) -> None:
    for bar, value in scrolled:
        if isValid(bar):
            bar.setValue(value)


def _measure_anew(*, sizes_too: bool) -> None:
    """What no style tells: icons, sizes that follow the text, and lists; the sheet tells all others by itself."""
    from mat_desktop.screens.look import icons, sizes

    for widget in QApplication.allWidgets():
        icons.redraw(widget)
        if sizes_too:
            sizes.apply(widget)
        if isinstance(widget, QAbstractItemView):
            widget.scheduleDelayedItemsLayout()


def _load_fallback() -> None:
    """What rare letters and other scripts are drawn with, before the first name is: later, it would stay boxes.

    Of a file only its tables are read here, which takes some milliseconds for all of them.
    """
    lacking = [names for script, names in _SCRIPTS.items() if not QFontDatabase.families(script)]
    for name in (*_FALLBACK, *(name for names in lacking for name in names)):
        QFontDatabase.addApplicationFont(str(font(name)))


def _clear(folder: Path) -> None:
    for path in folder.glob("*.png"):
        path.unlink(missing_ok=True)
    folder.rmdir()
