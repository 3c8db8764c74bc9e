"""20.000 random bodies of the right shape for all callbacks, and the malformed ones, over HTTP."""

import json
import tempfile
from collections import Counter
from pathlib import Path

from malformed import BODIES, bodies_of, randoms
from served import Person, served

from soak import cases


def soak() -> None:
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as site:
        reader = Person(site)
        bodies = bodies_of(json.loads(reader.ask("GET", "/_dash-dependencies").body))
        malformed = [change(body) for body in bodies for change in BODIES.values()]
        written = [one if isinstance(one, str) else json.dumps(one) for one in malformed]
        with site.attacked():
            _ask(reader, written, {400})
            _ask(reader, randoms(bodies, cases(20_000), 20261125), {200, 204, 400, 413})


def _ask(reader: Person, bodies, allowed: set[int]) -> None:  # type: ignore[no-untyped-def]
    counted: Counter[int] = Counter()
    for body in bodies:
        answer = reader.call(body.encode())
        reader.served.check(answer)
        assert answer.status in allowed, (answer.status, body[:1000])
        counted[answer.status] += 1
    print(f"  {counted.total()} bodies: {dict(counted)}", flush=True)
