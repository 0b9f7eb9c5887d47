"""Server and browser of the browser tests; a fixture that builds a site of this folder."""

from tests.e2e.conftest import browser, context, pytest_runtest_teardown, server

__all__ = ["browser", "context", "pytest_runtest_teardown", "server"]
