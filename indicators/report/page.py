"""Writes a report as one HTML document: the accessible original, which needs no script and prints well on A4."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from indicators.report.content import Report
from indicators.report.paper import legend
from indicators.report.square import qr

HERE = Path(__file__).parent
TEMPLATES = Environment(
    loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)


@dataclass(frozen=True)
class Links:
    """Where the report leads on a site; a file on its own has none of them.

    `kept` is what the form of chapters hands on, as pairs of name and value.
    """

    home: str = ""
    page: str = ""
    pdf: str = ""
    xlsx: str = ""
    form: str = ""
    fonts: str = ""
    icon: str = ""
    kept: tuple[tuple[str, str], ...] = ()


def report_html(report: Report, links: Links | None = None) -> str:
    """Write the document; with links where it stands on a site."""
    return TEMPLATES.get_template("report.html").render(
        report=report,
        links=links or Links(),
        legend=legend(report),
        qr=qr(report.newest),
        css=(HERE / "report.css").read_text(encoding="utf-8"),
        running=_css_text(f"{report.name} · {report.stand}"),
    )


def _css_text(text: str) -> str:
    """Write a text so that it can stand between quotation marks in a style sheet."""
    return "".join(one if one.isalnum() or one in " -" else f"\\{ord(one):x} " for one in text)
