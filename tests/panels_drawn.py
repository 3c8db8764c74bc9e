"""Reads a chart as a person sees it: the names of its rows, its marks and their labels."""

import re
from typing import Any

from annexed import described, layout, number, traces

from data.model import Observation
from indicators.panels.panel import Panel

WORK = described("employment_rate")
NEWCOMERS = described("newcomers")


def row_names(panel: Panel) -> list[str]:
    return [one["text"].replace("<br>", " ") for one in layout(panel)["annotations"]]


def marks(panel: Panel) -> dict[float, str]:
    """The drawn marks: value and symbol."""
    drawn_ = [one for one in traces(panel) if one["mode"] == "markers+text"]
    return {x: symbol for one in drawn_ for x, symbol in zip(one["x"], one["marker"]["symbol"], strict=True)}


def labels(panel: Panel) -> list[str]:
    found = [text for one in traces(panel) for text in one.get("text", [])]
    return [re.sub("<[^>]+>", " ", text).replace("\u00a0", "").strip() for text in found if text]


def persons(value: float, time_period: str = "2010", **more: Any) -> Observation:
    return number(value, time_period, unit_measure="persons", ref_area=more.pop("ref_area", "VLG"), **more)
