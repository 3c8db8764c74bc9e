"""The arrows of the house: app → layouts → indicators → data, never back; and who may read the environment."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parent.parent
WEB = {"dash", "dash_mantine_components", "flask", "werkzeug", "waitress"}
FORBIDDEN = {
    "data": WEB | {"plotly", "indicators", "layouts", "app"},
    "indicators": WEB | {"sqlalchemy", "layouts", "app"},
    "layouts": {"pandas", "numpy", "sqlalchemy", "data", "app"},
}
WRITING_PAGES = ("layouts/beheer/", "layouts/permissions.py")
"""Modules of `layouts/` that may import `data`: pages that write, and the table of who may."""

MAY_READ_ENVIRONMENT = {"app.py", "data/__main__.py", "indicators/__main__.py"}

MODULES = sorted(path for package in FORBIDDEN for path in (REPOSITORY / package).rglob("*.py"))
MODULES += [path for path in [REPOSITORY / "app.py"] if path.exists()]


def imports(tree: ast.AST) -> Iterator[str]:
    """The top-level names that a module imports, wherever it does; `from .` stays in its package."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


def without_annotations(tree: ast.Module) -> ast.Module:
    """The module without what stands under `if TYPE_CHECKING`: names for annotations are no arrows."""

    class Remover(ast.NodeTransformer):
        def visit_If(self, node: ast.If) -> ast.AST | list[ast.stmt]:
            return node.orelse if ast.unparse(node.test).endswith("TYPE_CHECKING") else self.generic_visit(node)

    return Remover().visit(tree)


def wrong_arrows(name: str, source: str) -> set[str]:
    package = name.split("/")[0]
    allowed = {"data"} if name.startswith(WRITING_PAGES) else set()
    tree = ast.parse(source)
    if package == "layouts":
        tree = without_annotations(tree)
    return set(imports(tree)) & FORBIDDEN.get(package, set()) - allowed


def reads_environment(source: str) -> bool:
    names = {"environ", "environb", "getenv", "getenvb"}
    nodes = list(ast.walk(ast.parse(source)))
    attributes = any(isinstance(node, ast.Attribute) and node.attr in names for node in nodes)
    return attributes or any(
        isinstance(node, ast.ImportFrom) and node.module == "os" and names & {alias.name for alias in node.names}
        for node in nodes
    )


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(REPOSITORY)))
def test_imports_follow_the_arrows(path: Path) -> None:
    assert wrong_arrows(path.relative_to(REPOSITORY).as_posix(), path.read_text(encoding="utf-8")) == set()


def test_only_the_places_where_a_program_starts_read_the_environment() -> None:
    readers = {
        path.relative_to(REPOSITORY).as_posix() for path in MODULES if reads_environment(path.read_text("utf-8"))
    }

    assert readers <= MAY_READ_ENVIRONMENT


@pytest.mark.parametrize(
    ("name", "source", "found"),
    [
        ("layouts/home.py", "import pandas as pd", {"pandas"}),
        ("layouts/home.py", "import sqlalchemy.orm", {"sqlalchemy"}),
        ("layouts/home.py", "from data.store import Store", {"data"}),
        ("layouts/beheer/log.py", "from data.accounts import audit", set()),
        ("layouts/beheer/log.py", "import sqlalchemy", {"sqlalchemy"}),
        ("layouts/home.py", "def layout():\n    import numpy", {"numpy"}),
        ("layouts/home.py", "import app", {"app"}),
        ("indicators/trend.py", "import dash", {"dash"}),
        ("indicators/trend.py", "from flask import request", {"flask"}),
        ("indicators/figures/lines.py", "from layouts import theme", {"layouts"}),
        ("indicators/trend.py", "if TYPE_CHECKING:\n    import sqlalchemy", {"sqlalchemy"}),
        ("data/store.py", "import plotly, csv", {"plotly"}),
        ("data/store.py", "from indicators.words import number", {"indicators"}),
        ("layouts/home.py", "from dash import html\nfrom indicators.answers import Answers", set()),
        ("layouts/home.py", "if TYPE_CHECKING:\n    from data.store import Store", set()),
        ("layouts/home.py", "from .data import x\nfrom . import app", set()),
        ("data/store.py", "from sqlalchemy import select\nfrom data.model import Observation", set()),
        ("app.py", "import dash, sqlalchemy, data, indicators, layouts", set()),
    ],
)
def test_a_planted_import_is_found(name: str, source: str, found: set[str]) -> None:
    assert wrong_arrows(name, source) == found


@pytest.mark.parametrize(
    ("source", "reads"),
    [
        ("import os\nx = os.environ['X']", True),
        ("import os as system\nx = system.getenv('X')", True),
        ("from os import environ", True),
        ("import os\nx = os.path", False),
        ("environ = {}", False),
    ],
)
def test_a_planted_look_at_the_environment_is_found(source: str, reads: bool) -> None:
    assert reads_environment(source) is reads
