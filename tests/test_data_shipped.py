from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Barrier

import pytest
from made import change, make_home, run

from data.catalogue import read_catalogue
from data.errors import CatalogueError
from data.shipped import SHIPPED, Dataset, load_shipped
from data.store import Store

ANNEX, LATER = SHIPPED[0], Dataset("later", "Een uitgever", "Latere cijfers")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return make_home(tmp_path / "data")


def load(store: Store, home: Path, *datasets: Dataset) -> list[int]:
    return load_shipped(store, read_catalogue(home), home, datasets or (ANNEX,))


def add_later(home: Path) -> None:
    """Add a dataset with the number of women by another source."""
    (home / "later").mkdir()
    (home / "later" / "work.csv").write_text(
        "ref_area,time_period,sex,obs_value,unit_measure,obs_status,source,source_ref,printed\n"
        "VLG,2010,f,62,percent,A,bron_b,Tabel 1,62\n",
        encoding="utf-8",
    )


def test_the_first_start_loads_the_shipped_figures(store: Store, home: Path) -> None:
    assert load(store, home) == [1]
    assert sorted(one.obs_value or 0 for one in store.observations("work")) == [10.5, 60, 70.5]
    assert [(one.number, one.dataset, one.author) for one in store.revisions()] == [(1, "annex", SHIPPED[0].author)]


def test_each_dataset_becomes_a_revision_in_the_order_of_the_list(store: Store, home: Path) -> None:
    add_later(home)

    assert load(store, home, ANNEX, LATER) == [1, 2]
    assert [(one.number, one.dataset, one.author) for one in store.revisions()] == [
        (1, "annex", ANNEX.author),
        (2, "later", "Een uitgever"),
    ]
    assert [one.obs_value for one in store.observations("work") if one.breakdown == {"sex": "f"}] == [60, 62]


def test_a_dataset_that_a_new_release_adds_becomes_the_next_revision(store: Store, home: Path) -> None:
    load(store, home)
    before = store.observations("work")
    add_later(home)

    assert load(store, home, ANNEX, LATER) == [2]
    assert store.observations("work", as_of=1) == before


def test_the_annex_is_the_first_of_what_is_shipped() -> None:
    assert [one.folder for one in SHIPPED] == [
        "annex",
        "points",
        "statbel_census_2011",
        "eurostat",
        "statbel_population",
        "statbel_municipalities",
    ]


def test_a_second_start_adds_nothing(store: Store, home: Path) -> None:
    load(store, home)

    assert load(store, home) == []
    assert store.newest_revision() == 1


def test_changed_figures_add_a_revision_and_the_old_one_stays_readable(store: Store, home: Path) -> None:
    load(store, home)
    before = store.observations("work")
    change(home / "annex" / "work.csv", "f,,60,", "f,,61,")

    assert load(store, home) == [2]
    assert [(one.obs_value, one.revision) for one in store.observations("work") if one.is_level] == [(61, 2), (70.5, 1)]
    assert store.observations("work", as_of=1) == before


def test_a_change_of_what_is_not_a_figure_adds_no_revision(store: Store, home: Path) -> None:
    load(store, home)
    (home / "annex" / "not_figures.csv").write_text("token,reason\n", encoding="utf-8")

    assert load(store, home) == []


def test_an_installation_that_lost_its_figures_removes_nothing(store: Store, home: Path) -> None:
    load(store, home)
    (home / "annex" / "work.csv").unlink()

    with pytest.raises(CatalogueError, match="een map zonder cijfers"):
        load(store, home)
    assert len(store.observations("work")) == 3


def test_programs_that_start_together_load_the_figures_once(database_url: str, home: Path) -> None:
    catalogue, ready = read_catalogue(home), Barrier(8)

    def start(_number: int) -> list[int]:
        with closing(Store(database_url)) as store:
            ready.wait()
            store.prepare()
            return load_shipped(store, catalogue, home, (ANNEX,))

    with ThreadPoolExecutor(8) as threads:
        assert sorted(threads.map(start, range(8))) == [[]] * 7 + [[1]]


def test_processes_that_start_together_load_the_figures_once(database_url: str) -> None:
    with ThreadPoolExecutor(4) as threads:
        ended = list(threads.map(lambda _number: run("-m", "data", "revisions", url=database_url), range(4)))

    assert [(one.returncode, one.stderr, one.stdout.count("\n")) for one in ended] == [(0, "", len(SHIPPED))] * 4
