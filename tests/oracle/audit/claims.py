"""What the sentences claim, phrase by phrase, and when that is true."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.oracle.audit.formulas import is_rounding
from tests.oracle.audit.passes import Shape
from tests.oracle.audit.recipes import Json

Holds = Callable[["Said"], bool]


@dataclass(frozen=True)
class Said:
    """A sentence about an operation, and what is needed to judge it."""

    operation: Json
    spec: Json
    number: Callable[[str], float]
    examples: int

    @property
    def value(self) -> float:
        """The operation's number."""
        return float(self.operation["value"])

    @property
    def args(self) -> Json:
        """What the sentence is filled with."""
        found: Json = self.operation["message"]["args"]
        return found

    def own(self, pattern: str) -> float:
        """A number of the operation's unit."""
        return self.number(pattern.format(self.operation["layer"], self.operation["unit"]))

    def setting(self, name: str, default: float) -> float:
        """A setting of the optimizer."""
        return float(self.spec["training"]["optimizer"].get(name, default))

    @property
    def change(self) -> float:
        """By how much the update moves."""
        return self.value - float(self.operation["operands"][0]["value"])

    @property
    def gradient(self) -> float:
        """The gradient that the update uses."""
        return float(self.number("d" + self.operation["ref"].replace("_next", "")))


@dataclass(frozen=True)
class Claim:
    """A phrase in both languages; `holds` is whether it may be said."""

    name: str
    english: str
    chinese: str
    holds: Holds
    kinds: tuple[str, ...] = ()  # of operations; all where none is named

    def is_said(self, text: str, lang: str, kind: str) -> bool:
        """Whether the phrase is in a sentence about an operation of this kind."""
        pattern = self.english if lang == "en" else self.chinese
        return (not self.kinds or kind in self.kinds) and re.search(pattern, text) is not None


def _on_target(said: Said) -> bool:
    a, y = (float(operand["value"]) for operand in said.operation["operands"][:2])
    return abs(a - y) <= 1e-6 * max(1.0, abs(y))


def _is_target(said: Said) -> bool:
    a, y = (operand["value"] for operand in said.operation["operands"][:2])
    return bool(a == y)


def _is_zero(said: Said) -> bool:
    return said.value == 0.0


def _carried_nothing(said: Said) -> bool:
    return bool(said.operation["operands"][1]["value"] == 0)


def _has_no_error(said: Said) -> bool:
    return bool(said.operation["operands"][0]["value"] == 0)


def _is_rounding(said: Said) -> bool:
    return is_rounding(said.operation)


def _is_lost(said: Said) -> bool:
    """Whether nothing goes back through the unit."""
    return said.own("delta{}[{}]") == 0.0


def _sum_of_terms(said: Said) -> bool:
    network = said.spec["network"]
    return Shape((), network["loss"], network.get("reduction")).is_sum


def _shrinks(said: Said) -> bool:
    return said.setting("weight_decay", 0.01) * said.number("learning_rate") > 0


def _is_whole(said: Said) -> bool:
    """Whether learning lowers this very number: it is the loss of the batch, penalty included."""
    return bool(said.operation["ref"] == "loss")


def _factored_in(said: Said) -> bool:
    """Whether δ is the plain difference of output and target."""
    a, y = (float(operand["value"]) for operand in said.operation["operands"][:2])
    return abs((a - y) - said.value) <= 1e-9 * abs(said.value) + 1e-15


def _is_no_sum(said: Said) -> bool:
    """Whether √v is a size that the gradients usually have, and not one that grows with each of them."""
    return bool(said.spec["training"]["optimizer"]["name"] != "adagrad")


def _is_batch(said: Said) -> bool:
    return said.examples > 1


def _rises(said: Said) -> bool:
    return said.change > 0


def _falls(said: Said) -> bool:
    return said.change < 0


def _never(said: Said) -> bool:
    return False


EDGES = ("weight_gradient",)
UPDATE, SLOPES = ("update",), ("loss_slope", "downstream_sum")
MOST = "[Mm]ost of (the|what)|大部分"
CLAIMS = [
    Claim("just right", "just right", "正好", _on_target, ("loss_slope",)),
    Claim("nothing passes", "no gradient passes|nothing passes", "梯度无法穿过", _is_lost, ("slope",)),
    Claim(
        "the gradient is zero", "gradient is (zero|0)(?![.\\d])", "梯度为零", lambda said: said.gradient == 0
    ),
    Claim("the gradient is negative", "gradient is negative", "梯度为负", lambda said: said.gradient < 0),
    Claim("the gradient is positive", "gradient is positive", "梯度为正", lambda said: said.gradient > 0),
    Claim("it stays", "(weight|bias) stays", "(权重|偏置)保持", lambda said: said.change == 0, UPDATE),
    Claim("it goes up", "(weight|bias) goes up", "(权重|偏置)增大", _rises, UPDATE),
    Claim("it goes down", "(weight|bias) goes down", "(权重|偏置)减小", _falls, UPDATE),
    Claim("the one number to lower", "learning makes smaller", "学习就是要让这个数变小", _is_whole),
    Claim("together", "together make the loss", "合起来就是损失", _sum_of_terms),
    Claim("a miss costs 0", "miss costs 0\\.$", "偏差的代价是 0。", _never),
    Claim("a rise by less than nothing", "(rise|fall|rises|lowers) −", "(增大|减小)这一点的 −", _never),
    Claim("it costs nothing", "costs nothing", "没有代价|代价为零|不产生代价", _is_zero, ("loss_term",)),
    Claim(
        "no rate",
        "learning rate is 0",
        "学习率(现在)?(是|为) 0",
        lambda said: said.number("learning_rate") == 0,
        UPDATE,
    ),
    Claim("the edge carried 0", "edge carried 0(,|:| )", "传过来的值是 0", _carried_nothing, EDGES),
    Claim("no error", "error is 0(,|:| )", "误差(是|为) 0(，|,)", _has_no_error, EDGES),
    Claim("0 but for rounding", "0 but for rounding", "舍入", _is_rounding),
    Claim("on its target", "exactly on its target", "恰好(等于|在)目标", _is_target, ("loss_slope",)),
    Claim("flat", "is flat here", "在此处是平的", _is_zero, ("slope",)),
    Claim("the loss rises", "loss would rise", "损失就增大", lambda said: said.value > 0, SLOPES),
    Claim("the loss falls", "loss would fall", "损失就减小", lambda said: said.value < 0, SLOPES),
    Claim("most of m is kept", MOST, MOST, lambda said: said.setting("beta1", 0.9) > 0.5, ("first_moment",)),
    Claim("the usual size", "usual size", "通常的?大小", _is_no_sum),
    Claim("it shrinks", "shrinks", "缩小", _shrinks, UPDATE),
    Claim(
        "only a difference",
        "what stays is output (?!.*divided)",
        "只剩输出(?!.*除以)",
        _factored_in,
        ("delta",),
    ),
]
TITLES = [
    Claim("the loss of the batch", "Loss of the batch", "批量损失", _is_batch, ("batch_loss",)),
    Claim("the gradient of the batch", "Gradient of the batch", "批量梯度", _is_batch),
]


def untrue(title: str, text: str, lang: str, said: Any) -> list[str]:
    """The names of the claims that are made and do not hold."""
    kind = said.operation["kind"]
    made = [claim for claim in CLAIMS if claim.is_said(text, lang, kind)]
    made += [claim for claim in TITLES if claim.is_said(title, lang, kind)]
    return [claim.name for claim in made if not claim.holds(said)]
