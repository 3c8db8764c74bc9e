"""What a publication changes: the figures that are new, that have another content, and that are gone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from operator import attrgetter

from data.model import Observation

_SAID = attrgetter(*(one.name for one in fields(Observation) if one.name != "revision"))


@dataclass(frozen=True)
class Changes:
    """The difference between two states of one indicator; `changed` pairs the figure before with the one after."""

    new: tuple[Observation, ...] = ()
    changed: tuple[tuple[Observation, Observation], ...] = ()
    vanished: tuple[Observation, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether there is any difference."""
        return bool(self.new or self.changed or self.vanished)


def changes(before: Iterable[Observation], after: Iterable[Observation]) -> Changes:
    """Compare two states of one indicator by key, in the order of `after`; the number of the revision is no content."""
    old, now = {one.key: one for one in before}, {one.key: one for one in after}
    return Changes(
        new=tuple(one for key, one in now.items() if key not in old),
        changed=tuple((old[key], one) for key, one in now.items() if key in old and content(old[key]) != content(one)),
        vanished=tuple(one for key, one in old.items() if key not in now),
    )


def content(one: Observation) -> tuple[object, ...]:
    """Give what the observation says, without the revision that brought it."""
    said: tuple[object, ...] = _SAID(one)
    return said
