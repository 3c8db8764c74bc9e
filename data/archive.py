"""Everything in one zip: all figures in three forms, the descriptions, the codelists and the revisions."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import asdict

from data.catalogue import Catalogue
from data.export import all_rows, line_of, to_csv
from data.model import Revision
from data.sdmx import to_sdmx_csv
from data.store import Store
from data.workbook import workbook

README = """Integratie in cijfers, versie {revision}

cijfers.csv                 alle cijfers: komma, decimale punt, UTF-8
sdmx/<indicator>.csv        dezelfde cijfers als SDMX-CSV 2.0
excel/<adres>.xlsx          een werkmap per indicator
indicatoren.json            de beschrijving van elke indicator
lijsten/<lijst>.csv         de codes en hun namen
versies.csv                 alle publicaties

Vermeld bij hergebruik de bron die bij het cijfer staat.
"""


def archive(store: Store, catalogue: Catalogue, as_of: int | None = None) -> bytes:
    """Make the zip as of a revision, the newest when None; give the bytes of the file."""
    revision = store.resolve(as_of)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in _files(store, catalogue, revision):
            target.writestr(name, content)
    return file.getvalue()


def _files(store: Store, catalogue: Catalogue, revision: int) -> Iterator[tuple[str, str | bytes]]:
    revisions = [one for one in store.revisions() if one.number <= revision]
    yield "LEESMIJ.txt", README.format(revision=revision)
    yield "cijfers.csv", "".join(to_csv(all_rows(store, revision)))
    for indicator in catalogue.indicators.values():
        observations = store.observations(indicator.id, revision)
        if not observations:
            continue
        yield f"sdmx/{indicator.id}.csv", "".join(to_sdmx_csv(indicator, observations))
        yield f"excel/{indicator.slug}.xlsx", workbook(indicator, catalogue, observations, revisions)
    described = {one.id: asdict(one) for one in catalogue.indicators.values()}
    yield "indicatoren.json", json.dumps(described, ensure_ascii=False, indent=1)
    yield from _codelists(catalogue)
    yield "versies.csv", _revisions(revisions)


def _codelists(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for codelist in catalogue.codelists.values():
        rows = [(one.code, one.label, one.description) for one in codelist.codes.values()]
        yield f"lijsten/{codelist.id}.csv", _csv(("code", "label", "description"), *rows)


def _revisions(revisions: list[Revision]) -> str:
    rows = [
        (one.number, one.published_at.isoformat(), one.author, one.note, one.dataset, one.sha256) for one in revisions
    ]
    return _csv(("number", "published_at", "author", "note", "dataset", "sha256"), *rows)


def _csv(*rows: tuple[object, ...]) -> str:
    return "".join(map(line_of, rows))
