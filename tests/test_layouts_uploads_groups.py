"""Step 3 of the wizard: names of groups are given a meaning once, and the next file of the source is read so."""

import re

from desk import Office, findings, id_of, place, publish, send, upload
from flask.testing import FlaskClient
from uploads import GHENT, PERSONS, SOURCE, TENANTS

HEAD = "Gebied;Periode;Nationaliteit;Waarde"


def tenants(*rows: str) -> str:
    """A file of one source, chosen in step 1, whose groups are named in words of its own."""
    return "".join(f"{row}\n" for row in (f"Indicator;{HEAD}", *(f"{TENANTS};{GHENT};{row}" for row in rows)))


def form(browser: FlaskClient, id_: str) -> dict[str, str]:
    """What a browser would send from the names of groups, as they stand."""
    page = browser.get(place(id_, "kolommen")).text
    sent = dict(re.findall(r'type="hidden" name="((?:groep|was)-[^"]+)" value="([^"]*)"', page))
    codes = re.findall(r'<select name="(code-[^"]+)".*?</select>', page, re.DOTALL)
    for name in codes:
        block = page.split(f'name="{name}"')[1].split("</select>")[0]
        sent[name] = (re.findall(r'value="([^"]*)" selected', block) or [""])[0]
    return sent


def test_a_name_that_we_do_not_know_is_asked_first_and_once(work: Office) -> None:
    browser = work.browser()
    id_ = id_of(upload(browser, tenants("2023;be;531", "2023;Marsmannen;62", "2024;Marsmannen;64"), source=SOURCE))

    sent = form(browser, id_)

    assert [sent[name] for name in sent if name.startswith("groep-")] == ["Marsmannen", "be"]
    assert sent["code-nationality-1"] == ""
    assert sent["code-nationality-2"] == "be"
    assert any("Marsmannen" in one for one in findings(browser, id_))


def test_a_chosen_name_is_understood_and_remembered_for_the_next_file_of_its_source(work: Office) -> None:
    browser = work.browser()
    id_ = id_of(upload(browser, tenants("2023;be;531", "2023;Marsmannen;62"), source=SOURCE))
    send(browser, place(id_, "kolommen"), **{**form(browser, id_), "code-nationality-1": "non_eu"})
    assert publish(browser, id_).status_code == 302

    later = id_of(upload(browser, tenants("2024;be;540", "2024;Marsmannen;66"), source=SOURCE))

    page = browser.get(place(later, "kolommen")).text
    assert [one for one in findings(browser, later) if "Marsmannen" in one] == []
    assert "onthouden van vorige keer" in page.split('id="groepen"')[1].split("“Marsmannen”")[1].split("</tr>")[0]


def test_names_that_are_left_as_suggested_are_no_choice(work: Office) -> None:
    browser = work.browser()
    id_ = id_of(upload(browser, tenants("2023;be;531"), source=SOURCE))

    send(browser, place(id_, "kolommen"), **form(browser, id_))

    section = browser.get(place(id_, "kolommen")).text.split('id="groepen"')[1]
    assert section.count(">voorgesteld<") == 1
    assert "zelf gekozen" not in section.split("Eén waarde")[0]


def test_a_column_linked_by_hand_leads_back_to_its_names_before_the_check(work: Office) -> None:
    browser = work.browser()
    rows = f"Indicator;Gebied;Periode;Soort;Waarde\n{TENANTS};{GHENT};2023;Marsmannen;62\n"
    id_ = id_of(upload(browser, rows, source=SOURCE))

    first = send(browser, place(id_, "kolommen"), f3="nationality")
    second = send(browser, place(id_, "kolommen"), **form(browser, id_))

    assert first.headers["Location"].endswith("/kolommen#groepen")
    assert second.headers["Location"].endswith("/controleren")


def test_a_meaning_that_the_list_does_not_have_is_not_kept(work: Office) -> None:
    browser = work.browser()
    id_ = id_of(upload(browser, tenants("2023;Marsmannen;62"), source=SOURCE))

    send(browser, place(id_, "kolommen"), **{**form(browser, id_), "code-nationality-1": "<script>"})

    assert "<script>" not in browser.get(place(id_, "kolommen")).text
    assert any("Marsmannen" in one for one in findings(browser, id_))


def test_the_year_of_a_file_is_not_remembered_for_the_next_one(work: Office) -> None:
    browser = work.browser()
    rows = f"Indicator;Gebied;Waarde\n{PERSONS};{GHENT};"
    publish(browser, id_of(upload(browser, f"{rows}5310\n", source=SOURCE, period="2023")))

    later = id_of(upload(browser, f"{rows}5402\n", source=SOURCE))

    assert "fout: We missen de kolom “Periode”" in [one.replace("Fout", "fout") for one in findings(browser, later)]
    assert [one.time_period for one in work.desk.store.observations(PERSONS)] == ["2023"]
