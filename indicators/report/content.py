"""What a report of a municipality says: one page that sums it up, its figures by domain, and what lies behind them.

A `Report` holds texts and small drawings only, so that screen, paper and workbook say the same. It prints what was
chosen and the address that gives exactly this report again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from data.model import Revision
from indicators import words
from indicators.holdings import OLD_AFTER_YEARS
from indicators.local.profile import Local, Profile, profile
from indicators.local.rows import Row
from indicators.report import chapters, notes
from indicators.report.entries import Entry, Trend, entry
from indicators.report.notes import Definition, SourceLine
from indicators.report.numbers import Number, numbers

MOST_STRIPS = 6
MOST_KEYS = 4


@dataclass(frozen=True)
class Made:
    """When and from what a report is made; `site` is where its links lead ("https://…"), empty where nobody says."""

    on: date
    revision: Revision
    site: str = ""


@dataclass(frozen=True)
class Highlight:
    """One sentence of "Wat valt op?", and below it the count and the source of its number."""

    text: str
    below: str


@dataclass(frozen=True)
class KeyNumber:
    """One large number with its label, and below it what it counts and when."""

    label: str
    value: str
    below: str


@dataclass(frozen=True)
class Chapter:
    """The figures of one domain."""

    slug: str
    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Report:
    """A report, every text ready; `shown` are the chapters that were chosen from `known` (word and title).

    `search` is the query of an address with all choices but the chapters, `whole_search` with the chapters too.
    `address` gives exactly this report again, `newest` leads to the page with the newest figures; both start with a
    slash where nobody says on which site they stand. `on` is the day on which it was made, "2026-11-25".
    """

    name: str
    code: str
    slug: str
    title: str
    compared: str
    stand: str
    group_name: str
    group_members: str
    notices: tuple[str, ...]
    unknown: tuple[str, ...]
    highlights: tuple[Highlight, ...]
    why_fewer: str
    keys: tuple[KeyNumber, ...]
    strips: tuple[Entry, ...]
    trend: Trend | None
    domains: tuple[Chapter, ...]
    definitions: tuple[Definition, ...]
    sources: tuple[SourceLine, ...]
    margins: tuple[str, ...]
    missing: tuple[notes.Missing, ...]
    numbers: tuple[Number, ...]
    choices: tuple[tuple[str, str], ...]
    known: tuple[tuple[str, str], ...]
    shown: tuple[str, ...]
    search: str
    whole_search: str
    address: str
    newest: str
    version: str
    on: str

    def entry(self, slug: str) -> Entry | None:
        """Find the first row of an indicator by its address; None where the municipality has none."""
        return next((one for domain in self.domains for one in domain.entries if one.slug == slug), None)


def report(local: Local, code: str, query: Mapping[str, object], made: Made) -> Report:
    """Make the report of a municipality that exists in the geography of `local`.

    Raises: KeyError for a code that is no municipality.
    """
    asked = {key: value for key, value in query.items() if key not in (chapters.KEY, "toon")}
    return _Writer(local, profile(local, code, asked, is_whole=True), query.get(chapters.KEY), made).report()


class _Writer:
    def __init__(self, local: Local, shown: Profile, chosen: object, made: Made) -> None:
        self.local, self.catalogue, self.profile, self.made = local, local.catalogue, shown, made
        self.one, self.name, self.group = shown.municipality, shown.municipality.name, shown.group.group
        self.rows = {domain.slug: domain.rows for domain in shown.domains}
        self.in_turn = self._in_turn()
        self.entries = {row.numbers.line: self._entry(row) for row in self.in_turn}
        known = [chapters.SUMMARY, *self.rows, chapters.EXPLAINED]
        self.known, (self.chosen, self.unknown) = known, chapters.read_chapters(chosen, known)

    def report(self) -> Report:
        choice, entries = replace(self.profile.choice, toon=""), list(self.entries.values())
        pinned = replace(choice, versie=str(self.made.revision.number)).to_search()
        search = self._joined(pinned, chapters.to_query(self.chosen, self.known))
        folder = f"{self.made.site}/gemeente/{self.one.slug}"
        return Report(
            name=self.name,
            code=self.one.code,
            slug=self.one.slug,
            title=f"{self.name}: integratie in cijfers",
            compared=self._compared(),
            stand=self._stand(),
            group_name=self.group.name,
            group_members=words.listed([name for name, _ in self.profile.group.members]),
            notices=tuple(one for one in (self._ended(), self.profile.merged, self._old()) if one),
            unknown=(*self.profile.unknown, *self.unknown),
            highlights=self._highlights(),
            why_fewer=" ".join(self.profile.outstanding.missing),
            keys=self._keys(entries),
            strips=tuple([one for one in entries if one.strip][:MOST_STRIPS]),
            trend=next((one.trend for one in entries if one.trend), None),
            domains=tuple(
                Chapter(one.slug, one.title, tuple(self.entries[row.numbers.line] for row in one.rows))
                for one in self.profile.domains
            ),
            definitions=notes.definitions(self.in_turn, self.catalogue),
            sources=notes.sources(self.in_turn, self.catalogue),
            margins=notes.margins(self.in_turn),
            missing=notes.missing(self.local, self.in_turn),
            numbers=tuple(self._numbers()),
            choices=self._choices(),
            known=tuple((word, self._title(word)) for word in self.known),
            shown=self.chosen,
            search=choice.to_search(),
            whole_search=self._joined(choice.to_search(), chapters.to_query(self.chosen, self.known)),
            address=f"{folder}/rapport{search}",
            newest=folder,
            version=notes.version(self.made.revision),
            on=self.made.on.isoformat(),
        )

    def _in_turn(self) -> list[Row]:
        """List the rows: the first of each indicator, one of each domain in turn, and then the further breakdowns."""
        main, rest = [], []
        for rows in self.rows.values():
            firsts = [one for one in rows if one.numbers.line in self.local.figures.main]
            main += list(enumerate(firsts))
            rest += [one for one in rows if one.numbers.line not in self.local.figures.main]
        return [one for _, one in sorted(main, key=lambda pair: pair[0])] + rest

    def _entry(self, row: Row) -> Entry:
        of_region = self.local.figures.region.get(row.numbers.line, ())
        in_group = self.group.phrase if self.group.members else ""
        return entry(row, of_region, self.catalogue, self.name, in_group)

    def _joined(self, search: str, more: str) -> str:
        return f"{search}{'&' if search else '?'}{more}" if more else search

    def _compared(self) -> str:
        group = f" en met {self.group.counted}" if self.group.members else ""
        return f"Vergeleken met het Vlaams Gewest{group}"

    @property
    def _newest(self) -> str:
        """Give the newest period of the figures; empty where there are none."""
        observed = [row.numbers.own for row in self.in_turn if row.numbers.own is not None]
        return max((one.time_period for one in observed), default="")

    def _stand(self) -> str:
        return f"stand {words.period(self._newest)}" if self._newest else "nog geen cijfers"

    def _old(self) -> str:
        """Say that even the newest figures are old; empty where they are not."""
        year = words.year(self._newest)[-4:]
        if not year or self.made.on.year - int(year) <= OLD_AFTER_YEARS:
            return ""
        return f"De nieuwste cijfers in dit rapport zijn van {year}. Er zijn geen nieuwere opgeladen."

    def _ended(self) -> str:
        after = self.local.areas.successor(self.one.code)
        if after == self.one.code:
            return ""
        return f"Deze gemeente bestaat niet meer. Ze hoort nu bij {self.local.areas.municipalities[after].name}."

    def _highlights(self) -> tuple[Highlight, ...]:
        found = self.profile.outstanding.sentences
        return tuple(Highlight(one.text, _below(self.entries[one.line])) for one in found)

    def _keys(self, entries: list[Entry]) -> tuple[KeyNumber, ...]:
        number, _, when = self.profile.inhabitants.partition(" inwoners ")
        people = [KeyNumber("Inwoners", number, when.strip("()"))] if number else []
        others = [KeyNumber(one.title, one.own.value, one.counted) for one in entries if not one.why_not]
        return tuple([*people, *others][:MOST_KEYS])

    def _numbers(self) -> list[Number]:
        """List the numbers of the domains that were chosen, or of all where none was."""
        chosen = [one for one in self.rows if one in self.chosen] or list(self.rows)
        rows = [row for domain in chosen for row in self.rows[domain]]
        return numbers(rows, self.local.figures.region, self.catalogue, self.name, self.group.name)

    def _title(self, word: str) -> str:
        titles = chapters.TITLES | {one.slug: one.title for one in self.profile.domains}
        return titles[word]

    def _choices(self) -> tuple[tuple[str, str], ...]:
        choice, revision = self.profile.choice, self.made.revision
        nobody = "het Vlaams Gewest. Er zijn geen gemeenten om mee te vergelijken"
        others = f"het Vlaams Gewest en {self.group.counted}" if self.group.members else nobody
        return (
            ("Gemeente", f"{self.name} (NIS-code {self.one.code})"),
            ("Gemeenten zoals in", choice.indeling),
            ("Vergeleken met", others),
            ("Jaar", choice.jaar or "het recentste jaar van elke indicator"),
            ("Hoofdstukken", words.listed([self._title(one) for one in self.chosen])),
            ("Versie van de cijfers", notes.version(revision)),
            ("Gemaakt op", words.period(self.made.on.isoformat())),
        )


def _below(told: Entry) -> str:
    return f"{told.counted}. Bron: {told.source}." if told.counted else f"Bron: {told.source}."
