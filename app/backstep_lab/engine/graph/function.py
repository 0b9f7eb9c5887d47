"""The record of a scalar function: everything that the project knows about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from backstep_lab.engine.functions.latex import Latex

SlopeForm = Callable[[Sequence[float], float, int], Latex]


@dataclass(frozen=True)
class LocalSlope:
    """The derivative of a function by one of its arguments.

    `value` takes the arguments and the function's value; that of a function of many takes the sequence of its
    arguments, its value and the position of the argument. It is None where the slope is 1 everywhere. `form`
    is how it is printed, in `@x`, `@y` for the arguments and `@v` for the value (for a function of many `@x`
    is the one at that position); or what chooses that for given arguments, value and position. `numpy` is its
    source, in the same letters, with `@all` for a list of all arguments.
    """

    value: Callable[..., float] | None
    form: Latex | SlopeForm
    numpy: str

    def latex(self, inputs: Sequence[float], value: float, position: int) -> Latex:
        """How the slope is printed at these arguments."""
        return self.form if isinstance(self.form, Latex) else self.form(inputs, value, position)


@dataclass(frozen=True)
class Function:
    """A function of one or two numbers, or of many that are treated alike (`arguments` is 0).

    `latex` is a template of its arguments `#{0}` and `#{1}`; None for a function of many: it depends on how
    many. `sign` stands in pictures. `numpy` and `torch` are its source in `@x` and `@y`, or in `@all` for a
    list of all arguments. `kinks` is whether there are points without a derivative.
    """

    name: str
    arguments: int
    value: Callable[..., float]
    slopes: tuple[LocalSlope, ...]
    latex: Latex | None
    sign: str
    numpy: str
    torch: str
    kinks: bool = False

    def slope(self, position: int) -> LocalSlope:
        """The derivative by the argument at this position."""
        return self.slopes[0] if self.arguments == 0 else self.slopes[position]
