"""The facilitator's PIN, which brings the laptop back. Nothing here has an undo."""

import hashlib
import hmac
import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import token_hex

from mat_desktop.facilitation.deeds import DeedKind
from mat_desktop.facilitation.desk import Desk, Work, deed
from mat_desktop.facilitation.ports import Fact
from mat_desktop.workshop.private import pin_wrong, wait_after
from mat_desktop.workshop.refusal import Refusal

_WRONG = "That was not it."


@dataclass(frozen=True)
class Tried:
    """What became of a try: whether it opens, how many seconds to wait now, and whether it was looked at at all."""

    right: bool
    wait: int = 0
    heard: bool = True


def has_pin(desk: Desk) -> bool:
    """Whether a PIN was set; it is set at the first hand-over."""
    return bool(desk.archive.fact(Fact.PIN))


def set_pin(desk: Desk, first: str, second: str) -> None:
    """Set the PIN; that it was set is a line of the journal. Raises Refusal with what is wrong."""
    check_pin(first, second)
    salt = token_hex(16)
    desk.archive.keep_fact(Fact.PIN, f"{salt}${_digest(salt, first)}")
    _keep_tries(desk, 0)
    _note_pin(desk)


def check_pin(first: str, second: str) -> None:
    """Raises Refusal with what is wrong with a new PIN."""
    wrong = pin_wrong(first, second)
    if wrong:
        raise Refusal(wrong)


@deed(DeedKind.PRIVATE_PIN)
def _note_pin(_work: Work) -> None:
    """A PIN was chosen; which, stands nowhere."""


def _digest(salt: str, pin: str) -> str:
    return hashlib.scrypt(pin.encode(), salt=bytes.fromhex(salt), n=2**14, r=8, p=1).hex()


def try_pin(desk: Desk, pin: str) -> str:
    """Try a PIN; the sentence when it is not right, or nothing. Wrong tries are kept, so that closing gains nothing."""
    return _in_words(try_digits(desk, pin), _WRONG)


def try_digits(desk: Desk, pin: str) -> Tried:
    """Try a PIN, and say what became of it."""
    salt, _, kept = desk.archive.fact(Fact.PIN).partition("$")
    return _try(desk, lambda: bool(salt) and hmac.compare_digest(_digest(salt, pin), kept))


def try_passphrase(desk: Desk, words: str, opens: Callable[[str], bool]) -> Tried:
    """Let the passphrase stand in for a PIN that was forgotten: it is forgotten here too, and chosen anew."""
    tried = _try(desk, lambda: opens(words))
    if tried.right:
        forget_pin(desk)
    return tried


def try_words(desk: Desk, words: str, opens: Callable[[str], bool]) -> Tried:
    """Try the passphrase where only the passphrase opens: the PIN stays, and wrong tries are slowed all the same."""
    return _try(desk, lambda: opens(words))


def forget_pin(desk: Desk) -> None:
    """The PIN was forgotten; it is chosen anew at the next hand-over. On a full disk it stays, and nothing is lost."""
    with suppress(Refusal):
        desk.archive.keep_fact(Fact.PIN, "")


def try_secret(desk: Desk, right: Callable[[], bool], wrong_words: str) -> str:
    """Try a PIN or a passphrase; the sentence when it is not right or comes too soon, or nothing."""
    return _in_words(_try(desk, right), wrong_words)


def _in_words(tried: Tried, wrong_words: str) -> str:
    if tried.right:
        return ""
    if not tried.heard:
        return f"Wait {tried.wait} seconds, then try again."
    return f"{wrong_words} Wait {tried.wait} seconds." if tried.wait else wrong_words


def _try(desk: Desk, right: Callable[[], bool]) -> Tried:
    now = desk.clock.now()
    wrong, last = _tries(desk)
    left = last + wait_after(wrong) - now if last is not None else timedelta()
    # A clock that was set back must not lock the facilitator out for longer than the wait itself.
    left = min(left, wait_after(wrong))
    if left > timedelta():
        return Tried(right=False, wait=max(1, round(left.total_seconds())), heard=False)
    if right():
        _keep_tries(desk, 0)
        return Tried(right=True)
    _keep_tries(desk, wrong + 1, now)
    return Tried(right=False, wait=round(wait_after(wrong + 1).total_seconds()))


def _tries(desk: Desk) -> tuple[int, datetime | None]:
    kept = desk.fact(Fact.PIN_TRIES)
    if not kept:
        return 0, None
    wrong, last = json.loads(kept)
    return int(wrong), datetime.fromisoformat(last) if last else None


def _keep_tries(desk: Desk, wrong: int, at: datetime | None = None) -> None:
    """Keep how many tries were wrong. A full disk must neither shut the facilitator out nor let anybody try on."""
    desk.hold(Fact.PIN_TRIES, json.dumps([wrong, at.isoformat() if at else ""]))
