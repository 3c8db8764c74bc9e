"""Hands content that no callback touches to the browser as one component, where Dash would make one of each element.

Dash keeps a subscription for every component, and tells all of them whenever one of a new page is ready: a page of
2 600 elements cost 2 600 rounds along 2 900 subscriptions. Headings, tables, lists and links need none of that. They
travel as they are, in one `Still`, and `assets/02-still.js` makes the same elements of them.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import groupby
from typing import Any

from dash import Dash, dcc
from dash.development.base_component import Component

from layouts.ready import ready

HTML = "dash_html_components"


class Still(Component):
    """A component whose `content` (text, elements and links, as JSON) the browser shows; no callback can ask for it."""

    _namespace = "integratie"
    _type = "Still"
    _prop_names: Sequence[str] = ["content"]  # type: ignore[assignment]
    _children_props: Sequence[str] = []  # type: ignore[assignment]
    _base_nodes = ["children"]  # noqa: RUF012
    _valid_wildcard_attributes: Sequence[str] = []  # type: ignore[assignment]

    def __init__(self, content: object) -> None:
        """Hold what to show."""
        super().__init__(content=ready(content))  # type: ignore[no-untyped-call]


def live_ids(app: Dash) -> frozenset[str]:
    """Give the ids of all elements that a callback reads or fills."""
    named = [one["id"] for call in app.callback_map.values() for one in (*call["inputs"], *call["state"])]
    filled = [name.rpartition(".")[0] for key in app.callback_map for name in key.strip(".").split("...")]
    return frozenset(one for one in (*named, *filled) if isinstance(one, str))


def still(content: Any, live: Container[str] = ()) -> Any:
    """Put every largest part without a live element into a `Still`; what is live stays a component of Dash.

    Live are the elements with an id in `live`, everything that is neither an element of HTML nor a link, and what they
    stand in.
    """
    if isinstance(content, list | tuple):
        groups = groupby(content, key=lambda one: _is_still(one, live))
        return [part for is_still, group in groups for part in _parts(list(group), live, is_still=is_still)]
    if not isinstance(content, Component):
        return content
    if _is_still(content, live):
        return Still(content)
    if content._namespace == HTML:
        content.children = still(content.children, live)
    return content


def _parts(group: list[Any], live: Container[str], *, is_still: bool) -> list[Any]:
    return [Still(group)] if is_still else [still(one, live) for one in group]


def _is_still(content: Any, live: Container[str]) -> bool:
    if isinstance(content, list | tuple):
        return all(_is_still(one, live) for one in content)
    if not isinstance(content, Component):
        return True
    is_known = content._namespace == HTML or isinstance(content, dcc.Link | Still)
    return is_known and getattr(content, "id", None) not in live and _is_still(getattr(content, "children", None), live)
