"""The update of a graph's trained leaves, by any optimizer."""

from dataclasses import replace

import numpy as np

from backstep_lab.engine.memory.arrays import frozen_view, quiet
from backstep_lab.models.graph.setup import GraphSetup, GraphState


def updated(setup: GraphSetup, gradients: list[float]) -> GraphState:
    """The state after the update; `gradients` are by node, finite for every trained leaf."""
    state, places = setup.state, setup.trained_places
    g = np.array([gradients[node] for node in setup.graph.trained])
    theta = state.leaves[places]
    theta_next, memory = np.empty_like(theta), np.empty_like(state.optimizer_state)
    with quiet():
        setup.rule.optimizer.update(
            theta, g, state.optimizer_state, theta_next, memory, setup.learning_rate, state.optimizer_step
        )
    leaves = state.leaves.copy()
    leaves[places] = theta_next
    return replace(
        state,
        leaves=frozen_view(leaves),
        optimizer_state=frozen_view(memory),
        optimizer_step=state.optimizer_step + 1,
        schedule_step=state.schedule_step + 1,
    )
