"""Pages as they come out of the printer, for hands to write on."""

import numpy as np
import pypdfium2

from mat_desktop.facilitation.printer import AnswerPlace, PrintedPage
from mat_desktop.paper.press import redrawn
from tests.eye.hands import SCALE


def paper(printed: PrintedPage) -> np.ndarray:
    """One page as grey paper, ten pixels a millimetre, that can be written on."""
    page = pypdfium2.PdfDocument(redrawn(printed))[0]
    grey = page.render(scale=SCALE * 25.4 / 72, grayscale=True).to_numpy()
    return np.array(grey.reshape(grey.shape[:2]))


def box_of(place: AnswerPlace) -> tuple[float, float, float, float]:
    """As hands and readers have it."""
    return place.x, place.y, place.wide, place.high
