"""What every page shares, without a browser: how a heading is written."""

import json

from components import parts, text_of
from plotly.io.json import to_json_plotly

from layouts.frame import heading


def test_a_heading_never_breaks_after_niet() -> None:
    shown = json.loads(to_json_plotly(heading("Niet-Belgen en personen met een niet-EU-nationaliteit")))

    kept = [text_of(one) for one in parts(shown) if one["type"] == "Span"]

    assert kept == ["Niet-Belgen", "niet-EU"]
