"""Every address of the site is made here, so that links, tests and the site map agree.

Addresses start with the prefix under which the site runs. It is asked of the Flask server at hand and not of Dash,
whose `get_relative_path` answers for the app that was made last in this process.
"""

from __future__ import annotations

from urllib.parse import quote

from flask import Flask, current_app, request

HOME = "/"
QUALITY = "/kwaliteit"
HOLDINGS = "/gegevens"
UPLOADS = "/gegevens/opladen"
NEWS = "/nieuw"
FEED = "/nieuw.atom"
ABOUT = "/over"
METHOD = "/over/methode"
TERMS = "/over/begrippen"
ACCESSIBILITY = "/over/toegankelijkheid"
PRIVACY = "/over/privacy"
SEARCH = "/zoeken"
API = "/api"
API_TOLD = "/over/api"
EMBEDDED = "/insluiten"
PLAN = "/plan"
TARGETS = "/doelen"
PAIR = "/verband"
SIGN_IN = "/beheer/aanmelden"
MUNICIPALITIES = "/gemeenten"
COMPARE = "/vergelijken"
MAP = "/gemeenten/kaart"
PREFIX = "SITE_PREFIX"
CONTACT = "SITE_CONTACT"


def install(server: Flask, prefix: str, contact_email: str = "") -> None:
    """Tell under which prefix a server has its pages ("/" or "/integratie/"), and who answers mail about it."""
    server.config[PREFIX] = prefix.rstrip("/")
    server.config[CONTACT] = contact_email


def prefix_of(server: Flask) -> str:
    """Give the prefix of a server, without a slash at its end: "" or "/integratie"."""
    return str(server.config[PREFIX])


def link(path: str) -> str:
    """Put the prefix of the site before a path; asked within a request, or within `server.app_context()`."""
    return f"{current_app.config[PREFIX]}{path}"


def contact_email() -> str:
    """Give the address for mail about the site; empty where nobody has been named."""
    return str(current_app.config[CONTACT])


def domain(slug: str) -> str:
    """Give the address of a domain."""
    return link(f"/domein/{quote(slug)}")


def indicator(slug: str, search: str = "") -> str:
    """Give the address of an indicator, with what was chosen on its page."""
    return link(f"/indicator/{quote(slug)}{search}")


def embedded(slug: str, search: str = "") -> str:
    """Give the address of an indicator for a frame on another website."""
    return link(f"{EMBEDDED}/indicator/{quote(slug)}{search}")


def is_embedded(path: str) -> bool:
    """Tell whether the path of a request is one for a frame on another website."""
    return path.startswith(link(f"{EMBEDDED}/"))


def absolute(path: str) -> str:
    """Give a path (with prefix) with the name of the host by which the request at hand came."""
    return f"{request.host_url.rstrip('/')}{path}"


def download(slug: str, kind: str) -> str:
    """Give the address of the figures of an indicator as a file: "csv" or "json"."""
    return link(f"/api/indicator/{quote(slug)}.{kind}")


def pair(search: str = "") -> str:
    """Give the address of a picture of two indicators: "?x=…&y=…"."""
    return link(f"{PAIR}{search}")


def municipality(slug: str, search: str = "") -> str:
    """Give the address of a municipality ("44021-gent"), with what was chosen on its page."""
    return link(f"/gemeente/{quote(slug)}{search}")


def report(slug: str, kind: str = "", search: str = "") -> str:
    """Give the address of the report of a municipality: a page, or a file of the kind "pdf" or "xlsx"."""
    return link(f"/gemeente/{quote(slug)}/rapport{kind and '.'}{kind}{search}")


def card(slug: str, indicator: str, search: str = "") -> str:
    """Give the address of the card of one indicator for a municipality, a PDF."""
    return link(f"/gemeente/{quote(slug)}/kaart/{quote(indicator)}.pdf{search}")


def target(slug: str) -> str:
    """Give the address of a target."""
    return link(f"/doelen/{quote(slug)}")


def plan_domain(slug: str) -> str:
    """Give the address of a policy domain of the plan."""
    return link(f"{PLAN}/domein/{quote(slug)}")


def plan_goal(code: str) -> str:
    """Give the address of a goal of the plan."""
    return link(f"{PLAN}/doelstelling/{quote(code)}")


def plan_action(id_: str) -> str:
    """Give the address of an action of the plan."""
    return link(f"{PLAN}/actie/{quote(id_)}")


def priority_action(id_: str) -> str:
    """Give the place of a priority action on the page of the plan."""
    return link(f"{PLAN}#{quote(id_)}")


def term(id_: str) -> str:
    """Give the place of a term on the page of terms."""
    return link(f"{TERMS}#{quote(id_)}")
