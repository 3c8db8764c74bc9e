"""The register of pages: one line a page. To add a page, write its module and add its line.

A page module has `layout(answers, /, **query)` and `register_callbacks(app, answers)`. Importing it does nothing.
The first argument is positional only, because the query of an address may hold any name.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from types import ModuleType
from typing import Any

from dash import Dash, Input, State, html, register_page
from dash.development.base_component import Component

from indicators.answers import Answers
from layouts import (
    about,
    accessibility,
    api_told,
    area_map,
    compare,
    domain,
    embed,
    holdings,
    home,
    indicator,
    method,
    municipalities,
    municipality,
    news,
    not_found_404,
    pair,
    pieces,
    plan,
    plan_action,
    plan_domain,
    plan_goal,
    privacy,
    quality,
    search,
    target,
    targets,
    terms,
)
from layouts.frame import NAME
from layouts.still import live_ids, still

NOT_FOUND = "Deze pagina bestaat niet"
PATH = "path_of_page"
ROUTING: dict[str, Input | State] = {PATH: State("_pages_location", "pathname")}
"""What Dash hands to each layout besides path variables and query: the path itself, under a name of ours."""

PAGES: tuple[tuple[ModuleType, dict[str, str], str], ...] = (
    (home, {"path": "/"}, NAME),
    (domain, {"path_template": "/domein/<domain>"}, "Domein"),
    (indicator, {"path_template": "/indicator/<indicator>"}, "Indicator"),
    (embed, {"path_template": "/insluiten/indicator/<indicator>"}, "Indicator"),
    (plan, {"path": "/plan"}, "Actieplan"),
    (plan_domain, {"path_template": "/plan/domein/<fiche>"}, "Beleidsdomein"),
    (plan_goal, {"path_template": "/plan/doelstelling/<code>"}, "Doelstelling"),
    (plan_action, {"path_template": "/plan/actie/<action>"}, "Actie"),
    (targets, {"path": "/doelen"}, "Doelen"),
    (target, {"path_template": "/doelen/<target>"}, "Doel"),
    (municipalities, {"path": "/gemeenten"}, "Gemeenten"),
    (area_map, {"path": "/gemeenten/kaart"}, "Kaart van de gemeenten"),
    (municipality, {"path_template": "/gemeente/<municipality>"}, "Gemeente"),
    (compare, {"path": "/vergelijken"}, "Vergelijken"),
    (holdings, {"path": "/gegevens"}, "Gegevens"),
    (news, {"path": "/nieuw"}, "Wat is er nieuw"),
    (pair, {"path": "/verband"}, "Twee indicatoren vergelijken"),
    (quality, {"path": "/kwaliteit"}, "Kwaliteit van de cijfers"),
    (search, {"path": "/zoeken"}, "Zoeken"),
    (about, {"path": "/over"}, "Over deze site"),
    (method, {"path": "/over/methode"}, "Methode"),
    (terms, {"path": "/over/begrippen"}, "Begrippen"),
    (accessibility, {"path": "/over/toegankelijkheid"}, "Toegankelijkheidsverklaring"),
    (api_told, {"path": "/over/api"}, "Gegevens voor programma’s"),
    (privacy, {"path": "/over/privacy"}, "Privacy"),
    (not_found_404, {"path": "/404"}, NOT_FOUND),
)


def register_pages(app: Dash, answers: Answers) -> None:
    """Register every page of the table with its title and callbacks."""
    for module, address, name in PAGES:
        variable = address.get("path_template", "").partition("<")[2].rstrip(">")
        layout = partial(_layout, app, module.layout, answers, variable)
        title = partial(_title, answers, module, name)
        register_page(module.__name__, layout=layout, title=title, name=name, **address)
        module.register_callbacks(app, answers)


def _layout(
    app: Dash, of_page: Callable[..., Component], answers: Answers, variable: str, /, **parts: object
) -> Component:
    """Lay out a page, below a notice when its address is pinned to an older revision.

    Dash lets the query overrule the path ("/indicator/a?indicator=b"); here the path wins.
    """
    path = parts.pop(PATH, None)
    if variable and isinstance(path, str):
        parts[variable] = path.rstrip("/").rpartition("/")[2]
    notice = pieces.pinned(answers.pinned_told(parts), path) if isinstance(path, str) else []
    page = of_page(answers, **parts)
    return html.Div(still([*notice, page], live_ids(app)))


def _title(answers: Answers, module: ModuleType, name: str, /, **path: str) -> str:
    return _named(_name(answers, module, name, next(iter(path.values()), "")) or NOT_FOUND)


def title_of(answers: Answers, path: str) -> str:
    """Give the title of the document at a path."""
    return _named(_name_at(answers, path) or NOT_FOUND)


def is_page(answers: Answers, path: str) -> bool:
    """Tell whether a path is the address of a page that exists."""
    return _name_at(answers, path) is not None


def _name_at(answers: Answers, path: str) -> str | None:
    """Name the page at a path; None where there is none, as at the address of the page that says so."""
    folder, _, last = f"/{path.strip('/')}".rpartition("/")
    for module, address, name in PAGES:
        is_own = address.get("path") == f"{folder}/{last}" or address.get("path_template", "").startswith(f"{folder}/<")
        if is_own and module is not not_found_404:
            return _name(answers, module, name, last)
    return None


def _name(answers: Answers, module: ModuleType, name: str, last: str) -> str | None:
    """Name a page, one with a variable by what the last part of its path finds; None where that finds nothing."""
    finders: dict[ModuleType, Callable[[str], Any]] = {
        domain: answers.domain,
        indicator: answers.indicator,
        embed: answers.indicator,
        municipality: answers.municipality,
        target: lambda slug: answers.newest.target(slug),
        plan_domain: answers.plan.domain,
        plan_goal: answers.plan.goal,
        plan_action: answers.plan.action,
    }
    if module not in finders:
        return name
    found = finders[module](last)
    return str(found.title) if found else None


def _named(name: str) -> str:
    return name if name == NAME else f"{name} | {NAME}"
