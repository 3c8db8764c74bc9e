"""The register of pages: one line a page. To add a page, write its module and add its line.

A page module has `layout(answers, /, **query)` and `register_callbacks(app, answers)`. Importing it does nothing.
The first argument is positional only, because the query of an address may hold any name.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from types import ModuleType

from dash import Dash, Input, State, register_page
from dash.development.base_component import Component

from indicators.answers import Answers
from layouts import about, domain, home, indicator, not_found_404, quality
from layouts.frame import NAME

PATH = "path_of_page"
ROUTING: dict[str, Input | State] = {PATH: State("_pages_location", "pathname")}
"""What Dash hands to each layout besides path variables and query: the path itself, under a name of ours."""

PAGES: tuple[tuple[ModuleType, dict[str, str], str], ...] = (
    (home, {"path": "/"}, NAME),
    (domain, {"path_template": "/domein/<domain>"}, "Domein"),
    (indicator, {"path_template": "/indicator/<indicator>"}, "Indicator"),
    (quality, {"path": "/kwaliteit"}, "Kwaliteit van de cijfers"),
    (about, {"path": "/over"}, "Over deze site"),
    (not_found_404, {"path": "/404"}, "Deze pagina bestaat niet"),
)


def register_pages(app: Dash, answers: Answers) -> None:
    """Register every page of the table with its title and callbacks."""
    for module, address, name in PAGES:
        variable = address.get("path_template", "").partition("<")[2].rstrip(">")
        layout = partial(_layout, module.layout, answers, variable)
        title = partial(_title, answers, module, name)
        register_page(module.__name__, layout=layout, title=title, name=name, **address)
        module.register_callbacks(app, answers)


def _layout(of_page: Callable[..., Component], answers: Answers, variable: str, /, **parts: object) -> Component:
    """Lay out a page; Dash lets the query overrule the path ("/indicator/a?indicator=b"), here the path wins."""
    path = parts.pop(PATH, None)
    if variable and isinstance(path, str):
        parts[variable] = path.rstrip("/").rpartition("/")[2]
    return of_page(answers, **parts)


def _title(answers: Answers, module: ModuleType, name: str, /, **path: str) -> str:
    found = {domain: answers.domain, indicator: answers.indicator}.get(module, lambda _slug: None)
    one = found(next(iter(path.values()), ""))
    return _named(one.title if one else name)


def title_of(answers: Answers, path: str) -> str:
    """Give the title of the document at a path."""
    first, _, rest = path.strip("/").partition("/")
    for module, address, name in PAGES:
        template = address.get("path_template") or address["path"]
        if template.strip("/").partition("/")[0] == first and is_page(answers, path):
            return _title(answers, module, name, slug=rest)
    return _named("Deze pagina bestaat niet")


def _named(name: str) -> str:
    return name if name == NAME else f"{name} | {NAME}"


def is_page(answers: Answers, path: str) -> bool:
    """Tell whether a path is the address of a page that exists."""
    first, _, rest = path.strip("/").partition("/")
    if first == "domein":
        return answers.domain(rest) is not None
    if first == "indicator":
        return answers.indicator(rest) is not None
    return f"/{first}" in {address.get("path") for _, address, _ in PAGES} and not rest and path != "/404"
