"""Operations as JSON: shared between sessions with the same numbers, and bounded in bytes."""

from backstep_lab.models.layered.fingerprint import MAX_BYTES
from backstep_lab.sessions.layered import layered
from backstep_lab.sessions.navigation import advance
from backstep_lab.sessions.session import Session
from backstep_lab.spec.resolve import spec_of
from backstep_lab.wire.json_encoder import json_bytes
from backstep_lab.wire.operation_cache import ENTRY_BYTES, EncodedOperation, OperationCache
from backstep_lab.wire.operation_json import encode_operation, operation_fields
from tests.sessions.building import mazur, xor


def operation(size: int) -> EncodedOperation:
    return EncodedOperation("z1[0]", 0.0, "forward", bytes(size), b"")


def wide() -> Session:
    layers = [{"units": 128, "activation": "tanh"}, {"units": 64, "activation": "tanh"}]
    return Session.new("wide", spec_of({"network": {"inputs": 64, "layers": layers}}))


def after(session: Session, steps: int) -> Session:
    return advance(session, "term", steps).end


def test_sessions_with_the_same_numbers_share_an_operation() -> None:
    first, second = after(mazur(), 3), after(mazur(), 3)
    assert first.current is not second.current
    assert encode_operation(first.current, 3, 0) is encode_operation(second.current, 3, 0)


def test_a_shared_operation_is_what_would_be_made() -> None:
    for session in (mazur(), xor(), after(advance(xor(), "iteration", 2).end, 1)):
        for focus in range(session.current.examples):
            for ordinal in range(session.current.steps):
                made = json_bytes(operation_fields(session.current.explain(ordinal, focus)))
                assert encode_operation(session.current, ordinal, focus).whole == made


def test_other_numbers_or_another_rule_have_another_fingerprint() -> None:
    sessions = [
        mazur(),
        xor(),
        xor(l2=0.1),
        xor(optimizer={"learning_rate": 0.25}),
        xor(optimizer={"name": "momentum", "learning_rate": 0.5}),
        xor(batch_size=1),
        xor(train_biases=False),
        xor(seed=3),
        advance(xor(), "iteration", 2).end,
    ]
    fingerprints = {session.current.fingerprint for session in sessions}
    assert None not in fingerprints
    assert len(fingerprints) == len(sessions)


def test_an_iteration_of_many_numbers_is_not_shared() -> None:
    current = layered(wide())
    assert current.trace.buffer.nbytes > MAX_BYTES
    assert current.fingerprint is None
    assert encode_operation(current, 0, 0).ref == "W1[0,0]*x[0]"


def test_what_was_kept_longest_ago_goes_first_and_the_bytes_are_counted() -> None:
    size = ENTRY_BYTES + 100
    cache = OperationCache(max_bytes=3 * size)
    for ordinal in range(5):
        cache.add((b"one", ordinal, 0), operation(100))
    cache.add((b"one", 4, 0), operation(100))
    assert (len(cache), cache.bytes) == (3, 3 * size)
    assert [cache.get((b"one", ordinal, 0)) is None for ordinal in range(5)] == [
        True,
        True,
        False,
        False,
        False,
    ]


def test_an_operation_larger_than_the_bound_is_not_kept() -> None:
    cache = OperationCache(max_bytes=1_000)
    cache.add((b"one", 0, 0), operation(2_000))
    assert (len(cache), cache.bytes) == (0, 0)
