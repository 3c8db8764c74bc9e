"""What a reader chose on the page of a municipality: read from the address, and written to it.

Only what differs from the default stands in the address, always in the same order. What is not understood is told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

from data.areas import NEWEST
from indicators.local.groups import ALIKE, USUAL_K, Grouping, Groups

KEYS = ("groepering", "k", "jaar", "indeling", "toon")
VERSION = "versie"
SAFE = "~:"


@dataclass(frozen=True)
class Choice:
    """The group, the year (empty: the newest of each indicator), the geography, and the domain that is shown whole."""

    grouping: Grouping = field(default_factory=Grouping)
    jaar: str = ""
    indeling: str = NEWEST
    toon: str = ""
    versie: str = ""

    def to_search(self) -> str:
        """Write the choice as the query of an address; empty for the default view."""
        values = {
            "groepering": "" if self.grouping.kind == ALIKE else self.grouping.word,
            "k": "" if self.grouping.k == USUAL_K else str(self.grouping.k),
            "jaar": self.jaar,
            "indeling": "" if self.indeling == NEWEST else self.indeling,
            "toon": self.toon,
            VERSION: self.versie,
        }
        kept = {key: value for key, value in values.items() if value}
        return f"?{urlencode(kept, safe=SAFE)}" if kept else ""


def read_geography(query: Mapping[str, object], exists: Sequence[str]) -> str:
    """Read the geography of an address, one of those in which the municipality exists; else the newest of them."""
    asked = query.get("indeling")
    return asked if isinstance(asked, str) and asked in exists else max(exists, default=NEWEST)


def read_choice(
    query: Mapping[str, object], groups: Groups, years: Sequence[str], domains: Sequence[str]
) -> tuple[Choice, list[str]]:
    """Read a choice within a geography, and list what was not understood ("jaar=2099")."""
    texts = {key: value for key, value in query.items() if isinstance(value, str) and value}
    grouping = groups.read(texts.get("groepering", ""), texts.get("k", ""))
    wrong: list[str] = [key for key in ("groepering", "k") if grouping is None and key in texts]
    known = {"jaar": years, "toon": domains, "indeling": [groups.geography], VERSION: [texts.get(VERSION, "")]}
    wrong += [key for key in texts if key not in KEYS and key != VERSION]
    wrong += [key for key, values in known.items() if key in texts and texts[key] not in values]
    kept = {key: texts[key] for key in ("jaar", "toon", VERSION) if key in texts and key not in wrong}
    choice = Choice(grouping or Grouping(), indeling=groups.geography, **kept)
    return choice, [f"{key}={texts[key]}"[:80] for key in dict.fromkeys(wrong)]
