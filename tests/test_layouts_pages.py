"""Every page without a browser: its status, title, content, links and ids; also below a path prefix."""

import json
import re
import urllib.error
import urllib.request
from html import unescape

import pytest
from bodies import body_of, call, output_with
from components import content_of, headings, page_of, parts, props, text_of
from dash import Dash
from flask.testing import FlaskClient
from plotly.io.json import to_json_plotly
from shipped import answers, slugs, view_of

from layouts.pages import PAGES, is_page

NAME = "Integratie in cijfers"
NOT_FOUND = "Deze pagina bestaat niet"
SLUGS = slugs()
FIXED = [options["path"] for _, options, _ in PAGES if "path" in options and options["path"] != "/404"]
PATHS = [*FIXED, *(f"/domein/{one.slug}" for one in answers().domains()), *(f"/indicator/{slug}" for slug in SLUGS)]

UNKNOWN = [
    *("/nee", "/404", "/Over", "/OVER", "/over/", "/over//x", "/indicator", "/indicator/", "/domein", "/domein/"),
    *("/indicator/nee", "/indicator/Werkzaamheidsgraad", "/indicator/employment_rate", "/indicator/werk/x"),
    *("/indicator/werkzaamheidsgraad/x", "/indicator/%20", "/indicator/%00", "/indicator/%0A", "/indicator/a%0Ab"),
    *("/indicator/..%2f..%2fetc%2fpasswd", "/indicator/<script>", "/indicator/%3Cscript%3E", "/indicator/'--"),
    *("/domein/nee", "/domein/Werk", "/domein/werk/x", "/domein/%F0%9F%98%80", "/domein/__init__", "/domein/{{7*7}}"),
    *("/home", "/index.html", "/index.php", "/wp-login.php", "/.env", "/.git/config", "/robots", "/favicon"),
    *("/admin", "/beheer/nee", "/login", "/api2", "/apix", "/healthzz", "/data", "/layouts/pages.py", "/app.py"),
    *("/kwaliteit/x", "/kwaliteit.html", "/a" * 500, "/%E2%80%AE", "/ ", "/\\", "/%5c%5chost", "/a/b/c/d/e/f"),
    *("/Domein/werk", "/over.", "/over%2Fx", "/over%3Fx"),
]
UNKNOWN.remove("/over/")  # a slash at the end is no other page


def title_in(html: str) -> str:
    found = re.search(r"<title>(.*?)</title>", html)
    assert found
    return unescape(found[1])


@pytest.mark.parametrize("path", PATHS)
def test_a_page_exists(client: FlaskClient, site: Dash, path: str) -> None:
    answer = client.get(path)
    page = page_of(client, site, path)
    content = page["_pages_content"]["children"]

    assert answer.status_code == 200
    assert answer.mimetype == "text/html"
    assert '<html lang="nl-BE">' in answer.text
    assert title_in(answer.text) == page["_pages_store"]["data"]["title"]
    assert f'<link rel="canonical" href="http://localhost{path}">' in answer.text
    assert len(headings(content)) == 1
    assert headings(content) != [NOT_FOUND]


@pytest.mark.parametrize("path", UNKNOWN)
def test_an_unknown_path_is_not_found_and_says_so_in_dutch(client: FlaskClient, site: Dash, path: str) -> None:
    answer = client.get(path)

    assert answer.status_code == 404
    assert title_in(answer.text) == f"{NOT_FOUND} | {NAME}"


def test_there_are_fifty_unknown_paths() -> None:
    assert len(set(UNKNOWN)) >= 50


@pytest.mark.parametrize("path", ["/nee", "/indicator/nee", "/domein/nee", "/indicator/", "/over/x"])
def test_the_content_of_an_unknown_page_shows_the_way(client: FlaskClient, site: Dash, path: str) -> None:
    page = page_of(client, site, path)
    content = page["_pages_content"]["children"]

    assert headings(content) == [NOT_FOUND]
    assert len(props(content, "href")) == 9  # eight domains and the home page


@pytest.mark.parametrize(("path", "status"), [("/", 200), ("/indicator/werkzaamheidsgraad", 200), ("/nee", 404)])
def test_a_question_for_the_headers_only_has_no_body(client: FlaskClient, path: str, status: int) -> None:
    answer = client.head(path)

    assert (answer.status_code, answer.data) == (status, b"")


@pytest.mark.parametrize("path", ["/over", "/domein/werk", "/indicator/werkzaamheidsgraad"])
def test_a_slash_at_the_end_is_the_same_page(client: FlaskClient, site: Dash, path: str) -> None:
    answer = client.get(f"{path}/")

    assert answer.status_code == 200
    assert f'<link rel="canonical" href="http://localhost{path}">' in answer.text
    assert content_of(client, site, f"{path}/") == content_of(client, site, path)


def test_the_canonical_address_leaves_out_what_a_reader_chose(client: FlaskClient) -> None:
    answer = client.get("/indicator/werkzaamheidsgraad?weergave=kloof")

    assert '<link rel="canonical" href="http://localhost/indicator/werkzaamheidsgraad">' in answer.text


def test_titles_name_the_page_first(client: FlaskClient) -> None:
    titles = {
        path: title_in(client.get(path).text) for path in ("/", "/over", "/domein/werk", f"/indicator/{SLUGS[0]}")
    }

    assert titles["/"] == NAME
    assert titles["/over"] == f"Over deze site | {NAME}"
    assert titles["/domein/werk"] == f"Werk | {NAME}"
    assert titles[f"/indicator/{SLUGS[0]}"] == f"{next(iter(answers().catalogue.indicators.values())).title} | {NAME}"


def test_a_document_is_small_and_tells_nothing_of_other_pages(client: FlaskClient) -> None:
    text = client.get("/").text

    assert len(text) < 20_000
    assert "validation_layout" not in text


@pytest.mark.parametrize("text", ['"><script>alert(1)</script>', "{%config%}", "{{7*7}}", "'onload='x"])
def test_nothing_of_the_address_becomes_part_of_the_document(client: FlaskClient, text: str) -> None:
    plain, strange = client.get("/").text, client.get("/", query_string={"x": text}).text

    assert strange.count("<script") == plain.count("<script")
    assert "<script>alert" not in strange
    assert strange.count('id="_dash-config"') == 1


def test_layouts_are_total(site: Dash) -> None:
    """Dash asks each layout without arguments once, and one that fails would take the whole site down."""
    with site.server.test_request_context():
        for module, _options, _name in PAGES:
            assert to_json_plotly(module.layout(answers()))


def test_every_id_of_a_callback_is_on_a_page(client: FlaskClient, site: Dash) -> None:
    """The browser no longer looks for them, since `app.py` keeps all layouts out of the documents."""
    layout = json.loads(to_json_plotly(site.layout))
    examples = [content_of(client, site, path) for path in [*FIXED, *_one_of_each(client, site)]]
    known = {one for content in [layout, *examples] for one in props(content, "id") if isinstance(one, str)}
    asked = [part for callback in site.callback_map.values() for part in (*callback["inputs"], *callback["state"])]
    outputs = [name.rpartition(".")[0] for output in site.callback_map for name in output.strip(".").split("...")]

    assert {part["id"] for part in asked} | set(outputs) <= known


def _one_of_each(client: FlaskClient, site: Dash) -> list[str]:
    """Give one address for each kind of page that has many, found by following links."""
    starts = [options["path_template"].partition("<")[0] for _, options, _ in PAGES if "path_template" in options]
    found: dict[str, str] = {}
    followed = list(FIXED)
    for path in followed:
        links = [link for link in props(content_of(client, site, path), "href") if link.startswith("/")]
        new = {
            start: next((one for one in links if one.startswith(start)), "") for start in starts if start not in found
        }
        found |= {start: link for start, link in new.items() if link}
        followed += [link for link in new.values() if link]
    assert set(found) == set(starts)
    return list(found.values())


@pytest.mark.parametrize("path", PATHS)
def test_an_id_stands_once_on_a_page(client: FlaskClient, site: Dash, path: str) -> None:
    for search in ("", "?weergave=kloof") if path.startswith("/indicator/") else ("",):
        ids = props(content_of(client, site, path, search), "id")
        assert len(ids) == len(set(map(str, ids)))


def test_references_to_ids_on_a_page_lead_somewhere(client: FlaskClient, site: Dash) -> None:
    for path in PATHS:
        content = content_of(client, site, path)
        ids = set(props(content, "id"))
        targets = [href.removeprefix("#") for href in props(content, "href") if href.startswith("#")]
        for name in ("aria-labelledby", "aria-describedby", "aria-controls"):
            targets += [target for value in props(content, name) for target in value.split()]
        assert set(targets) <= ids, path


def test_every_link_leads_to_something_that_exists(client: FlaskClient, site: Dash) -> None:
    frame = json.loads(to_json_plotly(site.layout))
    pages = [frame, *(content_of(client, site, path) for path in [*PATHS, *_one_of_each(client, site)])]
    links = {link for page in pages for link in props(page, "href") if not link.startswith(("#", "mailto:"))}

    assert {link for link in links if not link.startswith("/")} == set()
    files = sorted(link for link in links if link.startswith("/api/"))
    asked = (links - set(files)) | set(files[::20])  # a file takes a tenth of a second; test_layouts_api asks them all
    assert {link for link in asked if client.head(link).status_code != 200} == set()


def test_every_indicator_is_two_clicks_from_home(client: FlaskClient, site: Dash) -> None:
    frame = json.loads(to_json_plotly(site.layout))
    first = {*props(frame, "href"), *props(content_of(client, site, "/"), "href")}
    domains = [link for link in first if link.startswith("/domein/")]
    second = {link for path in domains for link in props(content_of(client, site, path), "href")}

    assert {f"/indicator/{slug}" for slug in SLUGS} <= first | second


def test_headings_skip_no_level(client: FlaskClient, site: Dash) -> None:
    for path in PATHS:
        content = content_of(client, site, path)
        levels = [int(one["type"][1]) for one in parts(content) if re.fullmatch("H[1-6]", one["type"])]
        assert levels[0] == 1, path
        assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False)), path


@pytest.mark.parametrize("indicator", list(answers().catalogue.indicators)[::3])
def test_whatever_a_page_offers_can_be_chosen(client: FlaskClient, site: Dash, indicator: str) -> None:
    output, choices = output_with(site, "indicator-content.children"), view_of(indicator).choices
    offered = {"weergave": choices.views, "uitsplitsing": choices.cuts, "jaar": choices.years, "gebied": choices.areas}
    values = {"indicator-slug.data": view_of(indicator).indicator.slug}
    for key, words in offered.items():
        for word in list(words)[:3]:
            picked = {f"indicator-{key}.value": [word] if key == "gebied" else word}
            answer = call(client, body_of(site, output, values | picked, (f"indicator-{key}.value",)))
            changed = answer.get_json()["response"] if answer.data else {}  # what the page has, it does not get again
            search = changed.get("indicator-address", {"search": ""})["search"]
            assert search == ("" if word == "grafiek" else f"?{key}={word}")
            assert content_of(client, site, f"/indicator/{values['indicator-slug.data']}", search)


@pytest.mark.parametrize(
    ("search", "told"),
    [
        ("?weergave=taart", ["weergave=taart"]),
        ("?jaar=2099&kleur=rood", ["jaar=2099", "kleur=rood"]),
        ("?groep=" + "x" * 3000, []),
        ("?weergave", ["weergave="]),
        ("?%00=%00&&&==", ["\x00=\x00"]),
        ("?weergave=tabel", []),
    ],
)
def test_an_unknown_choice_in_the_address_is_told_politely(
    client: FlaskClient, site: Dash, search: str, told: list[str]
) -> None:
    content = content_of(client, site, "/indicator/werkzaamheidsgraad", search)
    notices = [text_of(one) for one in parts(content) if "warning" in str(one["props"].get("className"))]

    assert all(f"“{one}”" in notices[0] for one in told)
    assert len(notices) == bool(told) or "groep" in search


def test_a_choice_by_a_control_that_the_other_unit_lacks_is_dropped_in_silence(client: FlaskClient, site: Dash) -> None:
    values = {
        "indicator-slug.data": "nieuwkomers",
        "indicator-eenheid.value": "",
        "indicator-uitsplitsing.value": "nationality",
    }
    body = body_of(site, output_with(site, "indicator-content.children"), values, ("indicator-eenheid.value",))

    answer = call(client, body)

    assert answer.get_json()["response"]["indicator-uitsplitsing"]["value"] == ""
    assert "niet kennen" not in answer.text


def test_another_unit_renews_what_the_controls_offer(client: FlaskClient, site: Dash) -> None:
    values = {"indicator-slug.data": "nieuwkomers", "indicator-eenheid.value": "procent"}
    body = body_of(site, output_with(site, "indicator-content.children"), values, ("indicator-eenheid.value",))

    offered = call(client, body).get_json()["response"]["indicator-uitsplitsing"]["data"]

    assert {"value": "nationality", "label": "Naar nationaliteit"} in offered


def test_a_period_from_the_address_is_offered_too(client: FlaskClient, site: Dash) -> None:
    content = content_of(client, site, "/indicator/nieuwkomers", "?jaar=2006..2008")
    year = next(one for one in parts(content) if one["props"].get("id") == "indicator-jaar")

    assert year["props"]["value"] == "2006..2008"
    assert {"value": "2006..2008", "label": "2006 tot 2008"} in year["props"]["data"]


def test_is_page_knows_what_is_registered() -> None:
    assert all(is_page(answers(), path) for path in PATHS)
    assert not any(is_page(answers(), path) for path in ("/404", "/nee", "/indicator/nee"))


def get(address: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(address) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


@pytest.mark.parametrize(
    ("path", "status"),
    [("/", 200), ("/indicator/werkzaamheidsgraad", 200), ("/over", 200), ("/nee", 404), ("/indicator/nee", 404)],
)
def test_pages_stand_below_a_prefix(below: str, path: str, status: int) -> None:
    found, text = get(below + path)

    assert found == status
    assert f'href="{below.rstrip("/")}{path.rstrip("/") or "/"}"' in text
    assert 'src="/cijfers.v2/deel/' in text
    assert 'src="/_dash' not in text


def test_downloads_stand_below_a_prefix(below: str) -> None:
    index = json.loads(get(f"{below}/api")[1])

    assert all(one["csv"].startswith("/cijfers.v2/deel/api/indicator/") for one in index["indicators"])
    assert get(f"{below}/api/indicator/werkzaamheidsgraad.csv")[0] == 200


def test_nothing_stands_beside_the_prefix(below: str) -> None:
    host = below.removesuffix("/cijfers.v2/deel")

    assert {get(host + path)[0] for path in ("/over", "/api", "/cijfers.v2/over", "/cijfers.v2/deelx/over")} == {404}
