"""The first administrator, from the printed link to an invitation, with the keyboard alone; axe on each page."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from programs import free_port, start_program, wait_for
from reading import inside
from signed_in import PASSWORD

from data.engines import sqlite_url

Axe = Callable[[Page, str], list[str]]
FOCUSED = """() => {
  const one = document.activeElement;  // the body, where Tab has left the page and comes in again
  return one === document.body ? "" : one.ariaLabel || one.labels?.[0]?.innerText || one.innerText;
}"""
WIDE, PHONES = {"width": 1440, "height": 900}, ({"width": 390, "height": 844}, {"width": 320, "height": 640})


@pytest.fixture
def first_link(tmp_path: Path) -> Iterator[str]:
    """The link that a program prints at its first start."""
    port, log = free_port(), tmp_path / "log"
    settings = {"DATABASE_URL": sqlite_url(tmp_path / "store.sqlite"), "SECRET_KEY": "k" * 32}
    program = start_program(log, **settings, PORT=str(port))
    wait_for(program, f"http://127.0.0.1:{port}/healthz", log)
    found = re.search(r"http://localhost:\d+/beheer/link/[\w-]+", log.read_text())
    assert found
    yield found[0].replace("localhost", "127.0.0.1")
    program.terminate()
    program.wait(timeout=10)


def is_good(page: Page, axe: Axe, heading: str) -> None:
    """Expect a page without faults, also on a phone."""
    assert axe(page, heading) == []
    for size in PHONES:
        page.set_viewport_size(size)
        inside(page)
        assert axe(page, heading) == []
    page.set_viewport_size(WIDE)


def press(page: Page, name: str, key: str = "Enter") -> None:
    """Walk with Tab to a link, button or field of that name, and press a key on it."""
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED).startswith(name):
            page.keyboard.press(key)
            return
    raise AssertionError(f"Tab never reaches “{name}”")


def fill(page: Page, **fields: str) -> None:
    """Walk to each field and type."""
    for name, text in fields.items():
        press(page, name, "End")
        page.keyboard.type(text)


def test_the_first_administrator_signs_in_invites_and_signs_out_with_the_keyboard(
    first_link: str, page: Page, axe: Axe, complaints: list[str]
) -> None:
    page.goto(first_link)
    is_good(page, axe, "Maak het eerste account")
    press(page, "Bewaar wachtwoord")
    expect(page.get_by_role("alert")).to_be_focused()
    is_good(page, axe, "Maak het eerste account")
    press(page, "Vul een e-mailadres in")
    page.keyboard.type("an@voorbeeld.be")
    fill(page, Naam="An", Wachtwoord=PASSWORD, Herhaal=PASSWORD)
    page.keyboard.press("Enter")

    expect(page.get_by_role("status")).to_have_text("Je wachtwoord is bewaard. Meld je nu aan.")
    is_good(page, axe, "Aanmelden")
    fill(page, **{"E-mailadres": "an@voorbeeld.be"}, Wachtwoord=PASSWORD)
    page.keyboard.press("Enter")
    is_good(page, axe, "Beheer")
    press(page, "Accounts")
    is_good(page, axe, "Accounts")
    fill(page, **{"E-mailadres": "bo@voorbeeld.be"}, Naam="Bo")
    press(page, "Oplader", "Space")
    fill(page, Gemeenten="44021 11002")
    page.keyboard.press("Enter")
    is_good(page, axe, "De link is klaar")
    expect(page.get_by_label("Link voor bo@voorbeeld.be")).to_have_value(re.compile("/beheer/link/"))

    press(page, "Accounts")
    expect(page.get_by_role("heading", level=1)).to_have_text("Accounts")
    press(page, "Wijzig bo@voorbeeld.be")
    is_good(page, axe, "Account bo@voorbeeld.be")
    press(page, "Logboek")
    is_good(page, axe, "Logboek")
    expect(page.get_by_role("cell", name="uitgenodigd")).to_be_visible()
    press(page, "Afmelden")
    expect(page.get_by_role("status")).to_have_text("Je bent afgemeld.")

    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Aanmelden")
    complaints[:] = [one for one in complaints if "422" not in one]  # the form that was sent empty
