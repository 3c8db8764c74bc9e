"""How a municipality stands to a number: higher, comparable or lower, in a word and a symbol.

Only an interval that leaves the number out makes a difference. Whether higher is better is another thing: an indicator
without a verdict never gets one.

Source: Office for Health Improvement and Disparities, Fingertips, comparison by overlap with a reference value.
"""

from __future__ import annotations

from dataclasses import dataclass

from indicators.local.intervals import Interval


@dataclass(frozen=True)
class Standing:
    """A word with its symbol: "hoger" and ▲, "vergelijkbaar" and ●, "lager" and ▼."""

    word: str
    symbol: str


HIGHER, COMPARABLE, LOWER = Standing("hoger", "▲"), Standing("vergelijkbaar", "●"), Standing("lager", "▼")


def standing(interval: Interval, reference: float) -> Standing:
    """Compare an interval with a number of the same unit."""
    if interval.lower > reference:
        return HIGHER
    return LOWER if interval.upper < reference else COMPARABLE


def desirability(found: Standing, polarity: str) -> str:
    """Say whether a standing is "gunstiger" or "minder gunstig"; empty where it is comparable or has no verdict."""
    wanted = {"higher_is_better": HIGHER, "lower_is_better": LOWER}.get(polarity)
    if wanted is None or found is COMPARABLE:
        return ""
    return "gunstiger" if found is wanted else "minder gunstig"
