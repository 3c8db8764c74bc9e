"""One uploaded file: whose it is, how it is read, how far it is."""

from __future__ import annotations

import json
from collections.abc import Mapping as Map
from dataclasses import dataclass, replace
from enum import StrEnum

from data.accounts.rights import Owned
from data.upload.mapping import Mapping
from data.upload.report import NEEDS_MAPPING, READY, Report

CHOSEN = "zelf gekozen"


class Status(StrEnum):
    """How far a draft is. A file that is refused has no draft: nothing of it is kept."""

    CHECKING = "checking"
    FAILED = "failed"
    NEEDS_MAPPING = "needs_mapping"
    DRAFT = "draft"
    APPROVED = "approved"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


OPEN = (Status.CHECKING, Status.FAILED, Status.NEEDS_MAPPING, Status.DRAFT, Status.APPROVED)
"""What can still change."""

STATUS_OF_REPORT = {READY: Status.DRAFT, NEEDS_MAPPING: Status.NEEDS_MAPPING}


@dataclass(frozen=True)
class Draft:
    """A row of the table of uploads.

    Attributes:
        id: random; also the name of the file.
        form: the key of the form that sent it, so that the same form sent twice is one upload.
        account, author: id and address of who uploaded it.
        ref_area: the municipality that it belongs to (NIS code); "" for those of everywhere.
        name: the name of the file as it may be shown.
        sha256, size: of its bytes.
        mapping: how it is read. `why`: name of a column → "voorgesteld", "onthouden" or "zelf gekozen".
        edits: "row/column" from 1 → text of a cell that was mended; "row/0" → "" for a row that was left out.
        encoding, separator: of a text file, where a person chose them.
        note: what changes and why, for readers.
        publish_at: seconds since 1970 from which readers see it, where a day was chosen; else 0.
        approver, seen: who chose that day (id), and the newest revision at that moment.
        revision: the number that it was published as; 0 before.
        created_at, changed_at: seconds since 1970.
    """

    id: str
    form: str
    account: str
    author: str
    ref_area: str
    name: str
    sha256: str
    size: int
    status: Status
    mapping: Mapping
    why: Map[str, str]
    edits: Map[str, str]
    encoding: str = ""
    separator: str = ""
    note: str = ""
    publish_at: int = 0
    approver: str = ""
    seen: int = 0
    revision: int = 0
    created_at: int = 0
    changed_at: int = 0

    @property
    def is_open(self) -> bool:
        """Tell whether it can still change."""
        return self.status in OPEN

    def owned(self, *, reaches_beyond: bool = False) -> Owned:
        """Give it as something that a right is asked on."""
        return Owned(self.ref_area, self.account, reaches_beyond)

    def row(self) -> dict[str, object]:
        """Write it as a row."""
        texts = {name: json.dumps(dict(getattr(self, name)), ensure_ascii=False) for name in ("why", "edits")}
        return {**vars(self), "status": self.status.value, "mapping": self.mapping.to_json(), **texts}


def from_row(row: Map[str, object]) -> Draft:
    """Read it from a row."""
    texts = {name: json.loads(str(row[name])) for name in ("why", "edits")}
    facts = {**row, "status": Status(str(row["status"])), "mapping": Mapping.from_json(str(row["mapping"])), **texts}
    return Draft(**facts)


def with_report(draft: Draft, report: Report) -> Draft:
    """Give the draft with the status that its report deserves."""
    return replace(draft, status=STATUS_OF_REPORT.get(report.status, Status.FAILED))
