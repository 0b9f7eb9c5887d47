import pytest
from hypothesis import given

from backstep_lab.engine.network import Shape
from backstep_lab.stepping.explain.operation import explain
from backstep_lab.stepping.operations import PHASE, PHASES, Step
from backstep_lab.stepping.program import Program
from backstep_lab.stepping.refs import RefError, parse
from tests.stepping.cases import Case, cases, mazur, programs

SMALL = Shape(1, (2,), ("softmax",), "cross_entropy")


def refs(program: Program) -> list[str]:
    return [program.ref(program.at(ordinal)) for ordinal in range(program.steps)]


def test_mazurs_iteration_has_55_operations_in_four_phases() -> None:
    program = mazur().program
    assert program.steps == 55
    assert program.phases == {"forward": (0, 16), "loss": (16, 19), "backward": (19, 47), "update": (47, 55)}


def test_the_order_is_that_of_the_chain_rule() -> None:
    program = Program.of(Shape(1, (1, 2), ("relu", "relu"), "half_squared_error"), 1, True, False)
    assert refs(program) == [
        *("W1[0,0]*x[0]", "z1[0]", "a1[0]"),
        *("W2[0,0]*a1[0]", "z2[0]", "a2[0]", "W2[1,0]*a1[0]", "z2[1]", "a2[1]"),
        *("loss[0]", "loss[1]", "loss"),
        *("dL/da2[0]", "f'(z2[0])", "delta2[0]", "dW2[0,0]", "db2[0]"),
        *("dL/da2[1]", "f'(z2[1])", "delta2[1]", "dW2[1,0]", "db2[1]"),
        *(
            "W2[0,0]*delta2[0]",
            "W2[1,0]*delta2[1]",
            "dL/da1[0]",
            "f'(z1[0])",
            "delta1[0]",
            "dW1[0,0]",
            "db1[0]",
        ),
        *("W1_next[0,0]", "b1_next[0]", "W2_next[0,0]", "b2_next[0]", "W2_next[1,0]", "b2_next[1]"),
    ]


def test_a_softmax_layer_is_walked_twice() -> None:
    assert refs(Program.of(SMALL, 1, False, False)) == [
        *("W1[0,0]*x[0]", "z1[0]", "W1[1,0]*x[0]", "z1[1]", "a1[0]", "a1[1]"),
        *("loss[0]", "loss[1]", "loss"),
        *("dL/da1[0]", "dL/da1[1]"),
        *("f'(z1[0])", "delta1[0]", "dW1[0,0]", "db1[0]", "f'(z1[1])", "delta1[1]", "dW1[1,0]", "db1[1]"),
        *("W1_next[0,0]", "W1_next[1,0]"),
    ]


@pytest.mark.parametrize(
    ("examples", "penalty", "loss", "gradients"),
    [
        (1, False, ["loss"], ["dW1[0,0]", "db1[0]"]),
        (1, True, ["example_loss", "loss"], ["dl/dW1[0,0]", "db1[0]", "dW1[0,0]"]),
        (2, False, ["example_loss", "loss"], ["dl/dW1[0,0]", "dl/db1[0]", "dW1[0,0]", "db1[0]"]),
        (
            *(2, True, ["example_loss", "loss"]),
            ["dl/dW1[0,0]", "dl/db1[0]", "dmean/dW1[0,0]", "db1[0]", "dW1[0,0]"],
        ),
    ],
)
def test_the_last_operation_of_a_chain_carries_the_plain_name(
    examples: int, penalty: bool, loss: list[str], gradients: list[str]
) -> None:
    program = Program.of(Shape(1, (1,), ("sigmoid",), "half_squared_error"), examples, True, penalty)
    forward_and_term, after_delta = 4, 4 + len(loss) + 3
    assert refs(program)[forward_and_term : forward_and_term + len(loss)] == loss
    assert refs(program)[after_delta : after_delta + len(gradients)] == gradients


@given(programs(most=5))
def test_ordinals_and_operations_are_each_others_inverse(program: Program) -> None:
    steps = [program.at(ordinal) for ordinal in range(program.steps)]
    assert [program.ordinal(step) for step in steps] == list(range(program.steps))
    assert len(set(steps)) == program.steps
    assert len(set(refs(program))) == program.steps


@given(programs())
def test_phases_follow_each_other_without_a_gap(program: Program) -> None:
    for phase, (start, stop) in program.phases.items():
        assert {PHASE[program.at(ordinal).kind] for ordinal in range(start, stop)} == {phase}
        assert {program.phase_of(ordinal) for ordinal in range(start, stop)} == {phase}
    extents = [program.phases[phase] for phase in PHASES]
    assert [stop for _, stop in extents] == [*(start for start, _ in extents[1:]), program.steps]


@pytest.mark.parametrize("ordinal", [-1, 55])
def test_an_operation_outside_the_iteration_is_refused(ordinal: int) -> None:
    with pytest.raises(IndexError, match=f"operation {ordinal} asked for; this iteration has 0 to 54"):
        mazur().program.at(ordinal)


@given(programs())
def test_every_number_is_produced_by_its_own_operation(program: Program) -> None:
    assert [program.producing(ref) for ref in refs(program)] == list(range(program.steps))


def test_given_numbers_are_produced_by_no_operation() -> None:
    program = Program.of(SMALL, 2, False, True)
    given_numbers = ["x[0]", "y[1]", "W1[1,0]", "b1[0]", "learning_rate", "l1", "l2", "penalty", "b1_next[0]"]
    assert [program.producing(ref) for ref in given_numbers] == [None] * len(given_numbers)


def test_other_names_of_a_number_lead_to_its_operation() -> None:
    single, batch = Program.of(SMALL, 1, True, False), Program.of(SMALL, 2, True, False)
    assert single.producing("example_loss") == single.producing("mean_loss") == single.producing("loss")
    assert batch.producing("mean_loss") == batch.producing("loss") == batch.ordinal(Step("batch_loss", 0, 0))
    assert batch.producing("dl/dW1[1,0]@1") == batch.producing("dl/dW1[1,0]")
    assert (
        single.producing("dl/dW1[1,0]") == single.producing("dmean/dW1[1,0]") == single.producing("dW1[1,0]")
    )
    assert single.producing("dl/db1[1]") == single.producing("db1[1]")


def test_a_number_that_the_network_lacks_is_refused() -> None:
    with pytest.raises(RefError, match="layers here go from 1 to 1"):
        Program.of(SMALL, 1, True, False).producing("W2[0,0]")


@given(cases())
def test_the_first_reader_is_the_first_operation_with_that_operand(case: Case) -> None:
    seen: dict[str, int] = {}
    for ordinal in range(case.program.steps):
        for operand in explain(case.trace, case.program, ordinal, case.focus, case.rule).operands:
            seen.setdefault(operand.ref, ordinal)
    for ref, ordinal in seen.items():
        if parse(ref).kind in ("W", "b", "x", "y"):
            assert case.program.first_reader(ref) == ordinal, ref
    assert case.program.first_reader("learning_rate") == seen["learning_rate"]


def test_a_computed_number_has_no_first_reader() -> None:
    with pytest.raises(RefError, match="“a1\\[0\\]” is not among the given numbers"):
        mazur().program.first_reader("a1[0]")


def test_a_large_program_is_made_of_a_handful_of_blocks() -> None:
    shape = Shape(64, (32, 16, 10), ("tanh", "tanh", "softmax"), "cross_entropy")
    program = Program(shape, 32, True, True)
    assert (program.steps, len(program.blocks)) == (14_748, 13)
