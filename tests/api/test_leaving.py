"""Clients that end their connection before the end of what they send."""

from fastapi.testclient import TestClient

from tests.api.raw import HOST, ask

JSON = (*HOST, (b"content-type", b"application/json"))


def routes_with_a_body(client: TestClient) -> list[tuple[str, str]]:
    paths = client.get("/openapi.json").json()["paths"]
    return [
        (method.upper(), path)
        for path, methods in paths.items()
        for method, described in methods.items()
        if "requestBody" in described
    ]


def test_leaving_in_the_middle_of_a_body_is_a_bad_request_and_no_error(client: TestClient) -> None:
    routes = routes_with_a_body(client)
    assert len(routes) > 10
    for method, path in routes:
        answer = ask(client, method, path.replace("{id}", "A" * 16).encode(), JSON, b"{", leaves=True)
        assert answer.status in (400, 422), f"{method} {path}"
