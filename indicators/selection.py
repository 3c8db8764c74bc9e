"""What a reader chose on an indicator's page: read from the address, written to it, said in words.

Only what differs from the default stands in the address, always in the same order, so that equal views have equal
addresses. An unknown key or value is ignored and reported, never an error: addresses come from anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, urlencode

from data.model import Indicator
from indicators import words
from indicators.many_areas import MOST_CHOSEN, are_many
from indicators.series import Cut, Names, Section

VIEWS = {"grafiek": "Grafiek", "kloof": "Kloof", "tabel": "Tabel"}
UNITS = {"percent": "procent"}
KEYS = ("weergave", "jaar", "gebied", "groep", "uitsplitsing", "eenheid")
"""What the controls of a page choose."""

IN_ADDRESS = (*KEYS, "versie")
"""What an address can hold: the choices, and the revision to which it is pinned."""

SEPARATOR = "~"
MAX_LENGTH = 2000
"""A longer query is no choice that a page of ours has made."""


@dataclass(frozen=True)
class Choices:
    """What can be chosen on a page: only what has figures. Each maps the word in the address to its label."""

    views: Mapping[str, str]
    cuts: Mapping[str, str]
    areas: Mapping[str, str]
    groups: Mapping[str, str]
    years: Sequence[str]
    units: Mapping[str, str]
    versions: Sequence[str] = ()


@dataclass(frozen=True)
class Selection:
    """One choice; every field is the default when empty. `jaar` is a year or "2006..2010"."""

    weergave: str = "grafiek"
    jaar: str = ""
    gebied: tuple[str, ...] = ()
    groep: tuple[str, ...] = ()
    uitsplitsing: str = ""
    eenheid: str = ""
    versie: str = ""

    def to_search(self) -> str:
        """Write the choice as the query of an address; empty for the default view."""
        values = {key: getattr(self, key) for key in IN_ADDRESS}
        texts = {key: value if isinstance(value, str) else SEPARATOR.join(value) for key, value in values.items()}
        kept = {key: text for key, text in texts.items() if text and (key, text) != ("weergave", "grafiek")}
        return f"?{urlencode(kept, safe='~.')}" if kept else ""

    @property
    def years(self) -> tuple[str, str]:
        """Give the first and last year of the choice; empty where there is no limit."""
        first, _, last = self.jaar.partition("..")
        return (first, last if ".." in self.jaar else first)


def parse_query(search: object) -> dict[str, str]:
    """Read a query; of a key that is repeated the last one counts. Anything that is no query gives no keys."""
    if not isinstance(search, str) or len(search) > MAX_LENGTH:
        return {}
    return dict(parse_qsl(search.removeprefix("?"), keep_blank_values=True, errors="replace"))


def read_selection(query: Mapping[str, object], choices: Choices) -> tuple[Selection, list[str]]:
    """Read a choice, and list what was not understood ("jaar=2099")."""
    selection, unknown = Selection(), []
    for key, value in query.items():
        chosen = _value(key, value, choices) if isinstance(value, str) and len(value) <= MAX_LENGTH else None
        if chosen is None:
            unknown.append(f"{key}={value}"[:80])
        else:
            selection = replace(selection, **{key: chosen})  # type: ignore[arg-type]
    return selection, unknown


def _value(key: str, value: str, choices: Choices) -> str | tuple[str, ...] | None:
    """Give the chosen value of a key; None where the page does not know it."""
    single: Mapping[str, Container[str]] = {
        "weergave": choices.views,
        "uitsplitsing": choices.cuts,
        "eenheid": choices.units,
        "versie": choices.versions,
    }
    several = {"gebied": choices.areas, "groep": choices.groups}
    if key in single:
        return value if value in single[key] else None
    if key in several:
        members = set(value.split(SEPARATOR))
        if key == "gebied" and are_many(choices.areas) and len(members) > MOST_CHOSEN:
            return None
        return tuple(one for one in several[key] if one in members) if members <= set(several[key]) else None
    if key == "jaar":
        return _one_year(value) if _known_years(value, choices.years) else None
    return None


def _one_year(value: str) -> str:
    """Write "2010..2010" as "2010", so that equal choices have equal addresses."""
    first, _, last = value.partition("..")
    return first if first == last else value


def _known_years(value: str, years: Sequence[str]) -> bool:
    if value == "laatste":
        return bool(years)
    match = re.fullmatch(r"(\d{4})(?:\.\.(\d{4}))?", value, re.ASCII)
    if not match:
        return False
    return all(one in years for one in match.groups() if one) and (not match[2] or match[1] <= match[2])


def choices_of(
    indicator: Indicator, companion: Indicator | None, sections: Sequence[Section], has_gaps: bool, names: Names
) -> Choices:
    """List what can be chosen among these figures; that a whole is 100% is no breakdown to choose."""
    telling = [section for section in sections if not section.is_whole]
    areas = list(dict.fromkeys(area for section in sections for area in section.areas if area))
    years = sorted({time[:4] for section in sections for time in section.periods if time})
    views = {key: label for key, label in VIEWS.items() if sections and (key != "kloof" or has_gaps)}
    return Choices(
        views=views,
        cuts={cut_word(one.cut): names.cut(one) for one in telling} if len(telling) > 1 else {},
        areas={area_word(area): names.area(area) for area in areas} if len(areas) > 1 else {},
        groups=_groups(sections, names),
        years=years,
        units={unit_word(one): one.title for one in (companion,) if one},
    )


def _groups(sections: Sequence[Section], names: Names) -> dict[str, str]:
    """List the groups of the first section that is broken down by more than two."""
    for section in sections:
        for dimension in section.cut:
            codes = section.codes(dimension)
            if len(codes) > 2:
                return {code: names.code(dimension, code) for code in codes}
    return {}


def cut_word(cut: Cut) -> str:
    """Write a cut in the address: "nationality-sex", "totaal"."""
    return "-".join(cut) or "totaal"


def area_word(ref_area: str) -> str:
    """Write an area in the address: its code in lower case."""
    return ref_area.lower()


def unit_word(indicator: Indicator) -> str:
    """Write a unit in the address: "procent" or "aantal"."""
    return UNITS.get(indicator.unit_measure, "aantal")


def in_words(selection: Selection, choices: Choices) -> str:
    """Say what is shown, for the notice to screen readers and for phones."""
    parts = [choices.views.get(selection.weergave, "")]
    parts += [words.listed([choices.areas[one] for one in selection.gebied])] if selection.gebied else []
    parts += [words.listed([choices.groups[one] for one in selection.groep])] if selection.groep else []
    parts += [words.lower(choices.cuts[selection.uitsplitsing])] if selection.uitsplitsing else []
    years = "nieuwste cijfer" if selection.jaar == "laatste" else selection.jaar.replace("..", " tot ")
    parts += [years] if years else []
    return ", ".join(part for part in parts if part)
