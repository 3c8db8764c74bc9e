"""The letters beside a number, and what they mean (Eurostat's flags in Dutch; design: ux.md C.7)."""

from __future__ import annotations

from collections.abc import Iterable

from data.disclosure import DEFAULT
from data.model import Observation
from indicators import words

MEANINGS = {
    "a": "afgeleid: door ons berekend uit cijfers van de bron",
    "b": "breuk: vanaf hier een andere definitie of meetwijze",
    "d": "definitie wijkt af van de rest van de reeks",
    "f": "vooruitzicht: verwachte waarde, geen meting",
    "p": "via de pers: niet in de publicatie zelf gelezen",
    "r": "raming: geschatte waarde",
    "u": "weinig betrouwbaar volgens de uitgever",
    "v": "voorlopig",
    "≈": "de bron rondt dit cijfer af in woorden",
    ":": "niet beschikbaar",
    "–": "verborgen om personen te beschermen",
}
LEAST_COUNT, LEAST_SAMPLE = int(DEFAULT.count), int(DEFAULT.sample)
"""The smallest count of a register and sample of a survey that are shown, where a source has no rule of its own."""

OF_STATUS = {"B": "b", "D": "d", "E": "r", "F": "f", "P": "v", "U": "u"}
PRESS = "Via de pers"
"""How the note of a number starts that was read in the press, not in the publication itself."""

MISSING = {"L": ":", "M": ":", "Q": "–"}
ADJECTIVES = ("afgeleid", "in woorden afgerond", "voorlopig")
NATURES = {"E": "raming", "F": "vooruitzicht", "P": "voorlopig"}


def flags(observation: Observation) -> str:
    """Give the letters of an observation: derived, status, read in the press, rounded in words."""
    if observation.obs_value is None and not observation.is_range:
        return ""
    derived = "a" if nature(observation) == "afgeleid" else ""
    rounded = "≈" if observation.qualifier and not observation.is_range else ""
    press = "p" if observation.note.startswith(PRESS) else ""
    return derived + OF_STATUS.get(observation.obs_status, "") + press + rounded


def nature(observation: Observation) -> str:
    """Say in one word why a number is no plain measurement: "afgeleid", "raming", "voorlopig"; empty where it is."""
    if observation.derivation and not observation.printed:
        return "afgeleid"
    return NATURES.get(observation.obs_status, "")


def why_open(observations: Iterable[Observation]) -> str:
    """Explain the open symbols of a chart: "Open symbool: afgeleid of afgerond cijfer."; empty where there are none."""
    drawn = [one for one in observations if is_open(one)]
    kinds = list(dict.fromkeys(_kind(one) for one in drawn))
    adjectives = [kind for kind in kinds if kind in ADJECTIVES]
    nouns = [kind for kind in kinds if kind not in ADJECTIVES]
    parts = ([f"{words.listed(adjectives, last='of')} cijfer"] if adjectives else []) + nouns
    return f"Open symbool: {words.listed(parts, last='of')}." if parts else ""


def _kind(observation: Observation) -> str:
    if observation.is_range:
        return "grens van een interval"
    return nature(observation) or "in woorden afgerond"


def is_open(observation: Observation) -> bool:
    """Tell whether the symbol is drawn open: a number that is derived, rounded in words, provisional or estimated."""
    return bool(observation.derivation or observation.qualifier or observation.obs_status in ("E", "F", "P"))


def legend(observations: Iterable[Observation]) -> list[tuple[str, str]]:
    """Explain the letters that these observations carry, and the marks that stand for a missing number."""
    shown = list(observations)
    used = {letter for one in shown for letter in flags(one)}
    used |= {MISSING[one.obs_status] for one in shown if one.obs_status in MISSING}
    return [(letter, meaning) for letter, meaning in MEANINGS.items() if letter in used]
