"""Reports as files: of one municipality, or of all of them in several processes at once.

A file is written whole or not at all. The work is divided into batches; a process opens the store for itself at each
batch and is replaced after a few, so that memory stays bounded.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from data.catalogue import read_catalogue
from data.errors import DataError
from data.store import Store
from indicators.answers import Answers
from indicators.report.content import Report
from indicators.report.page import report_html
from indicators.report.paper import report_pdf
from indicators.report.sheets import report_xlsx

BATCH, BATCHES_A_PROCESS = 20, 5
FORMATS: Mapping[str, Callable[[Report], bytes]] = {
    "pdf": report_pdf,
    "html": lambda found: report_html(found).encode(),
    "xlsx": report_xlsx,
}


@dataclass(frozen=True)
class Order:
    """What reports are wanted: their format, the choices as in the query of an address, the day, and the site."""

    kind: str
    query: Mapping[str, str]
    on: date
    site: str = ""


def make(answers: Answers, code: str, order: Order) -> tuple[str, bytes]:
    """Make one report; give the name of its file and its bytes.

    Raises: DataError for a code that is no Flemish municipality, or a revision that does not exist.
    """
    place, edition = answers.municipality(code), answers.exact_edition(order.query)
    if place is None:
        advice = "Verwacht: de code van een Vlaamse gemeente, zoals 44021 voor Gent. De codes staan op /gemeenten."
        raise DataError(f"De NIS-code “{code[:40]}” kennen we niet. {advice}")
    if edition is None:
        known = answers.store.newest_revision()
        raise DataError(f"Versie “{order.query['versie'][:40]}” bestaat niet. Verwacht: een getal van 1 tot {known}.")
    found = edition.report(place.code, order.query, order.on, order.site)
    return f"rapport-{place.slug}.{order.kind}", FORMATS[order.kind](found)


def write(target: Path, content: bytes) -> None:
    """Write the whole file or nothing: a half file never takes the place of a good one.

    Raises: DataError where it cannot be written.
    """
    if target.exists() and not target.is_file():
        raise DataError(f"{target} is geen gewoon bestand. Kies een bestand.")
    half = target.with_name(f"{target.name}.half")
    try:
        half.write_bytes(content)
        half.replace(target)
    except OSError as error:
        raise DataError(f"{target} schrijven lukt niet ({error.strerror}). Controleer de map en de rechten.") from error
    finally:
        with suppress(OSError):
            half.unlink(missing_ok=True)


def make_all(url: str, codes: Sequence[str], folder: Path, order: Order, processes: int) -> Iterator[list[str]]:
    """Make the reports of these municipalities in a folder; give the names of the files of each batch when it is done.

    Raises: DataError at the first report that cannot be made; those before it stay.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DataError(f"De map {folder} maken lukt niet ({error.strerror}). Kies een andere map.") from error
    batches = [codes[start : start + BATCH] for start in range(0, len(codes), BATCH)]
    context = multiprocessing.get_context("spawn")
    with context.Pool(processes, maxtasksperchild=BATCHES_A_PROCESS) as pool:
        yield from pool.imap_unordered(partial(_make_batch, url=url, folder=folder, order=order), batches)


def _make_batch(codes: Sequence[str], url: str, folder: Path, order: Order) -> list[str]:
    with closing(Store(url)) as store:
        answers = Answers(store, read_catalogue())
        return [_make_one(answers, code, folder, order) for code in codes]


def _make_one(answers: Answers, code: str, folder: Path, order: Order) -> str:
    name, content = make(answers, code, order)
    write(folder / name, content)
    return name
