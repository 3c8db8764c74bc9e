"""The store from a shell: figures out and in, copies, and a way back for who forgot a password (`--help` lists all)."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from data.accounts.service import open_accounts
from data.backup import backup, restore
from data.catalogue import read_catalogue
from data.errors import DataError, UnknownIndicator
from data.export import all_rows, to_csv
from data.files import read_text
from data.settings import read_settings
from data.shipped import load_shipped
from data.store import Store
from data.upload.mapping import Mapping
from data.upload.publication import Publication, publish
from data.upload.report import REJECTED, check
from data.upload.shell import as_json, as_text, context_of, with_difference
from data.upload.template import csv_template, workbook_template


def main(arguments: Sequence[str]) -> int:
    """Run one command; a mistake is one sentence on standard error and exit code 2."""
    options = _parser().parse_args(arguments)
    try:
        settings = read_settings(os.environ)
        options.limits = settings.limits
        code = options.run(settings.database_url, options)
        sys.stdout.flush()
    except DataError as error:
        print(error, file=sys.stderr)
        return 2
    except BrokenPipeError:  # who read the output has seen enough; what is left over goes nowhere
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code or 0


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
    _add_uploads(commands)
    link = commands.add_parser("account-link", help="een link waarmee een account een nieuw wachtwoord kiest")
    link.add_argument("email", metavar="E-MAIL")
    link.set_defaults(run=_account_link)
    return parser


def _add_uploads(commands: Any) -> None:
    check_command = commands.add_parser("check", help="controleer een bestand")
    check_command.add_argument("file", type=Path, metavar="BESTAND")
    check_command.add_argument("--mapping", type=Path, metavar="M.json", help="koppeling; zonder: het voorstel")
    check_command.add_argument("--json", action="store_true", help="voor programma's")
    check_command.set_defaults(run=_check)
    publish_command = commands.add_parser("publish", help="publiceer een bestand")
    publish_command.add_argument("file", type=Path, metavar="BESTAND")
    publish_command.add_argument("--mapping", type=Path, metavar="M.json", required=True, help="koppeling")
    publish_command.set_defaults(run=_publish)
    withdraw_command = commands.add_parser("withdraw", help="trek een versie in")
    withdraw_command.add_argument("revision", type=int, metavar="R")
    withdraw_command.set_defaults(run=_withdraw)
    for command in (publish_command, withdraw_command):
        command.add_argument("--author", required=True, metavar="A", help="wie")
        command.add_argument("--note", required=True, metavar="N", help="wat er verandert en waarom")
    template_command = commands.add_parser("template", help="sjabloon voor een indicator")
    template_command.add_argument("indicator", metavar="INDICATOR")
    template_command.add_argument("--output", type=Path, metavar="F", help=".xlsx of .csv; zonder: csv naar het scherm")
    template_command.set_defaults(run=_template)


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
            _write(options.output, map(str.encode, lines))


def _print_as_utf_8(lines: Iterable[str]) -> None:
    """Print the same bytes on every system."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    sys.stdout.writelines(lines)


def _write(target: Path, lines: Iterable[bytes]) -> None:
    """Write the whole file or nothing: a half file never takes the place of a good one."""
    if target.exists() and not target.is_file():
        raise DataError(f"{target} is geen gewoon bestand. Kies een bestand.")
    half = target.with_name(f"{target.name}.half")
    try:
        with half.open("wb") as file:
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


def _check(url: str, options: argparse.Namespace) -> int:
    with _opened(url) as store:
        report = check(
            _file(options.file), options.file.name, _mapping(options.mapping), context_of(store), limits=options.limits
        )
        report = with_difference(report, store)
    _print_as_utf_8([as_json(report) + "\n"] if options.json else [f"{line}\n" for line in as_text(report)])
    return 1 if report.status == REJECTED else 0


def _publish(url: str, options: argparse.Namespace) -> None:
    file, mapping = _file(options.file), _mapping(options.mapping)
    with _opened(url) as store:
        seen = store.newest_revision()
        report = check(file, file.name, mapping, context_of(store), limits=options.limits)
        number = publish(store, report, Publication(file.name, options.author, options.note, seen))
    print(f"Gelukt. Versie {number} staat online: {report.counts['ready']} cijfers.")


def _withdraw(url: str, options: argparse.Namespace) -> None:
    author, note = _filled(options.author), _filled(options.note)
    with _opened(url) as store:
        number = store.withdraw(options.revision, author, note)
    print(f"Gelukt. Versie {options.revision} is ingetrokken; wat ervoor stond, staat in versie {number}.")


def _filled(text: str) -> str:
    if not text.strip():
        raise DataError("Zeg met --author wie het doet, en met --note waarom.")
    return text.strip()


def _template(_url: str, options: argparse.Namespace) -> None:
    catalogue = read_catalogue()
    indicator = catalogue.indicators.get(options.indicator)
    if indicator is None:
        raise UnknownIndicator(options.indicator)
    if options.output is None:
        _print_as_utf_8([csv_template(indicator)])
    elif options.output.suffix.lower() == ".xlsx":
        _write(options.output, [workbook_template(indicator, catalogue)])
    else:
        _write(options.output, [csv_template(indicator).encode()])


def _file(path: Path) -> Path:
    if not path.is_file():
        raise DataError(f"{path} bestaat niet of is geen bestand. Kies een ander bestand.")
    return path


def _mapping(path: Path | None) -> Mapping | None:
    return Mapping.from_json(read_text(_file(path))) if path else None


def _account_link(url: str, options: argparse.Namespace) -> None:
    with _opened(url), closing(open_accounts(url)) as accounts:
        secret = accounts.members.link_from_shell(options.email)
    print(f"Werkt één keer, 30 minuten lang. Zet het adres van de site ervoor: /beheer/link/{secret}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
