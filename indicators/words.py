"""Numbers, periods and lists as Dutch (nl-BE) text: the only place that knows how they are written.

Conventions: decimal comma, thousands point, minus sign U+2212, no blank before %, non-breaking hyphen in school years.
Decimals are those that the source printed; a number of our own has the decimals of its indicator.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import takewhile

from data.model import TRANSFORMATION, Indicator, Observation

MONTHS = (
    "januari februari maart april mei juni juli augustus september oktober november december".split()  # noqa: SIM905
)
NO_BREAK_HYPHEN = "\u2011"
TO_BELGIAN = str.maketrans({",": ".", ".": ",", "-": "\u2212"})
PRINTED_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def number(value: float, decimals: int) -> str:
    """Write a number: 41090 → "41.090", -0.94 with one decimal → "−0,9"; a half is rounded away from zero."""
    step = Decimal(1).scaleb(-decimals)
    rounded = Decimal(str(round(value, 9))).quantize(step, ROUND_HALF_UP)
    return f"{rounded or abs(rounded):,}".translate(TO_BELGIAN)


def signed(value: float, decimals: int) -> str:
    """Write a change with its sign: "+10,4", "−8,8", "0,0"."""
    text = number(value, decimals)
    return f"+{text}" if value > 0 and re.search("[1-9]", text) else text


def decimals_of(printed: str) -> int | None:
    """Count the decimals of the first number that the source printed; None where it printed no digits.

    One or two digits behind the last mark are decimals ("6,4", "10.92"), three or more are not ("41.090", "24.1999").
    """
    found = PRINTED_NUMBER.search(printed)
    if not found:
        return None
    last = re.split("[.,]", found[0])[1:][-1:]
    return len(last[0]) if last and len(last[0]) <= 2 else 0


def decimals(observation: Observation, indicator: Indicator) -> int:
    """Tell with how many decimals an observation is written: those of the source, none for ranks and words."""
    if observation.unit_measure == "rank" or (observation.qualifier and not is_plain(observation.qualifier)):
        return 0
    counted = decimals_of(observation.printed)
    if observation.derivation or counted is None:
        return indicator.decimals
    return counted


def with_unit(text: str, unit_measure: str) -> str:
    """Put the unit behind a number: "44%", "29 procentpunten", "1 procentpunt", "5 keer"; counts stand alone."""
    plural = "" if text.lstrip("+\u2212") == "1" else "en"
    match unit_measure:
        case "percent":
            return f"{text}%"
        case "percentage_points":
            return f"{text} procentpunt{plural}"
        case "points":
            return f"{text} punt{plural}"
        case "times":
            return f"{text} keer"
        case "euro":
            return f"{text} euro"
        case "rank":
            return f"{text}{_ordinal_ending(text)} plaats"
        case _:
            return text


def _ordinal_ending(text: str) -> str:
    """Give the ending of a rank as Flemish writes it: 1ste, 2de, 8ste, 11de, 20ste, 102de."""
    last_two = int(re.sub(r"\D", "", text)) % 100
    return "ste" if last_two in (0, 1, 8) or last_two >= 20 else "de"


def value(observation: Observation, indicator: Indicator) -> str:
    """Write the number of an observation with its unit, without the qualifier of the source.

    Missing gives "waarde niet in de tekst" (status O), "–" (hidden) or ":"; a range gives "5 tot 6%".
    """
    if observation.is_range:
        lower_limit, upper_limit = observation.limits
        places = 0 if lower_limit.is_integer() and upper_limit.is_integer() else 1
        both = f"{number(lower_limit, places)} tot {number(upper_limit, places)}"
        return with_unit(both, observation.unit_measure)
    if observation.obs_value is None:
        return MISSING.get(observation.obs_status, ":")
    text = number(observation.obs_value, decimals(observation, indicator))
    return with_unit(text, observation.unit_measure)


MISSING = {"O": "waarde niet in de tekst", "Q": "–"}


def qualified_value(observation: Observation, indicator: Indicator) -> str:
    """Write the number as the source qualifies it: "bijna 40%", "ongeveer 30% (“3 op de 10”)"; a change is signed."""
    text, qualifier = value(observation, indicator), observation.qualifier
    is_change = observation.breakdown.get(TRANSFORMATION) in ("change", "growth")
    if is_change and observation.obs_value is not None and observation.obs_value > 0:
        text = f"+{text}"
    if not qualifier or observation.is_range:
        return text
    if is_plain(qualifier):
        return f"{PLAIN_QUALIFIERS[qualifier]} {text}"
    return f"ongeveer {text} (“{qualifier}”)"


PLAIN_QUALIFIERS: Mapping[str, str] = {
    "bijna": "bijna",
    "ruim": "ruim",
    "meer dan": "meer dan",
    "ongeveer": "ongeveer",
    "rond": "ongeveer",
    "iets meer dan": "iets meer dan",
    "iets minder dan": "iets minder dan",
    "net geen": "net geen",
    "minder dan": "minder dan",
    "onder": "minder dan",
    "slechts": "slechts",
}
"""Words of the source that stand before a number, and how we write them there ("rond de 3" becomes "ongeveer 3")."""


def is_plain(qualifier: str) -> bool:
    """Tell whether the words of the source can stand before a number."""
    return qualifier in PLAIN_QUALIFIERS


def period(time_period: str, kind: str = "year") -> str:
    """Write a period: "2010", "1 januari 2010", "juni 2011", "schooljaar 2009‑2010", "2005 tot 2020".

    An empty period is "jaar niet vermeld": the source states none.
    """
    if not time_period:
        return "jaar niet vermeld"
    if match := re.fullmatch(r"(\d{4})-(\d{4})", time_period):
        return _span(match[1], match[2], kind)
    if match := re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])(?:-(\d\d))?", time_period):
        day = f"{int(match[3])} " if match[3] else ""
        return f"{day}{MONTHS[int(match[2]) - 1]} {match[1]}"
    return time_period


def _span(first: str, last: str, kind: str) -> str:
    if kind == "year":
        return f"{first} tot {last}"
    name = {"school_year": "schooljaar", "academic_year": "academiejaar"}[kind]
    return f"{name} {first}{NO_BREAK_HYPHEN}{last}"


def in_period(time_period: str, kind: str = "year") -> str:
    """Write a period as it stands in a sentence: "in 2010", "op 1 januari 2010", "in het schooljaar 2009‑2010".

    A span of years is "in de periode 2005 tot 2020".
    """
    text = period(time_period, kind)
    if not time_period:
        return "in een niet vermeld jaar"
    if text.startswith(("schooljaar", "academiejaar")):
        return f"in het {text}"
    if " tot " in text:
        return f"in de periode {text}"
    return f"op {text}" if re.fullmatch(r"\d{4}-\d\d-\d\d", time_period) else f"in {text}"


def periods(time_periods: Sequence[str], kind: str = "year") -> str:
    """Write the periods of a figure: "2010", "2004 en 2007", "2006 tot 2010", "2003 of jaar niet vermeld"."""
    stated = [one for one in time_periods if one]
    if not stated:
        return period("")
    later = [period(one, kind) if kind == "year" else year(one) for one in stated[1:]]
    few = listed([period(stated[0], kind), *later])
    text = few if len(stated) < 3 else f"{year(stated[0])} tot {year(stated[-1])}"
    return text if len(stated) == len(time_periods) else f"{text} of {period('')}"


def year(time_period: str) -> str:
    """Give the short name of a period for axes and heads of columns: "2010", "2009‑2010"."""
    if re.fullmatch(r"\d{4}-\d{4}", time_period):
        return time_period.replace("-", NO_BREAK_HYPHEN)
    return time_period[:4]


def position(time_period: str) -> float:
    """Give the place of a period on an axis of time, in years; a span stands at its first year."""
    month = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])(?:-\d\d)?", time_period)
    if month:
        return int(month[1]) + (int(month[2]) - 1) / 12
    return float(time_period[:4])


def listed(names: Sequence[str], last: str = "en") -> str:
    """Join names: "A", "A en B", "A, B en C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"


def listed_groups(phrases: Sequence[str]) -> str:
    """Join groups of people, saying once what all have in common.

    "personen met de Marokkaanse nationaliteit" and "personen met de Turkse nationaliteit" become "personen met de
    Marokkaanse of de Turkse nationaliteit"; "of", for nobody belongs to all of them.
    """
    parts = [one.split(" ") for one in phrases]
    head = _shared(parts)
    while head and parts[0][head - 1] in ("de", "een", "het"):
        head -= 1
    rest = [part[head:] for part in parts]
    tail = _shared([part[::-1] for part in rest])
    if len(phrases) < 2 or not head or any(len(part) <= tail for part in rest):
        return listed(phrases)
    middle = listed([" ".join(part[: len(part) - tail]) for part in rest], last="of")
    return " ".join([*parts[0][:head], middle, *rest[0][len(rest[0]) - tail :]])


def _shared(parts: Sequence[Sequence[str]]) -> int:
    """Count the words with which all begin."""
    return len(list(takewhile(lambda same: len(set(same)) == 1, zip(*parts, strict=False))))


def capital(text: str) -> str:
    """Start a sentence with a capital, leave the rest as it is."""
    return text[:1].upper() + text[1:]


def lower(text: str) -> str:
    """Continue a sentence with a name: its first letter small, unless it starts with an abbreviation or a quotation."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
