"""LaTeX of the numbers of an iteration: `w^{2}_{1,2}`, the layer above, the units below, counted from 1."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from backstep_lab.i18n.shown_index import shown_index
from backstep_lab.stepping.refs import MEMORY, Ref

DELTA = "\\delta"


def unit(base: str, layer: int, j: int) -> str:
    """A number of one unit, such as z or δ."""
    return f"{base}^{{{layer}}}_{{{shown_index(j)}}}"


def flat(base: str, j: int) -> str:
    """A number without a layer: an input, a target, a term of the loss."""
    return f"{base}_{{{shown_index(j)}}}"


def edge(base: str, layer: int, j: int, k: int) -> str:
    """A number of the edge from unit k to unit j."""
    return f"{base}^{{{layer}}}_{{{shown_index(j)},{shown_index(k)}}}"


def activation(layer: int, k: int) -> str:
    """a of a unit; the inputs are layer 0."""
    return unit("a", layer, k) if layer else flat("x", k)


def derivative(of: str, by: str) -> str:
    """The derivative of a loss by a number."""
    return f"\\frac{{\\partial {of}}}{{\\partial {by}}}"


def product(layer: int, j: int, k: int) -> str:
    """w·a of an incoming edge."""
    return f"{edge('w', layer, j, k)}\\,{activation(layer - 1, k)}"


def downstream(layer: int, j: int, k: int) -> str:
    """w·δ of the edge from unit k of the layer below up to unit j of `layer`."""
    return f"{edge('w', layer, j, k)}\\,{unit(DELTA, layer, j)}"


def loss_of_row(row: int | None) -> str:
    """ℓ of the focus example, or of a row named."""
    return "\\ell" if row is None else f"\\ell^{{({shown_index(row)})}}"


def derivatives_of_rows(by: str, rows: Sequence[int]) -> list[str]:
    """The derivatives of the losses of these rows by one number."""
    form = derivative("\\ell^{(%d)}", by)
    return [form % shown_index(row) for row in rows]


def symbol(ref: Ref) -> str:
    """The LaTeX of any number."""
    if ref.kind in ALONE:
        return ALONE[ref.kind]
    if ref.kind in MEMORY:
        return remembered(ref.kind[0], ref.layer, ref.at, ref.kind.endswith("_next"))
    j, k = (*ref.at, 0, 0)[:2]
    return _WRITERS[ref.kind](ref.layer, j, k, ref.row)


def remembered(name: str, layer: int, at: tuple[int, ...], after: bool) -> str:
    """m or v of a weight (two places) or of a bias (one)."""
    shown = [str(shown_index(place)) for place in at]
    inside = ",".join(shown if len(shown) > 1 else ["b", *shown])
    return f"{name}^{{{layer}}}_{{{inside}}}" + ("{}'" if after else "")


Writer = Callable[[int, int, int, int | None], str]

WITHOUT_PENALTY = "L_{0}"  # as Nielsen 2015, chapter 3, writes C₀: neither a mean alone nor a sum
ALONE = {
    "loss": "L",
    "mean_loss": WITHOUT_PENALTY,
    "penalty": "\\Omega",
    "learning_rate": "\\eta",
    "l1": "\\lambda_{1}",
    "l2": "\\lambda_{2}",
    "momentum": "\\mu",
    "dampening": "\\tau",
    "rho": "\\rho",
    "beta1": "\\beta_{1}",
    "beta2": "\\beta_{2}",
    "epsilon": "\\varepsilon",
    "weight_decay": "\\lambda",
    "t": "t",
}
_WRITERS: dict[str, Writer] = {
    "x": lambda layer, j, k, row: flat("x", j),
    "y": lambda layer, j, k, row: flat("y", j),
    "W": lambda layer, j, k, row: edge("w", layer, j, k),
    "b": lambda layer, j, k, row: unit("b", layer, j),
    "z": lambda layer, j, k, row: unit("z", layer, j),
    "a": lambda layer, j, k, row: unit("a", layer, j),
    "product": lambda layer, j, k, row: product(layer, j, k),
    "downstream": lambda layer, j, k, row: downstream(layer, j, k),
    "loss_term": lambda layer, j, k, row: flat("\\ell", j),
    "example_loss": lambda layer, j, k, row: loss_of_row(row),
    "dL/da": lambda layer, j, k, row: derivative("\\ell", unit("a", layer, j)),
    "f'": lambda layer, j, k, row: f"f'({unit('z', layer, j)})",
    "delta": lambda layer, j, k, row: unit(DELTA, layer, j),
    "dl/dW": lambda layer, j, k, row: derivative(loss_of_row(row), edge("w", layer, j, k)),
    "dl/db": lambda layer, j, k, row: derivative(loss_of_row(row), unit("b", layer, j)),
    "dmean/dW": lambda layer, j, k, row: derivative(WITHOUT_PENALTY, edge("w", layer, j, k)),
    "dW": lambda layer, j, k, row: derivative("L", edge("w", layer, j, k)),
    "db": lambda layer, j, k, row: derivative("L", unit("b", layer, j)),
    "W_next": lambda layer, j, k, row: edge("w", layer, j, k) + "{}'",
    "b_next": lambda layer, j, k, row: unit("b", layer, j) + "{}'",
}
