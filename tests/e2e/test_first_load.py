"""What a visit to a network fetches at first: nothing that only a graph needs."""

from playwright.sync_api import expect

from tests.e2e.lab import Lab
from tests.e2e.test_graph_session import CIRCUIT, open_graph

GRAPH_ALONE = (
    "programNotation",
    "programIndex",
    "ProgramStage",
    "ProgramSurroundings",
    "ProgramSheet",
    "layOut",
)


def graph_chunks(fetched: list[str]) -> set[str]:
    return {name for name in GRAPH_ALONE for address in fetched if f"/assets/{name}" in address}


def test_a_network_fetches_nothing_of_graphs_and_a_graph_what_it_needs(lab: Lab) -> None:
    fetched: list[str] = []
    lab.page.on("request", lambda request: fetched.append(request.url))
    lab.open("mazur")
    lab.press("next-step")
    expect(lab.page.locator(".formula math").first).to_be_attached()
    assert any("/assets/Panels" in address for address in fetched)
    assert graph_chunks(fetched) == set()
    open_graph(lab, **CIRCUIT)
    assert graph_chunks(fetched) >= {"programNotation", "programIndex", "ProgramStage"}
