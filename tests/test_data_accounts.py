"""Signing in, one-time links, limits, sessions and the log, on both databases."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
from made import run
from signed_in import EVERYTHING, PASSWORD, A, B, actor, first, person, quick_passwords, session
from sqlalchemy import create_engine, text

from data.accounts.links import DeadLink
from data.accounts.members import AlreadyThere
from data.accounts.passwords import fault_of
from data.accounts.rights import Forbidden, Grant, NotFound, NotSignedIn, Role
from data.accounts.service import Accounts, open_accounts
from data.accounts.sign_in import WrongPassword
from data.accounts.throttle import TooManyAttempts, delay_after, network_of
from data.store import Store

HERE = "192.0.2.1/32"
UPLOADER = {Grant(Role.UPLOADER, A)}


class Clock:
    """A clock that a test sets."""

    now = 1_000_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def accounts(store: Store, clock: Clock) -> Iterator[Accounts]:
    url = store.url.render_as_string(hide_password=False)
    with closing(open_accounts(url, quick_passwords(), clock)) as opened:
        yield opened


def guess(accounts: Accounts, email: str, network: str = HERE) -> str:
    """What a wrong password is answered with."""
    try:
        accounts.sign_in.with_password(email, "een heel ander wachtwoord", network)
    except (WrongPassword, TooManyAttempts) as error:
        return type(error).__name__
    return "in"


def change_log(accounts: Accounts, statement: str) -> None:
    with accounts.database.writing() as connection:
        connection.execute(text(statement))


def test_the_first_link_makes_a_general_administrator_once(accounts: Accounts) -> None:
    one, other = accounts.sign_in.first_link(), accounts.sign_in.first_link()
    assert one
    assert other
    accounts.sign_in.make_first_account(one, "a@voorbeeld.be", "A", PASSWORD)

    assert actor(accounts, "a@voorbeeld.be").grants == EVERYTHING
    assert accounts.sign_in.first_link() is None
    for secret in (one, other):
        with pytest.raises(DeadLink):
            accounts.sign_in.make_first_account(secret, "b@voorbeeld.be", "B", PASSWORD)


def test_a_link_works_once_and_for_half_an_hour(accounts: Accounts, clock: Clock) -> None:
    boss = first(accounts)
    used = accounts.members.invite(boss, "b@voorbeeld.be", "B", UPLOADER)
    accounts.sign_in.set_password(used, PASSWORD)
    late = accounts.members.invite(boss, "c@voorbeeld.be", "C", UPLOADER)
    clock.now += 30 * 60

    for secret in (used, late, "", "onzin"):
        with pytest.raises(DeadLink):
            accounts.sign_in.set_password(secret, PASSWORD)


def test_of_two_who_use_a_link_at_once_one_succeeds(accounts: Accounts) -> None:
    secret = accounts.members.invite(first(accounts), "b@voorbeeld.be", "B", UPLOADER)

    def use(password: str) -> bool:
        try:
            accounts.sign_in.set_password(secret, password)
        except DeadLink:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(use, [PASSWORD] * 4)) == [False, False, False, True]


def test_an_unknown_a_disabled_and_an_invited_account_are_told_the_same(accounts: Accounts) -> None:
    boss, other = first(accounts), person(accounts, "b@voorbeeld.be", UPLOADER)
    accounts.members.set_disabled(boss, other.id, disabled=True)
    accounts.members.invite(boss, "c@voorbeeld.be", "C", UPLOADER)
    told = set()
    for email in ("niemand@voorbeeld.be", other.email, "c@voorbeeld.be"):
        with pytest.raises(WrongPassword) as caught:
            accounts.sign_in.with_password(email, PASSWORD, HERE)
        told.add(str(caught.value))

    assert len(told) == 1


@pytest.mark.parametrize("email", ["eerste@voorbeeld.be", "niemand@voorbeeld.be"])
def test_after_five_guesses_an_account_waits_longer_and_longer(accounts: Accounts, clock: Clock, email: str) -> None:
    first(accounts)

    assert [guess(accounts, email) for _ in range(7)] == ["WrongPassword"] * 5 + ["TooManyAttempts"] * 2
    clock.now += 30
    assert [guess(accounts, email) for _ in range(2)] == ["WrongPassword", "TooManyAttempts"]
    clock.now += 30
    assert guess(accounts, email) == "TooManyAttempts"


def test_of_a_thousand_guesses_in_an_hour_a_hundred_at_most_are_looked_at(accounts: Accounts, clock: Clock) -> None:
    first(accounts)
    looked_at = 0
    for _ in range(360):
        looked_at += guess(accounts, "eerste@voorbeeld.be") == "WrongPassword"
        clock.now += 10

    assert looked_at == 12  # 5, and those after 30 s, 1, 2, 4, 8, 15 and 15 minutes


def test_guesses_at_the_same_time_are_all_counted(accounts: Accounts) -> None:
    first(accounts)

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: guess(accounts, "eerste@voorbeeld.be"), range(16)))

    assert answers.count("WrongPassword") == 5


def test_a_network_that_tries_many_accounts_waits_too(accounts: Accounts) -> None:
    first(accounts)
    answers = [guess(accounts, f"{n}@voorbeeld.be", "2001:db8::/64") for n in range(22)]

    assert answers == ["WrongPassword"] * 20 + ["TooManyAttempts"] * 2
    assert guess(accounts, "21@voorbeeld.be", HERE) == "WrongPassword"


def test_a_right_password_clears_the_guesses_and_an_office_can_sign_in_all_day(accounts: Accounts) -> None:
    first(accounts)
    assert [guess(accounts, "eerste@voorbeeld.be") for _ in range(4)] == ["WrongPassword"] * 4
    for _ in range(25):
        session(accounts, "eerste@voorbeeld.be")

    assert [guess(accounts, "eerste@voorbeeld.be") for _ in range(5)] == ["WrongPassword"] * 5


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.7", "192.0.2.7/32"),
        ("::ffff:192.0.2.7", "192.0.2.7/32"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        (None, "unknown"),
        ("onzin", "unknown"),
    ],
)
def test_the_network_of_an_address(address: str | None, network: str) -> None:
    assert network_of(address) == network


def test_the_delay_grows_to_a_quarter_of_an_hour() -> None:
    assert [delay_after(n, 5) for n in (0, 4, 5, 6, 7, 8, 9, 10, 1000)] == [0, 0, 30, 60, 120, 240, 480, 900, 900]


@pytest.mark.parametrize(
    ("password", "is_good"),
    [
        ("kort maar g", False),
        ("alleen kleine letters", True),
        ("éèêëàâ éèêëàâ", True),
        ("zin " * 51, False),
        ("xxxxxxxxxxxx", False),
        ("abababababab", False),
        ("123456789012", False),
        ("abcdefghijkl", False),
        ("jansens.gent", False),
        ("Jansens2024!", False),
        ("IntegratieInCijfers1", False),
        ("jansens eet elke dag soep", True),
    ],
)
def test_a_password_is_long_and_no_row_and_not_what_all_know(password: str, is_good: bool) -> None:
    fault = fault_of(password, "an.jansens@gent.be", "An Jansens", "Integratie in cijfers")

    assert (fault == "") is is_good


def test_a_session_ends_after_half_an_hour_of_rest(accounts: Accounts, clock: Clock) -> None:
    first(accounts)
    secret = session(accounts, "eerste@voorbeeld.be")
    for _ in range(3):
        clock.now += 29 * 60
        assert accounts.sign_in.actor(secret)
    clock.now += 30 * 60

    assert accounts.sign_in.actor(secret) is None


def test_a_session_ends_after_eight_hours_of_work(accounts: Accounts, clock: Clock) -> None:
    first(accounts)
    secret = session(accounts, "eerste@voorbeeld.be")
    for _ in range(31):
        clock.now += 15 * 60
        assert accounts.sign_in.actor(secret)
    clock.now += 15 * 60

    assert accounts.sign_in.actor(secret) is None


@pytest.mark.parametrize("event", ["sign out", "password", "role", "disabled"])
def test_what_changes_a_person_ends_the_sessions(accounts: Accounts, event: str) -> None:
    boss, other = first(accounts), person(accounts, "b@voorbeeld.be", UPLOADER)
    secret = session(accounts, other.email)
    if event == "sign out":
        accounts.sign_in.sign_out(secret, other)
    if event == "password":
        accounts.sign_in.set_password(accounts.members.new_link(boss, other.id), PASSWORD)
    if event == "role":
        accounts.members.change(boss, other.id, {Grant(Role.APPROVER, B)})
    if event == "disabled":
        accounts.members.set_disabled(boss, other.id, disabled=True)

    assert accounts.sign_in.actor(secret) is None


def test_a_disabled_account_gets_no_link_and_its_link_stops(accounts: Accounts) -> None:
    boss, other = first(accounts), person(accounts, "b@voorbeeld.be", UPLOADER)
    secret = accounts.members.new_link(boss, other.id)
    accounts.members.set_disabled(boss, other.id, disabled=True)

    with pytest.raises(Forbidden):
        accounts.members.new_link(boss, other.id)
    with pytest.raises(DeadLink):
        accounts.sign_in.set_password(secret, PASSWORD)


def test_an_approver_sees_and_changes_the_accounts_of_the_own_municipality_only(accounts: Accounts) -> None:
    approver = person(accounts, "goed@voorbeeld.be", {Grant(Role.APPROVER, A)})
    own, strange = (
        person(accounts, "a@voorbeeld.be", UPLOADER),
        person(accounts, "b@voorbeeld.be", {*UPLOADER, Grant(Role.UPLOADER, B)}),
    )

    assert [one.email for one in accounts.members.listed(approver)] == ["a@voorbeeld.be", "goed@voorbeeld.be"]
    assert accounts.members.one(approver, own.id).ref_areas == [A]
    for act in (accounts.members.one, accounts.members.new_link):
        with pytest.raises(NotFound):
            act(approver, strange.id)
    with pytest.raises(NotFound):
        accounts.members.change(approver, own.id, {Grant(Role.UPLOADER, B)})


def test_nobody_changes_the_own_account(accounts: Accounts) -> None:
    boss = first(accounts)

    with pytest.raises(Forbidden, match="eigen account"):
        accounts.members.set_disabled(boss, boss.id, disabled=True)


def test_of_two_administrators_who_disable_each_other_one_stays(accounts: Accounts) -> None:
    one, other = first(accounts), person(accounts, "b@voorbeeld.be", EVERYTHING)
    accounts.members.set_disabled(one, other.id, disabled=True)

    with pytest.raises(NotSignedIn):
        accounts.members.set_disabled(other, one.id, disabled=True)


def test_an_address_is_one_account_however_it_is_typed(accounts: Accounts) -> None:
    person(accounts, "b@voorbeeld.be", UPLOADER)

    with pytest.raises(AlreadyThere):
        accounts.members.invite(first(accounts), " B@Voorbeeld.be ", "B", UPLOADER)


def test_no_secret_stands_in_the_database(accounts: Accounts, store: Store) -> None:
    boss = first(accounts)
    secrets = [PASSWORD, session(accounts, boss.email), accounts.members.invite(boss, "b@voorbeeld.be", "B", UPLOADER)]
    with accounts.database.reading() as connection:
        tables = ("account", "account_session", "one_time_link", "audit_log", "organisation", "login_attempt")
        stored = str([connection.execute(text(f"SELECT * FROM {name}")).all() for name in tables])

    assert [one for one in secrets if one in stored] == []
    assert "$argon2id$" in stored


def test_every_change_stands_in_the_log_and_the_chain_fits(accounts: Accounts) -> None:
    boss, other = first(accounts), person(accounts, "b@voorbeeld.be", UPLOADER)
    accounts.members.change(boss, other.id, {Grant(Role.APPROVER, A)})
    guess(accounts, "niemand@voorbeeld.be")

    entries, broken = accounts.members.log(boss, 100)

    assert broken is None
    assert [(one.actor, one.action, one.subject) for one in entries][:3] == [
        ("onbekend", "aanmelden mislukt", ""),
        (boss.email, "rechten gewijzigd", other.email),
        (other.email, "aangemeld", ""),
    ]
    assert entries[1].detail == f"goedkeurder: {A}"


@pytest.mark.parametrize(
    ("statement", "first_wrong"),
    [
        ("UPDATE audit_log SET actor = 'iemand anders' WHERE number = 2", 2),
        ("DELETE FROM audit_log WHERE number = 2", 3),
        ("UPDATE audit_log SET previous_hash = hash WHERE number = 3", 3),
        ("UPDATE audit_log SET hash = previous_hash WHERE number = 1", 1),
    ],
)
def test_a_changed_log_tells_where(accounts: Accounts, statement: str, first_wrong: int) -> None:
    person(accounts, "b@voorbeeld.be", UPLOADER)
    change_log(accounts, statement)

    assert accounts.members.log(first(accounts), 100)[1] == first_wrong


def test_an_approver_reads_only_what_is_about_the_own_municipality(accounts: Accounts) -> None:
    boss, approver = first(accounts), person(accounts, "goed@voorbeeld.be", {Grant(Role.APPROVER, A)})
    accounts.members.invite(boss, "a@voorbeeld.be", "A", UPLOADER)
    accounts.members.invite(boss, "b@voorbeeld.be", "B", {*UPLOADER, Grant(Role.UPLOADER, B)})

    entries, _ = accounts.members.log(approver, 100)

    assert {one.subject for one in entries} == {"a@voorbeeld.be", "goed@voorbeeld.be"}


def test_a_store_of_schema_1_gets_the_tables_of_accounts_and_keeps_its_figures(database_url: str) -> None:
    with closing(Store(database_url)) as store:
        store.prepare()
    engine = create_engine(database_url.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        for name in (
            "remembered_mapping",
            "upload",
            "audit_log",
            "organisation",
            "login_attempt",
            "one_time_link",
            "account_session",
            "role_grant",
            "account",
        ):
            connection.execute(text(f"DROP TABLE {name}"))
        connection.execute(text("UPDATE schema_version SET version = 1"))
    engine.dispose()

    with closing(Store(database_url)) as store, closing(open_accounts(database_url, quick_passwords())) as accounts:
        store.prepare()
        assert first(accounts).grants == EVERYTHING
        store.prepare()
        assert accounts.sign_in.first_link() is None


@pytest.mark.parametrize("version", [0, 4, 99])
def test_a_store_of_another_schema_is_refused(store: Store, version: int) -> None:
    with store._writer.begin() as connection:
        connection.execute(text(f"UPDATE schema_version SET version = {version}"))

    with pytest.raises(Exception, match=f"heeft schema {version}"):
        store.prepare()


def test_the_last_administrator_gets_a_new_link_from_a_shell(store: Store, accounts: Accounts) -> None:
    boss = first(accounts)
    url = store.url.render_as_string(hide_password=False)

    given, unknown = (
        run("-m", "data", "account-link", boss.email, url=url),
        run("-m", "data", "account-link", "x", url=url),
    )
    secret = given.stdout.strip().rpartition("/beheer/link/")[2]

    with closing(open_accounts(url, quick_passwords())) as by_this_clock:
        assert by_this_clock.sign_in.link(secret).email == boss.email
    assert unknown.returncode == 2
    assert "bestaat niet" in unknown.stderr
