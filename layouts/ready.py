"""Components written as JSON once, for answers that are given many times.

Dash turns components into JSON anew for every answer, which takes longer than making the figures. A fragment is JSON
already: orjson puts it into the answer as it is.
"""

from __future__ import annotations

import orjson
from plotly.io.json import to_json_plotly


def ready(content: object) -> orjson.Fragment:
    """Write components, or a list of them, as JSON that goes into an answer unchanged."""
    return orjson.Fragment(to_json_plotly(content))
