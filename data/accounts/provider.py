"""Sign in through an OpenID Connect provider, such as ACM/IDM of the Flemish government (authenticatie.vlaanderen.be).

The authorisation code flow with PKCE (S256), state and nonce; an ID token is believed only with an RS256 signature of
the issuer that was set, for this client, not expired (OpenID Connect Core 1.0 §3.1.3.7; RFC 7636). The national number
(scope `rrn`) is never asked. Names and keys of the provider are asked anew each time: a sign-in is rare.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from requests import RequestException, get

from data.errors import DataError

SCOPE = "openid vo"
PATIENCE_S = 5
LEEWAY_S = 60


class ProviderDown(DataError):
    """The provider does not answer, or not as it should."""

    def __init__(self) -> None:
        """Say what still works."""
        super().__init__("De aanmelddienst antwoordt niet. Probeer het later opnieuw. Cijfers lezen kan gewoon.")


class NotBelieved(DataError):
    """The provider, or who says to come from it, did not prove who this is."""

    def __init__(self) -> None:
        """Say so; what exactly is wrong is nobody's business."""
        super().__init__("Aanmelden via de aanmelddienst is niet gelukt. Begin opnieuw.")


@dataclass(frozen=True)
class Attempt:
    """What this browser must still have when the provider sends it back."""

    state: str
    nonce: str
    verifier: str

    def kept(self) -> dict[str, str]:
        """Give it as the cookie keeps it."""
        return asdict(self)


@dataclass(frozen=True)
class Provider:
    """One provider, and what it knows this site by."""

    issuer: str
    client_id: str
    client_secret: str

    def start(self, state: str, back: str) -> tuple[str, Attempt]:
        """Give the address at the provider, and what to keep until it sends the browser back. Raises: ProviderDown."""
        attempt = Attempt(state, secrets.token_urlsafe(32), secrets.token_urlsafe(48))
        place = self._metadata()["authorization_endpoint"]
        more = {"state": attempt.state, "nonce": attempt.nonce, "code_verifier": attempt.verifier}
        address, _ = self._client(back).create_authorization_url(place, **more)
        return str(address), attempt

    def claims(self, code: str, attempt: Attempt, back: str) -> Mapping[str, Any]:
        """Exchange a code, and give what the provider says of the person. Raises: ProviderDown, NotBelieved."""
        metadata = self._metadata()
        try:
            client = self._client(back)
            place = metadata["token_endpoint"]
            answer = client.fetch_token(place, code=code, code_verifier=attempt.verifier, timeout=PATIENCE_S)
            keys = KeySet.import_key_set(_json(metadata["jwks_uri"]))
            token = jwt.decode(str(answer["id_token"]), keys, algorithms=["RS256"])
            self._rules(attempt).validate(token.claims)
        except RequestException as error:
            raise ProviderDown from error
        except (AuthlibBaseError, JoseError, KeyError, ValueError) as error:
            raise NotBelieved from error
        return token.claims

    def _client(self, back: str) -> OAuth2Session:
        return OAuth2Session(
            self.client_id, self.client_secret, scope=SCOPE, redirect_uri=back, code_challenge_method="S256"
        )

    def _metadata(self) -> Mapping[str, Any]:
        metadata = _json(f"{self.issuer.rstrip('/')}/.well-known/openid-configuration")
        if metadata.get("issuer") != self.issuer:
            raise ProviderDown
        return metadata

    def _rules(self, attempt: Attempt) -> jwt.JWTClaimsRegistry:
        return jwt.JWTClaimsRegistry(
            leeway=LEEWAY_S,
            iss={"essential": True, "value": self.issuer},
            aud={"essential": True, "value": self.client_id},
            exp={"essential": True},
            nonce={"essential": True, "value": attempt.nonce},
            vo_id={"essential": True},
            vo_orgcode={"essential": True},
        )


def _json(address: str) -> Any:
    try:
        answer = get(address, timeout=PATIENCE_S)
        answer.raise_for_status()
        return answer.json()
    except (RequestException, ValueError) as error:
        raise ProviderDown from error
