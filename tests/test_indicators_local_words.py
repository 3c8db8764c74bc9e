from datetime import date

import pytest
from local_any import answers, faults

from indicators.answers import Answers
from indicators.report.page import report_html

CODES = ["44021", "46030", "73028"]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Answers:
    return answers(tmp_path_factory.mktemp("any"), 20261125, CODES)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("query", [{}, {"jaar": "2018", "groepering": "provincie"}])
def test_whatever_is_uploaded_is_told_without_a_hole_in_a_sentence(
    made: Answers, code: str, query: dict[str, str]
) -> None:
    found = made.newest.report(code, query, date(2026, 11, 25))

    entries = [entry for domain in found.domains for entry in domain.entries]

    assert faults(made.newest.profile(code, query)) | faults(found) == set()
    assert "None" not in report_html(found)
    assert [one for entry in entries for one in entry.sentences if not one.sources] == []
    assert len(entries) > 100


@pytest.mark.parametrize("view", ["stroken", "verandering", "woorden"])
def test_a_comparison_says_why_wherever_it_has_no_number(made: Answers, view: str) -> None:
    words = "~".join(made.newest.comparing({"gemeenten": "~".join(CODES)}).lines)
    asked = {"gemeenten": "~".join(CODES), "indicatoren": "~".join(words.split("~")[:12]), "weergave": view}
    found = made.newest.comparing(asked)

    assert faults(found) == set()
    assert [cell for row in found.rows for cell in row.cells if cell.text == "–" and not cell.below] == []


def test_a_fault_is_found() -> None:
    assert faults({"a": ("Dat is None.", ["Goed.", "Twee  spaties."])}) == {"Dat is None.", "Twee  spaties."}
