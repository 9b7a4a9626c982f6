"""The shelf of instruments: those that the program brings along, and those from the facilitator's own files."""

import hashlib
from functools import cache
from pathlib import Path

from mat_desktop.assets import resources
from mat_desktop.facilitation.chosen_file import TooLarge, content_of_file
from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Work, deed, look
from mat_desktop.facilitation.ports import Rows
from mat_desktop.workshop.answers.instruments import Instrument
from mat_desktop.workshop.answers.responses import LoadedInstrument, Response
from mat_desktop.workshop.refusal import Refusal


@cache
def built_in() -> dict[str, Path]:
    """The files of the instruments that the program brings along, by id."""
    folder = resources() / "instruments"
    return {path.stem: path for path in sorted([*folder.glob("*.toml"), *folder.glob("*/*.toml")])}


@cache
def shipped(instrument_id: str) -> Instrument:
    """One instrument that the program brings along. Raises KeyError for a strange id."""
    from mat_desktop.facilitation.answers.instrument_file import read

    return read(built_in()[instrument_id].read_bytes())


def read_file(path: Path, *, piped: bool = False) -> tuple[Instrument, bytes]:
    """The instrument of a file of the facilitator's own, and what stands in it.

    What is too large or no file is refused before it is read; what another command writes will do where `piped`.
    """
    from mat_desktop.facilitation.answers.instrument_file import MOST_BYTES, TOO_LARGE, read

    try:
        content = content_of_file(path, MOST_BYTES, piped=piped)
    except TooLarge:
        raise Refusal(TOO_LARGE) from None
    except OSError as fault:
        raise Refusal(f"{path.name} cannot be read: {fault.strerror}.") from None
    return read(content), content


@deed(DeedKind.INSTRUMENTS_LOAD)
def load(work: Work, content: bytes) -> str:
    """Take in an instrument from its file; the same id again replaces it while nobody has answered it.

    Returns its id. Raises Refusal with line and reason, or when it would change what has been answered.
    """
    from mat_desktop.facilitation.answers.instrument_file import read

    found = read(content)
    if found.id in built_in():
        raise Refusal(f"MAT Desktop brings {found.title} along. Give your own version another id.")
    text = content.decode("utf-8-sig")
    present = work.rows.find(LoadedInstrument, instrument=found.id)
    if present is None:
        work.rows.add(LoadedInstrument(found.id, text, work.today))
    elif present.content != text:
        if work.rows.find(Response, instrument=found.id) is not None:
            raise Refusal(f"{found.title} has been answered already. Give the changed version another id.")
        present.content, present.loaded_on = text, work.today
    return found.id


def instrument(rows: Rows, instrument_id: str) -> Instrument:
    """One instrument, shipped or loaded. Raises Refusal when it is gone."""
    if instrument_id in built_in():
        return shipped(instrument_id)
    found = rows.find(LoadedInstrument, instrument=instrument_id)
    if found is None:
        raise Refusal(f"The instrument {instrument_id[:60]} is not on this computer. Take in its file again.")
    return _loaded(hashlib.sha256(found.content.encode()).hexdigest(), found.content)


def as_answered(rows: Rows, instrument_id: str, response: Response | None) -> Instrument:
    """The version of an instrument to which somebody answered; the present one where nobody has yet."""
    present = instrument(rows, instrument_id)
    if response is None or response.version == present.version:
        return present
    return _earlier(instrument_id) or present


@cache
def _earlier(instrument_id: str) -> Instrument | None:
    """The version before the present one, as it was printed and asked then; it is never offered again."""
    from mat_desktop.facilitation.answers.instrument_file import read

    kept = sorted((resources() / "instruments" / "earlier" / instrument_id).glob("*.toml"))
    return read(kept[-1].read_bytes()) if kept else None


@cache
def _loaded(_digest: str, content: str) -> Instrument:
    from mat_desktop.facilitation.answers.instrument_file import read

    return read(content.encode())


@look
def find(rows: Rows, instrument_id: str) -> Instrument:
    """One instrument. Raises Refusal when it is gone."""
    return instrument(rows, instrument_id)


def everything(rows: Rows) -> tuple[Instrument, ...]:
    """All instruments on the shelf, the shipped ones first."""
    loaded = [found.instrument for found in rows.all(LoadedInstrument)]
    return tuple(instrument(rows, key) for key in (*built_in(), *loaded))
