"""What the commands `check`, `publish`, `withdraw` and `template` print."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import UTC, datetime

from data.catalogue import read_catalogue
from data.store import Store
from data.upload.compare import compare
from data.upload.context import Context
from data.upload.finding import WARNING, Finding, finding
from data.upload.report import READY, Report


def context_of(store: Store) -> Context:
    """Give what a file is checked against: the catalogue, the newest figures of the store, and today."""
    loaded = {one.sha256: one.number for one in store.revisions()}
    today = datetime.now(UTC).date()
    return Context(read_catalogue(), today, store.raw_observations, store.observations, loaded)


LEVELS = {"fout": "FOUT", "waarschuwing": "LET OP", "info": "info"}
RESULTS = {
    "ready": "Klaar om te publiceren.",
    "needs_mapping": "Nog niet klaar: kies wat hieronder gevraagd wordt, in de koppeling.",
    "rejected": "Geweigerd: verbeter het bestand en probeer opnieuw.",
}


def difference(report: Report, store: Store) -> Finding:
    """Tell what publishing would change for readers; nothing changes yet."""
    found = compare(report.observations(), store.raw_observations)
    counts = {"new": len(found.new), "changed": len(found.changed), "vanished": len(found.vanished)}
    return finding("Z4", **counts)


def with_difference(report: Report, store: Store) -> Report:
    """Add to the report of a file that is ready what publishing it would change."""
    if report.status != READY:
        return report
    counts = {**report.counts, WARNING: report.counts[WARNING] + 1}
    return replace(report, findings=(*report.findings, difference(report, store)), counts=counts)


def as_json(report: Report) -> str:
    """Write a report for programs."""
    findings = [{**asdict(one), "key": one.key} for one in report.findings]
    mapping = json.loads(report.mapping.to_json()) if report.mapping else None
    content = {
        "status": report.status,
        "findings": findings,
        "mapping": mapping,
        "why": dict(report.why),
        "layout": report.known,
        "counts": dict(report.counts),
        "sha256": report.sha256,
    }
    return json.dumps(content, ensure_ascii=False, indent=1)


def as_text(report: Report) -> Iterator[str]:
    """Write a report for people, a line each."""
    counts = report.counts
    yield RESULTS[report.status]
    yield (
        f"{counts['read']} cellen gelezen, {counts['ready']} begrepen; "
        f"{counts['fout']} fouten, {counts['waarschuwing']} waarschuwingen."
    )
    if report.known:
        yield f"Herkend: {report.known}."
    for one in report.findings:
        yield f"{LEVELS[one.level]} {one.code}  {one.message} {one.advice}"
