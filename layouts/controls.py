"""The controls of an indicator's page, and the way between their values and a choice.

All controls are always in the page, so that one callback can name them; those that offer no choice are hidden, and a
line of text tells what they would have said ("2010, enige meting"). On a phone one button opens them as a sheet.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from indicators.selection import SEPARATOR, Choices, Selection
from indicators.view import View
from layouts.attributes import aria

MULTIPLE = ("gebied", "groep")
PLACEHOLDER = "Alles"


def controls(shown: View, prefix: str) -> Component:
    """Show what can be chosen on this page."""
    values, choices = values_of(shown.selection), shown.choices
    made = [
        _segments("weergave", "Weergave", choices.views, values, prefix),
        _segments("eenheid", "Eenheid", _units(shown), values, prefix),
        _select("uitsplitsing", "Uitsplitsing", choices.cuts, values, prefix),
        _several("gebied", "Gebied", choices.areas, values, prefix),
        _several("groep", "Groepen", choices.groups, values, prefix),
        _select("jaar", "Jaar", _years(choices), values, prefix),
    ]
    sheet_id = f"{prefix}-sheet"
    close = html.Button("Toon", className="button sheet-close", type="button")
    return html.Div(
        [
            html.Button(
                "Kies weergave",
                className="button sheet-open",
                type="button",
                **aria(expanded="false", controls=sheet_id),
            ),
            html.Div([html.Div(made, className="controls"), _fixed(shown), close], id=sheet_id, className="sheet"),
        ],
        className="controls-block",
    )


def values_of(selection: Selection) -> dict[str, object]:
    """Give the value of each control for a choice."""
    return {
        "weergave": selection.weergave,
        "jaar": selection.jaar,
        "gebied": list(selection.gebied),
        "groep": list(selection.groep),
        "uitsplitsing": selection.uitsplitsing,
        "eenheid": selection.eenheid,
    }


def picked_query(picked: Mapping[str, object]) -> dict[str, str]:
    """Read the controls as the query of an address; values of another kind than ours are left out."""
    query = {}
    for key, value in picked.items():
        if isinstance(value, list):
            value = SEPARATOR.join(one for one in value if isinstance(one, str))
        if isinstance(value, str) and value:
            query[key] = value
    return query


def _units(shown: View) -> dict[str, str]:
    """Offer the unit of the page itself (empty in the address) beside that of its companion."""
    if not shown.choices.units and not shown.selection.eenheid:
        return {}
    own = "Procent" if shown.indicator.unit_measure == "percent" else "Aantal"
    other = "Aantal" if own == "Procent" else "Procent"
    return {"": own, **{word: other for word in shown.choices.units}}


def _years(choices: Choices) -> dict[str, str]:
    if len(choices.years) < 2:
        return {}
    return {year: year for year in reversed(choices.years)}


def _segments(key: str, label: str, options: Mapping[str, str], values: Mapping[str, object], prefix: str) -> Component:
    name_id = f"{prefix}-{key}-label"
    data = [{"value": value, "label": text} for value, text in options.items()] or [
        {"value": str(values[key]), "label": label}
    ]
    control = dmc.SegmentedControl(id=f"{prefix}-{key}", data=data, value=values[key], **aria(labelledby=name_id))
    return html.Div([html.Div(label, id=name_id, className="control-label"), control], **_shown(len(options) > 1))


def _select(key: str, label: str, options: Mapping[str, str], values: Mapping[str, object], prefix: str) -> Component:
    data = [{"value": "", "label": PLACEHOLDER}, *({"value": value, "label": text} for value, text in options.items())]
    control = dmc.Select(id=f"{prefix}-{key}", label=label, data=data, value=values[key], allowDeselect=False)
    return html.Div(control, **_shown(len(options) > 1))


def _several(key: str, label: str, options: Mapping[str, str], values: Mapping[str, object], prefix: str) -> Component:
    data = [{"value": value, "label": text} for value, text in options.items()]
    control = dmc.MultiSelect(id=f"{prefix}-{key}", label=label, data=data, value=values[key], placeholder=PLACEHOLDER)
    return html.Div(control, **_shown(len(options) > 1))


def _shown(offered: bool) -> dict[str, Any]:
    return {"className": "control" if offered else "control is-hidden"}


def _fixed(shown: View) -> Component:
    """Say in words what cannot be chosen."""
    told = [*_only("Jaar", shown.choices.years, "enige meting")]
    return html.P(told, className="note") if told else html.Span()


def _only(label: str, values: Sequence[str], why: str) -> list[str]:
    return [f"{label}: {values[0]} ({why})."] if len(values) == 1 else []
