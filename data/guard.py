"""Hides small numbers of what is read from the store, table by table (`data/disclosure/`).

A table is what one source says of one indicator in one period: no sum goes over more. So of an indicator only the
periods are read that are asked, and of a table only what it hides is kept, by the last revision that changed the
indicator.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from threading import Lock

from cachetools import LRUCache

from data.disclosure import is_open, protected, rules
from data.model import Key, Observation

MOST_HIDDEN = 300_000
"""So many hidden figures are kept in a process, some 100 MB."""

Last = Callable[[str, int], int]
"""Gives the last revision that changed an indicator, up to a revision."""

Read = Callable[[str, Collection[str], int], Iterable[Observation]]
"""Gives all stored observations of an indicator in some periods as of a revision."""

Hidden = Mapping[Key, Observation]
Table = tuple[str, str, str]
"""Indicator, period and source."""


class Guard:
    """Stands between the stored figures and readers."""

    def __init__(self, read: Read, last: Last) -> None:
        """Keep how the rest of a table is read."""
        self._read, self._last, self._lock, self._turn = read, last, Lock(), Lock()
        self._kept: LRUCache[tuple[Table, int], Hidden] = LRUCache(MOST_HIDDEN, getsizeof=lambda one: len(one) + 1)

    def shown(
        self, observations: tuple[Observation, ...], as_of: int, *, are_whole: bool = False
    ) -> tuple[Observation, ...]:
        """Give observations as readers may see them, in the same order.

        They may be a part of their tables; the rest is read then. They `are_whole` where they are all of one indicator.
        """
        tables: dict[str, set[Table]] = {}
        for one in observations:
            if not is_open(one.source):
                tables.setdefault(one.indicator, set()).add(_table(one))
        if not tables:
            return observations
        read = (lambda *_: observations) if are_whole else self._read
        hidden: dict[Key, Observation] = {}
        for indicator, own in tables.items():
            hidden |= self._hidden(indicator, own, self._last(indicator, as_of), read)
        return tuple(hidden.get(one.key, one) for one in observations)

    def _hidden(self, indicator: str, tables: set[Table], last: int, read: Read) -> dict[Key, Observation]:
        """Give what stands in the place of what some tables of an indicator hide."""
        found = self._known(tables, last)
        if tables - found.keys():
            with self._turn:  # who asks the same at the same time waits, and finds it
                found = self._known(tables, last)
                found |= self._find(indicator, tables - found.keys(), last, read)
        return {key: one for hidden in found.values() for key, one in hidden.items()}

    def _known(self, tables: set[Table], last: int) -> dict[Table, Hidden]:
        with self._lock:
            return {one: self._kept[one, last] for one in tables if (one, last) in self._kept}

    def _find(self, indicator: str, tables: set[Table], last: int, read: Read) -> dict[Table, Hidden]:
        """Read the tables that are not kept, and keep what they hide."""
        members: dict[Table, list[Observation]] = {one: [] for one in tables}
        for one in read(indicator, {period for _, period, _ in tables}, last):
            if (table := _table(one)) in members:
                members[table].append(one)
        found = {table: _replaced(rest) for table, rest in members.items()}
        with self._lock:
            for table, hidden in found.items():
                if len(hidden) < MOST_HIDDEN:
                    self._kept[table, last] = hidden
        return found


def _table(one: Observation) -> Table:
    return one.indicator, one.time_period, one.source


def _replaced(members: Sequence[Observation]) -> Hidden:
    shown = protected(members, rules())
    return {one.key: after for one, after in zip(members, shown, strict=True) if after is not one}
