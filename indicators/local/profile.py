"""The profile of a municipality: its figures per domain beside the Flemish Region and a group, with every text ready.

`Local` holds what is the same for all municipalities of one revision and geography, and is made once; `profile` is a
pure function of it, a code and a choice. Pages and reports are laid out from the `Profile`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from data.areas import GEOGRAPHIES, NEWEST, Municipality
from data.catalogue import Catalogue
from data.snapshot import Snapshot
from indicators import words
from indicators.local.choice import Choice, read_choice
from indicators.local.comparison import comparison
from indicators.local.facts import TOTAL, structure
from indicators.local.figures import Line, LocalFigures
from indicators.local.groups import ALIKE, Group, Groups
from indicators.local.nearest import Likeness, Structure
from indicators.local.outstanding import Outstanding, outstanding
from indicators.local.rows import Row, row

NO_CLASSES: Mapping[str, str] = {}
AT_FIRST = 3
"""Rows of a domain that are shown before a reader asks for all."""


class Local:
    """What all municipalities share, as of one revision and on one geography."""

    def __init__(
        self,
        snapshot: Snapshot,
        catalogue: Catalogue,
        geography: str = NEWEST,
        classes: Mapping[str, str] | None = None,
    ) -> None:
        """Keep where the figures are; `classes` is a provided list of municipality → group, if any."""
        self.catalogue, self.areas, self.geography = catalogue, catalogue.areas, geography
        self.figures, self.classes = LocalFigures(snapshot, catalogue, geography), classes or {}

    @cached_property
    def main(self) -> tuple[Line, ...]:
        """List the line of each indicator with which its page starts."""
        return tuple(
            Line(one.id, tuple(sorted(one.headline.breakdown.items())))
            for domain in self.catalogue.codelists["domain"].codes
            for one in self.catalogue.in_domain(domain)
        )

    @cached_property
    def structure(self) -> Structure:
        """Give the facts on which municipalities are alike, without what the profile judges."""
        full = structure(self.figures)
        known = [self.figures.region, *(self.figures.own(code) for code in full.areas[:1])]
        return full.without({line.indicator for lines in known for line in lines})

    @cached_property
    def groups(self) -> Groups:
        """Give the maker of groups."""
        return Groups(self.areas, self.structure, self.geography, self.classes)

    def lines(self, code: str) -> list[Line]:
        """List the lines of which a municipality has figures: the main ones in order, then those of one dimension."""
        own = self.figures.own(code)
        main = [one for one in self.main if one in own]
        return main + [one for one in own if one not in set(main) and len(one.breakdown) < 2]

    def years(self, code: str) -> list[str]:
        """List the years of which a municipality has figures."""
        found = {one.time_period[:4] for series in self.figures.own(code).values() for one in series}
        return sorted(one for one in found if one)


@dataclass(frozen=True)
class DomainRows:
    """The rows of one domain that are shown, and how many more there are."""

    slug: str
    title: str
    rows: tuple[Row, ...]
    more: int


@dataclass(frozen=True)
class GroupTold:
    """The group in words: how many, who, why they look alike, and whether another choice would change them."""

    group: Group
    head: str
    members: tuple[tuple[str, str], ...]
    alike: tuple[str, ...]
    different: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class Profile:
    """A page about one municipality; `members` of the group are pairs of name and slug."""

    municipality: Municipality
    choice: Choice
    unknown: tuple[str, ...]
    inhabitants: str
    merged: str
    group: GroupTold
    outstanding: Outstanding
    domains: tuple[DomainRows, ...]
    years: tuple[str, ...]
    geographies: tuple[str, ...]
    kinds: tuple[str, ...]


def profile(local: Local, code: str, query: Mapping[str, object] | None = None) -> Profile:
    """Tell about a municipality that exists in the geography of `local`, as an address asks; see `choice.py`.

    Raises: KeyError for a code that is no municipality.
    """
    one = local.areas.municipalities[code]
    years = local.years(code)
    domains = list(local.catalogue.codelists["domain"].codes)
    choice, unknown = read_choice(query or {}, local.groups, years, domains)
    group = local.groups.group(code, choice.grouping)
    rows = {line: _row(local, one, line, group, choice) for line in local.lines(code)}
    compared = [each.numbers for each in rows.values()]
    return Profile(
        municipality=one,
        choice=choice,
        unknown=tuple(unknown),
        inhabitants=_inhabitants(local, code),
        merged=_merged(local, one),
        group=group_told(local, one, group),
        outstanding=outstanding(compared, local.main, local.catalogue, group.phrase),
        domains=tuple(_domains(local, rows, choice)),
        years=tuple(years),
        geographies=tuple(geographies(one)),
        kinds=tuple(local.groups.kinds),
    )


def geographies(one: Municipality) -> list[str]:
    """List the geographies in which a municipality exists."""
    return [each for each in GEOGRAPHIES if one.exists_in(each)]


def _row(local: Local, one: Municipality, line: Line, group: Group, choice: Choice) -> Row:
    numbers = comparison(local.figures, one.code, line, group.members, choice.jaar)
    return row(numbers, local.catalogue, one.name, choice.jaar)


def _domains(local: Local, rows: Mapping[Line, Row], choice: Choice) -> list[DomainRows]:
    found = []
    for code in local.catalogue.codelists["domain"].codes.values():
        members = [each for line, each in rows.items() if local.figures.indicator(line).domain == code.code]
        shown = members if choice.toon == code.code else members[:AT_FIRST]
        if members:
            found.append(DomainRows(code.code, code.label, tuple(shown), len(members) - len(shown)))
    return found


def _inhabitants(local: Local, code: str) -> str:
    """Tell the number of inhabitants: "257.029 inwoners (1 januari 2015)"; empty where it is not known."""
    measured = [one for one in local.figures.own(code).get(Line(TOTAL), ()) if one.denominator]
    if not measured:
        return ""
    last = measured[-1]
    return f"{words.number(last.denominator or 0, 0)} inwoners ({words.period(last.time_period)})"


def _merged(local: Local, one: Municipality) -> str:
    """Tell of what a merged municipality is made; empty where it is not."""
    date = local.areas.merged_on(one.code)
    if not date or one.valid_to or GEOGRAPHIES[local.geography] < date:
        return ""
    before = max(each for each, day in GEOGRAPHIES.items() if day < date)
    parts = words.listed([local.areas.municipalities[code].name for code in local.areas.predecessors(one.code, before)])
    day = words.period(date)
    return f"Cijfers van vóór {day} zijn de som van {parts}."


def group_told(local: Local, one: Municipality, group: Group) -> GroupTold:
    """Tell a group in words."""
    named = [(local.areas.municipalities[code].name, local.areas.municipalities[code].slug) for code in group.members]
    return GroupTold(
        group=group,
        head=f"vergeleken met {group.counted}" if group.members else "geen gemeenten om mee te vergelijken",
        members=tuple(named),
        alike=tuple(map(_likeness_told, group.alike)),
        different=tuple(map(_likeness_told, group.different)),
        note=_note(local, one, group),
    )


def _likeness_told(found: Likeness) -> str:
    """Tell one fact: "aandeel 65-plussers: 19,2%, in de groep gemiddeld 19,4%"."""
    own, mean = (
        words.with_unit(words.number(value, found.fact.decimals), found.fact.unit_measure)
        for value in (found.own, found.group)
    )
    return f"{found.fact.name}: {own}, in de groep gemiddeld {mean}"


def _note(local: Local, one: Municipality, group: Group) -> str:
    """Say how a group of nearest ones was made, that its facts are few, and whether it is sensitive."""
    if group.grouping.kind != ALIKE:
        return ""
    facts = words.listed([fact.name for fact in local.structure.facts])
    if not group.members:
        return f"Voor {one.name} zijn de cijfers er niet om gelijkaardige gemeenten te zoeken."
    told = f"We vergelijken op {len(local.structure.facts)} kenmerken: {facts}. Dat zijn er weinig."
    if group.stability is None:
        return told
    stays = f"{words.number(100 * group.stability, 0)}%"
    kept = f"Als we één kenmerk weglaten, blijft minstens {stays} van de groep."
    return f"{told} {kept}" + (" Deze groep is gevoelig voor de keuze van kenmerken." if group.is_sensitive else "")
