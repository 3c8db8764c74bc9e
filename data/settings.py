"""What the environment can set. `app.py` and the two `__main__.py` read it; everything else is handed the result."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from data.engines import sqlite_url
from data.errors import DataError
from data.reading.limits import Limits, read_limits

RUNTIME_FOLDER = Path(__file__).parent.parent / "var"


@dataclass(frozen=True)
class Settings:
    """The settings of one running program; each is an environment variable of the same name in capitals."""

    database_url: str
    host: str
    port: int
    contact_email: str
    url_prefix: str
    limits: Limits
    secret_key: str
    trusted_hosts: tuple[str, ...]
    proxy_hops: int
    uploads: Path
    four_eyes: bool
    oidc_issuer: str
    oidc_client_id: str
    oidc_client_secret: str
    oidc_role_claim: str
    groups_file: Path | None = None
    boundaries_folder: Path | None = None


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Read the settings; without DATABASE_URL the figures are kept in `var/integratie.sqlite`.

    `secret_key` is empty where it was not set: `data.secret_key` then keeps one in `var/`.

    Raises: DataError for a PORT that is not a port number, for PROXY_HOPS or a limit that is no number, or when `var/`
    cannot be made.
    """
    port = environment.get("PORT") or "8050"
    if not port.isdecimal() or not 0 < int(port) < 65536:
        raise DataError(f"PORT is “{port}”. Verwacht: een getal van 1 tot 65535. Verbeter de instelling.")
    hops = environment.get("PROXY_HOPS") or "0"
    if len(hops) != 1 or hops not in "0123456789":
        raise DataError(f"PROXY_HOPS is “{hops}”. Verwacht: een getal van 0 tot 9. Verbeter de instelling.")
    return Settings(
        database_url=environment.get("DATABASE_URL") or _default_url(),
        host=environment.get("HOST") or "127.0.0.1",
        port=int(port),
        contact_email=environment.get("CONTACT_EMAIL") or "",
        url_prefix=_prefix(environment.get("URL_PREFIX") or ""),
        limits=read_limits(environment),
        secret_key=environment.get("SECRET_KEY") or "",
        trusted_hosts=tuple((environment.get("TRUSTED_HOSTS") or "").replace(",", " ").split()),
        proxy_hops=int(hops),
        uploads=Path(environment.get("UPLOADS_FOLDER") or RUNTIME_FOLDER / "uploads"),
        four_eyes=_is_on(environment, "FOUR_EYES"),
        **_provider(environment),
        groups_file=_path(environment, "GROUPS_FILE"),
        boundaries_folder=_path(environment, "BOUNDARIES_FOLDER"),
    )


def _path(environment: Mapping[str, str], name: str) -> Path | None:
    return Path(environment[name]) if environment.get(name) else None


def _is_on(environment: Mapping[str, str], name: str) -> bool:
    """Read a switch. Raises: DataError for anything but 0 and 1."""
    text = environment.get(name) or "0"
    if text not in ("0", "1"):
        raise DataError(f"{name} is “{text}”. Verwacht: 0 of 1. Verbeter de instelling.")
    return text == "1"


def _provider(environment: Mapping[str, str]) -> dict[str, str]:
    """Read what a provider needs: all three settings, or none."""
    names = ("OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET")
    missing = [name for name in names if not environment.get(name)]
    if 0 < len(missing) < len(names):
        raise DataError(f"{missing[0]} ontbreekt. Verwacht: alle drie {', '.join(names)}, of geen. Vul ze aan.")
    read = {name.lower(): environment.get(name) or "" for name in names}
    return read | {"oidc_role_claim": environment.get("OIDC_ROLE_CLAIM") or "rol"}


def _default_url() -> str:
    try:
        RUNTIME_FOLDER.mkdir(exist_ok=True)
    except OSError as error:
        advice = "Controleer de rechten, of kies met DATABASE_URL een andere plaats."
        raise DataError(f"De map {RUNTIME_FOLDER} maken lukt niet ({error.strerror}). {advice}") from error
    return sqlite_url(RUNTIME_FOLDER / "integratie.sqlite")


def _prefix(text: str) -> str:
    """Write the path under which the site runs with a slash at both ends: "integratie" becomes "/integratie/"."""
    inner = text.strip("/")
    return f"/{inner}/" if inner else "/"
