"""The log of who changed what: rows are only added, and each holds the hash of the one before it.

Whoever changes or removes a row inside the log breaks the chain, and `verify` says where. A chain cannot show that its
last rows were cut off: keep a copy of the newest hash elsewhere if that matters.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select

from data.accounts.rights import EVERYWHERE, Actor, Role
from data.tables import AUDIT

START = "0" * 64


@dataclass(frozen=True)
class Entry:
    """One row; `at` is ISO 8601 in UTC, `ref_areas` the NIS codes it concerns, separated by blanks, empty for none."""

    number: int
    at: str
    actor: str
    action: str
    subject: str
    ref_areas: str
    detail: str
    previous_hash: str

    def hash(self) -> str:
        """Give the hash of everything in the row, the hash before it included."""
        text = json.dumps(asdict(self), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()


def append(
    connection: Connection, actor: str, action: str, subject: str, ref_areas: Iterable[str] = (), detail: str = ""
) -> None:
    """Add a row in the transaction of the change it tells of, so that there is never one without the other."""
    last = connection.execute(
        select(AUDIT.c.number, AUDIT.c.hash).order_by(AUDIT.c.number.desc()).limit(1)
    ).one_or_none()
    number, previous = (last.number + 1, last.hash) if last else (1, START)
    at = datetime.now(UTC).isoformat(timespec="seconds")
    entry = Entry(number, at, actor, action, subject, " ".join(sorted(ref_areas)), detail, previous)
    connection.execute(insert(AUDIT).values(**asdict(entry), hash=entry.hash()))


def entries(connection: Connection, actor: Actor, newest: int) -> list[Entry]:
    """Give the newest rows that an actor may read, the newest first: of all areas, or of the actor's own only."""
    own = {one.ref_area for one in actor.grants if one.role in (Role.APPROVER, Role.ADMINISTRATOR)}
    rows = connection.execute(select(AUDIT).order_by(AUDIT.c.number.desc()))
    readable = (row for row in rows if EVERYWHERE in own or _is_within(row.ref_areas, own))
    return [_entry(row) for row, _ in zip(readable, range(newest), strict=False)]


def _is_within(ref_areas: str, own: Collection[str]) -> bool:
    return bool(ref_areas) and set(ref_areas.split()) <= set(own)


def verify(connection: Connection) -> int | None:
    """Give the number of the first row that does not fit the chain; None when all do."""
    previous = START
    for position, row in enumerate(connection.execute(select(AUDIT).order_by(AUDIT.c.number)), start=1):
        entry = _entry(row)
        if (entry.number, entry.previous_hash, entry.hash()) != (position, previous, row.hash):
            return entry.number
        previous = row.hash
    return None


def _entry(row) -> Entry:  # type: ignore[no-untyped-def]
    return Entry(**{name: value for name, value in row._mapping.items() if name != "hash"})
