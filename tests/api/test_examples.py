"""The examples of a session, row by row."""

from typing import Any

from fastapi.testclient import TestClient

from tests.api.calling import new


def patched(client: TestClient, address: str, **parts: Any) -> dict[str, Any]:
    answer = client.patch(address, json=parts)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def test_the_examples_are_given_row_by_row_with_their_place_in_the_batch(client: TestClient) -> None:
    address = new(client, preset="xor")
    patched(client, address, dataset={"name": "xor"}, training={"batch_size": 2})
    assert client.get(f"{address}/examples").json() == {
        "set": "train", "train": 4, "test": 0, "batch": [0, 1], "offset": 0,
        "rows": [
            {"row": 0, "place": 0, "x": [0, 0], "y": [0]},
            {"row": 1, "place": 1, "x": [0, 1], "y": [1]},
            {"row": 2, "place": None, "x": [1, 0], "y": [1]},
            {"row": 3, "place": None, "x": [1, 1], "y": [0]},
        ],
    }  # fmt: skip
    patched(client, address, training={"shuffle": True, "seed": 2})
    answer = client.get(f"{address}/examples", params={"set": "batch"}).json()
    assert [(row["row"], row["place"]) for row in answer["rows"]] == [
        *zip(answer["batch"], [0, 1], strict=True)
    ]
    patched(client, address, dataset={"name": "digits", "test_fraction": 0.2})
    answer = client.get(f"{address}/examples", params={"set": "test", "offset": 350, "limit": 20}).json()
    assert (answer["train"], answer["test"], [row["row"] for row in answer["rows"]]) == (
        1438,
        359,
        [*range(350, 359)],
    )
    assert {row["place"] for row in answer["rows"]} == {None}
