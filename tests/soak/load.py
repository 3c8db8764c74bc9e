"""Readers at 100 requests a second, with a good and a hostile upload now and then, and workers that are killed.

Half of the requests are pages, a third the figures of a callback, a tenth tables, one in twenty a file. A request has
its moment beforehand, and its time counts from there: a server that halts pays for all who wait. A killed worker may
drop what it was doing, and nothing else; it is killed in a run of ten minutes or more.
"""

import http.client
import json
import os
import signal
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from statistics import linear_regression, quantiles
from threading import Thread

from hostile_files import HOSTILE
from malformed import Body, bodies_of
from served import THREADS, WORKERS, Answer, Person, Served, served

from soak import SECONDS
from soak.uploads import GOOD

PER_SECOND, CLIENTS, LONG_S = 100, 16, 600
GOOD_EVERY_S, HOSTILE_EVERY_S, KILL_EVERY_S, LOOK_EVERY_S = 30, 60, 300, 1
FILES = ("/api/indicator/werkzaamheidsgraad.csv", "/api/indicator/nieuwkomers.json", "/nieuw.atom", "/vergelijken.csv")
PAGES = ("/", "/indicator/werkzaamheidsgraad", "/domein/werk", "/doelen", "/gemeente/44021-gent", "/gegevens", "/plan")
VIEWS = ("grafiek", "kloof", "tabel")

Outcome = tuple[int, float]
"""The status of an answer, 0 for none, and the seconds since the moment at which it should have been asked."""


def soak() -> None:
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as site:
        bodies = bodies_of(json.loads(Person(site).ask("GET", "/_dash-dependencies").body))
        person = Person(site)
        person.sign_in()
        looks: list[Mapping[str, float]] = []
        until = time.monotonic() + SECONDS
        beside: tuple[tuple[Callable[[], object], int], ...] = (
            (lambda: looks.append(_look(site)), LOOK_EVERY_S),
            (lambda: _publishable(person), GOOD_EVERY_S),
            (lambda: _hostile(person), HOSTILE_EVERY_S),
        )
        beside += ((lambda: _kill(site), KILL_EVERY_S),) if SECONDS >= LONG_S else ()
        threads = [Thread(target=_every, args=(work, seconds, until)) for work, seconds in beside]
        for one in threads:
            one.start()
        with ThreadPoolExecutor(CLIENTS) as pool:
            turns = pool.map(lambda turn: list(_read(Person(site), bodies, turn, until)), range(CLIENTS))
            outcomes = [one for turn in turns for one in turn]
        for one in threads:
            one.join()
        _tell(outcomes, looks)


def _read(reader: Person, bodies: list[Body], turn: int, until: float) -> Iterator[Outcome]:
    """Ask at even intervals, each client a little after the one before it."""
    chance, moment = Random(turn), time.monotonic() + turn / PER_SECOND
    while moment < until:
        time.sleep(max(0.0, moment - time.monotonic()))
        try:
            answer = _request(reader, bodies, chance)
            reader.served.check(answer)
            yield answer.status, time.monotonic() - moment
        except (OSError, http.client.HTTPException):
            yield 0, time.monotonic() - moment
        moment += CLIENTS / PER_SECOND


def _request(reader: Person, bodies: list[Body], chance: Random) -> Answer:
    drawn = chance.random()
    if drawn < 0.5:
        return reader.ask("GET", chance.choice(PAGES))
    if drawn < 0.85:
        return reader.call(_choice(bodies, chance.choice(VIEWS[:2])))
    if drawn < 0.95:
        return reader.call(_choice(bodies, VIEWS[2]))
    return reader.ask("GET", chance.choice(FILES))


def _choice(bodies: list[Body], view: str) -> bytes:
    """What a browser sends when a reader chooses another view of an indicator."""
    body = next(one for one in bodies if "indicator-content.children" in one["output"])
    values = {
        "indicator-slug.data": "werkzaamheidsgraad",
        "indicator-address.pathname": "/indicator/werkzaamheidsgraad",
        "indicator-address.search": "",
        "indicator-weergave.value": view,
    }
    filled = {
        kind: [one | {"value": values.get(f"{one['id']}.{one['property']}")} for one in body[kind]]
        for kind in ("inputs", "state")
    }
    return json.dumps({**body, **filled, "changedPropIds": ["indicator-weergave.value"]}).encode()


def _every(work: Callable[[], object], seconds: int, until: float) -> None:
    while time.monotonic() + seconds < until:
        time.sleep(seconds)
        work()


def _publishable(person: Person) -> None:
    """Upload a good file, and wipe the draft."""
    answer = person.upload(GOOD, b"cijfers.csv")
    assert answer.status == 302, answer.status
    person.send(f"{answer.headers['Location'].rpartition('/')[0]}/wissen")


def _hostile(person: Person) -> None:
    answer = person.upload(HOSTILE["far_cell"][2](), b"a.xlsx")
    assert answer.status == 422, answer.status


def _kill(site: Served) -> None:
    os.kill(min(site.workers()), signal.SIGKILL)


def _look(site: Served) -> Mapping[str, float]:
    """Memory and open files of the workers, and the size of the log that SQLite writes first."""
    workers, log = site.workers(), Path(f"{site.database}-wal")
    pages = [int(Path(f"/proc/{one}/statm").read_text(encoding="utf-8").split()[1]) for one in workers]
    return {
        "at": time.monotonic(),
        "cpu": sum(_processor(one) for one in workers),
        "MB": sum(pages) * os.sysconf("SC_PAGESIZE") / 1024**2,
        "files": sum(len(os.listdir(f"/proc/{one}/fd")) for one in workers),
        "log MB": log.stat().st_size / 1024**2 if log.exists() else 0.0,
    }


def _processor(worker: int) -> float:
    """The seconds of processor that a worker used, with the children it waited for (proc(5), fields 14 to 17)."""
    numbers = Path(f"/proc/{worker}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return sum(map(int, numbers[11:15])) / os.sysconf("SC_CLK_TCK")


def _tell(outcomes: list[Outcome], looks: list[Mapping[str, float]]) -> None:
    places = quantiles([seconds * 1000 for _, seconds in outcomes], n=100)
    statuses = Counter(status for status, _ in outcomes)
    settled = looks[len(looks) // 4 :]
    slope = linear_regression([one["at"] / 3600 for one in settled], [one["MB"] for one in settled]).slope
    seconds = max(SECONDS, time.monotonic() - looks[0]["at"])
    print(f"  {len(outcomes) / seconds:.0f} requests a second (asked: {PER_SECOND}), statuses {dict(statuses)}")
    used = (looks[-1]["cpu"] - looks[0]["cpu"]) / (looks[-1]["at"] - looks[0]["at"])
    print(f"  {used:.2f} processors; the computer has {os.cpu_count()}, wanted by {os.getloadavg()[0]:.1f} on average")
    print(f"  p50 {places[49]:.0f} ms, p95 {places[94]:.0f} ms, p99 {places[98]:.0f} ms, {WORKERS} × {THREADS} threads")
    print(f"  memory of the workers {settled[-1]['MB']:.0f} MB, {slope:+.0f} MB an hour after the first quarter")
    print(f"  open files {settled[0]['files']:.0f} to {settled[-1]['files']:.0f}, log {looks[-1]['log MB']:.1f} MB")
    assert statuses.keys() <= {200, 204, 0}, statuses
    assert statuses[0] <= 8 * (SECONDS // KILL_EVERY_S if SECONDS >= LONG_S else 0), statuses
    assert max(one["log MB"] for one in looks) <= 64
