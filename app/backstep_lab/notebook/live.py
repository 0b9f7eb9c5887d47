"""A session on the notebook's own server: the page steps, edits and trains it, and Python reads it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from backstep_lab.notebook.server import LocalServer, local_server
from backstep_lab.notebook.widget import widget_of
from backstep_lab.wire.address import AddressQuery


class LiveSession:
    """What the page under the cell stands at. `widget` is the anywidget, whose `position` can be observed."""

    def __init__(self, body: dict[str, Any], query: AddressQuery, height: int) -> None:
        self.server: LocalServer = local_server()
        self.id: str = self.server.call("/sessions", body)["id"]
        words = {**query.model_dump(exclude_defaults=True), "start": "auto", "session": self.id}
        texts = {name: ",".join(word) if isinstance(word, tuple) else word for name, word in words.items()}
        self.address = f"{self.server.address}/embed?{urlencode(texts)}"
        self.widget = widget_of(self.address, height)

    def state(self) -> dict[str, Any]:
        """The whole session, as the API has it."""
        found: dict[str, Any] = self.server.call(f"/sessions/{self.id}")
        return found

    @property
    def position(self) -> dict[str, Any]:
        """Iteration, step, phase and the example in focus."""
        position: dict[str, Any] = self.state()["position"]
        return position

    @property
    def values(self) -> dict[str, Any]:
        """Every number that is known at this moment, None where it is not: z, a, delta, dW, loss …"""
        values: dict[str, Any] = self.state()["values"]
        return values

    @property
    def parameters(self) -> dict[str, Any]:
        """Weights and biases as they stand: W and b, layer 1 first."""
        parameters: dict[str, Any] = self.state()["parameters"]
        return parameters

    @property
    def answers(self) -> list[dict[str, Any]]:
        """What the learner has answered, oldest first: ref, given, correct, tries, seconds …"""
        return list(self.widget.answers)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> Any:
        return self.widget._repr_mimebundle_(include=include, exclude=exclude)
