"""What was checked in the source, what did not hold, and what the site does with it; doubts come first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import Dash, dcc, html
from dash.development.base_component import Component

from indicators.answers import Answers
from indicators.quality import Quality
from indicators.quality.finding import KINDS, Finding
from layouts import addresses
from layouts.attributes import aria, data
from layouts.frame import breadcrumb, heading

COMPARED = ("Waar", "Wat we nagingen", "Wat de cijfers geven", "Wat de bron drukt", "Verschil", "Wat we ermee doen")
READ = ("Waar", "Drukfout", "Wat er staat", "Hoe we het lezen", "Waarom")
OPEN = ("Waar", "Wat de bron zegt", "Wat we ermee doen")
SECTIONS = (
    ("Rekenwerk dat niet klopt", ("sum", "shares", "percentage", "mention", "statement"), COMPARED),
    ("Uitspraken die niet volgen uit de cijfers", ("claim",), COMPARED),
    ("Drukfouten en hoe we ze lezen", ("misprint",), READ),
    ("Onduidelijk of niet na te gaan", ("remark",), OPEN),
)
"""Title, kinds of findings and heads of each table; the last column always tells the treatment."""


def layout(answers: Answers, /, **query: object) -> Component:
    """Lay out the page."""
    quality = answers.edition(query).quality
    return html.Div(
        [
            breadcrumb(("Home", addresses.link(addresses.HOME)), ("Kwaliteit van de cijfers", "")),
            heading("Kwaliteit van de cijfers", _told(quality)),
            _summary(quality),
            *[_section(answers, title, _wrong(quality, kinds), heads) for title, kinds, heads in SECTIONS],
            _holding(answers, [one for one in quality.findings if one.holds]),
        ],
        className="width quality",
    )


def register_callbacks(_app: Dash, _answers: Answers) -> None:
    """Nothing on this page changes without a change of page."""


def _told(quality: Quality) -> str:
    """Count the checks of the annex, and apart from them those of later series."""
    counted = []
    for is_in_plan, start in ((True, "We rekenden de omgevingsanalyse na"), (False, "Latere cijfers")):
        found = [one for one in quality.findings if one.is_in_plan == is_in_plan]
        doubts = sum(1 for one in found if one.verdict == "doubt")
        counted += [f"{start}: {len(found)} controles. {doubts} keer klopt er iets niet."] if found else []
    return " ".join(counted)


def _summary(quality: Quality) -> Component:
    return html.Section(
        [
            html.P("We tonen elk cijfer zoals de bron het drukt. Een twijfel staat naast het cijfer zelf, en hier."),
            html.P("Een fout verbeteren we nooit stil. We zeggen wat er staat, wat we verwachten en hoe we het lezen."),
            html.Ul([html.Li(f"{one.sentence}.") for one in quality.tallies]),
        ],
        className="prose",
    )


def _wrong(quality: Quality, kinds: Sequence[str]) -> list[Finding]:
    return [one for one in quality.findings if one.kind in kinds and not one.holds]


def _section(answers: Answers, title: str, findings: Sequence[Finding], heads: Sequence[str]) -> Component:
    content = [html.H2(f"{title} ({len(findings)})"), _table(answers, title, findings, heads)]
    return html.Section(content, className="block")


def _holding(answers: Answers, findings: Sequence[Finding]) -> Component:
    """List what holds, closed at first: it is long, and proves that everything was checked."""
    title = f"Wat klopt, precies of binnen de afronding ({len(findings)})"
    return html.Details([html.Summary(title), _table(answers, title, findings, COMPARED)], className="block")


def _table(answers: Answers, title: str, findings: Sequence[Finding], heads: Sequence[str]) -> Component:
    head = html.Thead(html.Tr([html.Th(text, scope="col") for text in heads]))
    rows = [_row(answers, one, heads) for one in findings]
    content = html.Table([html.Caption(title, className="visually-hidden"), head, html.Tbody(rows)])
    return html.Div(content, className="table-scroll", tabIndex=0, role="region", **aria(label=title))


def _row(answers: Answers, finding: Finding, heads: Sequence[str]) -> Component:
    kind = html.Span(KINDS[finding.kind][0], className="note")
    where: list[Any] = [_place(answers, finding), html.Br(), kind]
    what: list[Any] = [finding.what, *[html.Div(_link(answers, one)) for one in finding.indicators]]
    middle = {COMPARED: [finding.found, finding.expected, finding.difference], READ: [finding.found, finding.expected]}
    texts = [what, *middle.get(tuple(heads), []), finding.treatment]
    cells = [html.Td(text, **data(label=head)) for head, text in zip(heads[1:], texts, strict=True)]
    return html.Tr([html.Th(where, scope="row"), *cells])


def _place(answers: Answers, finding: Finding) -> str:
    """Name the source of a finding: its place in the annex, or who published the later series."""
    if finding.is_in_plan:
        return f"Omgevingsanalyse, {finding.source_ref}"
    return "; ".join(dict.fromkeys(answers.source(key[4]) for key in finding.places))


def _link(answers: Answers, indicator: str) -> Component:
    title, slug = answers.title_of(indicator)
    return dcc.Link(title, href=addresses.indicator(slug), className="note")
