"""Which chapters of a report a reader wants: read from `?hoofdstukken=samenvatting~demografie`, and written to it.

Without a choice a report has all chapters. They always stand in the order of the report.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

KEY = "hoofdstukken"
SEPARATOR = "~"
SUMMARY, EXPLAINED = "samenvatting", "uitleg"
TITLES = {SUMMARY: "Samenvatting", EXPLAINED: "Uitleg en bronnen"}


def read_chapters(asked: object, known: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the chapters that are shown, and what was not understood ("hoofdstukken=tuin")."""
    words = list(dict.fromkeys(filter(None, asked.split(SEPARATOR)))) if isinstance(asked, str) else []
    shown = tuple(one for one in known if one in words)
    unknown = tuple(f"{KEY}={one}"[:80] for one in words if one not in known)
    return shown or tuple(known), unknown


def to_query(shown: Iterable[str], known: Sequence[str]) -> str:
    """Write a choice of chapters as a part of a query; empty for all of them."""
    chosen = list(shown)
    return "" if chosen == list(known) else f"{KEY}={SEPARATOR.join(chosen)}"
