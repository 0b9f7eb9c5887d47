"""Models of an operation: operands, formula, message."""

from typing import Literal

from pydantic import Field

from backstep_lab.spec.base import Wire

PhaseName = Literal["forward", "loss", "backward", "update"]
OperationKind = Literal[
    "product",
    "sum",
    "activation",
    "loss_term",
    "loss",
    "batch_loss",
    "loss_slope",
    "downstream_term",
    "downstream_sum",
    "slope",
    "delta",
    "weight_gradient",
    "bias_gradient",
    "batch_gradient",
    "penalty_gradient",
    "first_moment",
    "second_moment",
    "update",
    "node",
    "seed",
    "message",
    "message_sum",
    "no_message",
]


class Operand(Wire):
    """A number that an operation consumes."""

    ref: str = Field(description="Its name.")
    value: float | None = Field(description="Its value; null when it is not computed yet, or unbounded.")
    symbol: str = Field(description="Its symbol in LaTeX.")
    symbol_mathml: str = Field(description="Its symbol in MathML, without the element `math`.")


class Templates(Wire):
    """The formula with a place `#{i}` for each operand i, counted from 0."""

    symbols: str = Field(description="In symbols.")
    numbers: str = Field(description="In numbers; a negative one takes parentheses unless it stands alone.")


class FormulaInMathML(Wire):
    """What a page shows of a formula, without the element `math`.

    Between pieces a line may break. The place of operand i is `#{i}`, or `#{i*}` where its number takes
    parentheses about a power of ten.
    """

    result: str = Field(description="The symbol of what is computed.")
    symbols: list[str] = Field(description="The formula in symbols, in pieces with places.")
    numbers: list[str] = Field(description="The formula in numbers, in pieces with places.")


class FormulaForm(Wire):
    """Another way to write the same operation, such as the factored form beside a fused one."""

    symbols: str = Field(description="In symbols, LaTeX.")
    numbers: str | None = Field(description="In numbers, LaTeX; null while not all of them are known.")
    templates: Templates = Field(description="Both with places for the operands.")
    symbols_mathml: list[str] = Field(description="In symbols, in pieces of MathML with places.")


class Formula(Wire):
    """result = symbols = numbers, all in LaTeX."""

    result: str = Field(description="The symbol of what is computed.")
    symbols: str = Field(description="The formula in symbols.")
    numbers: str | None = Field(description="The formula in numbers; null while not all of them are known.")
    templates: Templates = Field(description="Both with places for the operands.")
    mathml: FormulaInMathML = Field(description="The same in MathML.")
    alternative: FormulaForm | None = Field(description="Another way to write it, if there is one.")


class Message(Wire):
    """A message in every language: its key in the catalogues, and its arguments."""

    key: str = Field(description="The key in the catalogues.")
    args: dict[str, float | int | str] = Field(description="Numbers and words that the message contains.")


class Operation(Wire):
    """One operation: its result, operands and formula."""

    kind: OperationKind = Field(description="What kind of operation it is.")
    phase: PhaseName = Field(description="The phase it belongs to.")
    layer: int = Field(description="Its layer, from 1; 0 for the loss and in a graph.")
    unit: int = Field(description="Its unit within the layer, from 0.")
    ref: str = Field(description="The name of the number it makes.")
    value: float | None = Field(description="That number; null when it is not computed yet, or unbounded.")
    ordinal: int = Field(description="How many operations of the iteration are done once this one is.")
    operands: list[Operand] = Field(description="The numbers it consumes.")
    formula: Formula = Field(description="How it is computed.")
    message: Message = Field(description="What the operation does, as a message.")
    remark: str | None = Field(description="The catalogue key of a remark to be added, without arguments.")


class NextOperation(Wire):
    """The operation that comes next."""

    kind: OperationKind = Field(description="What kind of operation it is.")
    ref: str = Field(description="The name of the number it will make.")
    phase: PhaseName = Field(description="The phase it belongs to.")
