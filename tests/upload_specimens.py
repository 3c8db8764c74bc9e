"""The specimens in `tests/specimens/uploads/`: a file for each check, named after it, and what the check needs besides.

Most files are found by their check as they are. `CASES` holds the others: what was published before, what a person
chose, or how it was published. Every figure in them is made up.
"""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import annexed
from uploads import AREAS, GHENT, PERSONS, SOURCE, STEADY, TENANTS, context, observed, series

from data.reading.book import Book
from data.reading.content import send
from data.reading.frames import Sender, received
from data.reading.limits import Limits
from data.reading.sheets import Note, SheetMaker
from data.store import Store
from data.upload.context import Context
from data.upload.mapping import Mapping
from data.upload.publication import NotPublished, Publication, passed, publish
from data.upload.report import Report, check_book
from data.upload.shell import difference

FOLDER = Path(__file__).parent / "specimens" / "uploads"
ALWAYS = {"L1"}
"""How a text file was read; told for each."""

WHO = Publication("cijfers.csv", "An", "Nieuwe cijfers van 2023.", 0)


@dataclass(frozen=True)
class Case:
    """What a check needs besides the file; `also` is what cannot but be told with it."""

    context: Context = context()
    chosen: Callable[[Mapping], Mapping] | None = None
    who: Publication | None = None
    also: frozenset[str] = frozenset()


def _without_licence() -> Context:
    catalogue = annexed.catalogue()
    sources = catalogue.codelists["source"]
    bare = replace(sources.codes[SOURCE], properties={**sources.codes[SOURCE].properties, "licence": ""})
    sources = replace(sources, codes={**sources.codes, SOURCE: bare})
    return replace(context(), catalogue=replace(catalogue, codelists={**catalogue.codelists, "source": sources}))


def _tenants(**values: float) -> tuple:
    return tuple(
        observed(TENANTS, GHENT, "2022", value, breakdown={"nationality": code} if code != "total" else {})
        for code, value in values.items()
    )


TWO_YEARLY = tuple(replace(one, time_period=str(2019 + 2 * (int(one.time_period) - 2020))) for one in STEADY)
"""The steady series, of 2019, 2021 and 2023."""

CASES = {
    "L8": Case(context(loaded={"0" * 64: 7})),
    "L9": Case(also=frozenset({"G2"})),
    "K12": Case(chosen=lambda made: made.translated("ref_area", {"Gnet": "99999"})),
    "K14": Case(chosen=lambda made: replace(made, columns={**made.columns, "Jaartal": "note"})),
    "W12": Case(context(STEADY)),
    "W13": Case(context(STEADY)),
    "G11": Case(chosen=lambda made: made.translated("ref_area", {"*": "skip"})),
    "H3": Case(context(_tenants(total=580, be=530, eu=60))),
    "H4": Case(context(_tenants(non_eu=530))),
    "S5": Case(chosen=lambda made: replace(made, overlapping=("sex",))),
    "T1": Case(context(STEADY)),
    "T2": Case(context(STEADY)),
    "T4": Case(context(STEADY)),
    "T5": Case(context(TWO_YEARLY)),
    "T6": Case(context(series(PERSONS, {area: (1022 + 43 * n,) for n, area in enumerate(AREAS)}, first=2022))),
    "T7": Case(context(STEADY)),
    "T8": Case(context(STEADY)),
    "T9": Case(context([replace(one, obs_status="P") for one in STEADY if one.ref_area == GHENT])),
    "M3": Case(_without_licence()),
    "M4": Case(context([replace(one, source="vdab_2011") for one in STEADY])),
    "Z1": Case(who=WHO),
    "Z2": Case(who=replace(WHO, uploader="An")),
    "Z3": Case(who=replace(WHO, note="")),
    "Z5": Case(who=replace(WHO, seen=-1)),
}


WITHOUT_CHECK = {
    "Z4": lambda report, store: [difference(report, store)],
    "Z6": lambda _report, _store: passed(publish_at=1_700_000_000, now=1_700_000_001),
}
"""What is told outside a check and a publication: what would change, and a day that is over."""


def specimens() -> list[Path]:
    """All files, in the order of their codes."""
    return sorted(FOLDER.glob("[A-Z]*"))


def code_of(path: Path) -> str:
    """The check that a file is for: "L7" of "L7 mijn cijfers.csv"."""
    return path.stem.split()[0]


def told(path: Path, store: Store) -> set[str]:
    """The codes of what is said about a file: when it is checked, or when it is published."""
    code = code_of(path)
    case = CASES.get(code, Case())
    report = check_book(book_of(path), None, case.context)
    if case.chosen:
        assert report.mapping
        report = check_book(book_of(path), case.chosen(report.mapping), case.context)
    if code in WITHOUT_CHECK:
        return {one.code for one in WITHOUT_CHECK[code](report, store)}
    found = set(_refused(report, case.who, store)) if case.who else {one.code for one in report.findings}
    return found - ALWAYS - case.also | ({code} & ALWAYS & found)


def _refused(report: Report, who: Publication, store: Store) -> Iterator[str]:
    if who.seen < 0:
        publish(store, report, replace(who, seen=0))
    try:
        publish(store, report, replace(who, seen=0))
    except NotPublished as refused:
        yield from (one.code for one in refused.findings)


def book_of(path: Path) -> Book:
    """Read a file as the child process does, but in this one: there are a hundred of them."""
    pipe = io.BytesIO()
    send(Sender(pipe), Limits(), str(path), path.name, "", "")
    pipe.seek(0)
    makers: list[SheetMaker] = []
    notes: list[Note] = []
    fields: dict = {}
    for kind, content in received(pipe, 10**7):
        if kind == "sheet":
            makers.append(SheetMaker(**content))
        elif kind == "rows":
            makers[-1].add(**content)
        elif kind == "note":
            notes.append(Note(**content))
        else:
            fields |= content
    sheets = tuple(one.sheet() for one in makers)
    return Book(name=path.name, sheets=sheets, sha256="0" * 64, notes=tuple(notes), **fields)
