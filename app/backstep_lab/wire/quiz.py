"""Quiz questions about a number that is not shown yet, and verdicts on answers."""

from typing import Literal

from pydantic import Field

from backstep_lab.config import limits
from backstep_lab.spec.base import RefText, Wire

AskName = Literal["number", "sign", "compare", "which"]


class Ask(Wire):
    """One question, with the answer to it where there is one."""

    ref: RefText | None = Field(
        default=None, description="The number that is asked for; without it the next operation's."
    )
    ask: AskName = Field(
        default="number",
        description="`number`; `sign`; `compare`, larger or smaller than `other`; "
        "`which` of `among` is largest in magnitude.",
    )
    text: str = Field(
        default="",
        max_length=limits.MAX_ANSWER,
        examples=["0.4*0.59"],
        description="The answer: a number or a small calculation; `+`, `-` or `0`; "
        "`larger`, `smaller` or `equal`; a ref.",
    )
    other: RefText | None = Field(
        default=None,
        description="What to compare with: by default the old value of an updated parameter, the same number "
        "now where `later` is 1, else the operation's first operand.",
    )
    among: list[RefText] | None = Field(
        default=None,
        min_length=2,
        max_length=limits.AMONG,
        description="Of which numbers; by default the like ones of all edges into the same unit.",
    )
    later: int = Field(default=0, ge=0, le=1, description="1 for the number's value in the next iteration.")
    digits: int = Field(
        default=2,
        ge=1,
        le=limits.MAX_ANSWER_DIGITS,
        description="Right is what lies within one unit of this significant digit.",
    )
    show: bool = Field(default=False, description="Whether the answer is shown, right or not.")


class Known(Wire):
    """A number by name; null while it is not computed."""

    ref: str = Field(description="Its name.")
    value: float | None = Field(description="Its value; null where it is not computed yet.")


class AskedOperand(Known):
    """A number that the operation consumes."""

    symbol: str = Field(description="Its symbol, LaTeX.")
    symbol_mathml: str = Field(description="Its symbol in MathML, without the element `math`.")


class Question(Wire):
    """An operation without its result."""

    ref: str = Field(description="The number that is asked for.")
    ask: AskName = Field(description="How it is asked for.")
    asks: list[AskName] = Field(
        description="Kinds of question about it that make sense; none where the number is not finite."
    )
    later: int = Field(description="1 where its value in the next iteration is meant.")
    kind: str = Field(description="Kind of operation.")
    phase: Literal["forward", "loss", "backward", "update"] = Field(description="Its phase.")
    layer: int = Field(description="Layer, from 1; 0 for the loss.")
    unit: int = Field(description="Unit of the layer, from 0.")
    symbol: str = Field(description="Symbol of the result, LaTeX.")
    symbol_mathml: str = Field(description="The same in MathML, without the element `math`.")
    formula: str = Field(description="The formula in symbols, LaTeX with places `#{i}` for the operands.")
    formula_mathml: list[str] = Field(description="The same in pieces of MathML, as an operation has it.")
    operands: list[AskedOperand] = Field(description="What it consumes, as far as that is known.")
    other: Known | None = Field(description="What it is compared with; null unless `ask` is compare.")
    among: list[str] = Field(description="What is chosen from; empty unless `ask` is which.")


class Verdict(Wire):
    """How an answer is judged. What is right is shown only to a right answer, or where `show` asks for it."""

    ref: str = Field(description="The number that was asked for.")
    ask: AskName = Field(description="How.")
    later: int = Field(description="1 where its value in the next iteration was meant.")
    given: str = Field(description="The answer as it was given.")
    number: float | None = Field(description="The number that it comes to; null where none was asked for.")
    correct: bool = Field(description="Whether it is right.")
    misconception: str | None = Field(
        description="What went wrong, where it can be recognised: forgot-slope, updated-weight …"
    )
    answer: str | None = Field(description="The right sign, relation or ref; null if it is not shown.")
    value: float | None = Field(description="The number itself; null if it is not shown.")
