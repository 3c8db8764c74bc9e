"""Hides small numbers of what is read from the store, table by table (`data/disclosure/`).

A table is what one source says of one indicator in one period: no sum goes over more. So of an indicator only the
periods are read that are asked, and of a table only what it hides is kept, by the last revision that changed the
indicator.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
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
        self._read, self._last, self._lock = read, last, Lock()
        self._kept: LRUCache[tuple[Table, int], Hidden] = LRUCache(MOST_HIDDEN, getsizeof=lambda one: len(one) + 1)

    def shown(
        self, observations: tuple[Observation, ...], as_of: int, *, are_whole: bool = False
    ) -> tuple[Observation, ...]:
        """Give observations as readers may see them, in the same order.

        They may be a part of their tables; the rest is read then. They `are_whole` where they are all of one indicator.
        """
        tables = {_table(one) for one in observations if not is_open(one.source)}
        if not tables:
            return observations
        hidden = self._hidden(tables, as_of, (lambda *_: observations) if are_whole else self._read)
        return tuple(hidden.get(one.key, one) for one in observations)

    def _hidden(self, tables: Collection[Table], as_of: int, read: Read) -> Hidden:
        """Give what stands in the place of what some tables hide."""
        names = {one: (one, self._last(one[0], as_of)) for one in tables}
        with self._lock:
            found = {one: self._kept[name] for one, name in names.items() if name in self._kept}
        for table, hidden in _find({one for one in tables if one not in found}, as_of, read):
            found[table] = hidden
            if len(hidden) < MOST_HIDDEN:
                with self._lock:
                    self._kept[names[table]] = hidden
        return {key: one for hidden in found.values() for key, one in hidden.items()}


def _find(tables: Collection[Table], as_of: int, read: Read) -> Iterator[tuple[Table, Hidden]]:
    periods: dict[str, set[str]] = {}
    for indicator, period, _ in tables:
        periods.setdefault(indicator, set()).add(period)
    for indicator, own in periods.items():
        members: dict[Table, list[Observation]] = {one: [] for one in tables if one[0] == indicator}
        for one in read(indicator, own, as_of):
            if (table := _table(one)) in members:
                members[table].append(one)
        yield from ((table, _replaced(rest)) for table, rest in members.items())


def _table(one: Observation) -> Table:
    return one.indicator, one.time_period, one.source


def _replaced(members: Iterable[Observation]) -> Hidden:
    members = list(members)
    shown = protected(members, rules())
    return {one.key: after for one, after in zip(members, shown, strict=True) if after is not one}
