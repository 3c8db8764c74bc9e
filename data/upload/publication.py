"""Publishes a checked file: all of it or nothing, with an answer to each warning, on the figures that were seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from uuid import uuid4
from zoneinfo import ZoneInfo

from data.changes import content
from data.errors import DataError, Overtaken
from data.model import Key, Observation
from data.store import Also, Store, nothing_else
from data.upload.compare import Comparison, compare
from data.upload.finding import Finding, finding
from data.upload.report import READY, Report

MOST_NOTE = 500
HIDDEN = "Q"
BRUSSELS = ZoneInfo("Europe/Brussels")


class NotPublished(DataError):
    """A file that cannot be published as it is; nothing was kept. `findings` say why."""

    def __init__(self, findings: list[Finding]) -> None:
        """Keep the reasons."""
        super().__init__(" ".join(f"{one.message} {one.advice}" for one in findings))
        self.findings = findings


@dataclass(frozen=True)
class Publication:
    """Who publishes what and why.

    Attributes:
        name: the name of the file.
        author: who publishes.
        note: what changed and why, for readers.
        seen: the newest revision when the file was checked.
        uploader: who uploaded the file, where someone else must publish ("four eyes"); else "".
    """

    name: str
    author: str
    note: str
    seen: int
    uploader: str = ""


def publish(store: Store, report: Report, publication: Publication, also: Also = nothing_else) -> int:
    """Publish the observations of a report as a revision, and give its number; `also` writes in the same transaction.

    Raises: NotPublished, when the file is not ready, a warning has no answer, who or why is not told, or when another
    revision of the same indicators came since the check (then with by whom, when, and what differs).
    """
    if problems := list(hindrances(report, publication)):
        raise NotPublished(problems)
    observations = _not_hidden(report, store)
    first = next(observations, None)
    if first is None:
        raise NotPublished([finding("Z3", found="Alle cijfers in het bestand staan er al.")])
    dataset = f"upload/{uuid4().hex[:12]}/{publication.name}"
    facts = (publication.author.strip(), publication.note.strip(), dataset, report.sha256)
    try:
        observations = chain([first], observations)
        return store.publish_after(publication.seen, report.indicators, observations, *facts, also)
    except Overtaken as overtaken:
        comparison = compare(_not_hidden(report, store), store.raw_observations)
        raise NotPublished([_overtaken(overtaken, comparison)]) from None


def _not_hidden(report: Report, store: Store) -> Iterator[Observation]:
    """Leave out what the file only knows as readers see it: a hidden small number must not replace the number.

    What is hidden is read before the first observation is given: publishing then waits for nothing.
    """
    hidden = {name: _hidden(store.observations(name)) for name in report.indicators}
    for one in report.observations():
        known = hidden[one.indicator]
        if not known or content(one) != known.get(one.key):
            yield one


def _hidden(shown: Iterable[Observation]) -> dict[Key, tuple[object, ...]]:
    return {one.key: content(one) for one in shown if one.obs_status == HIDDEN}


def hindrances(report: Report, publication: Publication) -> Iterator[Finding]:
    """Give what stands in the way of a publication; nothing when it can go on."""
    if report.status != READY:
        yield finding("Z3", found=f"Het bestand heeft nog {report.counts['fout']} fouten.")
    elif not report.counts["ready"]:
        yield finding("Z3", found="Er zijn geen cijfers om te publiceren.")
    if asked := report.open_warnings:
        yield finding("Z1", count=len(asked), example=f"{asked[0].key}: {asked[0].message}")
    if not publication.author.strip():
        yield finding("Z3", found="Er is geen auteur ingevuld.")
    if not publication.note.strip() or len(publication.note) > MOST_NOTE:
        yield finding("Z3", found=f"Zeg in een noot van hoogstens {MOST_NOTE} tekens wat er verandert en waarom.")
    if publication.uploader and publication.uploader == publication.author:
        yield finding("Z2", value=publication.author)


def passed(publish_at: int, now: int) -> Iterator[Finding]:
    """Refuse a moment of publication (seconds since 1970) that is not to come."""
    if publish_at <= now:
        yield finding("Z6", value=f"{datetime.fromtimestamp(publish_at, BRUSSELS):%d-%m-%Y}")


def _overtaken(overtaken: Overtaken, comparison: Comparison) -> Finding:
    revision = overtaken.revision
    counts = f"{len(comparison.new)} nieuwe en {len(comparison.changed)} andere cijfers"
    difference = f"Tegenover die versie heeft je bestand {counts}."
    words = {"author": revision.author, "revision": revision.number, "difference": difference}
    return finding("Z5", when=f"{revision.published_at:%d-%m-%Y om %H:%M} UTC", **words)
