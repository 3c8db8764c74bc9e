"""A desk of its own for a test: a small server with the upload pages and a fresh store; nothing of it is shared."""

import re
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from time import time
from uuid import uuid4

from flask import Flask
from flask.testing import FlaskClient
from signed_in import person, quick_passwords, session
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse, encode_multipart

from data.accounts.rights import EVERYWHERE, Grant, Role
from data.accounts.service import Accounts, open_accounts
from data.catalogue import Catalogue
from data.drafts.desk import Desk
from data.engines import sqlite_url
from data.reading.limits import Limits
from data.store import Store
from indicators.answers import Answers
from layouts import addresses
from layouts.beheer import routes
from layouts.beheer.uploads.wizard import Uploads

ASSETS = Path(__file__).parent.parent / "layouts" / "assets"
OURS = {"Sec-Fetch-Site": "same-origin"}
ADMINISTRATOR = Grant(Role.ADMINISTRATOR, EVERYWHERE)


@dataclass
class Office:
    """A server with the upload pages, its desk, its store and its accounts."""

    server: Flask
    desk: Desk
    accounts: Accounts
    folder: Path

    def browser(self, email: str = "baas@voorbeeld.be", grant: Grant = ADMINISTRATOR) -> FlaskClient:
        """A browser in which somebody with this right is signed in."""
        client = self.server.test_client()
        person(self.accounts, email, {grant})
        with client.session_transaction() as cookie:
            cookie.update(secret=session(self.accounts, email), csrf="t")
        return client

    def tables(self) -> dict[str, bytes]:
        """The bytes of the store, to see that nothing changed."""
        self.desk.store.close()
        self.accounts.close()
        return {path.name: path.read_bytes() for path in self.folder.parent.glob("store.sqlite")}

    def kept(self) -> list[str]:
        """The files that are kept."""
        return sorted(path.name for path in self.folder.glob("*")) if self.folder.exists() else []


@contextmanager
def office(
    folder: Path, catalogue: Catalogue, *, four_eyes: bool = False, now: Callable[[], float] = time
) -> Iterator[Office]:
    url = sqlite_url(folder / "store.sqlite")
    with closing(Store(url)) as store:
        store.prepare()
        with closing(open_accounts(url, quick_passwords(), now)) as accounts:
            place = folder / "uploads"
            desk = Desk(store, catalogue, accounts.database, place, Limits(), four_eyes=four_eyes)
            desk.looks.patience_s = 60  # a slow computer must not get the page that waits
            server = Flask("office", static_folder=str(ASSETS), static_url_path="/assets")
            addresses.install(server, "/")
            routes.install(server, accounts, "k" * 32, (), Uploads(desk, Answers(store, catalogue)))
            yield Office(server, desk, accounts, place)


def send(client: FlaskClient, path: str, **fields: object) -> TestResponse:
    """Send a form from our own page."""
    return client.post(path, data={"csrf": "t", **fields}, headers=OURS)


def upload(client: FlaskClient, content: bytes | str, name: str = "cijfers.csv", **fields: str) -> TestResponse:
    """Send a file from step 1."""
    raw = content.encode() if isinstance(content, str) else content
    form = {"csrf": "t", "key": uuid4().hex, "area": "", **fields, "file": FileStorage(BytesIO(raw), name, "file")}
    boundary, body = encode_multipart(form)
    kind = f"multipart/form-data; boundary={boundary}"
    return client.post("/gegevens/opladen", data=body, headers=OURS, content_type=kind)


def id_of(answer: TestResponse) -> str:
    """The id of the draft to which an upload led."""
    found = re.search(r"/opladen/([0-9a-f]{32})/", answer.headers.get("Location", ""))
    assert found, answer.text
    return found[1]


def place(id_: str, step: str) -> str:
    return f"/gegevens/opladen/{id_}/{step}"


def findings(browser: FlaskClient, id_: str) -> list[str]:
    """The findings of step 4: level and title."""
    text = browser.get(place(id_, "controleren")).text
    found = re.findall(r'<h3 id="[^"]*"><span class="visually-hidden">(\w+): </span>(.*?)</h3>', text)
    return [f"{level}: {title}" for level, title in found]


def mend(browser: FlaskClient, id_: str, **form: object) -> list[str]:
    """Send one repair, and give the findings that are left."""
    assert send(browser, place(id_, "controleren"), **form).status_code == 302
    return findings(browser, id_)


def explain(browser: FlaskClient, id_: str, why: str) -> None:
    """Give each warning that asks for one this explanation."""
    text = browser.get(place(id_, "controleren")).text
    for key in re.findall(r'name="key" value="([^"]+)"', text):
        mend(browser, id_, do="answer", key=key, text=why)


def publish(browser: FlaskClient, id_: str, **more: str) -> TestResponse:
    return send(browser, place(id_, "publiceren"), **{"note": "Nieuwe telling", "seen": "99", **more})
