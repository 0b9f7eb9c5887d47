"""Loss curves: thin, and a function of their length alone."""

from hypothesis import given, settings
from hypothesis import strategies as st

from backstep_lab.sessions.loss_curve import Curve


@settings(deadline=None, derandomize=True)
@given(st.lists(st.integers(1, 40), max_size=12), st.integers(0, 200))
def test_points_depend_on_the_length_alone(stretches: list[int], length: int) -> None:
    values = [float(i) for i in range(600)]
    grown, at = Curve(8), 0
    for stretch in stretches:
        grown = grown.extended(at, values[at : at + stretch])
        at += stretch
    length = min(length, at)
    whole = Curve(8).extended(0, values[:length]) if length else Curve(8)
    assert grown.points(length) == whole.points(length)
    assert grown.truncated(length).points(length) == whole.points(length)
    assert len(whole.points(length)) <= 8
    assert all(float(i) == value for i, value in whole.points(length))


def test_a_truncated_curve_grows_on() -> None:
    curve = Curve(4).extended(0, [float(i) for i in range(20)]).truncated(10)
    again = curve.extended(10, [float(i) for i in range(10, 20)])
    assert again.points(20) == [(0, 0.0), (8, 8.0), (16, 16.0)]


def test_a_sparse_curve_is_asked_for_what_it_shows() -> None:
    sparse = Curve(4)
    for i in range(40):
        if sparse.is_due(i):
            sparse = sparse.extended(i, [float(i)])
    dense = Curve(4).extended(0, [float(i) for i in range(40)])
    assert all(sparse.points(length) == dense.points(length) for length in range(41))
