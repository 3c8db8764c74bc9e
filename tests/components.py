"""Looks into laid out pages: the components of Dash in them, and what those say and point at."""

from collections.abc import Iterator
from typing import Any

from bodies import body_of, call, output_with
from dash import Dash
from flask.testing import FlaskClient

Json = Any


def page_of(client: FlaskClient, site: Dash, path: str, search: str = "") -> Json:
    """Give the content of a page as the browser gets it, and its title."""
    values = {"_pages_location.pathname": path, "_pages_location.search": search}
    answer = call(client, body_of(site, output_with(site, "_pages_content"), values, ("_pages_location.pathname",)))
    assert answer.status_code == 200, answer.text
    return answer.get_json()["response"]


def content_of(client: FlaskClient, site: Dash, path: str, search: str = "") -> Json:
    """Give the content of a page as the browser gets it."""
    return page_of(client, site, path, search)["_pages_content"]["children"]


def children(component: Json) -> Json:
    """What stands in a component; a `Still` holds its content under a name of its own."""
    return component["props"].get("content" if component["type"] == "Still" else "children")


def parts(content: Json) -> Iterator[dict[str, Json]]:
    """All components in JSON, from the outside in."""
    if isinstance(content, dict) and "props" in content:
        yield content
        content = children(content)
    if isinstance(content, dict):
        yield from parts(content)
    elif isinstance(content, list):
        for one in content:
            yield from parts(one)


def props(content: Json, name: str) -> list[Json]:
    """All values of one property, in order."""
    return [one["props"][name] for one in parts(content) if one["props"].get(name) is not None]


def text_of(content: Json) -> str:
    """All text of a component."""
    if isinstance(content, str):
        return content
    if isinstance(content, list):
        return "".join(map(text_of, content))
    return text_of(children(content)) if isinstance(content, dict) and "props" in content else ""


def headings(content: Json, level: str = "H1") -> list[str]:
    """The texts of all headings of a level."""
    return [text_of(one) for one in parts(content) if one["type"] == level]
