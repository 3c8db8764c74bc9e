"""What the JSON for programs holds, as JSON Schema 2020-12; it is written by `indicators/downloads.py`.

Every column of a figure has its meaning here in Dutch; a missing text is empty, a missing number is null.
"""

from __future__ import annotations

from typing import Any

from data.export import COLUMNS

Json = dict[str, Any]
TEXT, NUMBER = {"type": "string"}, {"type": ["number", "null"]}
BREAKDOWN = {"type": "object", "additionalProperties": TEXT}
TYPES: dict[str, Json] = {
    **dict.fromkeys(("obs_value", "numerator", "denominator", "sample_size", "lower", "upper"), NUMBER),
    "breakdown": BREAKDOWN,
    "revision": {"type": "integer", "minimum": 1},
    "shown": {"type": "boolean"},
}
MEANINGS = {
    "indicator": "Code van de indicator.",
    "ref_area": "Code van het gebied; leeg als de bron geen gebied noemt.",
    "time_period": "Periode zoals gepubliceerd: 2010, 2009-2010 of 2010-01-01; leeg als de bron geen periode noemt.",
    "breakdown": "Dimensie en code; een dimensie die ontbreekt, is het totaal.",
    "obs_value": "Het getal; null als het ontbreekt of een bereik is.",
    "unit_measure": "Code van de eenheid.",
    "obs_status": "Code van SDMX CL_OBS_STATUS.",
    "qualifier": "Woorden van de bron bij het getal, zoals bijna.",
    "numerator": "Teller, waar de bron die geeft.",
    "denominator": "Noemer, waar de bron die geeft.",
    "sample_size": "Aantal bevraagden.",
    "lower": "Ondergrens.",
    "upper": "Bovengrens.",
    "source": "Code van de bron.",
    "source_ref": "Plaats in de bron.",
    "printed": "De tekens zoals de bron ze drukt; leeg als ze er niet staan.",
    "derivation": "Onze berekening; leeg als de bron het getal zelf geeft.",
    "note": "Wat een lezer moet weten.",
    "revision": "De publicatie die dit cijfer bracht.",
    "shown": "Of de pagina’s dit cijfer tonen, als er meer zijn voor dezelfde plaats.",
}


def _object(properties: Json, *, is_closed: bool = True) -> Json:
    """Describe an object in which every property is always there."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": not is_closed,
    }


def _list(schema: Json) -> Json:
    return {"type": "array", "items": schema}


def _ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


INDICATOR_TEXTS = (
    *("id", "title", "slug", "domain", "question", "definition", "numerator", "denominator", "unit_measure"),
    *("polarity", "source_kind", "group_definition", "next_delivery", "companion", "picture", "shape", "period_kind"),
)
TARGET_TEXTS = ("id", "slug", "title", "kind", "direction", "status")
SCHEMAS: Json = {
    "Observation": _object({name: TYPES.get(name, TEXT) | {"description": MEANINGS[name]} for name in COLUMNS}),
    "Indicator": _object(
        {name: TEXT for name in INDICATOR_TEXTS}
        | {"decimals": {"type": "integer", "minimum": 0}}
        | {name: _list(TEXT) for name in ("caveats", "related", "not_comparable")}
        | {"sentence": {"type": "object", "additionalProperties": TEXT}, "headline": {"type": "object"}}
        | {name: _list({"type": "object"}) for name in ("dimensions", "sums")}
    ),
    "Target": _object(
        {name: TEXT for name in TARGET_TEXTS}
        | {name: {"type": ["object", "null"]} for name in ("source", "group", "goal", "deadline", "measure", "numbers")}
        | {name: {"type": ["string", "null"]} for name in ("reason", "certainty")}
        | {"methods_differ": {"type": "boolean"}, "required_path": _list({"type": "object"}), "arithmetic": _list(TEXT)}
    ),
    "Figures": _object(
        {
            "indicator": _ref("Indicator"),
            "revision": {"type": "integer", "minimum": 1},
            "columns": _list(TEXT),
            "observations": _list(_ref("Observation")),
            "targets": _list(_ref("Target")),
        }
    ),
    "Index": _object(
        {
            "title": TEXT,
            "indicators": _list(
                _object(dict.fromkeys(("slug", "title", "domain", "unit_measure", "csv", "json", "xlsx"), TEXT))
            ),
        }
    ),
    "OpenAPI": _object({"openapi": TEXT, "info": {"type": "object"}, "paths": {"type": "object"}}, is_closed=False),
}
