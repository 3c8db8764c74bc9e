"""The HTML document around the pages: its language, and what stands there before and without scripts."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from typing import Any
from urllib.parse import quote

from dash import Dash
from flask import request

from layouts import addresses

ENTRY = '<div id="react-entry-point"><div class="_dash-loading">De pagina wordt geladen.</div></div>'

TEMPLATE = """<!DOCTYPE html>
<html lang="nl-BE">
  <head>
    {%metas%}
    <title>{%title%}</title>
    <link rel="canonical" href="{%canonical%}">
    <link rel="icon" type="image/svg+xml" href="{%icon%}">
    {%preload%}
    {%css%}
    <noscript><style>#react-entry-point { display: none; }</style></noscript>
  </head>
  <body class="{%place%}">
    <noscript>
      <h1>Integratie in cijfers</h1>
      <p>Deze site tekent haar pagina’s met JavaScript. Zonder JavaScript kun je alle cijfers downloaden:</p>
      <p><a href="{%api%}">alle indicatoren als CSV</a></p>
    </noscript>
    {%app_entry%}
    <div>
      {%config%}
      {%scripts%}
      {%renderer%}
    </div>
  </body>
</html>"""


PRELOAD = '<link rel="preload" as="script" href="{}" fetchpriority="low">'
PRELOAD_DATA = '<link rel="preload" as="fetch" href="{}" crossorigin>'
ASKED = ("/_dash-layout", "/_dash-dependencies")
"""What Dash asks once its scripts have run, the same for every page: asked meanwhile."""
DRAWS = ("dash/dcc/async-graph.js", "plotly/package_data/plotly.min.js")
"""What the browser asks only when it meets a chart, a second after the document at 10 Mbit/s."""


def preload(path: str, view: str) -> str:
    """Let the browser ask at once for what it needs later; what draws a chart, where there will most likely be one."""
    asked = "".join(PRELOAD_DATA.format(escape(addresses.link(one))) for one in ASKED)
    if not path.startswith("/indicator/") or view == "tabel":
        return asked
    return asked + "".join(PRELOAD.format(escape(addresses.link(f"/_dash-component-suites/{one}"))) for one in DRAWS)


class Site(Dash):
    """Dash with a document of our own: Dash itself writes no language, no title of the page, and "Loading..."."""

    title_of: Callable[[str], str]
    """Gives the title of the page at a path below the prefix."""

    def interpolate_index(self, *_args: Any, **parts: Any) -> str:
        """Write the document for one request; its canonical address is that without what a reader chose.

        A page for a frame elsewhere names the page on the site itself, and says its place to the styles.
        """
        path = self.strip_relative_path(request.path) or ""
        texts = {
            "title": self.title_of(f"/{path}"),
            "canonical": addresses.absolute(addresses.link(quote(f"/{path}".removeprefix(addresses.EMBEDDED)))),
            "place": "embedded" if addresses.is_embedded(request.path) else "",
            "icon": addresses.link("/assets/favicon.svg"),
            "api": addresses.link(f"{addresses.API}?vorm=json"),
        }
        written = parts | {name: escape(text) for name, text in texts.items()} | {"app_entry": ENTRY}
        written["preload"] = preload(f"/{path}".removeprefix(addresses.EMBEDDED), request.args.get("weergave", ""))
        return re.sub(r"{%(\w+)%}", lambda mark: written[mark[1]], TEMPLATE)
