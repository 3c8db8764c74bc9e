"""Guesses at 1.000 accounts, a hundred each, over HTTP; and what the time of an answer tells of an account."""

import tempfile
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from statistics import median
from time import process_time

from served import Person, served
from signed_in import EVERYTHING, PASSWORD

from data.accounts.service import Accounts, open_accounts
from data.accounts.sign_in import WrongPassword
from data.engines import sqlite_url
from data.store import Store
from soak import cases

WRONG = "een heel ander wachtwoord"
CLIENTS, PAIRS = 8, 60


def soak() -> None:
    with tempfile.TemporaryDirectory() as folder:
        _times(Path(folder))
    with tempfile.TemporaryDirectory() as folder, served(Path(folder), PROXY_HOPS="1") as site:
        clients = [Person(site) for _ in range(CLIENTS)]
        for one in clients:
            one.look("/beheer/aanmelden")
        with site.attacked(), ThreadPoolExecutor(CLIENTS) as pool:
            total: Counter[int] = sum(pool.map(_spray, clients, range(CLIENTS)), Counter())
    print(f"  {total.total()} guesses from as many networks: {dict(total)}")
    assert total[302] == 0
    assert total[422] + total[503] <= 12 * cases(1000)  # 5, and those after 30 s, 1, 2, 4, 8, 15 and 15 minutes


def _spray(client: Person, turn: int) -> Counter[int]:
    """Guess at every eighth account, a hundred times, each time from another network."""
    counted: Counter[int] = Counter()
    for guess in range(100):
        for account in range(turn, cases(1000), CLIENTS):
            network = f"10.{guess}.{account // 250}.{account % 250}"
            own = {"csrf": client.token, "email": f"{account}@voorbeeld.be", "password": f"{WRONG} {guess}"}
            answer = client.post("/beheer/aanmelden", own, X_Forwarded_For=network)
            client.served.check(answer)
            counted[answer.status] += 1
    return counted


def _times(folder: Path) -> None:
    """Compare processor times: the clock of a busy computer tells more of the others than of us."""
    with closing(_opened(folder)) as accounts:
        known, unknown = [], []
        for turn in range(PAIRS):
            known.append(_cost(partial(_guess, accounts, f"{turn}@voorbeeld.be", turn)))
            unknown.append(_cost(partial(_guess, accounts, f"niemand{turn}@voorbeeld.be", turn)))
    ratio = median(known) / median(unknown)
    print(f"  a wrong password costs {median(known) * 1000:.0f} ms, an unknown address {median(unknown) * 1000:.0f} ms")
    assert 0.9 < ratio < 1.1, ratio


def _opened(folder: Path) -> Accounts:
    """Accounts with passwords of the real cost, one for each pair, so that no account has to wait."""
    url = sqlite_url(folder / "store.sqlite")
    with closing(Store(url)) as store:
        store.prepare()
    accounts = open_accounts(url)
    accounts.sign_in.make_first_account(str(accounts.sign_in.first_link()), "baas@voorbeeld.be", "Baas", PASSWORD)
    boss = accounts.sign_in.actor(accounts.sign_in.with_password("baas@voorbeeld.be", PASSWORD, "192.0.2.1/32"))
    assert boss
    for turn in range(PAIRS):
        secret = accounts.members.invite(boss, f"{turn}@voorbeeld.be", "Iemand", EVERYTHING)
        accounts.sign_in.set_password(secret, PASSWORD)
    return accounts


def _guess(accounts: Accounts, email: str, turn: int) -> None:
    with suppress(WrongPassword):
        accounts.sign_in.with_password(email, WRONG, f"192.0.2.{turn}/32")


def _cost(work: Callable[[], None]) -> float:
    began = process_time()
    work()
    return process_time() - began
