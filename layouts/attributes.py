"""Attributes whose names hold a hyphen, for the components of Dash: `aria(label="Hoofdmenu")` gives `aria-label`."""

from __future__ import annotations

from typing import Any


def aria(**values: str) -> dict[str, Any]:
    """Name attributes for assistive technology; an underscore in a name becomes a hyphen."""
    return {f"aria-{name.replace('_', '-')}": value for name, value in values.items()}


def data(**values: str) -> dict[str, Any]:
    """Name attributes for scripts and styles."""
    return {f"data-{name.replace('_', '-')}": value for name, value in values.items()}
