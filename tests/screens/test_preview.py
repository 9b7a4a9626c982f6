import io

import pypdf
import pytest
from PySide6.QtPrintSupport import QPrinter

from mat_desktop.paper.drawing import Page
from mat_desktop.paper.press import bound
from mat_desktop.screens.shared.preview import page_count, render
from mat_desktop.screens.shared.to_printer import paint_on


def two_pages() -> bytes:
    upright, sideways = Page(595, 842), Page(842, 595)
    upright.box(100, 100, 200, 200, filled=True)
    sideways.text(50, 50, "sideways", 20)
    return bound([upright, sideways], "two")


def test_the_preview_shows_the_very_bytes_from_memory():
    pdf = two_pages()
    assert page_count(pdf) == 2
    picture = render(pdf, 0, 1.0)
    assert (picture.width(), picture.height()) == (595, 842)
    assert picture.pixelColor(200, 200).lightness() == 0
    assert picture.pixelColor(50, 50).lightness() == 255


def test_every_page_goes_to_the_printer(qapp, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    assert paint_on(two_pages(), printer, pytest.fail)
    sent = pypdf.PdfReader(io.BytesIO((tmp_path / "out.pdf").read_bytes()))
    assert len(sent.pages) == 2
    sizes = [(round(p.mediabox.width), round(p.mediabox.height)) for p in sent.pages]
    assert abs(sizes[0][0] - 595) <= 2
    assert abs(sizes[1][0] - 842) <= 2
