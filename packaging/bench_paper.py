"""The paper of 200 people: pages beside a bare canvas, memory, and whether the window stays live meanwhile."""

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path

from measuring import Row, crowd

PEOPLE, ROUNDS = 200, 5
MOST = {"take_home_200": 1.86, "handouts_200": 1.34}
"""How many times as long as only drawing may be laying out and drawing."""
MOST_KB, MOST_MB, MOST_FRAME_MS = 8, 400, 100

MEMORY = """
import resource, sys
sys.path.insert(0, sys.argv[2])
from bench_paper import views_of, pack
from pathlib import Path
from mat_desktop.facilitation.printer import Style
from mat_desktop.paper import press
press.pdf(views_of(Path(sys.argv[1]), 1, pack()), Style())
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def pack() -> tuple:
    """Everything that goes home, and the goal sheets."""
    from mat_desktop.workshop.sheets import TAKE_HOME, SheetKind

    return (*TAKE_HOME, SheetKind.GOAL_SHEET)


def order_of(desk: object, workshop: int, kinds: tuple) -> object:
    from mat_desktop.facilitation.sheets import orders as sheets

    people = sheets.recipients(desk, workshop, kinds)
    return sheets.Order(workshop_id=workshop, kinds=kinds, people=tuple(r.key for r in people))


def views_of(folder: Path, workshop: int, kinds: tuple) -> tuple:
    from mat_desktop.app.doors import at_desk
    from mat_desktop.facilitation.rules import standing_rules
    from mat_desktop.facilitation.sheets import orders as sheets
    from mat_desktop.storage.folder.library import open_with_passphrase

    library = open_with_passphrase(folder, None, standing_rules)
    desk = at_desk(library).desk
    found = sheets.print_out(desk, order_of(desk, workshop, kinds))
    library.close()
    return found


def drawn(pages: Iterable[object]) -> bytes:
    """The marks of these pages straight on a bare canvas: nothing to read aloud, no bookmarks, no names of pages."""
    from reportlab.pdfgen.canvas import Canvas

    from mat_desktop.paper import press

    buffer = BytesIO()
    canvas = Canvas(buffer, pageCompression=1, invariant=1)
    for page in pages:
        canvas.setPageSize((page.width, page.height))
        for mark in page.marks:
            if mark[0] in press._DRAW:
                press._DRAW[mark[0]](canvas, page.height, mark)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def cpu(do: Callable[[], object]) -> float:
    """CPU-seconds, which another program beside this one does not change."""
    start = time.process_time()
    do()
    return time.process_time() - start


def paper() -> list[Row]:
    """The same pages three times: only drawn, laid out and drawn, and as they are printed, to be read aloud too."""
    from mat_desktop.workshop.sheets import SheetKind

    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "many"
        workshop = crowd(library, PEOPLE)
        rows = []
        for name, kinds in (("take_home_200", pack()), ("handouts_200", (SheetKind.SIX_MONTHS,))):
            rows += laid_out_and_tagged(name, views_of(library, workshop, kinds))
        return [*rows, memory(library), live(library, workshop)]


def laid_out_and_tagged(name: str, views: tuple) -> list[Row]:
    """How much longer layout takes than drawing, and what the tags add in time and in bytes."""
    from mat_desktop.facilitation.printer import Style
    from mat_desktop.paper import press

    pages = press.pages_of(views, Style())
    press.bound(pages[:2], "warm")
    times: dict[str, list[float]] = defaultdict(list)
    for _ in range(ROUNDS):
        times["bare"].append(cpu(lambda: drawn(pages)))
        times["laid out"].append(cpu(lambda: drawn(press.pages_of(views, Style()))))
        times["tagged"].append(cpu(lambda: press.pdf(views, Style())))
    bare, laid_out, tagged = (statistics.median(found) * 1000 for found in times.values())
    added, most = (tagged - laid_out) / bare, MOST[name]
    size = (len(press.bound(pages, "")) - len(drawn(pages))) / 1000 / len(pages)
    print(f"{name}: {len(pages) / tagged * 1000:.0f} pages in a CPU-second", file=sys.stderr)
    title = f"{name}_{len(pages)}_pages"
    ratio = laid_out / bare
    return [
        Row(title, round(bare, 2), round(laid_out, 2), round(ratio, 2), f"<= {most} x", ratio <= most),
        Row(f"{name}_tags", round(laid_out, 2), round(tagged, 2), round(added, 2), "<= 1.0 x more", added <= 1),
        Row(f"{name}_tags_kB_a_page", 0, round(size, 2), round(size, 2), f"<= {MOST_KB} kB", size <= MOST_KB),
    ]


def memory(library: Path) -> Row:
    """The most memory of a process that makes the whole pack, beside one that only imports."""
    bare = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    done = subprocess.run(
        [sys.executable, "-c", MEMORY, str(library), str(Path(__file__).parent)],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parent.parent,
        check=True,
        env={"PYTHONPATH": ".", "PATH": ""},
    )
    most = float(done.stdout)
    return Row(
        "take_home_200_memory_MB", round(bare), round(most), round(most / bare, 2), f"<= {MOST_MB} MB", most <= MOST_MB
    )


def live(library: Path, workshop: int) -> Row:
    """Printing the pack into a file from the window: the longest time between two beats of its event loop."""
    from PySide6.QtCore import QTimer
    from PySide6.QtTest import QTest

    from mat_desktop.app.window import Window
    from mat_desktop.rehearsal.demo import application
    from mat_desktop.rehearsal.messages import RecordedMessages
    from mat_desktop.workshop.journey import Step

    held = application()
    assert held
    window, messages = Window(library), RecordedMessages()
    window.make_messages = lambda _window, _strip: messages
    window.resize(1366, 768)
    window.show()
    QTest.qWait(600)
    window.workplace.open_workshop(workshop, Step.GOALS, None)
    window.workplace.open_print()
    page = window.workplace.stack.currentWidget()
    page.what.choose(pack())
    page._offer()
    page.whom.choose_all()
    page.settle()
    messages.paths.append(library.parent / "pack.pdf")
    beats: list[float] = []
    last = [time.perf_counter()]

    def beat() -> None:
        now = time.perf_counter()
        beats.append(now - last[0])
        last[0] = now

    timer = QTimer(interval=0)
    timer.timeout.connect(beat)
    start = time.perf_counter()
    page.outgoing.save()
    last[0] = time.perf_counter()
    timer.start()
    while page.busy:
        QTest.qWait(20)
    took = time.perf_counter() - start
    timer.stop()
    window.close()
    worst = max(beats) * 1000
    print(f"the pack from the window: {took:.1f} s, {len(beats)} beats", file=sys.stderr)
    name = "take_home_200_longest_frame"
    return Row(
        name,
        MOST_FRAME_MS,
        round(worst, 1),
        round(worst / MOST_FRAME_MS, 2),
        f"<= {MOST_FRAME_MS} ms",
        worst <= MOST_FRAME_MS,
    )
