"""Reports from a shell: `python -m indicators report NIS [--format pdf|html|xlsx]`, or `report --all --output DIR`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qsl

from data.catalogue import read_catalogue
from data.errors import DataError
from data.settings import read_settings
from data.shipped import load_shipped
from data.store import Store
from indicators.answers import Answers
from indicators.report.batch import FORMATS, Order, make, make_all, write


def main(arguments: Sequence[str]) -> int:
    """Run one command; a mistake is one sentence on standard error and exit code 2."""
    options = _parser().parse_args(arguments)
    try:
        _report(read_settings(os.environ).database_url, options)
    except DataError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m indicators", description="Rapporten vanaf de opdrachtregel.")
    commands = parser.add_subparsers(required=True, metavar="opdracht")
    report = commands.add_parser("report", help="het rapport van een gemeente, of van alle gemeenten")
    report.add_argument("code", nargs="?", metavar="NIS", help="NIS-code van de gemeente, zoals 44021")
    report.add_argument("--format", choices=list(FORMATS), default="pdf", help="soort bestand; zonder: pdf")
    report.add_argument("--all", action="store_true", help="alle gemeenten van nu")
    report.add_argument("--output", type=Path, help="bestand, of met --all een map; zonder: een bestand in deze map")
    report.add_argument(
        "--query", default="", metavar="KEUZES", help="zoals in een adres: “groepering=buren&jaar=2015”"
    )
    report.add_argument("--site", default="", metavar="ADRES", help="adres van de site, voor links en QR-code")
    report.add_argument("--processes", type=int, default=os.cpu_count() or 1, metavar="N", help="hoeveel tegelijk")
    return parser


def _report(url: str, options: argparse.Namespace) -> None:
    if bool(options.code) == options.all:
        raise DataError("Geef één NIS-code, of --all voor alle gemeenten.")
    query = dict(parse_qsl(options.query.removeprefix("?")))
    order = Order(options.format, query, datetime.now(UTC).date(), options.site.rstrip("/"))
    with closing(Store(url)) as store:
        store.prepare()
        load_shipped(store, catalogue := read_catalogue())
        answers = Answers(store, catalogue)
        if options.all:
            _all(url, answers, order, options)
        else:
            name, content = make(answers, options.code, order)
            write(target := options.output or Path(name), content)
            print(f"Gemaakt: {target}")


def _all(url: str, answers: Answers, order: Order, options: argparse.Namespace) -> None:
    if options.output is None:
        raise DataError("Zeg met --output in welke map de rapporten komen.")
    codes = [one.code for one in answers.lookup.places.values() if one.exists]
    count = 0
    for names in make_all(url, codes, options.output, order, max(1, options.processes)):
        count += len(names)
        if sys.stderr.isatty():
            print(f"\r{count} van {len(codes)} rapporten", end="", file=sys.stderr, flush=True)
    print(f"Gemaakt: {count} rapporten in {options.output}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
