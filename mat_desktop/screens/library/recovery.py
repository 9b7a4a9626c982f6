"""The recovery sheet: printed at first start, or put off with a reminder on Today until it is done."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from mat_desktop.facilitation.library.notices import OpenLibrary
from mat_desktop.facilitation.ports import Fact
from mat_desktop.facilitation.printer import Printer
from mat_desktop.screens.look.sizes import hold
from mat_desktop.screens.shared.bench import Messages
from mat_desktop.screens.shared.dialog import Dialog
from mat_desktop.screens.shared.dialog_body import lay_out
from mat_desktop.screens.shared.parts import button, column, label
from mat_desktop.screens.shared.preview import page_count
from mat_desktop.screens.shared.print_options import remembered
from mat_desktop.screens.shared.printer_dialog import Document, choose_printer
from mat_desktop.screens.shared.to_printer import paint_on
from mat_desktop.workshop.refusal import Refusal


class RecoveryDialog(Dialog):
    """Print, save, or later."""

    def __init__(
        self,
        window: QWidget,
        library: OpenLibrary,
        printer: Printer,
        write: Callable[[Path, bytes], None],
        messages: Messages,
    ) -> None:
        super().__init__(window, "Recovery sheet")
        self.ask_printer = choose_printer
        self._library, self._write, self._messages = library, write, messages
        desk = library.desk
        self._style = remembered(desk)
        self._pdf = printer.recovery_sheet(library.recovery_lines(), desk.clock.today(), self._style.paper)
        hold(self, least_width=560)
        content = column(
            label("Print your recovery sheet", "section", wrap=True),
            label(
                "Nobody can open this library without the passphrase, not even we. If you forget it, this sheet is the "
                "only other way in. Keep it away from the computer.",
                wrap=True,
            ),
            gap=16,
        )
        self.later = button("Later", self.reject)
        self.save = button("Save as PDF", self._save, icon="file-down")
        self.print = button("Print", self._print, "primary", "printer")
        lay_out(self, content, self.save, self.print, first=self.later)

    def _print(self) -> None:
        printer = self.ask_printer(self, Document(style=self._style, pages=page_count(self._pdf)))
        if printer is not None and paint_on(self._pdf, printer, self._messages.tell):
            self._done()

    def _save(self) -> None:
        place = self._messages.file_to_save(
            "Save the recovery sheet, best on a stick", "recovery-sheet.pdf", "PDF (*.pdf)"
        )
        if place is None:
            return
        try:
            self._write(place, self._pdf)
        except Refusal as refusal:
            self._messages.tell(str(refusal))
            return
        self._done()

    def _done(self) -> None:
        self._library.desk.hold(Fact.RECOVERY_PRINTED, "yes")
        self.accept()
