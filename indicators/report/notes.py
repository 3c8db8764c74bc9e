"""What stands behind the figures of a report: definitions, sources, margins, what is missing, and the revision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from data.catalogue import Catalogue
from data.model import Indicator, Revision
from indicators import words
from indicators.local.profile import Local
from indicators.local.rows import POLARITIES, Row
from indicators.report.entries import without_breakdown

COUNTED = (
    "Een telling heeft geen steekproef. De onzekerheidsmarge (95%, methode van Wilson) zegt hoeveel het cijfer van een "
    "jaar door toeval kan schommelen. Twee gemeenten waarvan de marges overlappen, verschillen niet duidelijk."
)
ASKED = (
    "Een bevraging spreekt met een deel van de mensen. De onzekerheidsmarge (95%) zegt tussen welke waarden het echte "
    "cijfer ligt, met 95% zekerheid. Cijfers over minder dan 30 bevraagden tonen we niet."
)
GROUPED = (
    "Het cijfer van de groep is door ons berekend: de som van de tellers gedeeld door de som van de noemers, of anders "
    "de mediaan. Je gemeente zelf telt niet mee in haar groep."
)
HIGHLIGHTED = (
    "“Wat valt op?” kiest volgens vaste regels. Het noemt alleen cijfers over minstens 30 personen, en alleen "
    "verschillen die groter zijn dan de marge."
)
HIDDEN = (
    "“–” is een cijfer dat we niet tonen of niet hebben. Kleine aantallen verbergen we om mensen te beschermen, tenzij "
    "de bron ze zelf openbaar maakt."
)


AWAITED = (
    "Deze indicatoren zijn beschreven, maar er zijn nog geen cijfers van. Een getal zegt hoeveel indicatoren het zijn:"
)


@dataclass(frozen=True)
class Definition:
    """One indicator of a report and how to read it."""

    title: str
    slug: str
    told: str
    groups: str
    polarity: str
    caveats: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class SourceLine:
    """One source in full."""

    label: str
    told: str


@dataclass(frozen=True)
class Missing:
    """Indicators that a report has no figures of, by domain, below the reason."""

    reason: str
    domains: tuple[tuple[str, str], ...]


def definitions(rows: Iterable[Row], catalogue: Catalogue) -> tuple[Definition, ...]:
    """Explain each indicator of these rows once, and groups that several share at the first of them."""
    sources: dict[str, dict[str, None]] = {}
    for row in rows:
        found = sources.setdefault(row.numbers.line.indicator, {})
        found.update((catalogue.label("source", one.source), None) for one in row.numbers.series)
    told: list[Definition] = []
    for id_, found in sources.items():
        one = _definition(catalogue.indicators[id_], words.listed(list(found)))
        is_told = any(one.groups == other.groups for other in told)
        told.append(replace(one, groups="") if is_told else one)
    return tuple(told)


def _definition(one: Indicator, source: str) -> Definition:
    whole = f"{words.capital(one.numerator)}, gedeeld door {words.lower(one.denominator)}." if one.denominator else ""
    return Definition(
        title=one.title,
        slug=one.slug,
        told=" ".join(part for part in (one.definition, whole) if part),
        groups=one.group_definition,
        polarity=POLARITIES[one.polarity],
        caveats=one.caveats,
        source=source,
    )


def sources(rows: Iterable[Row], catalogue: Catalogue) -> tuple[SourceLine, ...]:
    """Name each source of these rows in full, with its licence."""
    codes = dict.fromkeys(one.source for row in rows for one in row.numbers.series)
    return tuple(_source(code, catalogue) for code in codes)


def _source(code: str, catalogue: Catalogue) -> SourceLine:
    facts = catalogue.codelists["source"][code].properties
    parts = [facts.get(one, "") for one in ("publisher", "title", "year")]
    licence = f". Licentie: {facts['licence']}" if facts.get("licence") else ""
    return SourceLine(catalogue.label("source", code), f"{', '.join(one for one in parts if one)}{licence}.")


def margins(rows: Sequence[Row]) -> tuple[str, ...]:
    """Say how sure the figures are, as far as these rows want it."""
    own = [row.numbers.own for row in rows if row.numbers.own is not None]
    is_asked = any(one.sample_size for one in own)
    is_counted = any(one.denominator and not one.sample_size for one in own)
    kept = ((COUNTED, is_counted), (ASKED, is_asked), (GROUPED, bool(own)), (HIGHLIGHTED, bool(own)), (HIDDEN, True))
    return tuple(text for text, is_wanted in kept if is_wanted)


def missing(local: Local, rows: Iterable[Row]) -> tuple[Missing, ...]:
    """List what the report has no figures of: what only this municipality lacks, and what no municipality has yet."""
    own = {row.numbers.line.indicator for row in rows}
    here = [one for one in local.municipal if one not in own]
    found = (
        ("Van andere gemeenten zijn er cijfers, in dit rapport niet:", here),
        (
            AWAITED,
            local.waiting,
        ),
    )
    return tuple(Missing(reason, _by_domain(ids, local.catalogue)) for reason, ids in found if ids)


def _by_domain(ids: Iterable[str], catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    wanted = set(ids)
    named = {
        domain: Counter(without_breakdown(one) for one in catalogue.in_domain(domain) if one.id in wanted)
        for domain in catalogue.codelists["domain"].codes
    }
    return tuple((catalogue.label("domain", one), _counted(titles)) for one, titles in named.items() if titles)


def _counted(titles: Mapping[str, int]) -> str:
    """List titles, with the number of breakdowns of those that have several: "Lonen (4) · Nieuwkomers"."""
    return " · ".join(f"{title} ({count})" if count > 1 else title for title, count in titles.items())


def version(revision: Revision) -> str:
    """Name a revision: "versie 6, gepubliceerd op 25 november 2026"."""
    return f"versie {revision.number}, gepubliceerd op {words.period(f'{revision.published_at:%Y-%m-%d}')}"
