"""The controls of an indicator's page, and the way between their values and a choice.

All controls are always in the page, so that one callback can name them; those that offer no choice are hidden, and a
line of text tells what they would have said ("2010, enige meting"). What they offer depends on the unit that is shown,
so the callback renews that too. On a phone one button opens them as a sheet.
"""

from __future__ import annotations

from collections.abc import Mapping

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from indicators import words
from indicators.many_areas import MOST_CHOSEN, are_many
from indicators.selection import SEPARATOR, Selection
from indicators.view import View
from layouts.attributes import aria

LABELS = {
    "weergave": "Weergave",
    "eenheid": "Eenheid",
    "uitsplitsing": "Uitsplitsing",
    "gebied": "Gebied",
    "groep": "Groepen",
    "jaar": "Jaar",
}
SEGMENTED = ("weergave", "eenheid")
MULTIPLE = ("gebied", "groep")
PLACEHOLDER = "Alles"
NOTHING = "Geen gebied met deze naam"

Option = dict[str, str]


def controls(shown: View, prefix: str) -> Component:
    """Show what can be chosen on this page."""
    values, options, classes = values_of(shown.selection), options_of(shown), classes_of(shown)
    made = [_control(key, values[key], options[key], classes[key], prefix) for key in LABELS]
    sheet_id = f"{prefix}-sheet"
    fixed = html.P(fixed_of(shown), id=f"{prefix}-fixed", className="note")
    close = html.Button("Toon", className="button sheet-close", type="button")
    return html.Div(
        [
            html.Button(
                "Kies weergave",
                className="button sheet-open",
                type="button",
                **aria(expanded="false", controls=sheet_id),
            ),
            html.Div([html.Div(made, className="controls"), fixed, close], id=sheet_id, className="sheet"),
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


def options_of(shown: View) -> dict[str, list[Option]]:
    """Give what each control offers."""
    return {key: [*_everything(key), *_listed(offered)] for key, offered in _offered(shown).items()}


def classes_of(shown: View) -> dict[str, str]:
    """Hide the controls that offer no choice."""
    return {key: "control" if len(offered) > 1 else "control is-hidden" for key, offered in _offered(shown).items()}


def fixed_of(shown: View) -> str:
    """Say in words what cannot be chosen, and that there is more to choose than is shown; mostly empty."""
    years, areas = shown.choices.years, shown.choices.areas
    told = [f"{_only_period(years[0], shown.shown.period_kind)} (enige meting)."] if len(years) == 1 else []
    told += [f"Er zijn cijfers voor {len(areas)} gebieden. Kies er bij Gebied."] if are_many(areas) else []
    return " ".join(told)


def _only_period(year: str, kind: str) -> str:
    """Name the only period as the rest of the page does: "Jaar: 2010", "Schooljaar 2009-2010"."""
    return f"Jaar: {year}" if kind == "year" else words.capital(words.period(f"{year}-{int(year) + 1}", kind))


def _offered(shown: View) -> dict[str, Mapping[str, str]]:
    choices = shown.choices
    return {
        "weergave": choices.views,
        "eenheid": _units(shown),
        "uitsplitsing": choices.cuts,
        "gebied": choices.areas,
        "groep": choices.groups,
        "jaar": _years(shown),
    }


def _everything(key: str) -> list[Option]:
    return [] if key in (*SEGMENTED, *MULTIPLE) else [{"value": "", "label": PLACEHOLDER}]


def _listed(offered: Mapping[str, str]) -> list[Option]:
    return [{"value": value, "label": text} for value, text in offered.items()]


def _units(shown: View) -> dict[str, str]:
    """Offer the unit of the page itself (empty in the address) beside that of its companion."""
    if not shown.choices.units and not shown.selection.eenheid:
        return {}
    own = "Procent" if shown.indicator.unit_measure == "percent" else "Aantal"
    other = "Aantal" if own == "Procent" else "Procent"
    return {"": own, **{word: other for word in shown.choices.units}}


def _years(shown: View) -> dict[str, str]:
    """Offer each year, the newest first, and a period that came with the address ("2006 tot 2010")."""
    years, chosen = shown.choices.years, shown.selection.jaar
    if len(years) < 2:
        return {}
    other = {chosen: words.capital(chosen.replace("..", " tot "))} if chosen and chosen not in years else {}
    return other | {year: year for year in reversed(years)}


def _control(key: str, value: object, options: list[Option], class_name: str, prefix: str) -> Component:
    label, control_id = LABELS[key], f"{prefix}-{key}"
    if key in SEGMENTED:
        name_id = f"{control_id}-label"
        control = dmc.SegmentedControl(id=control_id, data=options, value=value, **aria(labelledby=name_id))
        inner = [html.Div(label, id=name_id, className="control-label"), control]
    elif key in MULTIPLE:
        inner = [_several(control_id, label, options, value)]
    else:
        inner = [dmc.Select(id=control_id, label=label, data=options, value=value, allowDeselect=False)]
    return html.Div(inner, id=f"{control_id}-block", className=class_name)


def _several(control_id: str, label: str, options: list[Option], value: object) -> Component:
    """Let a reader choose several; among hundreds of areas by typing a part of the name, and not too many at once."""
    more = {"searchable": True, "maxValues": MOST_CHOSEN, "nothingFoundMessage": NOTHING} if are_many(options) else {}
    return dmc.MultiSelect(id=control_id, label=label, data=options, value=value, placeholder=PLACEHOLDER, **more)
