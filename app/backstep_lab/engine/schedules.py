"""Learning-rate schedules: the factor on η by t, the number of iterations since the schedule began.

By torch.optim.lr_scheduler (StepLR, ExponentialLR, CosineAnnealingLR), counted in iterations.
"""

from dataclasses import dataclass
from math import cos, pi
from typing import ClassVar


@dataclass(frozen=True)
class Schedule:
    """Constant rate; subclasses decrease it."""

    name: ClassVar[str] = "constant"
    formula: ClassVar[str] = "\\eta_t = \\eta"

    def factor(self, t: int) -> float:
        """By what η is multiplied in iteration t, counted from 0."""
        return 1.0


@dataclass(frozen=True)
class StepDown(Schedule):
    """γ times smaller after every `every` iterations."""

    every: int = 100
    gamma: float = 0.5

    name = "step"
    formula = "\\eta_t = \\eta\\,\\gamma^{\\lfloor t/s \\rfloor}"

    def factor(self, t: int) -> float:
        return float(self.gamma ** (t // self.every))


@dataclass(frozen=True)
class Exponential(Schedule):
    """γ times smaller after every iteration."""

    gamma: float = 0.99

    name = "exponential"
    formula = "\\eta_t = \\eta\\,\\gamma^{t}"

    def factor(self, t: int) -> float:
        return float(self.gamma**t)


@dataclass(frozen=True)
class Cosine(Schedule):
    """Half a wave down to 0 within `length` iterations (Loshchilov & Hutter 2017), where it stays."""

    length: int = 1000

    name = "cosine"
    formula = "\\eta_t = \\frac{\\eta}{2}\\left(1 + \\cos\\frac{\\pi\\,t}{T}\\right)"

    def factor(self, t: int) -> float:
        return 0.5 * (1.0 + cos(pi * min(t, self.length) / self.length))


CONSTANT = Schedule()
SCHEDULES: dict[str, type[Schedule]] = {kind.name: kind for kind in (Schedule, StepDown, Exponential, Cosine)}
