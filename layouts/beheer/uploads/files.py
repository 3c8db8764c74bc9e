"""What can be downloaded: the file as it was sent, the same figures with remarks, and templates to fill in."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import PurePath

from flask import request, send_file
from werkzeug.wrappers import Response

from data.accounts.rights import Action
from data.errors import UnknownIndicator
from data.upload.remarks import with_remarks
from data.upload.template import csv_template, workbook_template
from layouts.beheer.uploads.wizard import Uploads, draft_of

BYTES = "application/octet-stream"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def original(uploads: Uploads, id: str) -> Response:
    """Give the bytes as they came: never to be opened in the browser."""
    draft = draft_of(uploads, id, Action.READ_ORIGINAL)
    name = file_name(draft.name)
    return send_file(uploads.desk.files.path(draft.id), BYTES, as_attachment=True, download_name=name)


def remarks(uploads: Uploads, id: str) -> Response:
    """Give the sheet as a workbook with a remark at each cell that has one."""
    draft = draft_of(uploads, id)
    looks = uploads.desk.looks
    content = with_remarks(looks.sheet(draft), looks.report(draft).findings)
    return _attached(content, WORKBOOK, f"{file_name(PurePath(draft.name).stem)}-opmerkingen.xlsx")


def file_name(shown: str) -> str:
    """Write the name that a file came with as one for another disk: without folders and leading points."""
    return re.sub(r'[/\\:*?"<>|]', "_", shown).lstrip(". ") or "bestand"


def template(uploads: Uploads) -> Response:
    """Give a file to fill in for one indicator."""
    indicator = uploads.answers.indicator(request.args.get("indicator", ""))
    if indicator is None:
        raise UnknownIndicator(request.args.get("indicator", "")[:80])
    if request.args.get("vorm") == "csv":
        return _attached(csv_template(indicator).encode(), "text/csv", f"sjabloon-{indicator.slug}.csv")
    content = workbook_template(indicator, uploads.desk.catalogue)
    return _attached(content, WORKBOOK, f"sjabloon-{indicator.slug}.xlsx")


def _attached(content: bytes, kind: str, name: str) -> Response:
    return send_file(BytesIO(content), kind, as_attachment=True, download_name=name)
