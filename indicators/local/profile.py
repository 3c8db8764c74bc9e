"""The profile of a municipality: its figures per domain beside the Flemish Region and a group, with every text ready.

`Local` holds what is the same for all municipalities of one revision and geography, and is made once; `profile` is a
pure function of it, a code and a choice. Pages and reports are laid out from the `Profile`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from data.areas import GEOGRAPHIES, NEWEST, Municipality
from data.catalogue import Catalogue
from data.model import Observation
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
    def structure(self) -> Structure:
        """Give the facts on which municipalities are alike, without what the profile judges."""
        full = structure(self.figures)
        judged = {line.indicator for code in full.areas[:1] for line in self.figures.known_lines(code)}
        return full.without(judged)

    @cached_property
    def groups(self) -> Groups:
        """Give the maker of groups."""
        return Groups(self.areas, self.structure, self.geography, self.classes)

    @cached_property
    def municipal(self) -> tuple[str, ...]:
        """List the indicators of which any municipality has had figures."""
        found = self.figures.snapshot.breakdowns(list(self.catalogue.indicators), list(self.areas.municipalities))
        return tuple(dict.fromkeys(indicator for indicator, _ in found))

    @cached_property
    def waiting(self) -> tuple[str, ...]:
        """List the indicators that are described but have no figures yet."""
        filled = set(self.figures.snapshot.indicators())
        return tuple(one for one in self.catalogue.indicators if one not in filled)

    def lines(self, code: str) -> list[Line]:
        """List what a municipality has figures of: the first line of each indicator in order, then the others."""
        known = set(self.figures.known_lines(code))
        main = [one for one in self.figures.main if one in known]
        return main + [one for one in self.figures.known_lines(code) if one not in self.figures.main]

    def word(self, line: Line) -> str:
        """Name a line in an address: the slug of its indicator, with its codes where it is not the first of it."""
        slug, codes = self.figures.indicator(line).slug, "-".join(code for _, code in line.breakdown)
        return slug if line in self.figures.main or not codes else f"{slug}.{codes}"

    def of_domains(self, code: str) -> dict[str, list[Line]]:
        """Sort these lines by domain; domains without any are left out."""
        found: dict[str, list[Line]] = {one: [] for one in self.catalogue.codelists["domain"].codes}
        for line in self.lines(code):
            found[self.figures.indicator(line).domain].append(line)
        return {domain: lines for domain, lines in found.items() if lines}

    def own(self, code: str, lines: Iterable[Line] = ()) -> dict[Line, tuple[Observation, ...]]:
        """Give the series of the first line of each indicator, and of these lines."""
        main = [one for one in self.lines(code) if one in self.figures.main]
        return self.figures.own(code, tuple(dict.fromkeys([*main, *lines])))


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
    sources: tuple[str, ...]


def profile(local: Local, code: str, query: Mapping[str, object] | None = None, *, is_whole: bool = False) -> Profile:
    """Tell about a municipality that exists in the geography of `local`, as an address asks; see `choice.py`.

    `is_whole` shows all rows of all domains, as a report does.

    Raises: KeyError for a code that is no municipality.
    """
    one = local.areas.municipalities[code]
    domains, asked = local.of_domains(code), query or {}
    opened = set(domains) if is_whole else {asked.get("toon")}
    offered = {domain: lines if domain in opened else lines[:AT_FIRST] for domain, lines in domains.items()}
    own = local.own(code, (line for lines in offered.values() for line in lines))
    shown = {domain: [line for line in lines if line in own] for domain, lines in offered.items()}
    years = sorted({each.time_period[:4] for series in own.values() for each in series if each.time_period})
    choice, unknown = read_choice(asked, local.groups, years, list(local.catalogue.codelists["domain"].codes))
    group = local.groups.group(code, choice.grouping)
    compared = {
        line: comparison(local.figures, code, line, series, group.members, choice.jaar) for line, series in own.items()
    }
    return Profile(
        municipality=one,
        choice=choice,
        unknown=tuple(unknown),
        inhabitants=_inhabitants(own.get(Line(TOTAL), ())),
        merged=_merged(local, one),
        group=group_told(local, one, group),
        outstanding=outstanding(list(compared.values()), list(local.figures.main), local.catalogue, group.phrase),
        domains=tuple(
            DomainRows(
                domain,
                local.catalogue.codelists["domain"][domain].label,
                tuple(row(compared[line], local.catalogue, one.name, choice.jaar) for line in shown[domain]),
                len(lines) - len(offered[domain]),
            )
            for domain, lines in domains.items()
            if shown[domain]
        ),
        years=tuple(years),
        geographies=tuple(geographies(one)),
        kinds=tuple(local.groups.kinds),
        sources=sources_of(local, (each.own for each in compared.values() if each.own)),
    )


def geographies(one: Municipality) -> list[str]:
    """List the geographies in which a municipality exists."""
    return [each for each in GEOGRAPHIES if one.exists_in(each)]


def sources_of(local: Local, observations: Iterable[Observation]) -> tuple[str, ...]:
    """Name the sources of some observations, each once."""
    return tuple(dict.fromkeys(local.catalogue.label("source", one.source) for one in observations))


def _inhabitants(series: Iterable[Observation]) -> str:
    """Tell the number of inhabitants: "257.029 inwoners (1 januari 2015)"; empty where it is not known."""
    measured = [one for one in series if one.denominator]
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
    codes = local.areas.predecessors(one.code, before, local.geography)
    parts = words.listed([local.areas.municipalities[code].name for code in codes])
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
        return f"Voor {one.name} ontbreken de cijfers om gelijkaardige gemeenten te zoeken."
    told = f"We vergelijken op {len(local.structure.facts)} kenmerken: {facts}. Dat zijn er weinig."
    if group.stability is None:
        return told
    stays = f"{words.number(100 * group.stability, 0)}%"
    kept = f"Als we één kenmerk weglaten, blijft minstens {stays} van de groep."
    return f"{told} {kept}" + (" Deze groep is gevoelig voor de keuze van kenmerken." if group.is_sensitive else "")
