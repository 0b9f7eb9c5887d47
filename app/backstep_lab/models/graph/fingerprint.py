"""A digest of everything that the operations of an iteration of a graph are made from."""

from hashlib import blake2b

from backstep_lab.models.graph.setup import GraphSetup

MAX_OPERATIONS = 1_000  # of a graph whose operations are shared among sessions


def fingerprint_of(setup: GraphSetup) -> bytes | None:
    """A digest of program, rule and state; None for a graph with many operations."""
    if len(setup.operations.all) > MAX_OPERATIONS:
        return None
    state = setup.state
    digest = blake2b(setup.spec.graph.model_dump_json().encode(), digest_size=20, person=b"graph")
    digest.update(repr((setup.rule, state.optimizer_step, state.schedule_step)).encode())
    digest.update(state.leaves.tobytes())
    digest.update(state.optimizer_state.tobytes())
    return digest.digest()
