"""What a browser is allowed with an answer, by the kind of its address: framing, scripts, other origins."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest
from fastapi.testclient import TestClient

from backstep_lab.config.assets import early_script
from backstep_lab.config.settings import Settings
from backstep_lab.main import create_app
from tests.client import Client

EARLY = f"'sha256-{b64encode(sha256(early_script().encode()).digest()).decode()}'"
MOST_BYTES = 1536  # of the inline script
INLINE = re.compile(r"<script(?: data-[a-z]+=\"[^\"]*\")*>(.*?)</script>", re.DOTALL)


def rules(origin: str) -> str:
    """The origin stands beside 'self', which in a sandbox means no address to WebKit."""
    own = f"'self' {origin}"
    return (
        f"default-src 'none'; script-src {own} {EARLY}; style-src {own} 'unsafe-inline'; "
        f"img-src {own} data:; font-src {own}; frame-src {own}; connect-src {own}; base-uri 'none'; "
        f"form-action {own}"
    )


RULES = rules("http://testserver")
OWN = f"{RULES}; frame-ancestors 'self'"
NAMES = {
    "csp": "content-security-policy",
    "coep": "cross-origin-embedder-policy",
    "corp": "cross-origin-resource-policy",
    "cors": "access-control-allow-origin",
}
ANYWHERE = {"corp": "cross-origin", "cors": "*"}
PAGE = {"csp": OWN}
FRAME = {"csp": RULES, "coep": "require-corp", "corp": "cross-origin"}


def policies(client: TestClient, path: str, status: int = 200) -> dict[str, str]:
    """The policies of an answer; no cookie and no X-Frame-Options, and never two headers of a kind."""
    answer = client.get(path)
    assert answer.status_code == status
    assert answer.headers["x-content-type-options"] == "nosniff"
    is_page = not path.startswith("/api/")
    assert answer.headers.get("referrer-policy") == ("strict-origin-when-cross-origin" if is_page else None)
    assert "set-cookie" not in answer.headers
    assert "x-frame-options" not in answer.headers
    return {short: answer.headers[name] for short, name in NAMES.items() if name in answer.headers}


@pytest.mark.parametrize(
    ("path", "status", "expected"),
    [
        ("/", 200, PAGE),
        ("/p/xor", 200, PAGE),
        ("/p/nobody", 404, PAGE),
        ("/docs", 200, PAGE),
        ("/embed?preset=xor", 200, FRAME),
        ("/embed?digits=nonsense", 200, FRAME),
        ("/embed.js", 200, {**FRAME, "cors": "*"}),
        ("/widget.mjs", 200, {**PAGE, **ANYWHERE}),
        ("/embed/schema.json", 200, {**FRAME, "cors": "*"}),
        ("/oembed?url=http://testserver/p/xor", 200, {**PAGE, **ANYWHERE}),
        ("/oembed?url=http://elsewhere.example/", 404, {**PAGE, **ANYWHERE}),
        ("/picture.png?preset=xor", 200, {**PAGE, **ANYWHERE}),
        ("/picture.svg?preset=xor", 200, {**PAGE, **ANYWHERE}),
        ("/api/v1/presets", 200, ANYWHERE),
        ("/api/v1/sessions/nobody", 404, ANYWHERE),
    ],
)
def test_every_kind_of_address_has_its_policies(
    client: TestClient, path: str, status: int, expected: dict[str, str]
) -> None:
    assert policies(client, path, status) == expected


def test_built_files_may_be_used_from_a_frame_without_an_origin(client: TestClient) -> None:
    page = client.get("/embed").text
    script = page.split('<script type="module" src="')[1].split('"')[0]
    assert policies(client, script) == ANYWHERE
    assert client.get(script).headers["cache-control"] == "public, max-age=31536000, immutable"


def test_a_page_with_a_lab_holds_one_small_script_which_its_policy_names(client: TestClient) -> None:
    for path in ("/", "/p/xor", "/embed", "/graph", "/embed?lesson=network", "/lessons/network"):
        answer = client.get(path)
        (script,) = INLINE.findall(answer.text)
        named = f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"
        assert named in answer.headers["content-security-policy"].split("; ")[1].split()
        assert len(script.encode()) <= MOST_BYTES
        others = answer.text.replace(f"{script}</script>", "").split("<script")[1:]
        kinds = [piece.split(">")[0] for piece in others]
        assert len(kinds) == 3
        assert all(" src=" in kind or 'type="application/json"' in kind for kind in kinds[1:])


def test_an_operator_lists_who_may_frame() -> None:
    settings = Settings(store="memory:", frame_ancestors="https://moodle.example, https://uni.example")
    with Client(create_app(settings)) as client:
        framed = policies(client, "/embed")["csp"]
        assert framed == f"{RULES}; frame-ancestors https://moodle.example https://uni.example"
        assert policies(client, "/")["csp"] == OWN


def test_the_policy_names_the_public_address_or_else_the_host_that_is_asked() -> None:
    with Client(create_app(Settings(store="memory:", public_url="https://uni.example/lab"))) as client:
        assert policies(client, "/embed")["csp"] == rules("https://uni.example")
    with Client(create_app(Settings(store="memory:", public_url="/lab"))) as client:
        named = client.get("/embed", headers={"Host": "Uni.example:8443"}).headers["content-security-policy"]
        assert named == rules("http://uni.example:8443")
