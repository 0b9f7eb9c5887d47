"""Refs: the names of all numbers of an iteration, read and written.

Layers count from 1, units from 0. A number of a single example is that of the focus example; `@n` names the
same number of row n of the batch, for example `dl/dW1[0,1]@3`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from backstep_lab.engine.network import Shape

LONGEST = 80  # characters; the longest sensible ref has about fifty


class RefError(ValueError):
    """A ref that names no number; the message is for the learner."""


class Ref(NamedTuple):
    """A number's name, taken apart.

    `kind` is the name without its numbers, such as `W`, `dl/dW`, `W_next`; `product` for `W2[j,k]*a1[k]`
    and `downstream` for `W2[j,k]*delta2[j]`, whose layer and places are those of the weight; `loss_term`
    for `loss[k]`.
    """

    kind: str
    layer: int = 0
    at: tuple[int, ...] = ()
    row: int | None = None

    def __str__(self) -> str:
        before, after = _SPELLING.get(self.kind, (self.kind, ""))
        layer = "" if self.kind in _FLAT_KINDS else str(self.layer)
        inside = ",".join(map(str, self.at))
        row = "" if self.row is None else f"@{self.row}"
        if self.kind in ("product", "downstream"):
            return f"W{layer}[{inside}]*{self._factor()}{row}"
        if self.kind == "f'":
            return f"f'(z{layer}[{inside}]){row}"
        return f"{before}{layer}{after}[{inside}]{row}" if self.at else f"{before}{row}"

    def _factor(self) -> str:
        j, k = self.at
        if self.kind == "downstream":
            return f"delta{self.layer}[{j}]"
        return f"a{self.layer - 1}[{k}]" if self.layer > 1 else f"x[{k}]"


_SPELLING = {"loss_term": ("loss", "")} | {
    f"{name}_next": (name, "_next") for name in ("W", "b", "mW", "mb", "vW", "vb")
}
_FLAT_KINDS = ("x", "y", "loss_term")
# What the optimizer remembers of a weight or bias: m of its gradients, v of their squares; before and after.
MEMORY = tuple(f"{name}{of}{when}" for name in "mv" for of in "Wb" for when in ("", "_next"))
# Settings that an operation reads, the same for every parameter; t counts the optimizer's iterations from 1.
RATES = (
    "learning_rate",
    "l1",
    "l2",
    "momentum",
    "dampening",
    "rho",
    "beta1",
    "beta2",
    "epsilon",
    "weight_decay",
    "t",
)
_OF_WEIGHT = ("W", "dW", "dl/dW", "dmean/dW", "W_next", "mW", "vW", "mW_next", "vW_next")
_OF_UNIT = ("b", "z", "a", "dL/da", "delta", "db", "dl/db", "b_next", "mb", "vb", "mb_next", "vb_next")
_ALONE = ("loss", "example_loss", "mean_loss", "penalty", *RATES)
_OF_PASS = ("x", "y", "z", "a", "dL/da", "f'", "delta", "dl/dW", "dl/db", "product", "downstream")
_OF_EXAMPLE = frozenset((*_OF_PASS, "loss_term", "example_loss"))
_NUMBER = r"(0|[1-9][0-9]{0,6})"
_ROW = re.compile(rf"(.*)@{_NUMBER}", re.ASCII)
_PRODUCT = re.compile(rf"W{_NUMBER}\[{_NUMBER},{_NUMBER}\]\*(.*)", re.ASCII)
_SLOPE = re.compile(rf"f'\(z{_NUMBER}\[{_NUMBER}\]\)", re.ASCII)
_LAYERED = re.compile(rf"(.*[A-Za-z]){_NUMBER}(_next)?\[{_NUMBER}(?:,{_NUMBER})?\]", re.ASCII)
_FLAT = re.compile(rf"(x|y|loss)\[{_NUMBER}\]", re.ASCII)


def parse(text: str, shape: Shape | None = None, examples: int | None = None) -> Ref:
    """Read a ref; with a shape (and a number of examples) also check that the network has such a number.

    Raises `RefError`.
    """
    if len(text) > LONGEST:
        raise RefError(f"A ref has at most {LONGEST} characters; this one has {len(text)}.")
    match = _ROW.fullmatch(text)
    ref = _read(match[1], text) if match else _read(text, text)
    if match:
        ref = ref._replace(row=int(match[2]))
        if ref.kind not in _OF_EXAMPLE:
            raise RefError(f"“{text}” belongs to no single example, so it takes no “@{match[2]}”.")
    if shape is not None:
        check(ref, shape, examples)
    return ref


def _read(name: str, text: str) -> Ref:
    if name in _ALONE:
        return Ref(name)
    if match := _FLAT.fullmatch(name):
        return Ref("loss_term" if match[1] == "loss" else match[1], 0, (int(match[2]),))
    if match := _SLOPE.fullmatch(name):
        return Ref("f'", int(match[1]), (int(match[2]),))
    ref = _product(name) or _layered(name)
    if ref is None:
        raise RefError(
            f"“{text}” names no number; refs look like W2[0,1], b1[0], a2[1], delta2[0] or dW1[0,0]."
        )
    return ref


def _product(name: str) -> Ref | None:
    match = _PRODUCT.fullmatch(name)
    if not match:
        return None
    layer, index = int(match[1]), (int(match[2]), int(match[3]))
    candidates = (Ref(kind, layer, index) for kind in ("product", "downstream"))
    return next((ref for ref in candidates if str(ref) == name), None)


def _layered(name: str) -> Ref | None:
    match = _LAYERED.fullmatch(name)
    if not match:
        return None
    kind = match[1] + (match[3] or "")
    if kind not in (_OF_UNIT if match[5] is None else _OF_WEIGHT):
        return None
    return Ref(kind, int(match[2]), (int(match[4]),) if match[5] is None else (int(match[4]), int(match[5])))


def check(ref: Ref, shape: Shape, examples: int | None = None) -> None:
    """Raise `RefError` unless a network of this shape (and a batch of so many examples) has this number."""
    if ref.kind in _ALONE:
        sizes: tuple[int, ...] = ()
    elif ref.kind in _FLAT_KINDS:
        sizes = (shape.inputs if ref.kind == "x" else shape.outputs,)
    else:
        lowest = 2 if ref.kind == "downstream" else 1
        if not lowest <= ref.layer <= shape.depth:
            raise RefError(f"“{ref}” is in layer {ref.layer}; layers here go from {lowest} to {shape.depth}.")
        sizes = (shape.sizes[ref.layer], shape.sizes[ref.layer - 1])[: len(ref.at)]
    for place, size in zip(ref.at, sizes, strict=True):
        if place >= size:
            raise RefError(f"“{ref}” asks for unit {place}; units there go from 0 to {size - 1}.")
    if examples is not None and ref.row is not None and ref.row >= examples:
        raise RefError(f"“{ref}” asks for example {ref.row}; this batch has rows 0 to {examples - 1}.")
