"""Headers of the API, of files, and of whoever runs the server."""

from fastapi.testclient import TestClient

from tests.api.calling import SESSIONS, new


def test_any_origin_may_call_without_credentials(client: TestClient) -> None:
    for answer in (
        client.get(new(client), headers={"Origin": "null"}),
        client.post(SESSIONS, json={}, headers={"Origin": "https://school.example"}),
        client.get("/api/v1/nowhere"),
    ):
        assert answer.headers["access-control-allow-origin"] == "*"
        assert "access-control-allow-credentials" not in answer.headers


def test_a_page_of_another_origin_reads_the_headers_that_it_needs(client: TestClient) -> None:
    made = client.post(SESSIONS, json={"preset": "mazur"}, headers={"Origin": "https://school.example"})
    assert made.headers["access-control-expose-headers"].lower() == "location"
    step = client.post(f"{made.headers['location']}/step", json={})
    assert "access-control-expose-headers" not in step.headers


def test_a_preflight_allows_what_the_page_sends(client: TestClient) -> None:
    answer = client.options(
        f"{SESSIONS}/x",
        headers={
            "Origin": "null",
            "Access-Control-Request-Method": "PATCH",
            "Access-Control-Request-Headers": "content-type",
        },
    )
    assert answer.status_code == 204
    assert "PATCH" in answer.headers["access-control-allow-methods"]
    assert "Content-Type" in answer.headers["access-control-allow-headers"]


def test_a_wrong_method_says_which_there_are(client: TestClient) -> None:
    answer = client.put("/api/v1/presets")
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD"
    assert answer.json()["type"] == "/problems/method"


def test_every_answer_is_taken_for_what_it_says(client: TestClient) -> None:
    for path in ("/", "/api/v1/presets", "/nowhere", "/metrics"):
        assert client.get(path).headers["x-content-type-options"] == "nosniff"


def test_life_and_readiness_are_given(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json() == {"status": "ok"}


def test_figures_count_requests_by_route(client: TestClient) -> None:
    address = new(client)
    client.post(f"{address}/step", json={})
    figures = client.get("/metrics").text
    assert 'backstep_requests_total{method="POST",route="/api/v1/sessions/{id}/step",status="200"}' in figures
    assert "backstep_sessions 1.0" in figures
