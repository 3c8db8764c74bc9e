"""The content of a page without a browser: its components, texts and links, as the browser gets them."""

from collections.abc import Iterator
from typing import Any

from bodies import body_of, call, output_with
from components import children
from dash import Dash
from flask.testing import FlaskClient


def page_at(site: Dash, client: FlaskClient, path: str, search: str = "") -> Any:
    values = {"_pages_location.pathname": path, "_pages_location.search": search}
    answer = call(client, body_of(site, output_with(site, "_pages_content"), values, ("_pages_location.pathname",)))
    return answer.get_json()["response"]["_pages_content"]["children"]


def nodes(content: Any) -> Iterator[Any]:
    """All components of a page, and its texts."""
    if isinstance(content, list):
        for one in content:
            yield from nodes(one)
    elif content is not None:
        yield content
        if isinstance(content, dict):
            yield from nodes(children(content))


def text_of(content: Any) -> str:
    return " ".join(str(one) for one in nodes(content) if not isinstance(one, dict))


def of_type(content: Any, kind: str) -> list[Any]:
    return [one for one in nodes(content) if isinstance(one, dict) and one["type"] == kind]


def of_class(content: Any, name: str) -> list[Any]:
    found = (one for one in nodes(content) if isinstance(one, dict))
    return [one for one in found if name in one["props"].get("className", "").split()]
