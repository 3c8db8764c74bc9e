"""The Atom feed of the publications, for who wants to be told when figures change.

Source: RFC 4287, The Atom Syndication Format.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

from dash import Dash
from flask import Response, request

from indicators.answers import Answers
from indicators.news import News
from layouts import addresses
from layouts.frame import NAME
from layouts.news import anchor

ATOM = "http://www.w3.org/2005/Atom"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
NEWEST = 30
"""So many publications are in the feed."""


def install(app: Dash, answers: Answers) -> None:
    """Add the route below the prefix of the app."""
    path = f"{app.config.routes_pathname_prefix.rstrip('/')}{addresses.FEED}"
    app.server.add_url_rule(path, "feed", lambda: _answer(answers))


def _answer(answers: Answers) -> Response:
    page, own = (urljoin(request.host_url, addresses.link(one)) for one in (addresses.NEWS, addresses.FEED))
    return Response(feed(answers.news({})[:NEWEST], page, own), mimetype="application/atom+xml")


def feed(found: Sequence[News], page: str, own: str) -> bytes:
    """Write the feed of one publication or more; `page` is the address of the page with the news, `own` of the feed."""
    root = ET.Element("feed", {"xmlns": ATOM, LANGUAGE: "nl-BE"})
    _texts(
        root, id=page, title=f"{NAME}: wat is er nieuw", updated=_moment(found[0]) if found else "1970-01-01T00:00:00Z"
    )
    ET.SubElement(root, "link", rel="self", href=own)
    ET.SubElement(root, "link", rel="alternate", type="text/html", href=page)
    for one in found:
        _entry(root, one, f"{page}#{anchor(one.number)}")
    return ET.tostring(root, encoding="utf-8", xml_declaration=True)


def _entry(root: ET.Element, one: News, address: str) -> None:
    entry = ET.SubElement(root, "entry")
    _texts(entry, id=address, title=f"{one.title}: {one.author}", updated=_moment(one))
    _texts(ET.SubElement(entry, "author"), name=one.author)
    ET.SubElement(entry, "link", rel="alternate", type="text/html", href=address)
    content = ET.SubElement(entry, "content", type="text")
    content.text = "\n".join([one.note, *(f"{line.title}: {line.told}" for line in one.indicators)])


def _texts(parent: ET.Element, **texts: str) -> None:
    for name, text in texts.items():
        ET.SubElement(parent, name).text = text


def _moment(one: News) -> str:
    """Write a moment as RFC 3339 wants it, in UTC."""
    return f"{one.published_at:%Y-%m-%dT%H:%M:%SZ}"
