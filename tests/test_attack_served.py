"""Attacks over HTTP on the program as it is served; the long forms run in `make soak`.

Each test checks the constants of `served.Served.attacked`; the modules of `tests/soak/` do the same for longer.
"""

import html
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hostile_files import HOSTILE
from hostile_names import NAMES
from served import OTHER, Answer, Person, Served, served

from data.reading.book import shown_name
from data.reading.limits import MB
from data.reading.refusals import SENTENCES
from layouts.beheer.uploads.files import file_name

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="workers are found in /proc")

SECONDS = 5.0
HEAVY = {"zip_bomb_in_image", "zip_bomb_in_csv", "csv_line_of_50_MB", "too_big_zip", "bomb_in_sheet"}
"""Specimens of 50 MB and more, which the tests of reading make anyway."""

ONE_OF_EACH = {code: name for name, (_, code, _) in HOSTILE.items() if name not in HEAVY}
"""One specimen for each reason to refuse; `make soak` sends all."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, shipped: bytes) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("served"), shipped) as running:
        yield running


def signed_in(site: Served) -> Person:
    person = Person(site)
    assert person.sign_in().status == 302
    person.look("/gegevens/opladen")
    return person


def told(answer: Answer) -> str:
    """The sentence at the field of the file."""
    found = re.search(r'class="fault"[^>]*>(.*?)</p>', answer.text, re.DOTALL)
    return html.unescape(found[1]) if found else ""


def as_sent(name: bytes) -> str:
    """The name behind the escapes of a form (RFC 7578 §4.2, as browsers write it)."""
    for escaped, plain in ((b"\\\\", b"\\"), (b"%22", b'"')):
        name = name.replace(escaped, plain)
    return name.decode()


def assert_refused(answer: Answer, name: str, code: str) -> None:
    sentence = told(answer)
    assert answer.status == 422
    assert name in sentence
    assert sentence.endswith(SENTENCES[code][1])


def test_a_hostile_file_is_refused_in_dutch_and_leaves_nothing(site: Served) -> None:
    person, longest = signed_in(site), 0.0
    with site.attacked() as answers:
        for code, specimen in ONE_OF_EACH.items():
            name, _, made = HOSTILE[specimen]
            content, began = made(), time.monotonic()
            answers.append(person.upload(content, name.encode()))
            longest = max(longest, time.monotonic() - began)
            assert_refused(answers[-1], name, code)
    assert longest < SECONDS


def test_a_file_with_a_hostile_name_is_refused_under_that_name_and_leaves_nothing(site: Served) -> None:
    person = signed_in(site)
    with site.attacked() as answers:
        for name in NAMES:
            answers.append(person.upload(b"", name))
            assert_refused(answers[-1], shown_name(as_sent(name)), "B3")


def test_a_file_over_the_limit_is_told_after_it_was_sent_and_not_by_a_broken_line(site: Served) -> None:
    with site.attacked() as answers:
        answers.append(signed_in(site).upload(bytes(22 * MB), b"a.csv"))

    assert answers[0].status == 413
    assert "Het maximum is 20 MB." in answers[0].text


@pytest.mark.parametrize("name", NAMES)
def test_the_name_of_a_download_leads_to_no_folder(name: bytes) -> None:
    written = file_name(shown_name(name.decode()))

    assert written == PurePosixPath(written).name == PureWindowsPath(written).name
    assert not written.startswith(".")


@pytest.mark.parametrize("email", ["geraden@voorbeeld.be", OTHER])
def test_of_guesses_at_the_same_time_at_all_workers_five_are_looked_at(site: Served, email: str) -> None:
    people = [Person(site) for _ in range(8)]
    for one in people:
        one.look("/beheer/aanmelden")

    def guess(turn: int) -> int:
        return people[turn].send("/beheer/aanmelden", email=email, password="een heel ander wachtwoord").status

    with site.attacked(), ThreadPoolExecutor(len(people)) as pool:
        statuses = Counter(status for _ in range(3) for status in pool.map(guess, range(len(people))))

    assert statuses[422] + statuses[503] == 5  # 503: counted, and turned away because too many came at once
    assert statuses[429] == 3 * len(people) - 5


def test_a_session_that_ended_is_ended_at_all_workers(site: Served) -> None:
    person = Person(site)
    before = person.look("/beheer/aanmelden") and person.cookie
    assert person.sign_in().status == 302
    inside = person.cookie
    person.send("/beheer/afmelden")

    with site.attacked():
        for cookie in (before, inside) * 10:
            assert Person(site, cookie=cookie).ask("GET", "/beheer").status == 302
