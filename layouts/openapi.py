"""The description of the answers for programs, in the form of OpenAPI 3.1 (spec.openapis.org/oas/v3.1.1).

What an answer holds is described beside its writer (`indicators/answer_schemas.py`); here stand addresses, choices and
errors. A test compares it with the routes and with real answers.
"""

from __future__ import annotations

from typing import Any

from indicators.answer_schemas import SCHEMAS
from indicators.answers import VERSION, Answers
from layouts import addresses

Json = dict[str, Any]
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
YEARS = r"^(laatste|\d{4}(\.\.\d{4})?)$"
CODES = r"^[\w.+-]+(~[\w.+-]+)*$"
CHOICES: tuple[tuple[str, Json, str], ...] = (
    ("jaar", {"type": "string", "pattern": YEARS}, "Eén jaar, een periode (2006..2010) of laatste."),
    ("gebied", {"type": "string", "pattern": CODES}, "Codes van ref_area in kleine letters, met ~ ertussen."),
    ("groep", {"type": "string", "pattern": CODES}, "Codes van de uitsplitsing, met ~ ertussen."),
    ("uitsplitsing", {"type": "string", "pattern": r"^[\w-]+$"}, "Dimensies met - ertussen, of totaal."),
    ("eenheid", {"type": "string", "enum": ["procent", "aantal"]}, "De andere eenheid, waar die er is."),
    ("weergave", {"type": "string", "enum": ["grafiek", "kloof", "tabel"]}, "Kiest geen cijfers."),
)
"""What narrows a view down (`indicators/selection.py`); an unknown value is ignored, as on the pages."""

CODE = {"type": "string", "pattern": r"^[\w.+:~-]+$"}
PAIR = {
    "x": "Het laatste deel van het adres van de ene indicator.",
    "y": "Dat van de andere.",
    "groep": "De groep waarvan beide een cijfer hebben.",
    "punten": "Waar elk punt voor staat: gebieden of jaren.",
    "jaar": "De periode van alle punten, als die gebieden zijn.",
    "gebied": "De code van het gebied van alle punten, als die jaren zijn.",
}
"""What chooses the points of two indicators (`indicators/pair_view.py`); an unknown value is ignored."""

COMPARED = {
    "gemeenten": "Codes van hoogstens zes gemeenten, met ~ ertussen.",
    "indicatoren": "Het laatste deel van de adressen van hoogstens twaalf indicatoren, met ~ ertussen.",
}
"""What stands in the comparison of municipalities (`indicators/local/comparison.py`)."""


def document(answers: Answers, unknown: str, unknown_version: str) -> Json:
    """Write the description; `unknown` and `unknown_version` are the texts of the answers with status 404."""
    contact = addresses.contact_email()
    info: Json = {
        "title": "Integratie in cijfers",
        "version": "1",
        "description": "Alle cijfers van de site, alleen om te lezen. Een onbekende keuze wordt genegeerd.",
        "license": {"name": "CC BY 4.0", "identifier": "CC-BY-4.0"},
    } | ({"contact": {"email": contact}} if contact else {})
    return {
        "openapi": "3.1.0",
        "info": info,
        "servers": [{"url": addresses.link("") or "/"}],
        "paths": _paths(answers, unknown, unknown_version),
        "components": {"schemas": SCHEMAS},
    }


def _paths(answers: Answers, unknown: str, unknown_version: str) -> Json:
    version = _version(answers)
    of_indicator = [_slug(answers), version, _scope(), *(_query(*one) for one in CHOICES)]
    missing, no_version = _told(404, f"{unknown} / {unknown_version}"), _told(404, unknown_version)
    file = "/api/indicator/{slug}"
    as_json = _query("vorm", {"type": "string", "const": "json"}, "Ook een browser krijgt dan JSON.")
    index = _json("Index") | _told(303, "Een browser wordt naar de uitleg gestuurd.", "text/html")
    everything = _answer("Een zip met cijfers, definities, lijsten en versies.", "application/zip", {})
    pair = [_query(name, CODE, told) for name, told in PAIR.items()]
    return {
        "/healthz": _get("health", "Is de site bereikbaar?", [], _text("ok", "text/plain")),
        "/api": _get("index", "Alle indicatoren met hun bestanden", [as_json], index),
        "/api/openapi.json": _get("openapi", "Deze beschrijving", [], _json("OpenAPI")),
        "/vergelijken.csv": _get(
            "compared",
            "Gemeenten naast elkaar",
            [*(_query(name, CODE, told) for name, told in COMPARED.items()), version],
            _text("CSV", "text/csv") | no_version,
        ),
        "/api/verband.csv": _get(
            "pair", "De punten van twee indicatoren", [*pair, version], _text("CSV", "text/csv") | no_version
        ),
        "/api/alles.zip": _get("everything", "Alles in één zip", [version], everything | no_version),
        f"{file}.csv": _get("csv", "Cijfers als CSV", [*of_indicator, _form()], _text("CSV", "text/csv") | missing),
        f"{file}.json": _get("json", "Cijfers met beschrijving", of_indicator, _json("Figures") | missing),
        f"{file}.xlsx": _get("xlsx", "Cijfers als Excel", of_indicator, _answer("Werkmap", EXCEL, {}) | missing),
    }


def _get(name: str, summary: str, parameters: list[Json], responses: Json) -> Json:
    answered = responses | _told(503, "De cijfers zijn even niet bereikbaar. De zin zegt waarom.")
    return {"get": {"operationId": name, "summary": summary, "parameters": parameters, "responses": answered}}


def _slug(answers: Answers) -> Json:
    slugs = [one.slug for one in answers.catalogue.indicators.values()]
    described = "Het laatste deel van het adres van de indicator."
    return _query("slug", {"type": "string", "enum": slugs}, described) | {"in": "path", "required": True}


def _version(answers: Answers) -> Json:
    newest = answers.newest.snapshot.revision
    return _query(VERSION, {"type": "integer", "minimum": 1, "maximum": newest}, "Een publicatie; zonder: de nieuwste.")


def _scope() -> Json:
    schema = {"type": "string", "enum": ["alles", "weergave"], "default": "alles"}
    return _query("omvang", schema, "Met weergave: alleen de cijfers die de keuzes hieronder tonen.")


def _form() -> Json:
    told = "Zonder: puntkomma en decimale komma, voor Excel. standaard: komma en decimale punt. sdmx: SDMX-CSV 2.0."
    return _query("vorm", {"type": "string", "enum": ["standaard", "sdmx"]}, told)


def _query(name: str, schema: Json, description: str) -> Json:
    return {"name": name, "in": "query", "description": description, "schema": schema}


def _json(schema: str) -> Json:
    return _answer("JSON", "application/json", {"$ref": f"#/components/schemas/{schema}"})


def _text(description: str, media_type: str) -> Json:
    return _answer(description, media_type, {"type": "string"})


def _answer(description: str, media_type: str, schema: Json, status: int = 200) -> Json:
    return {str(status): {"description": description, "content": {media_type: {"schema": schema}}}}


def _told(status: int, text: str, media_type: str = "text/plain") -> Json:
    """Describe an answer that is a sentence in Dutch."""
    return _answer(text, media_type, {"type": "string"}, status)
