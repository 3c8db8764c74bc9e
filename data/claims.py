"""Reads what a source says about its own figures, and its misprints: `claims.toml` beside the figures.

Three kinds of entries. A *claim* is a sentence that can be worked out again from printed numbers ("two to five times
lower"). A *remark* is about a sentence that the printed numbers cannot prove, or that can be read in two ways ("five
times higher"). A *misprint* tells what is printed and how we read it ("24.1999").
"""

from __future__ import annotations

import string
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.catalogue import HERE
from data.claim_entry import Entry, in_words
from data.errors import CatalogueError
from data.model import Key, Observation

MANY = range(1, 100)
NONE = range(1)
ONE = range(1, 2)
KINDS: Mapping[str, tuple[range, range]] = {
    "value": (MANY, NONE),  # the numbers themselves
    "sum": (MANY, NONE),
    "rest": (MANY, NONE),  # 100 minus the sum
    "product": (range(2, 3), NONE),  # a percentage of a percentage
    "mixture": (range(3, 4), NONE),  # share of a group, percentage in the group, percentage outside it
    "smallest_step": (range(3, 100), NONE),  # between numbers in order of time
    "step_rank": (range(3, 100), NONE),  # place of the last step among all steps, 1 = the largest rise
    "difference": (MANY, ONE),
    "ratio": (MANY, MANY),  # to the sum of `against`
    "percentage": (MANY, MANY),  # of the sum in the sum of `against`
    "rank": (ONE, MANY),  # place among `against`, 1 = the highest
}
"""The ways to work out a claim, each with how many `operands` and how many numbers in `against` it takes."""


@dataclass(frozen=True)
class Claim:
    """A sentence of the source, and how to work it out: `kind` from `operands` and `against` should lie in `expected`.

    `verdict` and `doubt` may hold "{found}". `doubt` is shown beside the numbers in `places`; it may be empty.
    """

    id: str
    lines: tuple[int, ...]
    source_ref: str
    quote: str
    kind: str
    operands: tuple[Key, ...]
    against: tuple[Key, ...]
    expected: tuple[float, ...]
    decimals: int
    verdict: str
    doubt: str
    places: tuple[Key, ...]


@dataclass(frozen=True)
class Remark:
    """A sentence that cannot be worked out from what is printed, and what a reader must know about it."""

    id: str
    lines: tuple[int, ...]
    source_ref: str
    quote: str
    verdict: str
    doubt: str
    places: tuple[Key, ...]


@dataclass(frozen=True)
class Misprint:
    """What the source printed, how we read it, and why; `doubt` is empty where the number itself is beyond doubt."""

    id: str
    lines: tuple[int, ...]
    source_ref: str
    printed: str
    read_as: str
    why: str
    doubt: str
    places: tuple[Key, ...]


@dataclass(frozen=True)
class Claims:
    """All that is known about the sentences of one source."""

    claims: tuple[Claim, ...]
    remarks: tuple[Remark, ...]
    misprints: tuple[Misprint, ...]


def read_claims(observations: Iterable[Observation], path: Path = HERE / "annex" / "claims.toml") -> Claims:
    """Read and check the file; every number that it names must be one of the observations.

    Raises: CatalogueError, naming file, line and what was expected, for the first mistake found.
    """
    source = path.read_text(encoding="utf-8")
    try:
        table = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError(str(path), f"geen geldige TOML ({error})", "een bestand zoals in README") from error
    if unknown := set(table) - set(READERS):
        raise CatalogueError(str(path), f"onbekend deel “{min(unknown)}”", ", ".join(READERS))
    if not all(isinstance(one, dict) for part in table.values() for one in part):
        raise CatalogueError(str(path), "een deel dat geen lijst van tabellen is", "[[claims]], met dubbele haken")
    known = {one.key: one for one in observations}
    entries = {part: [Entry(path, source, one, known) for one in table.get(part, ())] for part in READERS}
    _check_ids([entry for part in entries.values() for entry in part])
    return Claims(**{part: tuple(read(one) for one in entries[part]) for part, read in READERS.items()})


def _claim(entry: Entry) -> Claim:
    claim: Claim = entry.take(Claim)
    if claim.kind not in KINDS:
        entry.refuse(f"“{claim.kind}” bij kind", f"één van {', '.join(KINDS)}")
    for name, allowed in zip(("operands", "against"), KINDS[claim.kind], strict=True):
        if (count := len(getattr(claim, name))) not in allowed:
            entry.refuse(f"{count} cijfers bij {name}", f"het aantal dat hoort bij {claim.kind}")
    if without := [key for key in claim.operands + claim.against if entry.known[key].obs_value is None]:
        entry.refuse(f"{in_words(without[0])} bij operands", "een cijfer met één waarde")
    if len(claim.expected) != 2 or claim.expected[0] > claim.expected[1]:
        entry.refuse(f"{list(claim.expected)} bij expected", "twee grenzen, de laagste eerst")
    if not _fields(claim.verdict) | _fields(claim.doubt) <= {"found"}:
        entry.refuse("een onbekend deel tussen accolades", "alleen {found}")
    return claim


def _remark(entry: Entry) -> Remark:
    return entry.take(Remark)


def _misprint(entry: Entry) -> Misprint:
    return entry.take(Misprint)


READERS: Mapping[str, Callable[[Entry], Any]] = {"claims": _claim, "remarks": _remark, "misprints": _misprint}


def _fields(template: str) -> set[str]:
    try:
        return {field for _, field, _, _ in string.Formatter().parse(template) if field is not None}
    except ValueError:  # an accolade that is not closed
        return {template}


def _check_ids(entries: list[Entry]) -> None:
    seen: set[str] = set()
    for entry in entries:
        if entry.id in seen:
            entry.refuse(f"id “{entry.id}” staat er twee keer", "elke id één keer")
        seen.add(entry.id)
