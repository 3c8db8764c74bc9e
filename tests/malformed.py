"""Bodies of callbacks as no browser of ours writes them: 26 malformed ones, and random ones, the same for a seed."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from random import Random
from typing import Any

from bodies import place_of

Body = dict[str, Any]
Change = Callable[[Body], Any]
DEEP = 100_000


def bodies_of(dependencies: Iterable[Mapping[str, Any]]) -> list[Body]:
    """A right body for each callback that the server has, of what `/_dash-dependencies` tells; all values are null."""
    return [_body(one) for one in dependencies if not one.get("clientside_function")]


def _body(callback: Mapping[str, Any]) -> Body:
    output = callback["output"]
    names = output[2:-2].split("...") if output.startswith("..") else [output]
    places = [place_of(name) for name in names]
    inputs, state = ([one | {"value": None} for one in callback[kind]] for kind in ("inputs", "state"))
    changed = [f"{one['id']}.{one['property']}" for one in inputs[:1]]
    outputs = places if output.startswith("..") else places[0]
    return {"output": output, "outputs": outputs, "inputs": inputs, "state": state, "changedPropIds": changed}


def deep(place: str) -> Change:
    def change(body: Body) -> str:
        nested = "[" * DEEP + "]" * DEEP
        return nested if place == "top" else json.dumps(body | {"inputs": "NESTED"}).replace('"NESTED"', nested)

    return change


def set_value(value: object) -> Change:
    """Put a value in the first input, as text of JSON, so that it may be what Python's json does not write."""

    def change(body: Body) -> str:
        first, *others = body["inputs"]
        return json.dumps(body | {"inputs": [first | {"value": "HERE"}, *others]}).replace('"HERE"', str(value))

    return change


BODIES: dict[str, Change] = {
    "empty": lambda _body: "",
    "no JSON": lambda _body: "{not json",
    "null": lambda _body: None,
    "list": lambda _body: [],
    "string": lambda _body: '"text"',
    "number": lambda _body: 3,
    "no keys": lambda _body: {},
    "unknown output": lambda body: body | {"output": "none.children"},
    "output a list": lambda body: body | {"output": [body["output"]]},
    "output a dict": lambda body: body | {"output": {"id": "x"}},
    "inputs null": lambda body: body | {"inputs": None},
    "inputs empty": lambda body: body | {"inputs": []},
    "inputs ints": lambda body: body | {"inputs": [1, 2, 3]},
    "input id a dict": lambda body: body | {"inputs": [one | {"id": {"a": 1}} for one in body["inputs"]]},
    "outputs mismatch": lambda body: body | {"outputs": [{"id": "none", "property": "children"}]},
    "outputs missing": lambda body: {key: value for key, value in body.items() if key != "outputs"},
    "changedPropIds an int": lambda body: body | {"changedPropIds": 3},
    "changedPropIds ints": lambda body: body | {"changedPropIds": [3]},
    "too many inputs": lambda body: body | {"inputs": body["inputs"] * 2},
    "one state too many": lambda body: body | {"state": [*body["state"], {"id": "x", "property": "y"}]},
    "input ids changed": lambda body: body | {"inputs": [one | {"id": f"{one['id']}x"} for one in body["inputs"]]},
    "deep at the top": deep("top"),
    "deep in a value": deep("value"),
    "NaN": set_value("NaN"),
    "half a character": set_value(r'"\ud800"'),
    "5000 digits": set_value("1" * 5000),
}

PLACES = (
    "/", "/indicator/werkzaamheidsgraad", "/indicator/nee", "/domein/werk", "/doelen", "/gemeente/44021-gent",
    "/gemeenten/kaart", "/vergelijken", "/verband", "/zoeken", "/plan", "/nieuw", "/beheer", "/gegevens", "//x",
    "/\x00",
    "/" + "a" * 9000, "/indicator/" + "../" * 50,
)  # fmt: skip
PAGES = {
    "indicator-address": "/indicator/werkzaamheidsgraad",
    "plan-address": "/plan",
    "municipality-address": "/gemeente/44021-gent",
    "compare-address": "/vergelijken",
    "pair-address": "/verband",
}
QUERIES = (
    "", "?versie=1", "?versie=-1", "?versie=99999999999999999999999", "?versie=1e9", "?versie=NaN",
    "?weergave=tabel",
    "?jaar=0", "?jaar=99999", "?gebied=" + "~".join(["44021"] * 3000),
    "?k=-5", "?k=1000000000000", "?%00=%00", "?q=%ff",
    "?gemeenten=44021~11002~99999&indicatoren=nee", "?x=a&y=b",
    "?indicator=nieuwkomers", "?" + "&" * 5000,
    "?=&=&a",
    "?groepering=eigen:" + "~".join(map(str, range(11001, 13001))), "?gegevens=[]", "?weergave[]=a",
    "?eenheid=__class__",
)  # fmt: skip
VALUES: tuple[object, ...] = (
    None, True, 0, -1, 2**63, 10**300, 1.5, 1e308, "", "x", "\x00", "é" * 5000, "<script>", "=1+1", "' OR 1=1 --",
    "44021",
    "werkzaamheidsgraad", "kloof", "tabel", [], [[]], {}, {"a": {"b": []}},
    ["44021"] * 5000, list(range(9000)), [None],
    {"__proto__": 1}, "__class__", "constructor", ["kloof", 3, None], {"props": {}}, "2010", 2010, ["2010", "2011"],
)  # fmt: skip


def randoms(bodies: Sequence[Body], count: int, seed: int) -> Iterator[str]:
    """This many bodies of the right shape with hostile values, one in eight with a key that is none as well."""
    chance = Random(seed)
    for _ in range(count):
        body = deepcopy(chance.choice(bodies))
        for one in (*body["inputs"], *body["state"]):
            one["value"] = _value(chance, one["id"], one["property"])
        names = [f"{one['id']}.{one['property']}" for one in body["inputs"]]
        body["changedPropIds"] = chance.sample([*names, "", "{", '{"a":1}.b', "."], chance.randint(0, 2))
        if not chance.randrange(8):
            body[chance.choice([*body, "cancelJob", "background", "other"])] = chance.choice(VALUES)
        yield json.dumps(body)


def _value(chance: Random, id_: str, prop: str) -> object:
    """Mostly a place for what holds a place, and the page of the callback: anything else is refused at once."""
    if id_ in PAGES and prop == "pathname" and chance.randrange(4):
        return PAGES[id_]
    if prop in ("pathname", "search") and chance.randrange(8):
        return chance.choice(PLACES if prop == "pathname" else QUERIES)
    return chance.choice(VALUES)
