"""Checks one file: from its bytes to a report in Dutch, and to observations that are ready to be published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Map
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from data.model import Observation
from data.reading.book import Book, read
from data.reading.limits import Limits
from data.reading.refusals import Refused
from data.upload.checks import check_frame, check_layout, check_sheets, limited
from data.upload.context import Context
from data.upload.explained import explained
from data.upload.finding import ERROR, INFO, WARNING, Finding, read_checks
from data.upload.known import layout_named
from data.upload.layout import layout_of
from data.upload.mapping import Mapping
from data.upload.observations import observations_of
from data.upload.personal import personal_data
from data.upload.sheets import chosen_sheet, unfolded
from data.upload.suggest import Suggestion, suggest
from data.upload.understand import Understood, understand

READY, NEEDS_MAPPING, REJECTED = "ready", "needs_mapping", "rejected"


@dataclass(frozen=True)
class Report:
    """What was found in one file.

    Attributes:
        status: "ready", "needs_mapping" (a person can mend it by choosing) or "rejected" (only a better file mends it).
        findings: errors first.
        mapping: how it was read; None for a file that cannot be read.
        why: name of a column → "voorgesteld" or "onthouden"; columns that the given mapping has are not in it.
        known: the name of the layout that was recognised, or "".
        counts: read (cells with a value), ready, fout, waarschuwing, info.
        sha256: of the bytes of the file.
        frame: the cells as understood; see `data/upload/understand.py`.
    """

    status: str
    findings: tuple[Finding, ...]
    mapping: Mapping | None
    why: Map[str, str]
    known: str
    counts: Map[str, int]
    sha256: str
    frame: pd.DataFrame
    dimensions: tuple[str, ...]

    def observations(self) -> Iterator[Observation]:
        """Give the cells that were understood, as observations without a revision; explanations are remarks."""
        answers = self.mapping.answers if self.mapping else {}
        return observations_of(explained(self.frame, self.findings, answers), self.dimensions)

    @property
    def indicators(self) -> list[str]:
        """List the ids of the indicators of the cells that were understood, in order."""
        return sorted(self.frame.loc[self.frame["understood"].astype(bool), "indicator"].unique())

    @property
    def open_warnings(self) -> list[Finding]:
        """List the warnings that need an answer and have none."""
        answers = self.mapping.answers if self.mapping else {}
        checks = read_checks()
        asked = [one for one in self.findings if one.level == WARNING and checks[one.code].blocks]
        return [one for one in asked if not answers.get(one.key, answers.get(one.code, "")).strip()]


def check(
    path: Path,
    name: str,
    mapping: Mapping | None,
    context: Context,
    remembered: Mapping | None = None,
    limits: Limits | None = None,
) -> Report:
    """Check a file; without a mapping the suggested one is used.

    Args:
        path: where the bytes stand.
        name: what the person called the file.
        mapping: how to read it.
        context: what it is checked against.
        remembered: the mapping of the last file of this source, where there is one.
        limits: how large a file may be.
    """
    try:
        book = read(path, name, limits or Limits())
    except Refused as refused:
        return _refused(refused)
    return check_book(book, mapping, context, remembered)


def check_book(book: Book, mapping: Mapping | None, context: Context, remembered: Mapping | None = None) -> Report:
    """Check the sheets of a file."""
    if found := personal_data(book):
        return _report([found], book.sha256)
    sheet = unfolded(chosen_sheet(book, mapping or remembered, context))
    sheet = replace(sheet, name="") if book.kind == "csv" else sheet
    suggestion = _given(mapping) if mapping else suggest(sheet, context, remembered)
    layout = layout_of(sheet, suggestion.mapping.header_rows)
    findings = [*check_sheets(book, sheet, context), *check_layout(sheet, layout, suggestion.mapping, context)]
    understood = understand(sheet, layout, suggestion.mapping, context)
    findings += understood.findings
    findings += check_frame(sheet.name, understood, suggestion.mapping, context)
    return _report(findings, book.sha256, suggestion, understood)


def _given(mapping: Mapping) -> Suggestion:
    known = layout_named(mapping.layout)
    return Suggestion(mapping, {}, known.title if known else "")


def _refused(refused: Refused) -> Report:
    told = Finding(
        refused.code, ERROR, "bestand", refused.message, refused.sheet, refused.row, refused.column, "",
        refused.advice, ("Kies een ander bestand",),
    )  # fmt: skip
    return _report([told], "")


def _report(
    findings: Iterable[Finding],
    sha256: str,
    suggestion: Suggestion | None = None,
    understood: Understood | None = None,
) -> Report:
    ordered = sorted(limited(findings), key=lambda one: (ERROR, WARNING, INFO).index(one.level))
    frame = understood.frame if understood else pd.DataFrame({"understood": []})
    counts = {"read": len(frame), "ready": int(frame["understood"].sum())}
    counts |= {level: sum(one.level == level for one in ordered) for level in (ERROR, WARNING, INFO)}
    return Report(
        status=_status(ordered, suggestion is not None),
        findings=tuple(ordered),
        mapping=suggestion.mapping if suggestion else None,
        why=suggestion.why if suggestion else {},
        known=suggestion.known if suggestion else "",
        counts=counts,
        sha256=sha256,
        frame=frame,
        dimensions=understood.dimensions if understood else (),
    )


def _status(findings: Iterable[Finding], is_read: bool) -> str:
    errors = [one.code for one in findings if one.level == ERROR]
    checks = read_checks()
    if not is_read or any(checks[code].in_file for code in errors):
        return REJECTED
    return NEEDS_MAPPING if errors else READY
