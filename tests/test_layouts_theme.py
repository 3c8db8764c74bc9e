from collections.abc import Callable
from pathlib import Path

import dash_mantine_components as dmc
import pytest
from dash import Dash, Input, Output, html
from flask import Flask
from playwright.sync_api import Page, expect

import layouts
from layouts.theme import MANTINE_THEME

ASSETS = Path(layouts.__path__[0]) / "assets"
COLOURS = ["blue", "green", "yellow", "red", "gray"]
VARIANTS = ["filled", "light", "outline", "subtle", "default"]

Axe = Callable[[Page, str], list[str]]


def components() -> list[object]:
    group = [{"value": "alle", "label": "Alle"}, {"value": "eu", "label": "EU"}]
    return [
        html.H1("Onderdelen"),
        dmc.SegmentedControl(data=group, value="alle", **{"aria-label": "Groep"}),
        dmc.Select(label="Jaar", description="Van de meting", data=["2009", "2010"], value="2010"),
        dmc.Select(label="Gemeente", data=["Genk", "Gent"], searchable=True, nothingFoundMessage="Niets"),
        dmc.MultiSelect(label="Gemeenten", data=["Genk", "Gent"], searchable=True, nothingFoundMessage="Niets"),
        dmc.TextInput(label="Naam", placeholder="Jouw naam", error="Vul een naam in"),
        dmc.Group([dmc.Button(variant, variant=variant) for variant in VARIANTS]),
        *(dmc.Alert("Tekst", title=colour, color=colour) for colour in COLOURS),
        dmc.Text("Gedempt", c="dimmed"),
        dmc.Button("Open de keuzes", id="open"),
        dmc.Drawer(dmc.Text("Inhoud"), id="drawer", title="Keuzes", closeButtonProps={"aria-label": "Sluit"}),
    ]


@pytest.fixture(scope="module")
def address(serve: Callable[[Flask], str]) -> str:
    app = Dash("theme", assets_folder=str(ASSETS))
    app.index_string = app.index_string.replace("<html>", '<html lang="nl-BE">')
    app.layout = dmc.MantineProvider(html.Main(components()), theme=MANTINE_THEME, forceColorScheme="light")

    @app.callback(Output("drawer", "opened"), Input("open", "n_clicks"), prevent_initial_call=True)
    def _open(_clicks: int) -> bool:
        return True

    return serve(app.server)


@pytest.mark.parametrize("width", [1440, 390])
def test_the_components_have_no_fault_of_accessibility(page: Page, address: str, axe: Axe, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    assert axe(page, "Onderdelen") == []
    assert page.evaluate("document.fonts.check('16px Inter')")


@pytest.mark.parametrize("name", ["Jaar", "Gemeente", "Gemeenten"])
def test_an_open_list_tells_that_it_is_open(page: Page, address: str, axe: Axe, name: str) -> None:
    page.goto(address)
    field = page.get_by_role("combobox", name=name, exact=True)
    field.press("ArrowDown")
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("listbox", name=name, exact=True).get_by_role("option")).to_have_count(2)
    assert axe(page, "Onderdelen") == []
    field.press("Escape")
    expect(field).to_have_attribute("aria-expanded", "false")


@pytest.mark.parametrize("name", ["Gemeente", "Gemeenten"])
def test_a_list_without_finds_says_so(page: Page, address: str, axe: Axe, name: str) -> None:
    page.goto(address)
    page.get_by_role("combobox", name=name, exact=True).press_sequentially("xyz")
    expect(page.get_by_role("option", name="Niets", disabled=True)).to_be_visible()
    assert axe(page, "Onderdelen") == []


def test_the_arrow_keys_choose_in_a_segmented_control(page: Page, address: str) -> None:
    page.goto(address)
    group = page.get_by_role("radiogroup", name="Groep")
    group.get_by_role("radio", name="Alle").press("ArrowRight")
    expect(group.get_by_role("radio", name="EU")).to_be_checked()


def test_a_drawer_is_closed_with_escape_and_gives_the_focus_back(page: Page, address: str, axe: Axe) -> None:
    page.goto(address)
    page.get_by_role("button", name="Open de keuzes").press("Enter")
    expect(page.get_by_role("dialog", name="Keuzes").get_by_role("button", name="Sluit")).to_be_focused()
    assert axe(page, "Onderdelen") == []
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Open de keuzes")).to_be_focused()
