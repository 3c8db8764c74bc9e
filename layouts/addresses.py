"""Every address of the site is made here, so that links, tests and the site map agree.

Addresses start with the prefix under which the site runs. It is asked of the Flask server at hand and not of Dash,
whose `get_relative_path` answers for the app that was made last in this process.
"""

from __future__ import annotations

from urllib.parse import quote

from flask import Flask, current_app

HOME = "/"
QUALITY = "/kwaliteit"
HOLDINGS = "/gegevens"
ABOUT = "/over"
API = "/api"
PLAN = "/plan"
TARGETS = "/doelen"
PREFIX = "SITE_PREFIX"


def install(server: Flask, prefix: str) -> None:
    """Tell under which prefix a server has its pages: "/" or "/integratie/"."""
    server.config[PREFIX] = prefix.rstrip("/")


def link(path: str) -> str:
    """Put the prefix of the site before a path; asked within a request, or within `server.app_context()`."""
    return f"{current_app.config[PREFIX]}{path}"


def domain(slug: str) -> str:
    """Give the address of a domain."""
    return link(f"/domein/{quote(slug)}")


def indicator(slug: str, search: str = "") -> str:
    """Give the address of an indicator, with what was chosen on its page."""
    return link(f"/indicator/{quote(slug)}{search}")


def download(slug: str, kind: str) -> str:
    """Give the address of the figures of an indicator as a file: "csv" or "json"."""
    return link(f"/api/indicator/{quote(slug)}.{kind}")


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
