"""Scripts, styles and fonts, answered from memory, compressed once.

Dash reads and hashes every script at every request and sends it uncompressed: 8 MB before the first chart
stands. The views made here take the place of Dash's own for `/_dash-component-suites/` and `/assets/`, and
answer plotly.js with the small bundle of `layouts/vendor/`, which draws all that this site draws.
"""

import gzip
import hashlib
import mimetypes
import pkgutil
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path, PurePosixPath

from dash import Dash
from dash.fingerprint import check_fingerprint
from flask import Response, abort, request
from werkzeug.security import safe_join

FOR_EVER = "public, max-age=31536000, immutable"  # the address changes with the content
FOR_AN_HOUR = "public, max-age=3600"  # the address stays; then the ETag tells whether the content did

# Not left to mimetypes: the system's own table may lack .woff2, or call .js plain text.
MEDIA_TYPES = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".map": "application/json",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}


@dataclass(frozen=True, slots=True)
class StaticFile:
    """One file as it is sent: plain, compressed where that is smaller, and with the tag of its content."""

    media_type: str
    plain: bytes
    compressed: bytes | None
    etag: str

    @classmethod
    def of(cls, name: str, plain: bytes) -> "StaticFile":
        """Compress (at level 9, gzip's own choice) and tag the content of the file of that name."""
        suffix = PurePosixPath(name).suffix
        media_type = MEDIA_TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
        compressed = gzip.compress(plain, mtime=0)
        smaller = compressed if len(compressed) < len(plain) else None
        return cls(media_type, plain, smaller, hashlib.sha256(plain).hexdigest()[:20])

    def response(self, cache_control: str) -> Response:
        """Answer the request at hand: compressed if the browser reads that, 304 if it has the content."""
        compressed = self.compressed if request.accept_encodings.quality("gzip") > 0 else None
        response = Response(self.plain if compressed is None else compressed, mimetype=self.media_type)
        if compressed is not None:
            response.content_encoding = "gzip"
        response.headers |= {"Cache-Control": cache_control, "Vary": "Accept-Encoding"}
        response.set_etag(self.etag, weak=True)  # weak: one tag for the plain and the compressed form
        response.make_conditional(request)
        return response


def install(app: Dash, plotly_bundle: Path) -> None:
    """Replace Dash's views of component suites and assets; what those do not list or hold is a 404.

    Call it once for each Dash app on a server: each answers below its own path prefix.
    """

    @cache
    def suite_file(package: str, path: str) -> StaticFile:
        if (package, path) == ("plotly", "package_data/plotly.min.js"):
            return StaticFile.of(path, plotly_bundle.read_bytes())
        return StaticFile.of(path, pkgutil.get_data(package, path) or b"")

    @lru_cache(maxsize=256)
    def asset_file(path: Path, modified: int) -> StaticFile:  # modified: an edited file is another entry
        return StaticFile.of(path.name, path.read_bytes())

    def suite(package_name: str, fingerprinted_path: str) -> Response:
        path, has_fingerprint = check_fingerprint(fingerprinted_path)
        if path not in app.registered_paths.get(package_name, ()):
            abort(404)
        return suite_file(package_name, path).response(FOR_EVER if has_fingerprint else FOR_AN_HOUR)

    def asset(filename: str) -> Response:
        path = Path(safe_join(app.config.assets_folder, filename) or "")
        if not path.is_file():
            abort(404)
        status = path.stat()
        has_fingerprint = request.args.get("m") == str(status.st_mtime)  # as Dash writes it in the documents
        return asset_file(path, status.st_mtime_ns).response(FOR_EVER if has_fingerprint else FOR_AN_HOUR)

    prefix = app.config.routes_pathname_prefix
    blueprint = prefix.replace("/", "_").replace(".", "_") + "dash_assets"
    for endpoint, view in {
        f"{prefix}_dash-component-suites/<string:package_name>/<path:fingerprinted_path>": suite,
        f"{blueprint}.static": asset,
    }.items():
        if endpoint not in app.server.view_functions:
            raise KeyError(f"This release of Dash has no endpoint {endpoint!r}: see layouts/static_suites.py")
        app.server.view_functions[endpoint] = view
