"""An address alone on a line of a post, in a WordPress of Debian with its PHP and MariaDB."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.e2e.course import inside
from tests.e2e.server import Server
from tests.servers.ports import free_port, give_away, unprivileged, wait_for
from tests.toolchains.sites import HERE, run
from tools.debian import program, wordpress

Posts = dict[str, str]
OWN = {"wp-config.php": ".", "publish.php": ".", "local.php": "wp-content/mu-plugins"}


@pytest.fixture(scope="module")
def posts(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Posts]:
    """The address of each post."""
    site = tmp_path_factory.mktemp("wordpress") / "site"
    shutil.copytree(wordpress(), site, ignore_dangling_symlinks=True)
    with ExitStack() as stack:
        port, database = free_port(), stack.enter_context(_database())
        home = f"http://localhost:{port}"
        for name, folder in OWN.items():
            text = (HERE / "wordpress" / name).read_text("utf-8")
            for word, value in {"database": database, "home": home, "server": server.address}.items():
                text = text.replace(f"{{{word}}}", value)
            (site / folder).mkdir(exist_ok=True)
            (site / folder / name).write_text(text, encoding="utf-8")
        published = run(site, "php", "publish.php")
        stack.enter_context(_served(site, port))
        ids = dict(line.split() for line in published.splitlines())
        yield {name: f"{home}/?p={id}" for name, id in ids.items()}


@contextmanager
def _database() -> Iterator[str]:
    """MariaDB with an empty database, as host and port."""
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="mariadb-") as name:
        folder = Path(name)
        give_away(folder)
        made = ["mariadb-install-db", "--no-defaults", f"--datadir={folder}", "--skip-test-db"]
        subprocess.run(
            [*made, "--auth-root-authentication-method=normal"],
            check=True,
            stdout=subprocess.DEVNULL,
            **unprivileged(),
        )
        (folder / "first.sql").write_text("CREATE DATABASE wordpress;\n", encoding="utf-8")
        options = [f"--datadir={folder}", f"--socket={folder / 'socket'}", f"--port={port}"]
        options += ["--bind-address=127.0.0.1", f"--init-file={folder / 'first.sql'}"]
        command: list[str | Path | None] = [program("mariadbd"), "--no-defaults", *options]
        with subprocess.Popen(command, stderr=subprocess.DEVNULL, **unprivileged()) as process:  # type: ignore[arg-type]
            try:
                wait_for(port)
                yield f"127.0.0.1:{port}"
            finally:
                process.terminate()


@contextmanager
def _served(site: Path, port: int) -> Iterator[None]:
    """PHP's own server."""
    command = ["php", "-S", f"localhost:{port}", "-t", str(site)]
    several = {**os.environ, "PHP_CLI_SERVER_WORKERS": "4"}
    with subprocess.Popen(command, cwd=site, env=several, stderr=subprocess.DEVNULL) as process:
        try:
            wait_for(port)
            yield
        finally:
            process.terminate()


@pytest.mark.parametrize("post", ["classic", "block"])
def test_a_post_has_the_frame_at_full_width_and_right_height_and_it_steps(
    context: BrowserContext, posts: Posts, post: str
) -> None:
    page = context.new_page()
    page.goto(posts[post])
    frame = page.locator("iframe")
    expect(frame).to_be_visible()
    there = inside(page)
    there.get_by_role("button", name="Next step", exact=True).click()
    expect(there.locator(".track")).to_have_attribute("aria-valuenow", "22")
    box, column = frame.bounding_box(), page.get_by_role("heading", name=post).bounding_box()
    assert box
    assert column
    assert (box["x"], box["width"]) == (column["x"], column["width"])
    whole = there.locator("html").evaluate("html => [html.scrollWidth, html.scrollHeight]")
    assert whole == [box["width"], box["height"]]
    assert frame.get_attribute("sandbox") == "allow-scripts"


@pytest.mark.parametrize("post", ["classic", "block"])
def test_where_scripts_are_off_a_post_has_the_link(
    browser: Browser, posts: Posts, server: Server, post: str
) -> None:
    still = browser.new_context(java_script_enabled=False)
    page = still.new_page()
    page.goto(posts[post])
    link = page.get_by_role("link", name="Mazur’s worked example · Backstep")
    expect(link).to_be_visible()
    expect(link).to_have_attribute("href", f"{server.address}/p/mazur?step=21&lang=en")
    still.close()
