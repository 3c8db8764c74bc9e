"""Slows down guessing: after five failures each further attempt waits, from half a minute up to a quarter of an hour.

Attempts are counted per account and per network (an IPv4 address, or the /64 of an IPv6 address), before the password
is looked at: so guesses that come at the same time are counted too. A network may fail more often: an office shares
one. A blocked attempt does not count. What is older than a day is forgotten, and with it the address.
"""

from __future__ import annotations

import ipaddress

from sqlalchemy import Connection, delete, insert, select, update

from data.errors import DataError
from data.tables import LOGIN_ATTEMPT

FREE = {"account": 5, "network": 20}
FIRST_DELAY_S, LONGEST_DELAY_S = 30, 15 * 60
QUIET_S = 60 * 60
KEPT_S = 24 * 60 * 60


class TooManyAttempts(DataError):
    """The next attempt must wait."""

    def __init__(self, seconds: int) -> None:
        """Say how long, in whole minutes."""
        minutes = -(-seconds // 60)
        wait = "1 minuut" if minutes == 1 else f"{minutes} minuten"
        super().__init__(f"Er waren te veel pogingen. Wacht {wait} en probeer opnieuw.")
        self.seconds = seconds


def network_of(address: str | None) -> str:
    """Give the network that a limit counts: the IPv4 address itself, or the first 64 bits of an IPv6 address."""
    try:
        ip = ipaddress.ip_address(address or "")
    except ValueError:
        return "unknown"
    mapped = getattr(ip, "ipv4_mapped", None) or ip
    length = 32 if mapped.version == 4 else 64
    return str(ipaddress.ip_network(f"{mapped}/{length}", strict=False))


def delay_after(failures: int, free: int) -> int:
    """Give the seconds to wait after a number of failures: 0, then 30, 60, 120 … up to 900."""
    return 0 if failures < free else min(LONGEST_DELAY_S, FIRST_DELAY_S * 2 ** min(failures - free, 10))


def take(connection: Connection, email: str, network: str, now: int) -> None:
    """Count an attempt as a failure, until `forget` says otherwise.

    Raises: TooManyAttempts, with nothing counted, while one of the two must wait.
    """
    connection.execute(delete(LOGIN_ATTEMPT).where(LOGIN_ATTEMPT.c.last_at < now - KEPT_S))
    keys = _keys(email, network)
    query = select(LOGIN_ATTEMPT).where(LOGIN_ATTEMPT.c.key.in_(keys))
    known = {row.key: row for row in connection.execute(query)}
    wait = max([row.blocked_until - now for row in known.values()], default=0)
    if wait > 0:
        raise TooManyAttempts(min(wait, LONGEST_DELAY_S))
    for key, free in keys.items():
        row = known.get(key)
        failures = 1 + (row.failures if row and now - row.last_at < QUIET_S else 0)
        values = {"failures": failures, "last_at": now, "blocked_until": now + delay_after(failures, free)}
        if row:
            connection.execute(update(LOGIN_ATTEMPT).where(LOGIN_ATTEMPT.c.key == key).values(values))
        else:
            connection.execute(insert(LOGIN_ATTEMPT).values(key=key, **values))


def forget(connection: Connection, email: str, network: str) -> None:
    """Take the attempt back after a right password: the account starts afresh, the network has one failure less."""
    account, place = _keys(email, network)
    connection.execute(delete(LOGIN_ATTEMPT).where(LOGIN_ATTEMPT.c.key == account))
    one_less = {"failures": LOGIN_ATTEMPT.c.failures - 1, "blocked_until": 0}
    connection.execute(update(LOGIN_ATTEMPT).where(LOGIN_ATTEMPT.c.key == place).values(one_less))


def _keys(email: str, network: str) -> dict[str, int]:
    return {f"account:{email}": FREE["account"], f"network:{network}": FREE["network"]}
