"""A store with text that wants to be more than text, in every field that holds text of a source."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from app import open_store
from data.catalogue import read_catalogue
from data.engines import sqlite_url
from data.settings import read_settings
from data.store import Store

INDICATOR, SLUG = "employment_rate", "werkzaamheidsgraad"
TEXTS = (
    "<script>window.hit = 1</script>",
    "<img src=x onerror='window.hit = 1'>",
    '<a href="javascript:window.hit=1">x</a>',
    "{{7*7}} ${7*7} #{7*7}",
    "%{x} %{customdata[0]} <extra></extra>",
    "</text><svg onload='window.hit=1'>",
    "\"quotes\" 'and' `ticks`",
    "\u202eRTL\u202c \u200f\u05d0\u05d1",
    "$\\href{javascript:alert(1)}{x}$",
    '=HYPERLINK("http://example.org")',
    "+1+1",
    "@SUM(A1)",
    "\tTAB",
)


def hostile_url(folder: Path) -> str:
    """Make a store with the shipped figures, and hostile texts on all figures of one indicator; give its address."""
    url = sqlite_url(folder / "store.sqlite")
    with closing(open_store(read_settings({"DATABASE_URL": url}), read_catalogue())) as store:
        _spoil(store)
    return url


def _spoil(store: Store) -> None:
    spoiled = [
        replace(
            one,
            note=f"noot {TEXTS[place % len(TEXTS)]}",
            printed=TEXTS[(place + 1) % len(TEXTS)],
            qualifier=TEXTS[(place + 2) % len(TEXTS)],
            derivation=TEXTS[(place + 3) % len(TEXTS)] if one.derivation else "",
        )
        for place, one in enumerate(store.observations(INDICATOR))
    ]
    strange = [replace(one, source_ref=text, note=text) for one, text in zip(spoiled * len(TEXTS), TEXTS, strict=False)]
    store.publish([*spoiled, *strange], "Iemand", TEXTS[0], "vijandig", "0" * 64)
