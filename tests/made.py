"""Small figures and folders made up for the tests; none of them means anything."""

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

from data.engines import sqlite_url
from data.model import Observation
from data.store import Store

REPOSITORY = Path(__file__).parent.parent

CODELISTS = {
    "domain": "code,label,first\nwerk,Werk,work\n",
    "unit_measure": "code,label\npercent,%\npersons,personen\npercentage_points,procentpunten\n",
    "source": "code,label\nbron_a,Bron A\nbron_b,Bron B\n",
    "obs_status": "code,label\nA,normaal\nE,raming\nO,ontbreekt\n",
    "ref_area": "code,label\nBE,België\nVLG,Vlaams Gewest\n",
    "sex": "code,label\nm,mannen\nf,vrouwen\n",
    "transformation": "code,label\ngap,kloof\n",
}

WORK_TOML = """\
title = "Werk"
slug = "werk"
domain = "werk"
question = "Wie heeft werk?"
definition = "Het aandeel personen met werk."
numerator = "personen met werk"
denominator = "alle personen"
unit_measure = "percent"
decimals = 1
polarity = "higher_is_better"
source_kind = "survey"
group_definition = ""
next_delivery = ""
caveats = ["Uit een steekproef."]
related = []
not_comparable = []
companion = ""
picture = ""
shape = "auto"
period_kind = "year"

[sentence]
subject = "Het aandeel personen met werk"
people = "personen"
statement = "Van de personen had {value} werk in {period}"
more = "hebben vaker werk"
less = "hebben minder vaak werk"

[headline]
ref_area = "VLG"
breakdown = { sex = "f" }

[[dimensions]]
id = "sex"
label = "Geslacht"
reference = "m"
ordinal = false

[[sums]]
dimension = "sex"
parts = ["m", "f"]
whole = ""
"""

WORK_CSV = """\
ref_area,time_period,sex,transformation,obs_value,unit_measure,obs_status,source,source_ref,printed,lower,upper,line
VLG,2010,m,,70.5,percent,A,bron_a,Figuur 1,"70,5",,,1
VLG,2010,f,,60,percent,A,bron_a,Figuur 1,60,,,2
VLG,2010,f,gap,10.5,percentage_points,A,bron_a,Figuur 1,"10,5",,,3
"""


def make_home(folder: Path) -> Path:
    """Make a folder like `data/`, with one indicator and three figures."""
    for name in ("codelists", "catalogue", "annex"):
        (folder / name).mkdir(parents=True)
    for name, content in CODELISTS.items():
        (folder / "codelists" / f"{name}.csv").write_text(content, encoding="utf-8")
    (folder / "catalogue" / "work.toml").write_text(WORK_TOML, encoding="utf-8")
    (folder / "annex" / "work.csv").write_text(WORK_CSV, encoding="utf-8")
    return folder


def change(path: Path, old: str, new: str) -> None:
    """Replace text that stands once in a file."""
    content = path.read_text(encoding="utf-8")
    assert content.count(old) == 1, old
    path.write_text(content.replace(old, new), encoding="utf-8")


def observation(**changes: Any) -> Observation:
    """Make one observation, valid unless a change makes it otherwise."""
    facts: dict[str, Any] = {
        "indicator": "work",
        "ref_area": "VLG",
        "time_period": "2010",
        "breakdown": {"sex": "f"},
        "obs_value": 60.0,
        "unit_measure": "percent",
        "obs_status": "A",
        "source": "bron_a",
        "source_ref": "Figuur 1",
        "printed": "60",
    }
    return Observation(**facts | changes)


def publish(store: Store, *observations: Observation, dataset: str = "annex") -> int:
    """Publish observations, and give the number of the revision."""
    return store.publish(observations, "Iemand", "Een reden", dataset, "0" * 64)


def fill(file: Path, indicators: int = 40) -> bytes:
    """Make a store of many pages, and give the bytes of its file."""
    with closing(Store(sqlite_url(file))) as store:
        store.prepare()
        publish(store, *(observation(indicator=f"work_{n}", note="x" * 1000) for n in range(indicators)))
    return file.read_bytes()


def run(*arguments: str, url: str = "", **more: Any) -> subprocess.CompletedProcess[str]:
    """Run a Python program in this repository, on the store at this address."""
    command = [sys.executable, *arguments]
    environment = os.environ | {"DATABASE_URL": url}
    return subprocess.run(command, cwd=REPOSITORY, env=environment, capture_output=True, text=True, timeout=60, **more)
