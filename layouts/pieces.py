"""Pieces that two pages or more use: charts with their text, tables, rows of gaps, notices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from indicators.figures import small
from indicators.figures.theme import STEPS, look
from indicators.gap_rows import GapRow, RowMark
from indicators.multiples import MAX_MULTIPLES, Multiple, MultipleRow
from indicators.panels.panel import Legend, Panel
from indicators.tables import Cell, Table
from layouts import addresses
from layouts.attributes import aria, data

GAP_FAMILIES = (
    ("be", "Belgen of Belgische herkomst"),
    ("eu", "EU of EU+"),
    ("non_eu", "van buiten de EU"),
    ("all", "alle buitenlandse nationaliteiten of herkomst"),
    ("", "andere groep"),
)
LONGEST_NUMBER = 16
"""Characters of a cell of a table that holds a number; longer ones hold words."""

GLYPHS = {"circle": "●", "triangle-up": "▲", "triangle-down": "▼", "diamond": "◆", "square": "■", "x": "✕"}
"""The symbols of families as characters."""

MOST_REMARKS = 10
GRAPH_CONFIG: Any = {"displayModeBar": False, "showSendToCloud": False, "plotlyServerURL": "", "responsive": True}


def chart(panel: Panel, prefix: str, source_line: str, graph_id: str = "") -> Component:
    """Show a chart with its title, legend, source and text alternative; `prefix` makes its ids its own."""
    title_id, text_id = f"{prefix}-title", f"{prefix}-text"
    notes = [html.P(note, className="note") for note in panel.notes]
    named: dict[str, Any] = {"id": graph_id} if graph_id else {}
    graph = dcc.Graph(figure=panel.figure, config=GRAPH_CONFIG, className="graph", **named)
    return html.Figure(
        [
            html.H2(panel.title, id=title_id, className="chart-title"),
            html.P(panel.subtitle, className="chart-subtitle"),
            *([legend(panel.legend)] if panel.legend else []),
            _walked(graph, title_id, f"{prefix}-hint"),
            _chart_tools(f"{prefix}-hint"),
            html.P(panel.description, id=text_id, className="visually-hidden"),
            *notes,
            html.Figcaption(source_line, className="source"),
        ],
        className="chart",
        **aria(labelledby=title_id, describedby=text_id),
    )


def _walked(graph: Component, title_id: str, hint_id: str) -> Component:
    """Make a drawing one stop of the keyboard, whose points the arrow keys walk (`assets/17-walk.js`)."""
    about = aria(labelledby=title_id, describedby=hint_id, roledescription="grafiek")
    return html.Div(
        html.Div(graph, **aria(hidden="true")), className="chart-area", tabIndex=0, role="application", **about
    )


def _chart_tools(hint_id: str) -> Component:
    """Show what can be done with a chart, and the place where its points are told."""
    shared: dict[str, Any] = {"type": "button", "className": "link-button"}
    listen = html.Button("Vertel het me", type="button", className="link-button tell", **data(action="tell"))
    files = [
        html.Button(f"Download de grafiek ({kind.upper()})", **shared, **data(action="chart-file", kind=kind))
        for kind in ("png", "svg")
    ]
    told = html.P(className="told", role="status")
    hint = html.P("Gebruik de pijltjestoetsen om de punten te lezen.", id=hint_id, className="walk-hint")
    return html.Div([html.Div([told, hint], className="chart-told"), listen, *files], className="chart-tools")


def legend(entries: Legend) -> Component:
    """Name the symbols of a chart, above it."""
    items = [html.Li([_legend_mark(family), name], **_written_mark(family)) for family, name in entries]
    return html.Ul(items, className="legend")


def _written_mark(family: str) -> dict[str, Any]:
    """Give a symbol as a character and its colour, for the legend in the file of a chart."""
    if family.startswith("step-"):
        return data(glyph=GLYPHS["square"], colour=STEPS[int(family.removeprefix("step-"))])
    known = look(family)
    return data(glyph=GLYPHS[known.symbol], colour=known.colour)


def _legend_mark(family: str) -> Component:
    if family.startswith("step-"):
        colour = STEPS[int(family.removeprefix("step-"))]
        return html.Span(className="swatch", style={"backgroundColor": colour})
    return symbol(family)


def symbol(family: str, *, is_open: bool = False) -> Component:
    """Draw the symbol of a family of groups; the text beside it says what it is."""
    return html.Img(src=small.data_uri(small.symbol(family, is_open=is_open)), alt="", className="symbol")


def table(content: Table, prefix: str) -> Component:
    """Show a table that scrolls by itself when it is too wide, with its letters and remarks below."""
    heads = html.Tr([html.Th(head, scope="col") for head in content.heads])
    rows = [_row(name, cells, prefix) for name, cells in content.rows]
    caption_id = f"{prefix}-caption"
    inner = html.Table([html.Caption(content.caption, id=caption_id), html.Thead(heads), html.Tbody(rows)])
    wrapper = html.Div(inner, className="table-scroll", tabIndex=0, role="group", **aria(labelledby=caption_id))
    hint = html.P("Schuif opzij voor meer kolommen.", className="scroll-hint note")
    return html.Div([hint, wrapper, *_below(content, prefix)], className="table-block")


def _row(name: str, cells: Sequence[Cell], prefix: str) -> Component:
    return html.Tr([html.Th(name, scope="row"), *[_cell(cell, prefix) for cell in cells]])


def _cell(cell: Cell, prefix: str) -> Component:
    letters: list[Any] = [" ", html.Abbr(cell.flags, className="flag")] if cell.flags else []
    return html.Td([cell.text, *letters, *_remark_link(cell, prefix)], className=_kind(cell.text))


def _kind(text: str) -> str:
    """Tell words, which may go on to a second line, from numbers, which may not."""
    return "words" if len(text) > LONGEST_NUMBER else ""


def _remark_link(cell: Cell, prefix: str) -> list[Component]:
    if not cell.remark:
        return []
    link = html.A(str(cell.remark), href=f"#{prefix}-remark-{cell.remark}", **aria(label=f"opmerking {cell.remark}"))
    return [html.Sup(link)]


def _below(content: Table, prefix: str) -> list[Component]:
    letters = [html.Li([html.B(letter), f" {meaning}"]) for letter, meaning in content.legend]
    remarks = [html.Li(text, id=f"{prefix}-remark-{place}") for place, text in enumerate(content.remarks, 1)]
    parts: list[Component] = []
    if letters:
        parts.append(html.Ul(letters, className="flags"))
    if remarks:
        parts.append(_remarks(remarks))
    return parts


def _remarks(remarks: Sequence[Component]) -> Component:
    """List the remarks below a table; a long list is closed at first, and opens when one is followed."""
    listed = html.Ol(remarks, className="remarks")
    if len(remarks) <= MOST_REMARKS:
        return listed
    return html.Details([html.Summary(f"Toon {len(remarks)} opmerkingen"), listed], className="note")


def gap_rows(groups: Sequence[tuple[str, Sequence[GapRow]]], axis_end: float, caption: str) -> Component:
    """Show gaps as a table: name and groups, both marks on a common axis, and the size of the gap."""
    heads = [
        html.Th("Indicator", scope="col"),
        html.Th(["Aandeel in %", axis(axis_end)], scope="col", className="axis"),
        html.Th("Kloof", scope="col", className="gap"),
    ]
    bodies = [html.Tbody([_group_head(head), *map(_gap_row, rows)]) for head, rows in groups]
    content = [html.Caption(caption, className="visually-hidden"), html.Thead(html.Tr(heads)), *bodies]
    return gap_table(content, axis_end)


def gap_table(content: Sequence[Component], axis_end: float) -> Component:
    """Put together a table with marks on an axis; it becomes a list where its letters have too little room."""
    table = html.Table(list(content), className="gap-table", style={"--intervals": len(ticks(axis_end)) - 1})
    return html.Div(table, className="gap-box")


def gap_legend(groups: Sequence[tuple[str, Sequence[GapRow]]]) -> Component:
    """Name the symbols of rows of gaps."""
    families = {mark.family for _, rows in groups for row in rows for mark in row.marks}
    return legend(tuple((family, name) for family, name in GAP_FAMILIES if family in families))


def _group_head(text: str) -> Component:
    return html.Tr(html.Th(text, colSpan=3, scope="rowgroup"), className="group-head")


def _gap_row(row: GapRow) -> Component:
    name = [dcc.Link(row.title, href=addresses.indicator(row.slug)), html.Span(row.note, className="note")]
    low, high = row.marks
    line = html.Span(
        className="connector", style={"left": f"{low.place:.2f}%", "width": f"{high.place - low.place:.2f}%"}
    )
    track = html.Div([line, _mark(low, "left"), _mark(high, "right")], className="track")
    return html.Tr([html.Th(name, scope="row"), html.Td(track, className="axis"), html.Td(row.gap, className="gap")])


def _mark(mark: RowMark, side: str) -> Component:
    text = html.Span(
        [html.Span(f"{mark.name} ", className="visually-hidden"), mark.text], className=f"mark-text {side}"
    )
    return html.Span(
        [symbol(mark.family, is_open=mark.is_open), text], className="mark", style={"left": f"{mark.place:.2f}%"}
    )


def axis(end: float) -> Component:
    """Show the numbers of the common axis, every twenty per cent."""
    named = [
        html.Span(f"{tick:g}" + ("%" if tick == end else ""), style={"left": f"{100 * tick / end:.2f}%"})
        for tick in ticks(end)
    ]
    return html.Div(named, className="ticks", **aria(hidden="true"))


def ticks(end: float) -> list[float]:
    """Give the places of the numbers on a common axis."""
    return [20.0 * place for place in range(int(end // 20) + 1)]


def box(title: str, content: list[Component]) -> Component:
    """Show a box that can be closed; a phone closes it at the start (`assets/13-sheet.js`)."""
    return html.Details([html.Summary(html.H2(title)), *content], className="card", open=True)


def notice(content: Any, kind: str = "info") -> Component:
    """Show a short notice: "info" or "warning"."""
    return html.Div(content, className=f"notice {kind}")


def multiple_row(content: MultipleRow) -> Component:
    """Show a row of small multiples; what is more than a page shows at once is closed until it is asked for."""
    heading, subtitle = (
        html.H2(content.title, className="chart-title"),
        html.P(content.subtitle, className="chart-subtitle"),
    )
    first, more = content.items[:MAX_MULTIPLES], content.items[MAX_MULTIPLES:]
    rest = [html.Details([html.Summary(f"Toon ook de andere {len(more)}"), _multiples(more)])] if more else []
    if content.is_open:
        return html.Section([heading, subtitle, _multiples(first), *rest], className="multiple-row")
    return html.Details([html.Summary(heading), subtitle, _multiples(first), *rest], className="multiple-row")


def _multiples(items: Sequence[Multiple]) -> Component:
    return html.Ul([multiple(one) for one in items], className="multiples")


def multiple(content: Multiple) -> Component:
    """Show one small multiple with its name, change and newest value."""
    image = html.Img(src=small.data_uri(content.svg), alt=content.text, className="multiple")
    value = html.Span(content.value, className="multiple-value")
    return html.Li([html.Strong(content.name), html.Span(content.change, className="note"), value, image])


def unknown(choices: Sequence[str]) -> Component:
    """Say which parts of an address were not understood."""
    said = ", ".join(f"“{one}”" for one in choices)
    text = f"Deze link bevat een keuze die we niet kennen: {said}. We tonen de standaardweergave."
    return html.Div(text, className="notice warning", role="status")


def pinned(told: str, newest: str) -> list[Component]:
    """Say that older figures are shown, with the way to the newest; nothing where they are the newest."""
    content = [told, " ", dcc.Link("Bekijk de nieuwste cijfers.", href=newest)]
    return [html.Div(notice(content, "warning"), className="width pinned")] if told else []


def waiting(named: Sequence[tuple[str, str]], pin: str = "") -> list[Component]:
    """List the indicators that have a description and no figures yet (title and slug), closed until it is asked."""
    if not named:
        return []
    links = [html.Li(dcc.Link(title, href=addresses.indicator(slug, pin))) for title, slug in named]
    count = f"{len(named)} indicatoren wachten op cijfers" if len(named) > 1 else "1 indicator wacht op cijfers"
    told = html.P("Hun beschrijving is er al: wat er geteld wordt, bij wie, en waarmee je ze niet mag vergelijken.")
    content = html.Details([html.Summary(count), told, html.Ul(links)])
    return [html.Section([html.H2("Nog zonder cijfers"), content], className="block waiting")]
