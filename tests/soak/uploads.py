"""All hostile files, a good file under every hostile name, and 10.000 damaged files, over HTTP."""

import tempfile
import time
from collections import Counter
from pathlib import Path

from hostile_files import HOSTILE
from hostile_names import NAMES
from mutants import mutants
from served import Answer, Person, served

from soak import cases

GOOD = b"Indicator;Bron;Gebied;Periode;Waarde\nforeign_nationals;vrind_2011;44021;1999;5310\n"
SECONDS = 5.0


def soak() -> None:
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as site:
        person = Person(site)
        person.sign_in()
        with site.attacked() as answers:
            hostile = [_timed(person, made(), name.encode()) for name, _, made in HOSTILE.values()]
            answers += [answer for answer, _ in hostile]
        assert {one.status for one in answers} <= {413, 422}, Counter(one.status for one in answers)
        print(f"  {len(hostile)} hostile files, the slowest {max(seconds for _, seconds in hostile):.1f} s")
        assert max(seconds for _, seconds in hostile) < SECONDS
        _renamed(person)
        _damaged(person, cases(10_000))


def _timed(person: Person, content: bytes, name: bytes) -> tuple[Answer, float]:
    began = time.monotonic()
    return person.upload(content, name), time.monotonic() - began


def _renamed(person: Person) -> None:
    """Send a good file under each name, look at it, and wipe it: then everything is as before."""
    with person.served.attacked() as answers:
        for name in NAMES:
            answers += _received(person, person.upload(GOOD, name))
    print(f"  {len(NAMES)} hostile names, each kept, shown and wiped")


def _damaged(person: Person, count: int) -> None:
    counted: Counter[int] = Counter()
    with person.served.attacked():
        for content in mutants(count, 20261125):
            answer = person.upload(content, b"mutant.xlsx")
            person.served.check(answer)
            counted[answer.status] += 1
            _received(person, answer)
    print(f"  {count} damaged files: {dict(counted)}")
    assert counted.keys() <= {302, 422}


def _received(person: Person, answer: Answer) -> list[Answer]:
    """Look at the draft that an upload made, in each step, and wipe it; nothing for one that was refused."""
    if answer.status != 302:
        return [answer]
    place = answer.headers["Location"].rpartition("/")[0]
    steps = ("bestand", "blad", "kolommen", "controleren", "voorbeeld", "publiceren", "origineel", "opmerkingen")
    return [answer, *(person.ask("GET", f"{place}/{one}") for one in steps), person.send(f"{place}/wissen")]
