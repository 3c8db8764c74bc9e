from pathlib import Path

import pytest

from data import settings
from data.engines import parse_url
from data.errors import DataError
from data.settings import read_settings


@pytest.fixture(autouse=True)
def runtime_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "50% var"
    monkeypatch.setattr(settings, "RUNTIME_FOLDER", folder)
    return folder


def test_without_an_environment_everything_has_a_default(runtime_folder: Path) -> None:
    read = read_settings({})

    assert (read.host, read.port, read.contact_email) == ("127.0.0.1", 8050, "")
    assert parse_url(read.database_url).database == str(runtime_folder / "integratie.sqlite")
    assert runtime_folder.is_dir()


def test_the_environment_wins(runtime_folder: Path) -> None:
    environment = {"DATABASE_URL": "sqlite:////x", "HOST": "::1", "PORT": "80", "CONTACT_EMAIL": "a@b.be"}

    read = read_settings(environment)

    assert (read.database_url, read.host, read.port, read.contact_email) == ("sqlite:////x", "::1", 80, "a@b.be")
    assert not runtime_folder.exists()


def test_an_empty_variable_is_no_setting() -> None:
    assert read_settings({"PORT": "", "HOST": "", "DATABASE_URL": ""}).port == 8050


@pytest.mark.parametrize("port", ["x", "0", "65536", "-1", "80.0", " 80", "²"])
def test_a_port_that_is_none_is_told(port: str) -> None:
    with pytest.raises(DataError, match=f"PORT is “{port}”. Verwacht: een getal van 1 tot 65535."):
        read_settings({"PORT": port})


def test_a_folder_that_cannot_be_made_is_told(runtime_folder: Path) -> None:
    runtime_folder.write_text("a file", encoding="utf-8")

    with pytest.raises(DataError, match="maken lukt niet .* kies met DATABASE_URL een andere plaats"):
        read_settings({})


def test_a_limit_of_uploads_can_be_set_and_the_others_stay() -> None:
    limits = read_settings({"UPLOAD_ROWS": "5000", "UPLOAD_WALL_SECONDS": ""}).limits

    assert (limits.rows, limits.wall_seconds, limits.columns) == (5000, 30, 500)


@pytest.mark.parametrize("limit", ["x", "0", "-1", "1e6", "²"])
def test_a_limit_that_is_none_is_told(limit: str) -> None:
    with pytest.raises(DataError, match=f"UPLOAD_ROWS is “{limit}”. Verwacht: een geheel getal groter dan nul."):
        read_settings({"UPLOAD_ROWS": limit})


@pytest.mark.parametrize("hops", ["x", "-1", "10", "1.5", "²"])
def test_proxies_that_are_no_number_are_told(hops: str) -> None:
    with pytest.raises(DataError, match=f"PROXY_HOPS is “{hops}”"):
        read_settings({"PROXY_HOPS": hops})


def test_trusted_hosts_are_a_list() -> None:
    assert read_settings({"TRUSTED_HOSTS": "a.be, b.be c.be"}).trusted_hosts == ("a.be", "b.be", "c.be")
    assert read_settings({}).trusted_hosts == ()


@pytest.mark.parametrize("missing", ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"])
def test_half_a_provider_is_told(missing: str) -> None:
    given = {name: "x" for name in ("OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET") if name != missing}

    with pytest.raises(DataError, match=f"{missing} ontbreekt"):
        read_settings(given)


def test_a_switch_is_off_on_or_told() -> None:
    assert [read_settings({"FOUR_EYES": one}).four_eyes for one in ("", "0", "1")] == [False, False, True]
    with pytest.raises(DataError, match="FOUR_EYES is “ja”. Verwacht: 0 of 1"):
        read_settings({"FOUR_EYES": "ja"})
