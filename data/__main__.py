"""The store from a shell: `python -m data export|revisions|backup|restore`."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from data.backup import backup, restore
from data.catalogue import read_catalogue
from data.errors import DataError
from data.export import all_rows, to_csv
from data.settings import read_settings
from data.shipped import load_shipped
from data.store import Store


def main(arguments: Sequence[str]) -> int:
    """Run one command; a mistake is one sentence on standard error and exit code 2."""
    options = _parser().parse_args(arguments)
    try:
        url = read_settings(os.environ).database_url
        options.run(url, options)
        sys.stdout.flush()
    except DataError as error:
        print(error, file=sys.stderr)
        return 2
    except BrokenPipeError:  # who read the output has seen enough; what is left over goes nowhere
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m data", description="De cijfers vanaf de opdrachtregel.")
    commands = parser.add_subparsers(required=True, metavar="opdracht")
    export = commands.add_parser("export", help="alle cijfers als CSV")
    export.add_argument("--output", type=Path, help="bestand; zonder: naar het scherm")
    export.add_argument("--as-of", type=int, metavar="R", help="zoals in versie R; zonder: de nieuwste")
    export.set_defaults(run=_export)
    commands.add_parser("revisions", help="alle versies").set_defaults(run=_revisions)
    for name, run, text in (("backup", _backup, "bewaar een kopie"), ("restore", _restore, "zet een kopie terug")):
        command = commands.add_parser(name, help=text)
        command.add_argument("file", type=Path, metavar="BESTAND")
        command.set_defaults(run=run)
    return parser


@contextmanager
def _opened(url: str) -> Iterator[Store]:
    """Open the store as the first start does: with the tables and the shipped figures."""
    with closing(Store(url)) as store:
        store.prepare()
        load_shipped(store, read_catalogue())
        yield store


def _export(url: str, options: argparse.Namespace) -> None:
    with _opened(url) as store:
        lines = to_csv(all_rows(store, options.as_of))
        if options.output is None:
            _print_as_utf_8(lines)
        else:
            _write(options.output, lines)


def _print_as_utf_8(lines: Iterable[str]) -> None:
    """Print the same bytes on every system."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    sys.stdout.writelines(lines)


def _write(target: Path, lines: Iterable[str]) -> None:
    """Write the whole file or nothing: a half file never takes the place of a good one."""
    if target.exists() and not target.is_file():
        raise DataError(f"{target} is geen gewoon bestand. Kies een bestand.")
    half = target.with_name(f"{target.name}.half")
    try:
        with half.open("w", encoding="utf-8", newline="") as file:
            file.writelines(lines)
        half.replace(target)
    except OSError as error:
        raise DataError(f"{target} schrijven lukt niet ({error.strerror}). Controleer de map en de rechten.") from error
    finally:
        with suppress(OSError):
            half.unlink(missing_ok=True)


def _revisions(url: str, _options: argparse.Namespace) -> None:
    with _opened(url) as store:
        for revision in store.revisions():
            print(f"{revision.number}\t{revision.published_at:%Y-%m-%d %H:%M}\t{revision.author}\t{revision.note}")


def _backup(url: str, options: argparse.Namespace) -> None:
    backup(url, options.file)
    print(f"Bewaard: {options.file}")


def _restore(url: str, options: argparse.Namespace) -> None:
    aside = restore(url, options.file)
    print(f"Teruggezet: {options.file}" + (f" (wat er stond: {aside})" if aside else ""))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
