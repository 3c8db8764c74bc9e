"""With whom a municipality is compared: the word in the address, the members, and how to name them in a sentence.

`groepering=` is `gelijkaardig` (the k nearest, the default), `provincie`, `arrondissement`, `buren`, `centrumsteden`,
`rand`, `eigen:<nis~nis>`, or `uitrusting` where someone provides a list of groups. The municipality itself is never a
member of its own group.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.areas import NEWEST, Areas, Municipality
from indicators.local.nearest import SENSITIVE_BELOW, Likeness, Structure

ALIKE, OWN = "gelijkaardig", "eigen"
LABELS = {
    ALIKE: "Gelijkaardige gemeenten",
    "provincie": "Provincie",
    "arrondissement": "Arrondissement",
    "buren": "Buurgemeenten",
    "centrumsteden": "Centrumsteden",
    "rand": "Vlaamse Rand",
    "uitrusting": "Uitrustingsgraad",
    OWN: "Eigen selectie",
}
TODAY = ("buren", "centrumsteden", "rand", "uitrusting")
LEAST_K, USUAL_K, MOST_K = 5, 12, 30
MOST_OWN = 30
SEPARATOR = "~"


@dataclass(frozen=True)
class Grouping:
    """What a reader chose: the kind of group, how many nearest ones, the members of an own selection."""

    kind: str = ALIKE
    k: int = USUAL_K
    own: tuple[str, ...] = ()

    @property
    def word(self) -> str:
        """Write the kind for the address: "provincie", "eigen:11002~44021"."""
        return f"{OWN}:{SEPARATOR.join(self.own)}" if self.own else self.kind


@dataclass(frozen=True)
class Group:
    """A group of one municipality: `name` heads its column, `phrase` places a sentence ("in de buurgemeenten").

    `why_alike` and `different` hold facts beside the mean of the group; `stability` is the share of the group that
    stays when one fact is left out (None where that means nothing).
    """

    grouping: Grouping
    name: str
    phrase: str
    members: tuple[str, ...]
    alike: tuple[Likeness, ...] = ()
    different: tuple[Likeness, ...] = ()
    stability: float | None = None

    @property
    def counted(self) -> str:
        """Count the members: "12 gelijkaardige gemeenten", "1 buurgemeente"."""
        noun = NOUNS[self.grouping.kind]
        if len(self.members) == 1:
            noun = noun.replace("gemeenten", "gemeente").replace("steden", "stad")
        return f"{len(self.members)} {noun}"

    @property
    def is_sensitive(self) -> bool:
        """Tell whether another choice of facts would give quite another group."""
        return self.stability is not None and self.stability < SENSITIVE_BELOW


class Groups:
    """Makes groups; `structure` holds the facts on which municipalities are alike, without what is judged.

    `classes` is a provided list of municipality → group; without it there is no `uitrusting`.
    """

    def __init__(self, areas: Areas, structure: Structure, geography: str, classes: Mapping[str, str]) -> None:
        """Keep where the facts about municipalities are."""
        self.areas, self.structure, self.geography, self.classes = areas, structure, geography, classes
        self.flemish = areas.of_geography(geography, "VLG")

    @property
    def kinds(self) -> list[str]:
        """List the kinds that can be chosen: neighbours, cities and the rim are known for today's municipalities."""
        unknown = set() if self.classes else {"uitrusting"}
        unknown |= set() if self.geography == NEWEST else set(TODAY)
        return [kind for kind in LABELS if kind not in unknown]

    def read(self, text: str, k: str) -> Grouping | None:
        """Read the words of an address; None for what no page of ours writes."""
        count = USUAL_K if not k else int(k) if k.isascii() and k.isdigit() and len(k) < 3 else 0
        kind, _, listed = (text or ALIKE).partition(":")
        if not LEAST_K <= count <= MOST_K or kind not in self.kinds or (listed and kind != OWN):
            return None
        if kind == OWN:
            codes, known = (
                tuple(dict.fromkeys(filter(None, listed.split(SEPARATOR)))),
                {one.code for one in self.flemish},
            )
            return Grouping(OWN, USUAL_K, codes) if set(codes) <= known and len(codes) <= MOST_OWN else None
        return Grouping(kind, count if kind == ALIKE else USUAL_K)

    def group(self, code: str, grouping: Grouping) -> Group:
        """Give the group of a municipality, without itself."""
        if grouping.kind == ALIKE:
            return self._alike(code, grouping)
        members = tuple(one for one in self._listed(self.areas.municipalities[code], grouping) if one != code)
        name, phrase = self._named(self.areas.municipalities[code], grouping)
        return Group(grouping, name, phrase, members)

    def _alike(self, code: str, grouping: Grouping) -> Group:
        members = self.structure.nearest(code, grouping.k)
        alike, different = self.structure.likeness(code, members) if members else ([], [])
        return Group(
            grouping,
            "Gelijkaardig",
            "in gelijkaardige gemeenten",
            members,
            tuple(alike),
            tuple(different),
            self.structure.stability(code, grouping.k),
        )

    def _listed(self, one: Municipality, grouping: Grouping) -> Sequence[str]:
        match grouping.kind:
            case "provincie":
                return [other.code for other in self.flemish if other.parent == one.parent]
            case "arrondissement":
                return [other.code for other in self.flemish if other.arrondissement == one.arrondissement]
            case "buren":
                near = self.areas.centres[one.code].neighbours if one.code in self.areas.centres else ()
                return [other.code for other in self.flemish if other.code in near]
            case "centrumsteden":
                return [other.code for other in self.flemish if other.is_centre_city]
            case "rand":
                return [other.code for other in self.flemish if other.is_rim]
            case "uitrusting":
                own = self.classes.get(one.code)
                return [other.code for other in self.flemish if own and self.classes.get(other.code) == own]
            case _:
                return grouping.own

    def _named(self, one: Municipality, grouping: Grouping) -> tuple[str, str]:
        listed = self.areas.codes
        match grouping.kind:
            case "arrondissement":
                named = listed[one.arrondissement]
                return named.label, f"in de andere gemeenten van het {named.label[:1].lower()}{named.label[1:]}"
            case "uitrusting":
                return "Zelfde uitrusting", "in de gemeenten met dezelfde uitrustingsgraad"
            case kind:
                return NAMES[kind]


NOUNS = {
    ALIKE: "gelijkaardige gemeenten",
    "provincie": "andere gemeenten van de provincie",
    "arrondissement": "andere gemeenten van het arrondissement",
    "buren": "buurgemeenten",
    "centrumsteden": "centrumsteden",
    "rand": "gemeenten van de Vlaamse Rand",
    "uitrusting": "gemeenten met dezelfde uitrustingsgraad",
    OWN: "gemeenten van je eigen selectie",
}
NAMES = {
    "provincie": ("Zelfde provincie", "in de andere gemeenten van de provincie"),
    "buren": ("Buren", "in de buurgemeenten"),
    "centrumsteden": ("Centrumsteden", "in de centrumsteden"),
    "rand": ("Vlaamse Rand", "in de gemeenten van de Vlaamse Rand"),
    OWN: ("Eigen selectie", "in je eigen selectie"),
}
