"""Ballots, rules and weights as CSV files: read, and every fault named by row and column."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from mat_desktop.facilitation.csv_table import CsvTable, Fault, read
from mat_desktop.workshop.pairing.fit import USUAL, Weights
from mat_desktop.workshop.pairing.nouns import Choice
from mat_desktop.workshop.pairing.rules import Two, two
from mat_desktop.workshop.participants.calling import folded
from mat_desktop.workshop.refusal import Refusal

WISHES = {"want": Choice.GLADLY, "accept": Choice.COULD, "not": Choice.RATHER_NOT}
RULES = ("apart", "together", "lock")
MOST_WEIGHT = 1000
MOST_ROWS = 100_000
MOST_FAULTS = 50
"""So many faults are told; the rest is counted."""

Ballots = dict[str, dict[str, Choice]]
Row = Mapping[str, str]


@dataclass(frozen=True)
class PairRules:
    """What a file of rules lays down, by the ids of the roster."""

    apart: frozenset[Two] = frozenset()
    together: frozenset[Two] = frozenset()
    locked: tuple[tuple[str, ...], ...] = ()


class Wrong(NamedTuple):
    """What is wrong with a row, and in which column."""

    column: str
    sentence: str


def ballots(content: bytes, encoding: str, ids: Mapping[str, str]) -> Ballots:
    """Columns from, to, wish (want, accept or not). Raises Refusal, a line a fault."""
    found: Ballots = {}

    def take(row: Row) -> Wrong | None:
        giver, about, wish = row["from"], row["to"], row["wish"].casefold()
        if wish not in WISHES:
            return Wrong("wish", "one of want, accept, not is expected")
        if found.get(giver, {}).get(about, WISHES[wish]) is not WISHES[wish]:
            return Wrong("wish", "an earlier row says something else about the same two; keep one of them")
        found.setdefault(giver, {})[about] = WISHES[wish]
        return None

    _each(content, encoding, ("from", "to", "wish"), _between_two("from", "to", ids, take))
    return found


def rules(content: bytes, encoding: str, ids: Mapping[str, str]) -> PairRules:
    """Columns a, b, rule (apart, together or lock). Raises Refusal, a line a fault."""
    kinds: dict[Two, set[str]] = {}
    locked: dict[str, Two] = {}

    def take(row: Row) -> Wrong | None:
        pair, rule = two(row["a"], row["b"]), row["rule"].casefold()
        if rule not in RULES:
            return Wrong("rule", "one of apart, together, lock is expected")
        said = kinds.setdefault(pair, set())
        if said and (rule == "apart") != ("apart" in said):
            return Wrong("rule", f"{rule} contradicts an earlier row about the same two; keep one of them")
        if rule == "lock":
            held = next((key for key in (row["a"], row["b"]) if locked.get(key, pair) != pair), None)
            if held is not None:
                return Wrong("a" if held == row["a"] else "b", f"{held} is locked to somebody else in an earlier row")
            locked.update(dict.fromkeys(pair, pair))
        said.add(rule)
        return None

    _each(content, encoding, ("a", "b", "rule"), _between_two("a", "b", ids, take))
    return PairRules(
        frozenset(pair for pair, said in kinds.items() if "apart" in said),
        frozenset(pair for pair, said in kinds.items() if "together" in said),
        tuple(tuple(sorted(pair)) for pair, said in kinds.items() if "lock" in said),
    )


def weights(content: bytes, encoding: str) -> Weights:
    """Columns criterion, weight; what is not named counts as usual. Raises Refusal, a line a fault."""
    found: dict[str, int] = {}

    def take(row: Row) -> Wrong | None:
        name, weight = row["criterion"].casefold(), row["weight"]
        if name not in USUAL:
            return Wrong("criterion", f"one of {', '.join(USUAL)} is expected")
        if name in found:
            return Wrong("criterion", f"{name} stands in an earlier row; keep one of them")
        if not (weight.isascii() and weight.isdecimal()) or len(weight) > 6 or int(weight) > MOST_WEIGHT:
            return Wrong("weight", f"a whole number from 0 to {MOST_WEIGHT} is expected")
        found[name] = int(weight)
        return None

    _each(content, encoding, ("criterion", "weight"), take)
    together = {**USUAL, **found}
    if not any(together.values()):
        raise Refusal("column weight: at least one criterion needs a weight above 0")
    return together


def _between_two(
    first: str, second: str, ids: Mapping[str, str], take: Callable[[Row], Wrong | None]
) -> Callable[[Row], Wrong | None]:
    """Wrap `take` so that both people are known, by the spelling of the roster, and not the same."""

    def checked(row: Row) -> Wrong | None:
        known = {column: ids.get(folded(row[column]), "") for column in (first, second)}
        for column, own in known.items():
            if not own:
                return Wrong(column, f"“{row[column][:80]}” is nobody of the roster")
        if known[first] == known[second]:
            return Wrong(second, "two different people are expected")
        return take({**row, **known})

    return checked


def _each(content: bytes, encoding: str, columns: tuple[str, ...], take: Callable[[Row], Wrong | None]) -> None:
    """Hand every row to `take`, which says what is wrong with it, and where; None where nothing is."""
    table = read(content, encoding, nobody=True, rows_called="rows", most=MOST_ROWS)
    places = _places(table, columns)
    faults = []
    for number, cells in table.rows:
        row = {c: cells[place].strip() if place < len(cells) else "" for c, place in places.items()}
        wrong = take(row)
        if wrong is not None:
            faults.append(str(Fault(number, wrong.column, wrong.sentence)))
    refuse(faults)


def refuse(faults: list[str]) -> None:
    """Raise Refusal with these faults, the first of them where there are very many. Nothing where there is none."""
    if len(faults) > MOST_FAULTS:
        faults = [*faults[:MOST_FAULTS], f"and {len(faults) - MOST_FAULTS:,} more"]
    if faults:
        raise Refusal("\n".join(faults))


def _places(table: CsvTable, columns: tuple[str, ...]) -> dict[str, int]:
    header = [heading.strip().casefold() for heading in table.header]
    missing = [c for c in columns if header.count(c) != 1]
    if missing:
        raise Refusal(f"row 1: the columns {', '.join(columns)} are expected, each once; see to “{missing[0]}”")
    return {c: header.index(c) for c in columns}
