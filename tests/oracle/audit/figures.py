"""Every number of an iteration, computed apart from the server, by its ref, with a bound of its rounding."""

import re
from dataclasses import dataclass
from functools import cached_property
from math import fsum
from typing import NamedTuple

import numpy as np

from tests.oracle.audit import exact_passes, passes
from tests.oracle.audit.optimizers import rate, setting
from tests.oracle.audit.passes import Pass
from tests.oracle.audit.rounding import FEW, Bounds, bounds
from tests.oracle.audit.sequential import UNIT, Array
from tests.oracle.audit.standings import Standing

ROW = re.compile(r"(.*)@(\d+)")
PLACED = re.compile(r"(.*?[A-Za-z])(\d+)(_next)?\[(\d+)(?:,(\d+))?\]")
PRODUCT = re.compile(r"W(\d+)\[(\d+),(\d+)\]\*(?:(x)\[\d+\]|a\d+\[\d+\]|(delta)\d+\[\d+\])")
FLAT = re.compile(r"(x|y|loss)\[(\d+)\]")
SLOPE = re.compile(r"f'\(z(\d+)\[(\d+)\]\)")
SETTINGS = ("momentum", "rho", "beta1", "beta2", "epsilon", "weight_decay")


class Known(NamedTuple):
    """A number and how far float64 may be from it."""

    value: float
    bound: float = 0.0


@dataclass(frozen=True)
class Figures:
    """The numbers of one batch."""

    standing: Standing
    X: Array
    Y: Array

    @cached_property
    def numbers(self) -> Pass:
        """Forward and backward, by PyTorch; with far sums by 400 digits."""
        arguments = (self.standing.shape, self.standing.W, self.standing.b, self.X, self.Y)
        found = passes.passed(*arguments)
        return found if passes.is_benign(found) else exact_passes.passed(*arguments)

    @cached_property
    def bounds(self) -> Bounds:
        """How far each may be from float64's."""
        standing = self.standing
        return bounds(standing.shape, standing.W, standing.b, self.X, self.Y, self.numbers)

    @property
    def N(self) -> int:
        """Examples in the batch."""
        return len(self.X)

    @property
    def parts(self) -> int:
        """What a sum over the batch is divided by."""
        return self.standing.parts(self.N)

    @property
    def eta(self) -> float:
        """The learning rate of this iteration."""
        return rate(self.standing.training, self.standing.clock)

    @cached_property
    def gradients(self) -> dict[str, list[tuple[Array, Array]]]:
        """dW, db and the batch's gradient without a penalty, layer by layer, with their bounds."""
        found: dict[str, list[tuple[Array, Array]]] = {"dmean/dW": [], "db": [], "dW": []}
        l1, l2 = self.standing.training["l1"], self.standing.training["l2"]
        inputs = [(self.X, np.zeros_like(self.X))]
        inputs += list(zip(self.numbers.A[:-1], self.bounds.A[:-1], strict=True))
        for layer, (a, ea) in enumerate(inputs):
            d, ed, w = self.numbers.delta[layer], self.bounds.delta[layer], self.standing.W[layer]
            shares = d[:, :, None] * a[:, None, :]
            errors = ed[:, :, None] * abs(a)[:, None, :] + abs(d)[:, :, None] * ea[:, None, :]
            errors += UNIT * abs(shares)
            mean, bound = self._whole(shares, errors)
            found["dmean/dW"].append((mean, bound))
            found["db"].append(self._whole(d, ed))
            penalised = mean + l1 * np.sign(w) + l2 * w
            found["dW"].append((penalised, bound + FEW * (abs(mean) + l1 + abs(l2 * w))))
        return found

    def _whole(self, shares: Array, errors: Array) -> tuple[Array, Array]:
        """The mean or the sum over the batch, and its bound."""
        sums = [fsum(one) for one in shares.reshape(self.N, -1).T]
        rounding = (self.N + 2) * UNIT * abs(shares).sum(axis=0)
        return np.array(sums).reshape(shares.shape[1:]) / self.parts, (errors.sum(0) + rounding) / self.parts

    @cached_property
    def losses(self) -> dict[str, Known]:
        """The numbers that stand alone."""
        l1, l2 = self.standing.training["l1"], self.standing.training["l2"]
        weights = np.concatenate([w.ravel() for w in self.standing.W])
        penalty = fsum(l1 * abs(weights)) + fsum(l2 / 2 * weights**2)
        mean, bound = self._whole(self.numbers.example_loss[:, None], self.bounds.example_loss[:, None])
        average, rounding = float(mean[0]), float(bound[0])
        small = (len(weights) + 2) * UNIT * penalty
        return {
            "mean_loss": Known(average, rounding),
            "penalty": Known(penalty, small),
            "loss": Known(average + penalty, rounding + small),
        }

    def of(self, ref: str, focus: int) -> Known | None:
        """The number of this name, plain names being of row `focus`; None where there is none."""
        if ref in self.losses:
            return self.losses[ref]
        if ref in ("learning_rate", "l1", "l2", "t", *SETTINGS):
            return Known(self._setting(ref), UNIT * abs(self._setting(ref)) * 4)
        match = ROW.fullmatch(ref)
        name, row = (match[1], int(match[2])) if match else (ref, focus)
        if row >= self.N:
            return None
        if name == "example_loss":
            return Known(float(self.numbers.example_loss[row]), float(self.bounds.example_loss[row]))
        return self._product(name, row) or self._flat(name, row) or self._placed(name, row)

    def _setting(self, name: str) -> float:
        training = self.standing.training
        if name in ("l1", "l2"):
            return float(training[name])
        if name == "t":
            return self.standing.memory.age + 1.0
        return self.eta if name == "learning_rate" else setting(training["optimizer"], name)

    def _flat(self, name: str, row: int) -> Known | None:
        if slope := SLOPE.fullmatch(name):
            layer, j = int(slope[1]) - 1, int(slope[2])
            return _taken(self.numbers.slope[layer], self.bounds.slope[layer], row, j)
        if not (match := FLAT.fullmatch(name)):
            return None
        k = int(match[2])
        if match[1] == "loss":
            return _taken(self.numbers.terms, self.bounds.terms, row, k)
        return Known(float((self.X if match[1] == "x" else self.Y)[row, k]))

    def _product(self, name: str, row: int) -> Known | None:
        if not (match := PRODUCT.fullmatch(name)):
            return None
        layer, j, k = int(match[1]) - 1, int(match[2]), int(match[3])
        w = float(self.standing.W[layer][j, k])
        if match[5]:
            other = _taken(self.numbers.delta[layer], self.bounds.delta[layer], row, j)
        elif match[4]:
            other = Known(float(self.X[row, k]))
        else:
            other = _taken(self.numbers.A[layer - 1], self.bounds.A[layer - 1], row, k)
        return Known(w * other.value, abs(w) * other.bound + UNIT * abs(w * other.value))

    def _placed(self, name: str, row: int) -> Known | None:
        if not (match := PLACED.fullmatch(name)):
            return None
        kind, layer, j = match[1] + (match[3] or ""), int(match[2]) - 1, int(match[4])
        place = (j,) if match[5] is None else (j, int(match[5]))
        if kind in ("W", "b"):
            return Known(float((self.standing.W if kind == "W" else self.standing.b)[layer][place]))
        if kind in self.gradients:
            value, bound = self.gradients[kind][layer]
            return Known(float(value[place]), float(bound[place]))
        if kind in ("mW", "mb", "vW", "vb"):
            return self._remembered(kind, layer, place)
        if kind in ("dl/dW", "dl/db"):
            return self._share(layer, place, row)
        one, bounded = self.numbers, self.bounds
        lists = {
            "z": (one.Z, bounded.Z),
            "a": (one.A, bounded.A),
            "dL/da": (one.dL_da, bounded.dL_da),
            "delta": (one.delta, bounded.delta),
        }
        if kind not in lists:
            return None
        values, rounding = lists[kind]
        return _taken(values[layer], rounding[layer], row, j)

    def _share(self, layer: int, place: tuple[int, ...], row: int) -> Known:
        d = _taken(self.numbers.delta[layer], self.bounds.delta[layer], row, place[0])
        if len(place) == 1:
            return d
        k = place[1]
        a = (
            _taken(self.numbers.A[layer - 1], self.bounds.A[layer - 1], row, k)
            if layer
            else Known(float(self.X[row, k]))
        )
        value = d.value * a.value
        return Known(value, abs(d.value) * a.bound + abs(a.value) * d.bound + UNIT * abs(value))

    def _remembered(self, kind: str, layer: int, place: tuple[int, ...]) -> Known | None:
        numbers = self.standing.memory.numbers.get(kind[0])
        if numbers is None:
            return None
        array = numbers[layer + (len(self.standing.W) if kind[1] == "b" else 0)]
        value = float(array[place])
        return Known(value, FEW * abs(value))


def _taken(values: Array, rounding: Array, row: int, j: int) -> Known:
    return Known(float(values[row, j]), float(rounding[row, j]))
