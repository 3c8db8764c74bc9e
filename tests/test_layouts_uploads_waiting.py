"""A file that takes long: each step answers at once with a page that looks again, and nothing is lost."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

import pytest
from desk import Office, id_of, place, publish, send, upload
from uploads import GHENT, PERSONS, tidy

STEPS = ("blad", "kolommen", "controleren", "voorbeeld", "publiceren")


@contextmanager
def busy(work: Office) -> Iterator[None]:
    """Let nothing be read or checked beside a request: both threads wait for something else."""
    end, work.desk.looks.patience_s = Event(), 0
    for _ in range(2):
        work.desk.looks.pool.submit(end.wait)
    yield
    end.set()
    work.desk.looks.patience_s = 30


@pytest.mark.parametrize("step", STEPS)
def test_a_step_that_takes_long_is_waited_for_on_a_page_that_looks_again(work: Office, step: str) -> None:
    browser = work.browser()
    id_ = id_of(upload(browser, tidy(f"{GHENT};2023;5310"), "lang.csv"))

    with busy(work):
        first = browser.get(place(id_, step))
    last = browser.get(place(id_, step))

    assert (first.status_code, f"3;url={place(id_, step)}?keer=1" in first.text) == (202, True)
    assert "“lang.csv”. Dat duurt even. Je werk is bewaard." in first.text
    assert (last.status_code, 'http-equiv="refresh"' in last.text) == (200, False)


def test_after_a_minute_the_page_stops_looking_and_says_that_the_work_is_kept(work: Office) -> None:
    browser = work.browser()
    id_ = id_of(upload(browser, tidy(f"{GHENT};2023;5310")))

    with busy(work):
        page = browser.get(place(id_, "controleren") + "?keer=20").text

    assert "Het duurt langer dan normaal. Je werk is bewaard. Probeer straks opnieuw." in page
    assert 'http-equiv="refresh"' not in page


def test_a_form_whose_check_takes_long_is_answered_at_once_and_kept(work: Office) -> None:
    browser = work.browser()
    id_ = id_of(upload(browser, f"Indicator;Gebied;Periode;Waarde\n{PERSONS};{GHENT};2023;5310\n", "lang.csv"))

    with busy(work):
        answer = send(browser, place(id_, "kolommen"), all_source="vrind_2011")
        listed = browser.get("/gegevens/opladen").text

    assert answer.headers["Location"] == place(id_, "controleren")
    assert "<td>wordt gecontroleerd</td>" in listed
    assert "Gelukt. 1 cijfer staat klaar." in browser.get(place(id_, "controleren")).text
    assert "<td>klaar om na te kijken</td>" in browser.get("/gegevens/opladen").text
    assert publish(browser, id_).status_code == 302
