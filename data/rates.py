"""Shares that we compute from their two counts, with the sum in words."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from data.dutch import number


def rate(numerator: float, denominator: float, per: str, decimals: int) -> float:
    """Divide, times `per` ("100" for a percentage), rounded with a half away from zero."""
    exact = Decimal(str(numerator)) * Decimal(per) / Decimal(str(denominator))
    return float(exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP))


def sum_of(numerators: Sequence[float], denominators: Sequence[float], per: str) -> str:
    """Write the sum: "425 ÷ 14.265 × 100", or with brackets where counts are added first."""
    parts = [" + ".join(map(number, one)) for one in (numerators, denominators)]
    above, below = (f"({part})" if " + " in part else part for part in parts)
    return f"{above} ÷ {below} × {number(float(per))}"
