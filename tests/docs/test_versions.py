"""One version in all places."""

import tomllib

from tests.docs.markdown import text_of

VERSION = tomllib.loads(text_of("pyproject.toml"))["project"]["version"]


def test_the_changelog_speaks_of_this_version() -> None:
    headings = [line for line in text_of("CHANGELOG.md").splitlines() if line.startswith("## ")]
    assert headings[0].split(",")[0] == f"## {VERSION}"
