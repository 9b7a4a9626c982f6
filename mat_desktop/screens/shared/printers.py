"""The printers of the computer: a port, and what the system says about them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo


@dataclass(frozen=True, kw_only=True)
class PrinterAtHand:
    """One printer: the papers that it knows, the one that lies in it as a rule, and whether it turns the paper."""

    name: str
    papers: tuple[QPageSize, ...]
    usual_paper: QPageSize
    two_sided: bool


class Printers(Protocol):
    """What printers there are."""

    def at_hand(self) -> Sequence[PrinterAtHand]:
        """Every printer, the usual one first."""
        ...

    def open(self, name: str) -> QPrinter:
        """The printer with this name, ready to be set and painted on."""
        ...


class SystemPrinters:
    """The printers that are set up on this computer."""

    def at_hand(self) -> tuple[PrinterAtHand, ...]:
        """Every printer, the usual one first."""
        usual = QPrinterInfo.defaultPrinterName()
        names = sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != usual, name.casefold()))
        return tuple(_at_hand(QPrinterInfo.printerInfo(name)) for name in names)

    def open(self, name: str) -> QPrinter:
        """The printer with this name, ready to be set and painted on."""
        return QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)


def _at_hand(info: QPrinterInfo) -> PrinterAtHand:
    usual = info.defaultPageSize()
    return PrinterAtHand(
        name=info.printerName(),
        papers=tuple(info.supportedPageSizes()) or (usual,),
        usual_paper=usual,
        two_sided=QPrinter.DuplexMode.DuplexLongSide in info.supportedDuplexModes(),
    )
