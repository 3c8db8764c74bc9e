"""Every sentence of all municipalities on all indicators of the local monitors, with made-up figures of every kind."""

import tempfile
from datetime import date
from pathlib import Path

from local_any import answers, catalogue, faults

from soak import cases

MOST = 6


def soak() -> None:
    codes = [one.code for one in catalogue().areas.of_geography("2025", "VLG")]
    with tempfile.TemporaryDirectory() as folder:
        edition = answers(Path(folder), 20261125, codes).newest
        for code in codes[: cases(len(codes))]:
            found = edition.report(code, {}, date(2026, 11, 25))
            told = [one for domain in found.domains for entry in domain.entries for one in entry.sentences]
            assert faults(found) | faults(edition.profile(code, {"groepering": "buren"})) == set(), code
            assert all(one.sources for one in told), code
        for start in range(0, cases(len(codes)), MOST):
            assert faults(edition.comparing({"gemeenten": "~".join(codes[start : start + MOST])})) == set(), codes[
                start
            ]
