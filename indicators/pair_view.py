"""One picture of two indicators with all that stands beside it, made from the same points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from data.model import Indicator, Observation
from indicators import flags, words
from indicators.figures.scatter import Spot, scatter, unnamed
from indicators.pairs import AREAS, LEAST, Pairs, Shared, forbidden
from indicators.panels.panel import Panel, Wording
from indicators.series import Names
from indicators.tables import Cell, Table

NO_CAUSE = "Een verband is geen oorzaak. Twee cijfers kunnen samen veranderen zonder dat het ene uit het andere volgt."
KEYS = ("x", "y", "groep", "punten", "vast")
"""What the controls choose; in an address `vast` is called `jaar` or `gebied`."""

IN_ADDRESS = ("x", "y", "groep", "punten", "jaar", "gebied", "versie")
KINDS = {"gebieden": "Gebieden", "jaren": "Jaren"}
PERIOD_KINDS = {"year": "kalenderjaar", "school_year": "schooljaar", "academic_year": "academiejaar"}
SOURCE_KINDS = {
    "register": "registratie",
    "survey": "steekproef",
    "estimate": "raming",
    "census": "volkstelling",
    "study": "onderzoek van anderen",
    "projection": "vooruitzicht",
}


@dataclass(frozen=True)
class PairView:
    """What an address of this page shows; without `shown` there is no picture and `why_not` says why."""

    x: Indicator
    y: Indicator
    shown: Shared | None
    search: str
    options: Mapping[str, Mapping[str, str]]
    values: Mapping[str, str]
    unknown: tuple[str, ...]
    why_not: str
    in_words: str
    panel: Panel | None
    table: Table | None
    differences: Table | None
    is_forbidden: bool
    source_line: str


class PairViews:
    """Makes the views of one revision."""

    def __init__(self, pairs: Pairs) -> None:
        """Keep the pairs that there are."""
        self.pairs, self.catalogue = pairs, pairs.catalogue

    def view(self, query: Mapping[str, object]) -> PairView:
        """Answer one address; what it does not know is ignored and told."""
        x, y = self._indicators(query)
        found = [one for one in self.pairs.shared(x.id, y.id) if len(one.points) >= LEAST] if x is not y else []
        options, shown = self._choices(found, query, Wording(x, self.catalogue))
        values = {"x": x.slug, "y": y.slug} | _values(shown)
        many = {"x": self._many(x), "y": self._many(x, with_x=True)}
        picture = _Picture(x, y, shown, self.pairs) if shown else None
        return PairView(
            x=x,
            y=y,
            shown=shown,
            search=_search(values, found, query),
            options=many | options,
            values=values,
            unknown=self._unknown(query, values),
            why_not="" if shown else self._why_not(x, y),
            in_words=picture.in_words if picture else self._why_not(x, y),
            panel=picture.panel() if picture else None,
            table=picture.table() if picture else None,
            differences=picture.differences() if picture else None,
            is_forbidden=forbidden(x, y),
            source_line=picture.source_line() if picture else "",
        )

    def _indicators(self, query: Mapping[str, object]) -> tuple[Indicator, Indicator]:
        """Find both; what is not named or not known becomes the best partner of the other, or the first suggestion."""
        x, y = (self.catalogue.by_slug(str(query.get(key, ""))) for key in ("x", "y"))
        suggested = next(iter(self.pairs.suggested), tuple(self.catalogue.indicators.values())[:2])
        if x is None and y is None:
            return suggested[0], suggested[1]
        return (x, y or self._partner(x)) if x else (self._partner(y), y)  # type: ignore[return-value]

    def _partner(self, known: Indicator | None) -> Indicator:
        assert known
        others = [one for one in self.catalogue.indicators.values() if one.id not in (known.id, known.companion)]
        return max(others, key=lambda one: (self.pairs.most(known.id, one.id), one.id in known.related))

    def _choices(
        self, found: Sequence[Shared], query: Mapping[str, object], wording: Wording
    ) -> tuple[dict[str, dict[str, str]], Shared | None]:
        """Narrow what the pair shares, one choice after the other; each offers what the former ones leave."""
        options: dict[str, dict[str, str]] = {}
        left = list(found)
        for key in ("groep", "punten", "vast"):
            named = {_word(one, key): _label(one, key, wording) for one in left}
            options[key] = named
            asked = _asked(query, key)
            chosen = asked if asked in named else next(iter(named), "")
            left = [one for one in left if _word(one, key) == chosen]
        return options, next(iter(left), None)

    def _many(self, x: Indicator, *, with_x: bool = False) -> dict[str, str]:
        """Offer indicators, those that make a picture first; the others say how many points there are."""
        ids = [one for one in self.catalogue.indicators if not with_x or one != x.id]
        count = {one: self.pairs.most(x.id, one) if with_x else self.pairs.partners.get(one, 0) for one in ids}
        ids.sort(key=lambda one: (count[one] < LEAST, self.catalogue.indicators[one].title))
        return {self.catalogue.indicators[one].slug: self._offered(one, count[one], with_x) for one in ids}

    def _offered(self, indicator: str, count: int, with_x: bool) -> str:
        title = self.catalogue.indicators[indicator].title
        if count >= LEAST:
            return f"{title} ({count} punten)" if with_x else title
        few = {0: "geen punten", 1: "1 punt"}.get(count, f"{count} punten")
        return f"{title}: {few} gemeen" if with_x else f"{title}: te weinig punten"

    def _why_not(self, x: Indicator, y: Indicator) -> str:
        if x is y:
            return "Je koos twee keer dezelfde indicator. Kies er een andere bij."
        count = self.pairs.most(x.id, y.id)
        told = {0: "geen enkel punt", 1: "maar 1 punt"}.get(count, f"maar {count} punten")
        return (
            f"Deze twee hebben {told} gemeen: cijfers voor dezelfde groep, hetzelfde gebied en dezelfde periode. "
            f"Een grafiek heeft er minstens {LEAST} nodig."
        )

    def _unknown(self, query: Mapping[str, object], values: Mapping[str, str]) -> tuple[str, ...]:
        def is_known(key: str, value: object) -> bool:
            named = "vast" if key in ("jaar", "gebied") else key
            return key == "versie" or (key in IN_ADDRESS and values.get(named) == value)

        return tuple(f"{key}={value}"[:80] for key, value in query.items() if not is_known(key, value))


def _word(one: Shared, key: str) -> str:
    return {"groep": one.group, "punten": one.kind, "vast": one.fixed_word}[key]


def _label(one: Shared, key: str, wording: Wording) -> str:
    if key == "groep":
        return words.capital(wording.names.breakdown(dict(one.breakdown)))
    if key == "punten":
        return KINDS[one.kind]
    return (
        words.period(one.fixed, wording.indicator.period_kind) if one.kind == AREAS else wording.names.area(one.fixed)
    )


def _asked(query: Mapping[str, object], key: str) -> object:
    return query.get(key) or query.get("jaar") or query.get("gebied") if key == "vast" else query.get(key)


def _values(shown: Shared | None) -> dict[str, str]:
    return {key: _word(shown, key) if shown else "" for key in KEYS[2:]}


def _search(values: Mapping[str, str], found: Sequence[Shared], query: Mapping[str, object]) -> str:
    """Write the address: the two indicators, and what differs from their best picture."""
    best = _values(found[0]) if found else _values(None)
    kept = {key: values[key] for key in KEYS if key in ("x", "y") or values[key] != best[key]}
    if "punten" in kept and "vast" not in kept:
        kept["vast"] = values["vast"]
    if "vast" in kept:
        kept["jaar" if values["punten"] == AREAS else "gebied"] = kept.pop("vast")
    pinned = {"versie": str(query["versie"])} if query.get("versie") else {}
    return f"?{urlencode(kept | pinned, safe='~')}"


class _Picture:
    """Puts one set of points in a chart, a table and words."""

    def __init__(self, x: Indicator, y: Indicator, shown: Shared, pairs: Pairs) -> None:
        self.x, self.y, self.shown, self.catalogue = x, y, shown, pairs.catalogue
        self.words_of = {one.id: Wording(one, pairs.catalogue) for one in (x, y)}
        self.names = Names(x, pairs.catalogue)
        group = self.names.breakdown(dict(shown.breakdown))
        fixed = _label(shown, "vast", self.words_of[x.id])
        self.in_words = f"{group}, {fixed}"

    def _name(self, one: Observation) -> str:
        return self.names.area(one.ref_area) if self.shown.kind == AREAS else self.words_of[self.x.id].period(one)

    def _axis(self, one: Indicator) -> str:
        label = self.catalogue.label("unit_measure", one.unit_measure)
        in_unit = f"in {label}" if one.unit_measure in ("percent", "points", "euro") else label
        return f"{one.title} ({in_unit})"

    def _told(self, one: Observation) -> str:
        return self.words_of[one.indicator].told(one)

    def panel(self) -> Panel:
        """Draw the points, and put them in words."""
        spots = [self._spot(x, y) for x, y in self.shown.points]
        family = self.names.family(dict(self.shown.breakdown))
        figure = scatter(spots, family, self._axis(self.x), self._axis(self.y))
        kind = {"gebieden": "een gebied", "jaren": "een periode"}[self.shown.kind]
        title = f"{self.x.title} en {words.lower(self.y.title)}"
        open_told = flags.why_open([one for point in self.shown.points for one in point])
        subtitle = f"{words.capital(self.in_words)}. Elk punt is {kind}. De assen beginnen niet bij nul. {open_told}"
        told = [f"{self._name(x)}: {self._told(x)} en {self._told(y)}" for x, y in self.shown.points]
        description = self.words_of[self.x.id].description(
            f"Puntenwolk met {len(spots)} punten", title, self.in_words, told
        )
        notes = (*_some_unnamed(figure), *self._breaks(), *self._nested(), NO_CAUSE)
        return Panel(title, subtitle.rstrip(), figure, description, (), notes)

    def _breaks(self) -> list[str]:
        """Warn where a source measures in another way from a period on: the points before and after it differ."""
        broken = [x for x, y in self.shown.points if "B" in (x.obs_status, y.obs_status)]
        if not broken:
            return []
        told = words.listed([self._name(one) for one in broken])
        return [f"Met een breuk in de meting: {told}. Vergelijk punten van voor en na een breuk niet zomaar."]

    def _nested(self) -> list[str]:
        """Warn where one area lies in another: its people count twice in the picture."""
        areas = {x.ref_area for x, _ in self.shown.points}
        parents = {self.catalogue.codelists["ref_area"][one].properties.get("parent", "") for one in areas}
        return ["Sommige gebieden liggen in een ander gebied van deze grafiek."] if areas & parents else []

    def _spot(self, x: Observation, y: Observation) -> Spot:
        both = ((self.x, x), (self.y, y))
        told = "; ".join(f"{words.lower(indicator.title)}: {self._told(one)}" for indicator, one in both)
        hover = f"{self._name(x)}. {words.capital(told)}"
        return Spot(self._name(x), x.number, y.number, hover, flags.is_open(x) or flags.is_open(y))

    def table(self) -> Table:
        """List all points with both figures."""
        rows = tuple((self._name(x), (self._cell(x, self.x), self._cell(y, self.y))) for x, y in self.shown.points)
        corner = "Gebied" if self.shown.kind == AREAS else "Periode"
        every = [one for point in self.shown.points for one in point]
        caption = f"Alle {len(rows)} punten: {self.in_words}"
        return Table(caption, (corner, self._axis(self.x), self._axis(self.y)), rows, tuple(flags.legend(every)))

    def _cell(self, one: Observation, indicator: Indicator) -> Cell:
        return Cell(words.value(one, indicator), flags.flags(one))

    def differences(self) -> Table | None:
        """Set side by side what is defined in another way; None where both are defined alike."""
        texts = [("Noemer", [one.denominator for one in (self.x, self.y)])]
        if self.shown.breakdown:
            texts += [("Wie hoort bij welke groep?", [one.group_definition for one in (self.x, self.y)])]
        texts += [("Soort bron", [SOURCE_KINDS[one.source_kind] for one in (self.x, self.y)])]
        texts += [("Periode", [PERIOD_KINDS[one.period_kind] for one in (self.x, self.y)])]
        rows = [(label, tuple(Cell(text) for text in both)) for label, both in texts if both[0] != both[1]]
        if not rows and not forbidden(self.x, self.y):
            return None
        rows.insert(0, ("Definitie", (Cell(self.x.definition), Cell(self.y.definition))))
        return Table("Wat anders gedefinieerd is", ("Wat", self.x.title, self.y.title), tuple(rows))

    def source_line(self) -> str:
        """Name the sources of all points."""
        codes = dict.fromkeys(one.source for point in self.shown.points for one in point)
        return f"Bron: {'; '.join(self.catalogue.label('source', code) for code in codes)}."


def _some_unnamed(figure: dict[str, object]) -> list[str]:
    count = unnamed(figure)
    if not count:
        return []
    told = "1 punt draagt" if count == 1 else f"{count} punten dragen"
    return [f"{words.capital(told)} geen naam, omdat die over een andere zou liggen. De tabel noemt elk punt."]
