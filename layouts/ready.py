"""Components written as JSON once, for answers that are given many times.

Dash turns components into JSON anew for every answer, which takes longer than making the figures. A fragment is JSON
already: orjson puts it into the answer as it is.
"""

from __future__ import annotations

import orjson
from plotly.io.json import to_json_plotly


def written(content: object) -> str:
    """Write components, or a list of them, as JSON; equal components give equal texts."""
    return str(to_json_plotly(content))


def ready(content: object) -> orjson.Fragment:
    """Make components, or what `written` made of them, into JSON that goes into an answer unchanged."""
    return orjson.Fragment(content if isinstance(content, str) else written(content))
