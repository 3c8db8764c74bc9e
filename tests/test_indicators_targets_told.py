from typing import Any

import pytest
from targeted import AFTER, BROKEN, EARLY, EMPLOYMENT, GROWTH, HALF, assessed, point, target

from indicators.targets.board import Assessment
from indicators.targets.told import certainty, later, missing, sentence


@pytest.mark.parametrize(
    ("assessment", "told"),
    [
        (EMPLOYMENT, "In 2010 was het 44%. Het doel is minstens 1 procentpunt per jaar erbij, tot 2020."),
        (EARLY, "In 2020 was het 6,7%. Het doel is hoogstens 4,25% in 2020. Dat is 2,5 procentpunten te hoog."),
        (assessed(HALF), "Het doel is hoogstens 4,25% in 2020."),
        (
            assessed(target("level", "up", "54"), point(2010, 44), point(2015, 40)),
            "In 2015 was het 40%. Het doel is minstens 54% in 2020. Dat is 14 procentpunten te laag. "
            "Het cijfer verwijdert zich van het doel.",
        ),
    ],
)
def test_how_it_stands_is_told_in_a_few_sentences(assessment: Assessment, told: str) -> None:
    assert sentence(assessment.verdict) == told


@pytest.mark.parametrize(
    ("made", "assessment", "told"),
    [
        (GROWTH, EMPLOYMENT, "1 meting (2010). Voor een oordeel zijn er minstens 2 nodig, zonder breuk ertussen."),
        (HALF, EARLY, "2,5 procentpunten te hoog in 2020"),
        (HALF, assessed(HALF), "De gegevens hebben nog geen beginwaarde. Zonder begin is er geen helft."),
        (
            GROWTH,
            BROKEN,
            "De reeks breekt in 2017 en 2023. Over een breuk heen vergelijken we niet. "
            "Van 2011 tot 2015 kwam er per jaar 0,2 procentpunten bij.",
        ),
        (
            GROWTH,
            assessed(GROWTH, point(2010, 44), point(2015, 47), published=AFTER),
            "De reeks stopt in 2015. Het doeljaar 2020 is voorbij.",
        ),
        (GROWTH, assessed(GROWTH, point(2010, 44), point(2015, 54)), "–"),
    ],
)
def test_what_is_missing_is_told(made: Any, assessment: Assessment, told: str) -> None:
    assert missing(made, assessment) == told


def test_what_came_after_the_target_year_and_what_is_not_sure_is_told() -> None:
    assert later(EARLY) == "Daarna: 5,3% in 2021 en 5,4% in 2023."
    assert certainty(EARLY.verdict, is_sample=True) == (
        "De meting lazen wij in de pers. De onzekerheidsmarge staat niet in de bron."
    )
    assert certainty(EMPLOYMENT.verdict, is_sample=True) == ""
    sure = assessed(target("level", "up", "54"), point(2010, 44), point(2015, 49, lower=48.8, upper=50))
    assert certainty(sure.verdict, is_sample=True) == "Het oordeel is zeker: de meting ligt tussen 48,8 en 50%."
