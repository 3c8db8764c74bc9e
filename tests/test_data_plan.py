"""The plan as data: what each fiche holds, and no mistake in its files goes unnoticed."""

import re
import shutil
from collections import Counter
from pathlib import Path

import pytest
from made import change

from data.catalogue import HERE, read_catalogue
from data.errors import CatalogueError
from data.plan import Plan
from data.plan_files import read_plan
from data.targets import read_targets

SPECIMENS = Path(__file__).parent / "specimens"
FICHES = {  # operational goals, those without an action, actions, of which for all domains, sub-actions
    "armoedebestrijding": (15, 10, 8, 3, 2),
    "bestuurszaken": (14, 11, 3, 3, 6),
    "cultuur": (15, 11, 9, 4, 2),
    "sport": (15, 11, 10, 4, 11),
    "werk": (15, 9, 16, 4, 3),
    "wonen": (15, 10, 8, 4, 2),
    "jeugd": (15, 9, 12, 4, 2),
    "media": (15, 11, 8, 4, 4),
    "welzijn": (15, 11, 11, 4, 2),
    "brussel": (15, 14, 4, 0, 3),
    "gelijke-kansen": (15, 11, 4, 2, 2),
    "inburgering": (15, 6, 22, 4, 14),
    "onderwijs": (15, 7, 20, 3, 28),
}


def read(folder: Path = HERE / "plan") -> Plan:
    catalogue = read_catalogue()
    targets = {one.id for one in read_targets(catalogue)}
    return read_plan(catalogue.indicators, targets, catalogue.codelists["domain"].codes, folder)


@pytest.fixture(scope="module")
def plan() -> Plan:
    return read()


@pytest.mark.parametrize("fiche", FICHES)
def test_each_fiche_has_its_goals_actions_and_sub_actions(plan: Plan, fiche: str) -> None:
    mentions = [one for one in plan.mentions.values() if one.fiche == fiche]
    goals = {one.goal for one in plan.headings if one.fiche == fiche and plan.goals[one.goal].level == "operational"}
    shared = [one for one in mentions if plan.actions[one.action].scope]
    parts = [one for one in plan.subactions if plan.mentions[one.mention].fiche == fiche]

    assert (
        len(goals),
        len(goals - {one.goal for one in mentions}),
        len(mentions),
        len(shared),
        len(parts),
    ) == FICHES[fiche]


def test_the_plan_has_13_fiches_86_actions_and_15_operational_goals(plan: Plan) -> None:
    assert list(plan.fiches) == list(FICHES)
    assert (len(plan.actions), len(plan.mentions), len(plan.subactions)) == (86, 135, 81)
    assert Counter(one.level for one in plan.goals.values()) == {"strategic": 3, "pillar": 4, "operational": 15}


def test_an_action_for_all_is_one_action_with_many_owners(plan: Plan) -> None:
    shared = {
        one.id: (len(plan.mentions_of[one.id]), [fiche.slug for fiche in plan.without(one.id)])
        for one in plan.actions.values()
        if one.scope
    }

    assert shared == {
        "alle-taal": (12, ["brussel"]),
        "alle-planlast": (9, ["bestuurszaken", "brussel", "gelijke-kansen", "onderwijs"]),
        "alle-arbeidsdeelname": (11, ["brussel", "gelijke-kansen"]),
        "alle-advies-en-bestuur": (11, ["armoedebestrijding", "brussel"]),
    }


def test_five_more_actions_stand_in_more_fiches_without_the_mark_for_all(plan: Plan) -> None:
    owners = {action: len(mentions) for action, mentions in plan.mentions_of.items() if len(mentions) > 1}

    assert {action: count for action, count in owners.items() if not plan.actions[action].scope} == {
        "samen-toegankelijkheid": 7,
        "samen-toeleiding": 2,
        "samen-ondernemerschap": 2,
        "samen-niet-begeleide-minderjarigen": 2,
        "samen-opvoedingsondersteuning": 2,
    }


def test_the_mark_for_all_stands_in_the_text_of_each_mention(plan: Plan) -> None:
    marked = {one.id for one in plan.mentions.values() if "ALLE" in one.marker}

    assert marked == {one.id for one in plan.mentions.values() if plan.actions[one.action].scope}


def test_the_priority_actions_have_their_dates(plan: Plan) -> None:
    assert [(one.priority_action, one.printed_date, one.time_period) for one in plan.milestones] == [
        ("prioriteit-1", "Februari 2013", "2013-02"),
        ("prioriteit-1", "September 2013", "2013-09"),
        ("prioriteit-2", "Eind 2012", "2012"),
        ("prioriteit-3", "Eind 2012", "2012"),
        ("prioriteit-3", "Eind 2013", "2013"),
    ]


def test_links_know_their_actions(plan: Plan) -> None:
    linked = {one.action for one in plan.links}

    assert len(linked & set(plan.actions)) == 58
    assert linked - set(plan.actions) == {"prioriteit-1"}


def bare(text: str) -> str:
    """A text without what print changes: blanks, hyphens at the end of a line, bullets, small capitals."""
    return re.sub(r"[\s•-]", "", text).casefold()


def excerpt(name: str, first: int, lines: str) -> str:
    """The printed text of some lines of the plan, from a specimen whose first line has this number."""
    source = (SPECIMENS / name).read_text(encoding="utf-8").split("\n")
    start, _, end = lines.partition("-")
    return bare(" ".join(source[int(start) - first : int(end or start) - first + 1]))


def test_the_texts_of_a_fiche_are_those_of_the_printed_plan(plan: Plan) -> None:
    headings = [one for one in plan.headings if one.fiche == "bestuurszaken"]
    mentions = [one for one in plan.mentions.values() if one.fiche == "bestuurszaken"]
    parts = [one for one in plan.subactions if one.mention.startswith("bestuurszaken-")]

    for one in [*headings, *mentions, *parts]:
        assert bare(one.text) in excerpt("fiche.txt", 1938, one.lines)


def test_the_texts_of_the_priority_actions_are_those_of_the_printed_plan(plan: Plan) -> None:
    for one in [*plan.priority_actions.values(), *plan.milestones]:
        assert bare(one.text) in excerpt("priority_actions.txt", 792, one.lines)


def test_our_own_notes_use_the_words_of_the_source_only_in_quotation_marks(plan: Plan) -> None:
    ours = " ".join(re.sub("“[^”]*”", "", one.note) for one in plan.actions.values())

    assert not re.search("allocht|autocht|vreemdeling|achterstand|kwetsba|gekleurd", ours, re.IGNORECASE)


@pytest.mark.parametrize(
    ("name", "old", "new", "found"),
    [
        ("goals", "3,strategic,,", "3,grand,,", "“grand” bij level"),
        ("goals", "3.1,operational,3,", "3.1,operational,9,", "“9” bij parent"),
        ("goals", "3.1,operational,3,", "3.1,operational,,", "“” bij parent"),
        ("goals", "3.1,operational,", "3.2,operational,", "“3.2” staat er twee keer"),
        ("goals", ",758\n", ",regel 758\n", "“regel 758” bij lines"),
        ("goals", ",758\n", ",758,\n", "te veel of te weinig velden"),
        ("explanations", "3.4,Een goed", "3.5,Een goed", "“3.5” bij goal"),
        ("fiches", "werk,Werk,WERK,werk,", "werk,Werk,WERK,arbeid,", "“arbeid” bij domain"),
        ("fiches", "sport,Sport,", "cultuur,Sport,", "“cultuur” staat er twee keer"),
        ("headings", "brussel,3.2,3.2,", "brussel,3.1,3.2,", "“brussel 3.1” staat er twee keer"),
        ("mentions", "\nwerk-1.5.5,werk,1.5,", "\nwerk-1.5.6,werk,1.5,", "“werk-1.5.5” bij lead"),
        ("mentions", "\nwerk-1.5.5,werk,1.5,", "\nnergens,werk,1.5,", "“nergens” bij action"),
        ("mentions", "\nwerk-1.5.5,werk,1.5,", "\nwerk-1.5.5,zwerk,1.5,", "“zwerk 1.5” bij fiche en goal"),
        (
            "mentions",
            "gezinnen om hen naar de geschikte dienstverlening toe te leiden.,,,",
            "gezinnen,(ALLE),,",
            "“(ALLE)”",
        ),
        (
            "mentions",
            "plan:Vlaams Actieplan Kinderrechten",
            "het Vlaams Actieplan",
            "“het Vlaams Actieplan” bij see_also",
        ),
        ("subactions", "werk-1.1.1,", "werk-1.1.9,", "“werk-1.1.9” bij mention"),
        ("subactions", "werk; inburgering", "arbeid; inburgering", "“arbeid” bij see_also"),
        ("actions", "werk-1.5.5,werk-1.5.5,", "werk-1.5.5,werk-1.5.6,", "“werk-1.5.6” bij lead"),
        ("actions", "werk-1.5.5,werk-1.5.5,", "werk-1.5.5,,", "een lege lead"),
        ("priority_actions", ",alle-taal,", ",alle-talen,", "“alle-talen” bij related_action"),
        ("milestones", "2013-09", "2012-09", "“2012-09” bij time_period"),
        ("milestones", "2013-09", "2013-13", "“2013-13” bij time_period"),
        (
            "links",
            "werk-1.5.4,pact_employment_growth,,groei",
            "werk-1.5.4,pact_growth,,groei",
            "“pact_growth” bij target",
        ),
        ("links", "wonen-1.5.4,,dutch_use,", "wonen-1.5.4,,dutch,", "“dutch” bij indicator"),
        ("links", "wonen-1.5.4,,dutch_use,", "wonen-1.5.5,,dutch_use,", "“wonen-1.5.5” bij action"),
        ("links", "wonen-1.5.4,,dutch_use,", "wonen-1.5.4,,,", "“”"),
        ("links", "wonen-1.5.4,,dutch_use,", "wonen-1.5.3,,dutch_use,", "“wonen-1.5.3 dutch_use” staat er twee keer"),
    ],
)
def test_a_mistake_is_refused_with_file_and_line(tmp_path: Path, name: str, old: str, new: str, found: str) -> None:
    folder = shutil.copytree(HERE / "plan", tmp_path / "plan")
    change(folder / f"{name}.csv", old, new)

    with pytest.raises(CatalogueError) as caught:
        read(folder)

    assert caught.value.found.startswith(found)
    assert re.fullmatch(rf"{re.escape(str(folder))}/\w+\.csv, regel \d+", caught.value.where)


def test_the_line_of_a_mistake_is_that_of_its_row(tmp_path: Path) -> None:
    folder = shutil.copytree(HERE / "plan", tmp_path / "plan")
    change(folder / "milestones.csv", "2013-02", "2013-00")

    with pytest.raises(CatalogueError) as caught:
        read(folder)

    assert caught.value.where == f"{folder / 'milestones.csv'}, regel 2"


def test_another_column_is_refused(tmp_path: Path) -> None:
    folder = shutil.copytree(HERE / "plan", tmp_path / "plan")
    change(folder / "fiches.csv", "abbreviation", "short")

    with pytest.raises(CatalogueError) as caught:
        read(folder)

    assert caught.value.where == f"{folder / 'fiches.csv'}, regel 1"
