"""Writes a report or a card as PDF: tagged for screen readers (PDF/UA-1), in Dutch, with bookmarks and its own fonts.

Typst sets the pages. Its templates stand beside this module; texts reach them as JSON and are never read as markup, so
no name or note can change a document. The same content and day give the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import typst

from indicators import words
from indicators.figures import spread
from indicators.figures.trend import LONGEST_NAME
from indicators.report.content import Report
from indicators.report.entries import Entry
from indicators.report.square import qr

HERE = Path(__file__).parent
FONTS = HERE / "fonts"


def report_pdf(report: Report) -> bytes:
    """Set a report on A4; give the bytes of the file."""
    more = {"legend": legend(report), "qr": qr(report.newest)}
    return _compiled("report.typ", asdict(report) | more, report.on)


def card_pdf(report: Report, entry: Entry) -> bytes:
    """Set one row of a report on half an A4, for a council paper; give the bytes of the file."""
    facts = {"compared": report.compared, "version": report.version, "newest": report.newest}
    drawn = {"legend": legend(report), "qr": qr(report.newest)}
    return _compiled("card.typ", facts | drawn | {"title": _titled(report, entry), "entry": asdict(entry)}, report.on)


def _titled(report: Report, entry: Entry) -> str:
    return f"{report.name}: {words.lower(entry.title)}"


def legend(report: Report) -> list[dict[str, str]]:
    """Name the marks of the strips."""
    names = (
        ("own", report.name if len(report.name) <= LONGEST_NAME else "deze gemeente"),
        ("region", "Vlaams Gewest"),
        ("group", f"{report.group_name.lower()} (de groep)"),
        ("bands", "middelste 80% en 50%"),
        ("dots", "elke gemeente"),
    )
    return [{"svg": spread.key(mark), "label": label} for mark, label in names]


def _compiled(template: str, data: Mapping[str, object], on: str) -> bytes:
    """Set a template; our fonts have no hyphen that keeps a line together, and another font would be taken for it."""
    return typst.compile(
        HERE / template,
        root=HERE,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False).replace(words.NO_BREAK_HYPHEN, "-")},
        pdf_standards=["ua-1"],
        timestamp=datetime.fromisoformat(on).replace(tzinfo=UTC),
    )
