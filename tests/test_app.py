"""The program itself: what it says, and leaves alone, when it cannot start."""

import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from made import REPOSITORY
from programs import free_port, start_program, wait_for, wait_for_words

from app import main
from data.engines import sqlite_url

CATALOGUE, FIGURES = "data/catalogue/employment_rate.toml", "data/annex/employment_rate.csv"


def start(repository: Path = REPOSITORY, **settings: str) -> subprocess.CompletedProcess[str]:
    command, environment = [sys.executable, "app.py"], os.environ | {"PORT": str(free_port())} | settings
    return subprocess.run(command, cwd=repository, env=environment, capture_output=True, text=True, timeout=60)


Start = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def start_here(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Start:
    """Starts the program in this process, for a mistake that is told before Dash has pages: a process has one list."""

    def started(**settings: str) -> subprocess.CompletedProcess[str]:
        for name, value in ({"PORT": str(free_port())} | settings).items():
            monkeypatch.setenv(name, value)
        code = main()
        return subprocess.CompletedProcess("app.py", code, *capsys.readouterr())

    return started


def assert_refused(program: subprocess.CompletedProcess[str], *told: str) -> None:
    """A start that is refused says why in one Dutch sentence or two, on one line, and nothing else."""
    assert program.returncode == 2
    assert program.stdout == ""
    assert program.stderr.count("\n") == 1
    assert program.stderr.endswith(".\n")
    assert "Traceback" not in program.stderr
    for text in told:
        assert text in program.stderr


@pytest.fixture
def database(tmp_path: Path, shipped: bytes) -> Path:
    """A good database of this test alone."""
    file = tmp_path / "store.sqlite"
    file.write_bytes(shipped)
    return file


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A copy of the program whose catalogue and figures can be spoiled."""
    copy = tmp_path / "program"
    shutil.copytree(REPOSITORY / "data", copy / "data", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(REPOSITORY / "app.py", copy)
    for name in ("indicators", "layouts"):
        (copy / name).symlink_to(REPOSITORY / name)
    return copy


def test_a_missing_folder(tmp_path: Path) -> None:
    program = start(DATABASE_URL=sqlite_url(tmp_path / "none" / "store.sqlite"))

    assert_refused(program, "bestaat niet", str(tmp_path / "none"), "DATABASE_URL")
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda good: good[:4096] + os.urandom(len(good) - 4096), "beschadigd"),
        (lambda good: good[: len(good) // 2], "beschadigd"),
        (lambda good: good[:100], "beschadigd"),
        (lambda _good: os.urandom(5000), "store.sqlite"),
        (lambda _good: b"een brief, geen databank\n" * 200, "store.sqlite"),
    ],
    ids=["pages", "half", "head", "noise", "text"],
)
def test_a_damaged_database_is_left_as_it_is(
    start_here: Start, database: Path, spoil: Callable[[bytes], bytes], told: str
) -> None:
    database.write_bytes(spoil(database.read_bytes()))
    before = database.read_bytes()

    assert_refused(start_here(DATABASE_URL=sqlite_url(database)), told, str(database))
    assert database.read_bytes() == before


def test_the_database_of_another_program_is_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "store.sqlite"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE letters (text)")
    before = file.read_bytes()

    assert_refused(start(DATABASE_URL=sqlite_url(file)), "ander programma")
    assert file.read_bytes() == before


def test_a_locked_database_is_left_as_it_is(database: Path) -> None:
    before = database.read_bytes()
    with closing(sqlite3.connect(database)) as other:  # while it is open, reading the file here would undo its lock
        other.execute("BEGIN EXCLUSIVE")

        assert_refused(start(DATABASE_URL=sqlite_url(database)), str(database), "is bezet")

    assert database.read_bytes() == before


@pytest.mark.parametrize("port", ["x", "0", "65536", "-1", "80 80", "8050.5"])
def test_a_bad_port(start_here: Start, tmp_path: Path, port: str) -> None:
    program = start_here(PORT=port, DATABASE_URL=sqlite_url(tmp_path / "store.sqlite"))

    assert_refused(program, f"PORT is “{port}”", "1 tot 65535")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "url", ["onzin", "mysql://host/x", "sqlite://", "sqlite:///:memory:", "postgresql://user:geheim@/"]
)
def test_a_bad_address_of_the_database(start_here: Start, url: str) -> None:
    program = start_here(DATABASE_URL=url)

    assert_refused(program, "DATABASE_URL", "Verwacht")
    assert "geheim" not in program.stderr


def test_a_port_that_is_taken(database: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        program = start(DATABASE_URL=sqlite_url(database), PORT=str(port))

    assert_refused(program, str(port), "een ander programma gebruikt die poort")


@pytest.mark.parametrize("host", ["999.1.2.3", "geen.host.invalid"])
def test_a_host_that_this_computer_is_not(database: Path, host: str) -> None:
    assert_refused(start(DATABASE_URL=sqlite_url(database), HOST=host, PORT=str(free_port())), host, "HOST")


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (CATALOGUE, "unit_measure =", "unit_mesure =", ["unit_mesure"]),
        (CATALOGUE, 'title = "', "title = ", []),
        (FIGURES, ",44,", ",vierenveertig,", ["vierenveertig", "regel"]),
    ],
    ids=["unknown key", "no TOML", "text in a number"],
)
def test_a_mistake_in_a_file_is_told_with_its_place(
    repository: Path, database: Path, file: str, old: str, new: str, told: list[str]
) -> None:
    _change_first(repository / file, old, new)
    before = database.read_bytes()

    program = start(repository, DATABASE_URL=sqlite_url(database))

    assert_refused(program, file, "Verwacht", *told)
    assert database.read_bytes() == before


def test_a_figure_that_stands_twice_is_told_with_its_place(repository: Path, database: Path) -> None:
    path = repository / FIGURES
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join([*lines, lines[-1]]), encoding="utf-8")
    before = database.read_bytes()

    program = start(repository, DATABASE_URL=sqlite_url(database))

    assert_refused(program, FIGURES, f"regel {len(lines) + 1}")
    assert database.read_bytes() == before


def _change_first(path: Path, old: str, new: str) -> None:
    content = path.read_text(encoding="utf-8")
    assert old in content
    path.write_text(content.replace(old, new, 1), encoding="utf-8")


def test_a_good_start_says_where_and_stops_when_asked(tmp_path: Path) -> None:
    port, log = free_port(), tmp_path / "log"
    program = start_program(log, DATABASE_URL=sqlite_url(tmp_path / "store.sqlite"), PORT=str(port))
    wait_for(program, f"http://127.0.0.1:{port}/healthz", log)

    with urlopen(f"http://127.0.0.1:{port}/") as answer:
        assert answer.status == 200
    program.send_signal(signal.SIGINT)

    assert program.wait(timeout=10) == 0
    assert f"Integratie in cijfers staat op http://127.0.0.1:{port}/" in log.read_text()
    assert "Traceback" not in log.read_text()


def test_twenty_first_readers_at_once_all_get_their_page(database: Path, tmp_path: Path) -> None:
    """Dash sets itself up at its first request, and fails whoever asks meanwhile; so no reader may come first."""
    port, log = free_port(), tmp_path / "log"
    program = start_program(log, DATABASE_URL=sqlite_url(database), PORT=str(port))
    wait_for_words(program, log, "staat op")
    paths = ["/", "/indicator/werkzaamheidsgraad", "/_dash-layout", "/_dash-dependencies", "/kwaliteit"] * 4

    with ThreadPoolExecutor(len(paths)) as readers:
        statuses = list(readers.map(lambda path: _status(f"http://127.0.0.1:{port}{path}"), paths))
    program.send_signal(signal.SIGINT)
    program.wait(timeout=10)

    assert statuses == [200] * 20


def _status(address: str) -> int:
    with suppress(HTTPError), urlopen(address) as answer:
        return int(answer.status)
    return 0


def test_a_second_start_publishes_nothing_again(database: Path, tmp_path: Path) -> None:
    before = _revisions(database)
    port, log = free_port(), tmp_path / "log"
    program = start_program(log, DATABASE_URL=sqlite_url(database), PORT=str(port))
    wait_for(program, f"http://127.0.0.1:{port}/healthz", log)
    program.send_signal(signal.SIGINT)
    program.wait(timeout=10)

    assert _revisions(database) == before


def _revisions(database: Path) -> list[tuple[int, str]]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute("SELECT number, published_at FROM revision ORDER BY number").fetchall()
