"""The numbers of a shown network after its first iterations."""

from typing import Any

import numpy as np

from backstep_lab.notebook.recording import Recording
from backstep_lab.sessions.session import Session


def after(recording: Recording, iterations: int) -> list[Any]:
    """Weights and biases by layer, as `[W1, b1, W2, b2, …]`, at the start of an iteration."""
    session: Session = recording.session.at_iteration(iterations)
    parameters = session.current.parameters(False)
    return [np.array(part) for both in zip(parameters["W"], parameters["b"], strict=True) for part in both]


def assert_near(found: list[Any], wanted: list[Any], tolerance: float = 1e-9) -> None:
    """Every array of the one as in the other."""
    assert len(found) == len(wanted)
    for ours, theirs in zip(found, wanted, strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=tolerance, atol=tolerance)
