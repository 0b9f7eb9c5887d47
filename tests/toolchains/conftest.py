"""Server and browser of the browser tests; a fixture that builds a site of this folder."""

from tests.e2e.conftest import browser, context, server

__all__ = ["browser", "context", "server"]
