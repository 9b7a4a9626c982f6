"""The order in which a PDF is read aloud: what each mark belongs to, headings, pictures with words, pages by name.

Written by hand onto ReportLab's canvas, which knows no tags: marked content with an identifier for each thing on a
page, the tree of things, and the way back from a page to its things (PDF 32000-1:2008, 14.7 and 14.8).
"""

from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas

from mat_desktop.paper.drawing import Mark

ARTIFACT = "Artifact"
_TITLE, _SECTION = 20.0, 13.0
_DRAWN_ONLY = ("line", "box", "boxes", "circle", "diamond")


class _Thing(PDFDictionary):  # type: ignore[misc]
    """A dictionary that is an object of its own."""

    __RefOnly__ = 1


class _TaggedPage(pdfdoc.PDFPage):  # type: ignore[misc]
    """A page that knows under which number its things are found."""

    __NoDefault__ = (*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs")


class Tags:
    """The things of one document under way."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._document = canvas._doc  # noqa: SLF001  ReportLab has no other way to what it writes
        self._things: list[Any] = []
        self._pages: list[list[Any]] = [[]]
        self._root = _Thing({"Type": PDFName("StructTreeRoot")})
        self._body = _Thing({"Type": PDFName("StructElem"), "S": PDFName("Document")})
        self._root_at = self._document.Reference(self._root, "StructRoot")
        self._body_at = self._document.Reference(self._body, "StructDocument")
        self._body.dict["P"] = self._root_at
        self._open = ""
        self._told = False
        """Whether what is open was begun by a mark of the layout."""

    def _write(self, operator: str) -> None:
        self._canvas._code.append(operator)  # noqa: SLF001  marked content has no method of its own

    def begin(self, role: str, alternative: str = "") -> None:
        """What is drawn from now on is one thing; an artifact is none, and is not read."""
        self.end()
        self._open, self._told = role, True
        if role == ARTIFACT:
            self._write("/Artifact BMC")
            return
        here = self._pages[-1]
        number = len(here)
        thing = _Thing(
            {
                "S": PDFName(role),
                "P": self._body_at,
                "K": number,
                "Pg": self._document.thisPageRef(),
            }
        )
        if alternative:
            thing.dict["Alt"] = PDFString(alternative)
        found = self._document.Reference(thing, f"Thing{len(self._pages)}.{number}")
        here.append(found)
        self._things.append(found)
        self._write(f"/{role} <</MCID {number}>> BDC")

    def end(self) -> None:
        """That thing is drawn."""
        if self._open:
            self._write("EMC")
            self._open, self._told = "", False

    def draw(self, mark: Mark) -> None:
        """A mark comes next. One that nobody tagged belongs to the thing under way, if that is of the same role.

        Lines among words stay where they are: a circle with its number is one thing.
        """
        if self._told:
            return
        role = role_of(mark)
        if role == ARTIFACT and self._open:
            return
        if self._open != role:
            self.begin(role)
            self._told = False

    def page_done(self) -> None:
        """The page is full; the next one begins without any thing."""
        self.end()
        self._pages.append([])

    def finish(self) -> None:
        """Write the tree, and for each page the way back to its things."""
        numbers: list[Any] = []
        for number, things in enumerate(self._pages[:-1]):
            numbers += [number, PDFArray(things)]
        self._body.dict["K"] = PDFArray(self._things)
        self._root.dict.update(
            {"K": self._body_at, "ParentTree": PDFDictionary({"Nums": PDFArray(numbers)}),
             "ParentTreeNextKey": len(self._pages) - 1}
        )  # fmt: skip
        catalog = self._document.Catalog
        catalog.__NoDefault__ = [*catalog.__NoDefault__, "StructTreeRoot", "MarkInfo"]
        catalog.__Refs__ = [*catalog.__Refs__, "StructTreeRoot"]
        catalog.StructTreeRoot = self._root_at
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})


def tagged_pages(canvas: Canvas) -> None:
    """From now on each page of this canvas knows under which number its things are found."""
    document = canvas._doc  # noqa: SLF001  ReportLab has no other way to what it writes
    add = document.addPage
    count = 0

    def add_numbered(page: Any) -> Any:
        nonlocal count
        page.__class__ = _TaggedPage
        page.StructParents, page.Tabs = count, PDFName("S")
        count += 1
        return add(page)

    document.addPage = add_numbered


def role_of(mark: Mark) -> str:
    """What an untagged mark is: a heading by its size, words, or a line that is only seen."""
    if mark[0] in _DRAWN_ONLY:
        return ARTIFACT
    size = mark[5]
    return "H1" if size >= _TITLE else "H2" if size >= _SECTION and "Bold" in mark[4] else "P"
