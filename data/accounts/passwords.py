"""Passwords: what a good one is, and argon2id hashes of them, at most two at a time.

The rules are those of NIST SP 800-63B-4 §3.1.1.2: length counts, no rules on the kinds of characters, no expiry.
argon2id is the first choice of OWASP's Password Storage Cheat Sheet; one hash takes 64 MiB, hence the two at a time.
"""

from __future__ import annotations

from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

from data.errors import DataError

AT_ONCE = 2
PATIENCE_S = 2
SHORTEST, LONGEST = 12, 200


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


def fault_of(password: str) -> str:
    """Tell what is wrong with a new password; empty when nothing is."""
    if len(password) < SHORTEST:
        return f"Kies een wachtwoord van minstens {SHORTEST} tekens. Een zin van vier of vijf woorden is goed."
    if len(password) > LONGEST:
        return f"Kies een wachtwoord van hoogstens {LONGEST} tekens."
    return ""
