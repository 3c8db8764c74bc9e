"""An OpenID Connect issuer of our own, made with Authlib, for the loopback; it can be told to lie."""

import json
import time
from base64 import urlsafe_b64encode
from collections.abc import Callable
from typing import Any

from authlib.integrations.flask_oauth2 import AuthorizationServer
from authlib.oauth2.rfc6749 import AuthorizationCodeMixin, ClientMixin
from authlib.oauth2.rfc6749.grants import AuthorizationCodeGrant
from authlib.oauth2.rfc7636 import CodeChallenge
from flask import Flask, Response, jsonify, request
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey

CLIENT, SECRET = "integratie", "een geheim van minstens 32 tekens!"
KEY = RSAKey.generate_key(2048, {"kid": "one", "use": "sig"})


class Client(ClientMixin):
    """The one client, with any address to come back to."""

    def get_client_id(self) -> str:
        return CLIENT

    def get_allowed_scope(self, scope: str) -> str:
        return scope

    def check_redirect_uri(self, redirect_uri: str) -> bool:
        return redirect_uri.startswith("http://localhost")

    def check_client_secret(self, client_secret: str) -> bool:
        return client_secret == SECRET

    def check_endpoint_auth_method(self, method: str, endpoint: str) -> bool:
        return method == "client_secret_basic"

    def check_response_type(self, response_type: str) -> bool:
        return response_type == "code"

    def check_grant_type(self, grant_type: str) -> bool:
        return grant_type == "authorization_code"


class Code(AuthorizationCodeMixin):
    """A code that was handed out, with what was asked."""

    def __init__(self, asked: dict[str, str]) -> None:
        self.asked = asked
        self.code_challenge = asked.get("code_challenge")
        self.code_challenge_method = asked.get("code_challenge_method")

    def get_redirect_uri(self) -> str:
        return self.asked["redirect_uri"]

    def get_scope(self) -> str:
        return self.asked["scope"]


class Issuer:
    """Set `change` to a function that changes claims, and `sign` to another way of signing."""

    def __init__(self) -> None:
        self.url = ""
        self.codes: dict[str, Code] = {}
        self.asked: dict[str, str] = {}
        self.tell_truth()
        self.server = Flask("issuer", static_folder=None)
        self._authorization = AuthorizationServer(self.server, lambda _id: Client(), lambda *_: None)
        self._authorization.register_grant(self._grant(), [CodeChallenge(required=True)])
        for rule, view in {
            "/.well-known/openid-configuration": self._metadata,
            "/keys": lambda: jsonify(keys=[KEY.as_dict(private=False)]),
            "/authorize": self._authorize,
        }.items():
            self.server.add_url_rule(rule, rule, view)
        self.server.add_url_rule("/token", "token", self._token, methods=["POST"])

    def tell_truth(self) -> None:
        self.change: Callable[[dict[str, Any]], object] = lambda claims: None
        self.sign: Callable[[dict[str, Any]], str] = signed

    def _authorize(self) -> Response:
        grant = self._authorization.get_consent_grant(end_user="person")
        return self._authorization.create_authorization_response(grant_user="person", grant=grant)

    def _metadata(self) -> Response:
        places = {"authorization_endpoint": f"{self.url}/authorize", "token_endpoint": f"{self.url}/token"}
        return jsonify(issuer=self.url, jwks_uri=f"{self.url}/keys", **places)

    def _token(self) -> Response:
        answer = self._authorization.create_token_response()
        if answer.status_code != 200:
            return answer
        now = int(time.time())
        claims = {"iss": self.url, "aud": CLIENT, "sub": "s", "iat": now, "exp": now + 60, "nonce": self.asked["nonce"]}
        claims |= {"vo_id": "person-1", "vo_orgcode": "0207", "vo_orgnaam": "Stad Gent", "rol": "Oplader:0207, 0208"}
        self.change(claims)
        return jsonify(answer.get_json() | {"id_token": self.sign(claims)})

    def _grant(issuer) -> type[AuthorizationCodeGrant]:  # noqa: N805
        class Grant(AuthorizationCodeGrant):
            TOKEN_ENDPOINT_AUTH_METHODS = ["client_secret_basic"]

            def save_authorization_code(self, code: str, request_: object) -> None:
                issuer.asked = dict(request.args)
                issuer.codes[code] = Code(issuer.asked)

            def query_authorization_code(self, code: str, client: Client) -> Code | None:
                return issuer.codes.get(code)

            def delete_authorization_code(self, code: Code) -> None:
                issuer.codes = {name: one for name, one in issuer.codes.items() if one is not code}

            def authenticate_user(self, code: Code) -> str:
                return "person"

        return Grant


def signed(claims: dict[str, Any]) -> str:
    return jwt.encode({"alg": "RS256", "kid": "one"}, claims, KEY)


def signed_with_the_secret(claims: dict[str, Any]) -> str:
    """A token that anyone who knows the secret of the client can make."""
    return jwt.encode({"alg": "HS256"}, claims, OctKey.import_key(SECRET))


def not_signed(claims: dict[str, Any]) -> str:
    """A token that says of itself that it has no signature."""
    parts = (json.dumps(part).encode() for part in ({"alg": "none", "typ": "JWT"}, claims))
    return ".".join(urlsafe_b64encode(part).decode().rstrip("=") for part in parts) + "."


def signed_by_another(claims: dict[str, Any]) -> str:
    return jwt.encode({"alg": "RS256", "kid": "one"}, claims, RSAKey.generate_key(2048))
