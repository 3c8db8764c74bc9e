"""The answers about the plan: whole, policy domain, goal and action; the links with figures; what does not fit."""

import dataclasses
import re
from collections.abc import Iterator

import pytest

from data.catalogue import Catalogue
from data.targets import read_targets
from indicators.plan.pages import PlanPages, plan_pages
from indicators.plan.quotes import quoted, same_words, shortened

SOURCE_WORDS = re.compile(
    "allocht|autocht|vreemdeling|nieuwe vlaming|gekleurd|achterstand|achterstelling|kwetsba", re.I
)


@pytest.fixture(scope="module")
def pages(catalogue: Catalogue) -> PlanPages:
    return plan_pages(catalogue, read_targets(catalogue))


def test_a_quotation_inside_a_quotation_gets_single_marks() -> None:
    assert quoted("de nota “Samen” is klaar") == "“de nota ‘Samen’ is klaar”"


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Een korte tekst", "Een korte tekst"),
        ("Een tekst van twintig", "Een tekst van …"),
        ("Een tekst, die stopt bij de komma", "Een tekst, die …"),
        ("Precies op tijd, en verder", "Precies op tijd …"),
    ],
)
def test_a_text_is_cut_at_a_word(text: str, short: str) -> None:
    assert shortened(text, 16) == short


def test_capitals_and_a_last_full_stop_are_no_difference() -> None:
    assert same_words("Er is een plan.", "er is een plan")
    assert not same_words("Er is een plan", "Er is geen plan")


def test_the_title_of_the_plan_counts_actions_domains_and_those_for_all(pages: PlanPages) -> None:
    assert pages.overview.finding == "86 acties in 13 beleidsdomeinen: 4 gelden voor 9 domeinen of meer"
    assert pages.overview.counts == (
        ("Acties", "86", "77 ervan in één beleidsdomein"),
        ("Voor alle domeinen", "4", "volgens de tekst; ze staan in 9 tot 12 van de 13 fiches"),
        ("Met een cijfer of doel", "58", "voor 28 acties is er nog geen cijfer"),
        ("Operationele doelstellingen", "15", "zonder actie: 3.3"),
    )


def test_the_priority_actions_stand_with_their_dates(pages: PlanPages) -> None:
    dates = [[(date.printed, date.time_period) for date in one.milestones] for one in pages.overview.priorities]

    assert dates == [
        [("Februari 2013", "2013-02"), ("September 2013", "2013-09")],
        [("Eind 2012", "2012")],
        [("Eind 2012", "2012"), ("Eind 2013", "2013")],
    ]


def test_the_first_priority_action_names_its_action_in_the_fiches(pages: PlanPages) -> None:
    assert [one.related.id if one.related else "" for one in pages.overview.priorities] == ["alle-taal", "", ""]


def test_an_action_for_all_tells_which_fiches_lack_it(pages: PlanPages) -> None:
    action = pages.action("alle-planlast")

    assert action is not None
    assert len(action.owners) == 9
    assert action.without == "De fiches Bestuurszaken, Brussel, Gelijke Kansen en Onderwijs noemen de actie niet."
    assert action.subtitle == "Eén actie, in 9 van de 13 beleidsdomeinen"


def test_a_shared_action_that_is_not_for_all_does_not_tell_who_lacks_it(pages: PlanPages) -> None:
    action = pages.action("samen-toeleiding")

    assert action is not None
    assert ([one.title for one in action.owners], action.without) == (["Werk", "Inburgering"], "")


def test_a_sub_action_stands_once_with_the_only_domains_that_list_it(pages: PlanPages) -> None:
    action = pages.action("alle-taal")

    assert action is not None
    assert [one.owners for one in action.parts] == ["", "", "Media", "Media", "Onderwijs"]


def test_an_action_quotes_its_text_and_names_who_and_when(pages: PlanPages) -> None:
    action = pages.action("alle-arbeidsdeelname")

    assert action is not None
    assert action.text == (
        "“De Vlaamse overheid streeft naar 4% arbeidsdeelname van personen van allochtone afkomst tegen 2015. (ALLE)”"
    )
    assert (action.actors, action.timing) == ("“Vlaamse overheid” en “topambtenaren”", "“tegen 2015”")
    assert [(one.slug, one.number) for one in action.owners][1] == ("bestuurszaken", "1.5.1")


def test_an_action_tells_what_can_measure_it_targets_first(pages: PlanPages) -> None:
    action = pages.action("werk-1.5.4")

    assert action is not None
    assert [(one.kind, one.slug, one.reason) for one in action.measures] == [
        ("target", "groeiscenario-loopbaanakkoord", "streefcijfer"),
        ("target", "werkzaamheid-van-kansengroepen", "groeipad"),
        ("target", "werk-naar-verhouding", "arbeidsdeelname"),
        ("indicator", "werkzaamheidsgraad", "werkzaamheid"),
    ]


def test_an_action_that_nothing_measures_has_no_measures(pages: PlanPages) -> None:
    action = pages.action("onderwijs-1.5.5")

    assert action is not None
    assert action.measures == ()


def test_an_indicator_and_a_target_know_their_actions(pages: PlanPages) -> None:
    assert [one.name for one in pages.for_indicator("dutch_use")][:2] == [
        "Prioritaire actie 1",
        "Actie 1.2.1 van 12 beleidsdomeinen",
    ]
    assert [one.id for one in pages.for_target("plan_staff")] == ["alle-arbeidsdeelname"]
    assert pages.for_indicator("removals") == ()


def test_a_fiche_shows_goals_without_actions(pages: PlanPages) -> None:
    domain = pages.domain("brussel")

    assert domain is not None
    assert domain.finding == "Brussel: 4 acties voor 1 van de 15 doelstellingen"
    assert {goal.code: len(goal.actions) for branch in domain.branches for goal in branch.goals if goal.actions} == {
        "3.2": 4
    }
    assert sum(len(branch.goals) for branch in domain.branches) == 15


def test_a_fiche_keeps_its_own_numbers_and_tells_so(pages: PlanPages) -> None:
    domain = pages.domain("bestuurszaken")

    assert domain is not None
    last = domain.branches[0].goals[-1]
    assert (last.code, last.number) == ("1.7", "1.6")
    assert last.note == "Dit is doelstelling 1.7. De fiche geeft ze nummer 1.6."
    assert domain.remarks == (
        "De fiche noemt doelstelling 1.6 niet.",
        "De fiche geeft doelstelling 1.7 het nummer 1.6.",
    )


def test_abbreviations_of_policy_domains_are_explained_where_they_stand(pages: PlanPages) -> None:
    domain, action = pages.domain("werk"), pages.action("onderwijs-1.1.1")

    assert domain is not None
    assert action is not None
    assert domain.remarks == (
        "“BZ” staat in de tekst voor Bestuurszaken.",
        "“INB” staat in de tekst voor Inburgering.",
    )
    assert action.remarks == ("“INB” staat in de tekst voor Inburgering.",)


def test_an_action_in_a_fiche_tells_its_parts_and_what_else_to_look_at(pages: PlanPages) -> None:
    domain = pages.domain("onderwijs")

    assert domain is not None
    actions = {one.id: one for branch in domain.branches for goal in branch.goals for one in goal.actions}
    assert [one.text for one in actions["onderwijs-1.1.1"].see_also] == ["Inburgering 1.1.1"]
    assert len(actions["onderwijs-1.5.5"].parts) == 7
    assert actions["alle-arbeidsdeelname"].see_also == ()
    assert [one.text for one in actions["onderwijs-1.3.2"].see_also] == ["VAPA"]


def test_a_goal_lists_its_actions_over_all_domains(pages: PlanPages) -> None:
    goal = pages.goal("1.2")

    assert goal is not None
    assert goal.finding == "Doelstelling 1.2: 6 acties in 12 beleidsdomeinen"
    assert goal.actions[0].id == "alle-taal"
    assert goal.without == "Geen actie bij deze doelstelling in: Brussel."


def test_a_goal_without_actions_says_so(pages: PlanPages) -> None:
    goal = pages.goal("3.3")

    assert goal is not None
    assert (goal.finding, goal.actions) == ("Doelstelling 3.3: geen enkele actie in de fiches", ())


def test_a_strategic_goal_has_pillars_and_operational_goals(pages: PlanPages) -> None:
    goal = pages.goal("2")

    assert goal is not None
    assert goal.branch is not None
    assert [letter for letter, _ in goal.branch.pillars] == ["A", "B"]
    assert [one.code for one in goal.branch.goals] == ["2.1", "2.2", "2.3", "2.4"]
    assert goal.finding == "Doelstelling 2: 10 acties bij 4 operationele doelstellingen"


def test_the_actions_of_all_goals_are_all_actions(pages: PlanPages) -> None:
    listed = [one.id for branch in pages.overview.branches for goal in branch.goals for one in goal.actions]

    assert sorted(listed) == sorted(pages.plan.actions)


def test_fiches_that_say_a_goal_in_other_words_are_counted(pages: PlanPages) -> None:
    goal = pages.goal("3")

    assert goal is not None
    assert goal.wordings == (
        "Fiche Armoedebestrijding: “Het integratiebeleid is onderbouwd, gecoordineerd en inclusief”",
        "11 van de 13 fiches: “Het integratiebeleid is onderbouwd, gecoördineerd en inclusief”",
    )


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("werk-1.5.4", "De bron zegt hier “1%”. Het Pact 2020 zegt “1 procentpunt”."),
        ("inburgering-2.3.1", "De fiche Inburgering zet actie 2.3.1 onder doelstelling 2.2."),
        ("alle-taal", "De fiches geven deze actie verschillende nummers: 1.2.1, 1.2.2 en 1.2.4."),
        ("alle-planlast", "De tekst zegt “ALLE die een subsidie geven”, maar 9 van de 13 fiches noemen de actie."),
        ("bestuurszaken", "De fiche geeft doelstelling 1.7 het nummer 1.6."),
        ("", "88 keer zegt een fiche een doelstelling in andere woorden dan het plan zelf"),
    ],
)
def test_what_does_not_fit_in_the_text_is_told(pages: PlanPages, key: str, told: str) -> None:
    assert any(one.text.startswith(told) for one in pages.oddities if key in (one.action, one.fiche))


def test_another_wording_of_the_same_action_is_told_with_its_words(pages: PlanPages) -> None:
    action = pages.action("alle-advies-en-bestuur")

    assert action is not None
    assert any("5% mensen" in one for one in action.remarks)


def test_a_key_with_a_slash_behind_it_is_no_action(pages: PlanPages) -> None:
    assert pages.action("werk-1.5.4/") is None


def test_what_does_not_exist_has_no_page(pages: PlanPages) -> None:
    assert (pages.domain("zee"), pages.goal("9"), pages.goal("1A"), pages.action("zee-1.1.1")) == (None,) * 4


def texts(value: object) -> Iterator[str]:
    """All texts in an answer."""
    if isinstance(value, str):
        yield value
    elif dataclasses.is_dataclass(value):
        for one in dataclasses.fields(value):
            yield from texts(getattr(value, one.name))
    elif isinstance(value, tuple | list):
        for one in value:
            yield from texts(one)


def test_words_of_the_source_stand_only_in_quotation_marks(pages: PlanPages) -> None:
    plan = pages.plan
    answers = [
        pages.overview,
        *map(pages.domain, plan.fiches),
        *map(pages.goal, plan.goals),
        *map(pages.action, plan.actions),
    ]
    ours = [re.sub("“[^”]*”", "", text) for text in texts(answers)]

    assert [text for text in ours if SOURCE_WORDS.search(text)] == []
    assert len(ours) > 2000


def test_every_link_leads_to_an_indicator_or_a_target_that_exists(pages: PlanPages, catalogue: Catalogue) -> None:
    slugs = {
        "indicator": {one.slug for one in catalogue.indicators.values()},
        "target": {one.slug for one in read_targets(catalogue)},
    }
    found = [one for action in pages.plan.actions for one in pages.measures.of(action)]

    assert len(found) == 107
    assert all(one.slug in slugs[one.kind] for one in found)
