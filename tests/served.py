"""The program as the README serves it, gunicorn with two workers of four threads, and a client to attack it over HTTP.

Four things must hold whatever a client sends, and `Served.attacked` checks them: no answer is a fault of the server
(5xx, but for 503: too busy, told in Dutch); no answer tells of a path, a query, a class or a trace; the workers are
those of before; the published tables are those of before, and no file stays. Only on Linux: workers are found in /proc.
"""

import hashlib
import http.client
import os
import re
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.cookies import SimpleCookie
from pathlib import Path
from uuid import uuid4

from made import REPOSITORY
from programs import free_port, wait_for
from signed_in import PASSWORD, A, first, person, quick_passwords

from data.accounts.rights import Grant, Role
from data.accounts.service import open_accounts
from data.engines import sqlite_url

WORKERS, THREADS = 2, 4
EMAIL, OTHER = "eerste@voorbeeld.be", "tweede@voorbeeld.be"
"""Two accounts; the second is there to be guessed at."""
QUIET = ("--no-control-socket", "--graceful-timeout", "1")
PUBLISHED = ("revision", "observation")
TELLTALE = re.compile(rb"Traceback|sqlite3?\.|sqlalchemy|SELECT .+ FROM|\.py\b|site-packages|Error\(|object at 0x")
"""What an answer never holds: a trace, a query, a class; the folders of the program are added to it."""


@dataclass
class Answer:
    """The answer to one request."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass
class Served:
    """The running program: where it listens, its process, and the folders that are its own."""

    port: int
    folder: Path
    program: subprocess.Popen[str]

    @property
    def database(self) -> Path:
        return self.folder / "store.sqlite"

    def workers(self) -> set[int]:
        children = Path(f"/proc/{self.program.pid}/task/{self.program.pid}/children").read_text(encoding="utf-8")
        return set(map(int, children.split()))

    def tables(self) -> str:
        """A hash over all that is published."""
        digest = hashlib.sha256()
        with closing(sqlite3.connect(f"{self.database.as_uri()}?mode=ro", uri=True)) as connection:
            for table in PUBLISHED:
                for row in connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2, 3, 4, 5, 6"):
                    digest.update(repr(row).encode())
        return digest.hexdigest()

    def files(self) -> set[str]:
        """The files of uploads, and those that are temporary."""
        return {str(one) for name in ("uploads", "tmp") for one in (self.folder / name).rglob("*")}

    def state(self) -> dict[str, object]:
        """What no attack changes."""
        return {"workers": self.workers(), "tables": self.tables(), "files": self.files()}

    @contextmanager
    def attacked(self) -> Iterator[list[Answer]]:
        """Check the constants around an attack, which adds its answers to the list."""
        answers: list[Answer] = []
        before = self.state()
        yield answers
        for one in answers:
            self.check(one)
        assert self.state() == before

    def check(self, answer: Answer) -> None:
        assert answer.status < 500 or answer.status == 503, (answer.status, answer.body[:200])
        assert not TELLTALE.search(answer.body), answer.body[:200]
        assert str(self.folder).encode() not in answer.body
        assert str(REPOSITORY).encode() not in answer.body


@contextmanager
def served(folder: Path, shipped: bytes = b"", **settings: str) -> Iterator[Served]:
    """Start gunicorn on a store with one account; `shipped` is a store with figures to start from, or nothing."""
    (folder / "tmp").mkdir()
    url, port, log = sqlite_url(folder / "store.sqlite"), free_port(), folder / "log"
    if shipped:
        (folder / "store.sqlite").write_bytes(shipped)
    own = {"DATABASE_URL": url, "UPLOADS_FOLDER": str(folder / "uploads"), "TMPDIR": str(folder / "tmp")}
    shape = ["--workers", str(WORKERS), "--threads", str(THREADS), "--bind", f"127.0.0.1:{port}", *QUIET]
    command = [sys.executable, "-m", "gunicorn", "--preload", *shape, "app:create_server()"]
    environment = os.environ | own | {"SECRET_KEY": "k" * 32} | settings
    with log.open("w") as told:
        program = subprocess.Popen(command, cwd=REPOSITORY, env=environment, stdout=told, stderr=told, text=True)
    try:
        wait_for(program, f"http://127.0.0.1:{port}/healthz", log, patience_s=90)
        with closing(open_accounts(url, quick_passwords())) as accounts:
            first(accounts, EMAIL)
            person(accounts, OTHER, {Grant(Role.UPLOADER, A)})
        running = Served(port, folder, program)
        while len(running.workers()) < WORKERS:  # the first to start answers for both
            time.sleep(0.05)
        yield running
    finally:
        program.terminate()
        program.wait(timeout=30)


@dataclass
class Person:
    """A client that keeps its cookie, and the token of the last page."""

    served: Served
    cookie: str = ""
    token: str = ""

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Answer:
        own = {name.replace("_", "-"): value for name, value in headers.items()}
        own |= {"Cookie": self.cookie} if self.cookie else {}
        with closing(http.client.HTTPConnection("127.0.0.1", self.served.port, timeout=60)) as connection:
            connection.request(method, path, body, {"Sec-Fetch-Site": "same-origin"} | own)
            response = connection.getresponse()
            answer = Answer(response.status, response.headers, response.read())
        for one in SimpleCookie(answer.headers.get("Set-Cookie", "")).values():
            self.cookie = f"{one.key}={one.value}"
        return answer

    def call(self, body: bytes) -> Answer:
        """Call a callback."""
        return self.ask("POST", "/_dash-update-component", body, Content_Type="application/json")

    def send(self, path: str, **fields: str) -> Answer:
        """Send a form with its token."""
        return self.post(path, {"csrf": self.token, **fields})

    def post(self, path: str, fields: dict[str, str], *files: tuple[bytes, bytes], **headers: str) -> Answer:
        """Send a form of several parts; a file is its name, as it stands between the quotes, and its bytes."""
        mark = uuid4().hex.encode()
        parts = [b'form-data; name="%s"\r\n\r\n%s' % (name.encode(), text.encode()) for name, text in fields.items()]
        parts += [b'form-data; name="file"; filename="%s"\r\n\r\n%s' % one for one in files]
        body = b"".join(b"--%s\r\nContent-Disposition: %s\r\n" % (mark, one) for one in parts) + b"--%s--\r\n" % mark
        kind = f"multipart/form-data; boundary={mark.decode()}"
        return self.ask("POST", path, body, Content_Type=kind, **headers)

    def sign_in(self, email: str = EMAIL, password: str = PASSWORD) -> Answer:
        """Open the page, send the form, and take the token of the pages behind it."""
        self.look("/beheer/aanmelden")
        answer = self.send("/beheer/aanmelden", email=email, password=password)
        if answer.status == 302:
            self.look("/beheer")
        return answer

    def look(self, path: str) -> Answer:
        """Open a page, and take the token of its forms."""
        answer = self.ask("GET", path)
        found = re.search(r'name="csrf" value="([^"]+)"', answer.text)
        self.token = found[1] if found else ""
        return answer

    def upload(self, content: bytes, name: bytes) -> Answer:
        return self.post("/gegevens/opladen", {"csrf": self.token, "key": uuid4().hex, "area": ""}, (name, content))
