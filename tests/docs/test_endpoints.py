"""docs/api.md lists every endpoint and every type of problem, and no other."""

import re

from fastapi.routing import APIRoute
from starlette.routing import Route

from app.errors import KINDS
from app.main import create_app
from app.settings import Settings
from tests.docs.markdown import cells, table_headed, text_of

API = text_of("docs/api.md")


def normal(path: str) -> str:
    """A path with its parameters' names left out: `/p/{}`."""
    return re.sub(r"\{[^}]*\}", "{}", path)


def served() -> set[tuple[str, str]]:
    routes = create_app(Settings(store="memory:")).routes
    return {
        (method, normal(route.path))
        for route in routes
        if isinstance(route, APIRoute | Route)
        for method in (route.methods or set()) - {"HEAD", "OPTIONS"}
    }


def test_every_endpoint_is_documented_and_no_other() -> None:
    rows = cells(table_headed(API, "| method | path | does |"))
    documented = {(method.strip("`"), normal(path.strip("`"))) for method, path, _ in rows}
    assert documented == served()


def test_every_type_of_problem_is_documented_with_its_status() -> None:
    rows = cells(table_headed(API, "| type | status | when |"))
    documented = {kind.strip("`").removeprefix("/problems/"): status for kind, status, _ in rows}
    raised = {slug: str(status) for status, slug, _ in KINDS.values()}
    named = set(re.findall(r'problem_body\(\s*(?:\d+|status),\s*"([a-z-]+)"', text_of("app/errors.py")))
    assert set(documented) == set(raised) | named
    assert {slug: documented[slug] for slug in raised} == raised
