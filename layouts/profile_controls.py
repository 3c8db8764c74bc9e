"""The controls of a municipality's page, and the way between their values and an address."""

from __future__ import annotations

from collections.abc import Mapping

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from indicators.local.groups import ALIKE, LEAST_K, MOST_K, MOST_OWN, OWN, SEPARATOR
from indicators.local.groups import LABELS as KINDS
from indicators.local.lookup import Lookup
from indicators.local.profile import Profile
from layouts.attributes import aria

LABELS = {
    "groepering": "Vergelijk met",
    "k": "Hoeveel gemeenten?",
    "eigen": "Welke gemeenten?",
    "jaar": "Jaar",
    "indeling": "Gemeenten van",
}
GEOGRAPHY_NAMES = {"2018": "2018 (308 gemeenten)", "2019": "2019-2024 (300)", "2025": "nu (285 gemeenten)"}

Option = dict[str, str]


def controls(shown: Profile, lookup: Lookup, prefix: str) -> Component:
    """Show what can be chosen; what offers no choice is hidden, but there, so that one callback can name it."""
    values, classes, options = values_of(shown), classes_of(shown), _options(shown, lookup)
    made = [_control(key, values[key], options[key], classes[key], prefix) for key in LABELS]
    return sheet(made, prefix, "controls-block profile-controls")


def sheet(made: list[Component], prefix: str, class_name: str) -> Component:
    """Show controls in a row; on a phone one button opens them as a sheet."""
    opens = html.Button(
        "Kies weergave",
        className="button sheet-open",
        type="button",
        **aria(expanded="false", controls=f"{prefix}-sheet"),
    )
    close = html.Button("Toon", className="button sheet-close", type="button")
    inner = html.Div([html.Div(made, className="controls"), close], id=f"{prefix}-sheet", className="sheet")
    return html.Div([opens, inner], className=class_name)


def values_of(shown: Profile) -> dict[str, object]:
    """Give the value of each control."""
    choice = shown.choice
    return {
        "groepering": choice.grouping.kind,
        "k": str(choice.grouping.k),
        "eigen": list(choice.grouping.own),
        "jaar": choice.jaar,
        "indeling": choice.indeling,
    }


def classes_of(shown: Profile) -> dict[str, str]:
    """Hide the controls that offer no choice now."""
    kind = shown.choice.grouping.kind
    is_shown = {
        "groepering": True,
        "k": kind == ALIKE,
        "eigen": kind == OWN,
        "jaar": len(shown.years) > 1,
        "indeling": len(shown.geographies) > 1,
    }
    return {key: "control" if visible else "control is-hidden" for key, visible in is_shown.items()}


def picked_query(picked: Mapping[str, object]) -> dict[str, str]:
    """Read the controls as the query of an address; an own selection without members starts with none chosen yet."""
    texts = {key: value for key, value in picked.items() if isinstance(value, str) and value}
    own = picked.get("eigen")
    members = [one for one in own if isinstance(one, str)] if isinstance(own, list) else []
    kind = texts.get("groepering", "")
    query: dict[str, str] = {key: texts[key] for key in ("jaar", "indeling") if key in texts}
    query |= {"k": texts["k"]} if kind == ALIKE and "k" in texts else {}
    return query | {"groepering": f"{OWN}:{SEPARATOR.join(members)}" if kind == OWN else kind}


def _options(shown: Profile, lookup: Lookup) -> dict[str, list[Option]]:
    return {
        "groepering": [_option(kind, KINDS[kind]) for kind in shown.kinds],
        "k": [_option(str(count), str(count)) for count in range(LEAST_K, MOST_K + 1)],
        "eigen": [_option(one.code, one.title) for one in lookup.places.values() if one.exists],
        "jaar": [_option("", "Recentste per indicator"), *(_option(one, one) for one in reversed(shown.years))],
        "indeling": [_option(one, GEOGRAPHY_NAMES[one]) for one in reversed(shown.geographies)],
    }


def _option(value: str, label: str) -> Option:
    return {"value": value, "label": label}


def _control(key: str, value: object, options: list[Option], class_name: str, prefix: str) -> Component:
    shared = {"id": f"{prefix}-{key}", "label": LABELS[key], "data": options, "value": value}
    if key == "eigen":
        more = {"searchable": True, "maxValues": MOST_OWN, "nothingFoundMessage": "Geen gemeente met deze naam"}
        control = dmc.MultiSelect(**shared, **more, placeholder="Typ een naam")
    else:
        control = dmc.Select(**shared, allowDeselect=False)
    return html.Div(control, id=f"{prefix}-{key}-block", className=class_name)
