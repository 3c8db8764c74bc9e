"""Passwords: what a good one is, and argon2id hashes of them, at most two at a time.

The rules are those of NIST SP 800-63B-4 §3.1.1.2: length counts, no rules on the kinds of characters, no expiry.
argon2id is the first choice of OWASP's Password Storage Cheat Sheet; one hash takes 64 MiB, hence the two at a time.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

from data.errors import DataError

AT_ONCE = 2
PATIENCE_S = 2
SHORTEST, LONGEST = 12, 200
FEWEST_DIFFERENT, OWN = 5, 6
"""How many different characters a password has at least, and how many that are not of a known word."""

ROWS = [row * LONGEST for kept in (string.digits, string.ascii_lowercase) for row in (kept, kept[::-1])]


class TooBusy(DataError):
    """Too many people sign in at this moment."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("Er melden zich nu veel mensen aan. Probeer het zo dadelijk opnieuw.")


class Passwords:
    """Hashes and compares; a password for an account that does not exist takes as long as a wrong one."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        """Take the costs of the library (RFC 9106), or those of a hasher that is handed in: cheap ones, for tests."""
        self._hasher = hasher or PasswordHasher()
        self._turns = BoundedSemaphore(AT_ONCE)
        self._nobodys = self._hasher.hash("")

    def hash(self, password: str) -> str:
        """Give what is stored of a password."""
        self._take_turn()
        try:
            return self._hasher.hash(password)
        finally:
            self._turns.release()

    def matches(self, stored: str | None, password: str) -> bool:
        """Tell whether a password is the stored one; nothing stored takes the same time and never matches."""
        self._take_turn()
        try:
            return self._hasher.verify(stored or self._nobodys, password) and stored is not None
        except VerifyMismatchError:
            return False
        finally:
            self._turns.release()

    def _take_turn(self) -> None:
        """Wait shortly, so that a storm of guesses never holds all threads of the server."""
        if not self._turns.acquire(timeout=PATIENCE_S):
            raise TooBusy


def fault_of(password: str, *known: str) -> str:
    """Tell what is wrong with a new password; empty when nothing is.

    `known` is what anyone can guess with: the address and the name of the person, the name of the site. NIST asks for a
    list of common passwords as well; such lists hold few of twelve characters, and those are of the kinds refused here.
    """
    if len(password) < SHORTEST:
        return f"Kies een wachtwoord van minstens {SHORTEST} tekens. Een zin van vier of vijf woorden is goed."
    if len(password) > LONGEST:
        return f"Kies een wachtwoord van hoogstens {LONGEST} tekens."
    if len(set(password)) < FEWEST_DIFFERENT or any(password.lower() in row for row in ROWS):
        return "Dit wachtwoord is te gemakkelijk te raden: het is een reeks of een herhaling. Kies iets anders."
    if len(_without(password, known)) < OWN:
        return "Dit wachtwoord lijkt te veel op je naam, je e-mailadres of de naam van de site. Kies iets anders."
    return ""


def _without(password: str, known: Iterable[str]) -> str:
    """Give the letters and figures that stay when all known words of four letters and more are taken out."""
    left = "".join(filter(str.isalnum, password.casefold()))
    for word in sorted(re.findall(r"[^\W_]{4,}", " ".join(known).casefold()), key=len, reverse=True):
        left = left.replace(word, "")
    return left
