"""docs/api.md lists every endpoint and every type of problem, and no other."""

import re
from importlib import import_module
from pkgutil import iter_modules

from starlette.routing import Route

from backstep_lab.api.errors import KINDS
from backstep_lab.config.settings import Settings
from backstep_lab.main import create_app
from tests.docs.markdown import cells, table_headed, text_of

MEMORY = Settings(store="memory:")
API = text_of("docs/api.md")


def normal(path: str) -> str:
    """A path with its parameters' names left out: `/p/{}`."""
    return re.sub(r"\{[^}]*\}", "{}", path)


def served() -> set[tuple[str, str]]:
    """Method and path of every route that the application includes, and of its description."""
    packages = [import_module(f"backstep_lab.{name}") for name in ("api", "web")]
    modules = [
        import_module(f"{package.__name__}.{module.name}")
        for package in packages
        for module in iter_modules(package.__path__)
    ]
    routers = [module.router for module in modules if hasattr(module, "router")]
    routes = [route for router in routers for route in router.routes] + create_app(MEMORY).routes
    return {
        (method, normal(route.path))
        for route in routes
        if isinstance(route, Route)
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
    named = set(
        re.findall(
            r'problem_body\(\s*(?:\d+|status),\s*"([a-z-]+)"', text_of("app/backstep_lab/api/errors.py")
        )
    )
    assert set(documented) == set(raised) | named
    assert {slug: documented[slug] for slug in raised} == raised


def test_the_description_for_programs_has_every_endpoint_of_the_api() -> None:
    described = {
        (method.upper(), normal(path))
        for path, methods in create_app(MEMORY).openapi()["paths"].items()
        for method in methods
    }
    assert {(method, path) for method, path in served() if path.startswith("/api/")} - described == set()


def test_every_field_named_in_the_text_is_in_the_description() -> None:
    section = API.partition("## What comes back")[2].partition("## Problems")[0]
    named = set(re.findall(r"`([a-z_]+)`", section))
    schemas = create_app(MEMORY).openapi()["components"]["schemas"].values()
    fields = {field for schema in schemas for field in schema.get("properties", {})}
    events = {"curves", "done", "every", "null", "problem", "progress", "queued", "since", "wanted"}
    assert named - fields - events == set(), "but for events and their own fields"
