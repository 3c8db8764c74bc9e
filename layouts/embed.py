"""A view of an indicator for another website: in a frame there, without header, menu and footer, and how to get it.

The address has the same query as that of the indicator's page. It is the only page that other sites may frame
(`layouts/headers.py`); header and footer stay out of sight by a class of the document (`layouts/document.py`), so that
they do not flash first.
"""

from __future__ import annotations

from html import escape

from dash import Dash, html
from dash.development.base_component import Component

from indicators.answers import Answers
from indicators.view import View
from layouts import addresses, pieces
from layouts.attributes import data
from layouts.frame import NAME, heading

HEIGHT = 640
"""Pixels of the frame in the ready code: a chart with its title and source, at the width of a column of text."""


def layout(answers: Answers, /, indicator: str = "", **query: object) -> Component:
    """Lay out the view of one address; without a name, as Dash asks once at the start, that of any indicator."""
    known = answers.indicator(indicator) if indicator else answers.any_indicator()
    if known is None:
        return _unknown()
    shown = answers.edition(query).view(known, query)
    full = addresses.indicator(known.slug, shown.selection.to_search())
    link = _away(f"Bekijk dit cijfer op {NAME}", full)
    return html.Div([heading(shown.title, shown.subtitle), *_content(shown), html.P(link)], className="width")


def register_callbacks(_app: Dash, _answers: Answers) -> None:
    """Nothing on this page changes."""


def _content(shown: View) -> list[Component]:
    """Show the charts with their tables closed below them; only the tables where these were chosen or there is none."""
    charts = [pieces.chart(panel, f"chart-{place}", shown.source_line) for place, panel in enumerate(shown.panels)]
    tables: list[Component] = [pieces.table(one, f"table-{place}") for place, one in enumerate(shown.tables)]
    if charts:
        return [*charts, html.Details([html.Summary("Toon de cijfers als tabel"), *tables])] if tables else charts
    why = [pieces.notice(shown.no_chart)] if shown.no_chart else []
    return [*why, *tables, html.P(shown.source_line, className="source")]


def _unknown() -> Component:
    text = html.P("Misschien is dit cijfer verplaatst, of is de code onvolledig overgenomen.")
    link = _away(f"Zoek het cijfer op {NAME}", addresses.link(addresses.SEARCH))
    return html.Div([heading("Dit cijfer bestaat niet"), text, html.P(link)], className="width")


def _away(text: str, href: str) -> Component:
    """Link from the frame to the site itself, in a window of its own."""
    return html.A(f"{text} (opent in een nieuw venster)", href=href, target="_blank", rel="noopener")


def ready_code(shown: View) -> Component:
    """Show the code that puts a view into another website; the browser adds the name of the site, and copies it."""
    src = addresses.embedded(shown.indicator.slug, shown.selection.to_search())
    code = (
        f'<iframe src="{escape(src)}" title="{escape(shown.title)}" width="100%" height="{HEIGHT}" '
        'loading="lazy" style="border: 0"></iframe>'
    )
    field = html.Textarea(id="embed-code", className="embed-code", readOnly="readOnly", rows=6, **data(code=code))
    copy = html.Button("Kopieer de code", type="button", className="link-button", **data(action="copy-code"))
    content: list[Component] = [
        html.P("Zet deze code in je pagina. Je bezoekers zien dan deze weergave, met titel en bron.", className="note"),
        html.Label("Code voor je website", htmlFor="embed-code"),
        field,
        html.Div([copy, " ", _away("Bekijk het resultaat", src)], className="embed-tools"),
        html.P("", className="note", role="status", **data(copied="Code gekopieerd.")),
    ]
    return html.Details([html.Summary("Insluiten op je website"), *content], className="cite")
