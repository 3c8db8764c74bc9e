"""The square code by which a phone finds a page."""

from __future__ import annotations

import segno


def qr(address: str) -> str:
    """Draw the QR code of an address as SVG; empty for one that names no site, which no phone could open."""
    if "://" not in address:
        return ""
    return str(
        segno.make(address, error="m", micro=False).svg_inline(scale=4, border=2, dark="#333332", light="#FFFFFF")
    )
