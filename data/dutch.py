"""Small pieces of Dutch that stand in figures themselves: sums and names in a row."""

from __future__ import annotations

from collections.abc import Sequence

TO_BELGIAN = str.maketrans(",.", ".,")


def number(value: float) -> str:
    """Write a number with points between thousands and a comma for decimals: 41090 → "41.090"."""
    return f"{value:,.10g}".translate(TO_BELGIAN)


def listed(names: Sequence[str]) -> str:
    """Join names: "A", "A en B", "A, B en C"."""
    return " en ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
