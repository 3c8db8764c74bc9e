"""Which character separates the cells of a text: the one that comes equally often in the most lines.

The sniffer of Python's csv module is not used: it guesses wrong on decimal commas, and is slow on long cells.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

QUOTED = re.compile(r'"(?:[^"]|"")*+"')

CLEAR = {"\t": r"\t", ";": r";(?! )", "|": r"\|", ",": r"(?<!\d),(?!\s)|,(?![\d\s])"}
"""Places where a character can only separate: a comma between digits may be a decimal comma, and before a space it is
punctuation. In order of trust: a tab is hardly ever part of a text, a comma often."""

ENOUGH = 0.3
"""Share of the lines that must agree on clear places; else any place counts."""


def separator_of(sample: str) -> str:
    """Find the separator in the first lines of a text; "" when each line is one cell."""
    lines = [line for line in QUOTED.sub("q", sample).splitlines() if line.strip()]
    for patterns in (CLEAR, {one: re.escape(one) for one in CLEAR}):
        agreement = {one: _agreement(lines, pattern) for one, pattern in patterns.items()}
        best = max(agreement, key=agreement.__getitem__)
        if agreement[best] >= ENOUGH:
            return best
    return ""


def _agreement(lines: Sequence[str], pattern: str) -> float:
    """Give the share of the lines in which the pattern comes as often as it mostly does, but at least once."""
    counts = Counter(len(re.findall(pattern, line)) for line in lines)
    del counts[0]
    return counts.most_common(1)[0][1] / len(lines) if counts else 0.0
