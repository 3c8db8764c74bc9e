"""What step 4 says of each finding: where, what was found, what was expected, and the repairs that it offers."""

from __future__ import annotations

import re
import string
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from data.catalogue import Catalogue
from data.drafts.draft import Draft
from data.upload.finding import ERROR, INFO, WARNING, Finding, letter, read_checks
from data.upload.layout import Layout
from data.upload.mapping import COMMA, FIELDS, FRACTION, POINT, SKIP, TOTAL
from data.upload.words import school_year, serial_day, tidy

MOST_PLACES = 8
WORDS = {"J1", "J2", "J5", "J6", "G1", "G2", "G10", "G12", "H1", "H2", "K7", "K11", "K12", "W14", "W16"}
NUMBERS = {"W1", "W3", "W4", "W9", "W13", "W17", "W18", "L5", "L6", "S1", "S2", "S3", "T1"}
ROWS = {"D1", "D2", "G3", "G7", "G9"}
LINKS = {
    "K3": "kolommen",
    "K4": "blad",
    "K5": "kolommen",
    "K14": "kolommen",
    "K15": "kolommen",
    "K8": "blad",
    "L2": "blad",
    "L3": "blad",
}
AMBIGUOUS = (("VLG", "Vlaams Gewest"), ("VLG+BHG", "Vlaams Gewest en Brussel"), ("VL", "de bron zegt het niet"))
MARKERS = (("O", "Niet beschikbaar"), ("Q", "Vertrouwelijk"), ("0", "Nul"))
Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Repair:
    """One form: what it does, what it sends along, and what the person adds.

    `ask` is the label of a text field, `options` (value, text) fill a list; without both it is one button.
    """

    label: str
    sends: Mapping[str, object]
    ask: str = ""
    options: Options = ()
    is_primary: bool = False


@dataclass(frozen=True)
class Card:
    """One finding, or several of one kind that one repair mends together."""

    id: str
    level: str
    title: str
    message: str
    advice: str
    places: tuple[str, ...]
    cells: frozenset[tuple[int, int]]
    count: int
    repairs: tuple[Repair, ...] = ()
    step: str = ""
    key: str = ""
    asks_why: bool = False
    answer: str = ""


def cards(
    findings: Sequence[Finding],
    draft: Draft,
    layout: Layout,
    catalogue: Catalogue,
    published: Mapping[tuple[int, int], str],
) -> dict[str, list[Card]]:
    """Make the cards: level → cards, in the order of the findings.

    `published` gives, for the row and column of a cell with a finding, what is published in its place.
    """
    maker = _Cards(draft, layout, catalogue, published)
    groups: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for one in findings:
        is_alone = one.code in NUMBERS | ROWS or not one.value
        groups[(one.code, one.key if is_alone else one.value)].append(one)
    found: dict[str, list[Card]] = {ERROR: [], WARNING: [], INFO: []}
    for place, own in enumerate(groups.values(), 1):
        found[own[0].level].append(maker.card(f"melding-{place}", own))
    return found


@dataclass
class _Cards:
    draft: Draft
    layout: Layout
    catalogue: Catalogue
    published: Mapping[tuple[int, int], str]
    answers: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.answers = self.draft.mapping.answers

    def card(self, id_: str, own: Sequence[Finding]) -> Card:
        first, check = own[0], read_checks()[own[0].code]
        body = _body(first)
        title = _title(check.title, first) or body
        return Card(
            id=id_,
            level=first.level,
            title=title,
            message="" if body == title else body,
            advice=first.advice,
            places=tuple(_place(one) for one in own[:MOST_PLACES] if one.row),
            cells=frozenset((one.row, one.column) for one in own),
            count=len(own),
            repairs=tuple(self._repairs(first)),
            step=LINKS.get(first.code, ""),
            key=first.key if len(own) == 1 else first.code,
            asks_why=first.level == WARNING and check.blocks,
            answer=self.answers.get(first.key, self.answers.get(first.code, "")),
        )

    def _repairs(self, one: Finding) -> Iterator[Repair]:
        here = {"row": one.row, "column": one.column}
        if one.code in WORDS:
            yield from self._meanings(one)
        elif one.code == "W2":
            yield from self._readings(one)
        elif one.code == "W5":
            yield from (Repair(text, {"do": "marker", "word": one.value, "code": code}) for code, text in MARKERS)
        elif one.code == "W7":
            yield Repair("Het zijn breuken", {"do": "reading", "name": self._name(one), "mark": FRACTION})
        elif one.code == "K1":
            yield from (self._naming(one, place) for place in self._nameless())
        elif one.code == "K2":
            yield self._naming(one, one.column)
        if one.code in NUMBERS and one.row and one.column:
            yield from _suggested(one, here)
            if earlier := self.published.get((one.row, one.column)):
                sends = {"do": "cell", "text": earlier, **here}
                yield Repair(f"Vervang door {earlier}", sends, is_primary=one.code == "S1")
            yield Repair("Vervang", {"do": "cell", **here}, ask="Typ een ander getal")
            yield Repair("Laat cel leeg", {"do": "cell", "text": "", **here})
        if one.code in ROWS:
            rows = dict.fromkeys([*re.findall(r"[Rr]ij (\d+)", one.message), str(one.row)])
            yield from (Repair(f"Laat rij {row} weg", {"do": "row", "row": row}) for row in rows if row != "0")

    def _nameless(self) -> Iterator[int]:
        """Give the positions of columns without a name that are not linked."""
        pairs = zip(self.layout.names, self.layout.unique_names, strict=True)
        for place, (name, unique) in enumerate(pairs, 1):
            if not name and unique not in self.draft.mapping.columns:
                yield place

    def _naming(self, one: Finding, place: int) -> Repair:
        sends = {"do": "cell", "row": one.row, "column": place}
        return Repair("Bewaar de naam", sends, ask=f"Naam van kolom {letter(place)}")

    def _meanings(self, one: Finding) -> Iterator[Repair]:
        named = self._field(one)
        if not named:
            return
        sends = {"do": "word", "field": named, "word": tidy(one.value)}
        if one.code == "G1":
            yield from (Repair(text, {**sends, "code": code}) for code, text in AMBIGUOUS)
            return
        if named == "time_period":
            meant = school_year(one.value) or serial_day(one.value)
            if meant:
                yield Repair(f"Lees als {meant}", {**sends, "code": meant}, is_primary=True)
            yield Repair("Bewaar", sends, ask="Typ het jaar, het schooljaar of de dag")
        else:
            options = self._options(named)
            yield from _near(one, options, sends)
            yield Repair("Koppel", sends, options=options)
        yield Repair("Sla deze rijen over", {**sends, "code": SKIP})

    def _options(self, named: str) -> Options:
        if named == "indicator":
            return tuple(
                sorted(((one.id, one.title) for one in self.catalogue.indicators.values()), key=lambda one: one[1])
            )
        codes = tuple((one.code, one.label) for one in self.catalogue.codelists[named].codes.values())
        return codes if named in FIELDS else ((TOTAL, "het totaal"), *codes)

    def _readings(self, one: Finding) -> Iterator[Repair]:
        """Offer both readings of a column in which "1.234" can be two numbers."""
        plain = one.value.strip()
        whole, decimal = re.sub(r"[.,]", "", plain), plain.replace(".", ",")
        mark = POINT if "." in plain else COMMA
        other = COMMA if mark == POINT else POINT
        name = self._name(one)
        yield Repair(whole, {"do": "reading", "name": name, "mark": other})
        yield Repair(decimal, {"do": "reading", "name": name, "mark": mark})

    def _name(self, one: Finding) -> str:
        names = self.layout.unique_names
        return names[one.column - 1] if 0 < one.column <= len(names) else ""

    def _field(self, one: Finding) -> str:
        """Say to which field a word belongs: of its column, of what the name of its column says, or for all rows."""
        mapping, name = self.draft.mapping, self._name(one)
        for field_, word in mapping.values.get(name, {}).items():
            if word == one.value:
                return field_
        if name in mapping.columns:
            return mapping.columns[name]
        return next((known for known, word in mapping.fixed.items() if word == one.value), "")


def _title(text: str, one: Finding) -> str:
    """Fill in a title that needs no more than the value; "" for another."""
    names = {name for _, name, _, _ in string.Formatter().parse(text) if name}
    return text.format(value=one.value) if names <= {"value"} else ""


def _body(one: Finding) -> str:
    """Give the sentence without the place that stands before it."""
    place, colon, rest = one.message.partition(": ")
    is_place = bool(colon) and bool(re.match(r"(Blad|rij|kolom)\b", place))
    return rest if is_place else one.message


def _place(one: Finding) -> str:
    return f"Rij {one.row}" + (f", kolom {letter(one.column)}" if one.column else "")


def _near(one: Finding, options: Options, sends: Mapping[str, object]) -> Iterator[Repair]:
    """Offer the names of which the sentence asks whether they are meant; the one button is primary when it is alone."""
    named = re.search(r"Bedoelde je (“[^?]+”)\?", f"{one.message} {one.advice}")
    codes = {label: code for code, label in options}
    near = [label for label in re.findall("“([^”]+)”", named[1]) if label in codes] if named else []
    for label in near:
        yield Repair(f"Ja, {label}", {**sends, "code": codes[label]}, is_primary=len(near) == 1)


def _suggested(one: Finding, here: Mapping[str, object]) -> Iterator[Repair]:
    """Offer what a mistyped number may be: the numbers of which the advice asks whether they are meant."""
    found = re.search(r"Bedoelde je ([\d.,]+) of ([\d.,]+)\?", one.advice + one.message)
    for text in found.groups() if found else ():
        whole = text.rstrip(".,").replace(".", "")
        yield Repair(f"Vervang door {text}", {"do": "cell", "text": whole, **here})
