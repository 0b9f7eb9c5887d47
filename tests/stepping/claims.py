"""What the sentences about operations claim, and the numbers that each claim needs.

A claim is a phrase in each language and a condition on the numbers. A sentence may hold any claim of this
table, which is then checked; a word of `STRONG` that is part of no claim is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from math import isclose
from typing import Any, NamedTuple

from backstep_lab.engine.network import Shape
from backstep_lab.engine.trace import Trace
from backstep_lab.stepping.explain.operation import Operation
from tests.stepping.cases import Case
from tests.stepping.evaluate import ACTIVATIONS

LANGUAGES = ("en", "zh-CN")
_EPSILON = 2.0**-52
_NEAR = 1e-6


@dataclass(frozen=True)
class Facts:
    """The numbers behind one operation."""

    case: Case
    operation: Operation

    @property
    def trace(self) -> Trace:
        return self.case.trace

    @property
    def shape(self) -> Shape:
        return self.case.shape

    @property
    def value(self) -> float:
        assert self.operation.value is not None, f"{self.operation.ref} has no value"
        return self.operation.value

    @property
    def terms(self) -> list[float]:
        return [operand.value or 0.0 for operand in self.operation.operands]

    @property
    def N(self) -> int:
        return self.trace.N

    @property
    def delta(self) -> float:
        return float(self.trace.delta[self.operation.layer - 1][self.case.focus, self.operation.unit])

    @property
    def activation(self) -> str:
        return self.shape.activations[self.operation.layer - 1]

    @property
    def outputs(self) -> list[float]:
        return [float(a) for a in self.trace.A[-1][self.case.focus]]

    def __getitem__(self, name: str) -> Any:
        return self.operation.message.args[name]


class Claim(NamedTuple):
    """A phrase as a pattern in each language, and what must hold where it is said."""

    en: str
    zh: str
    holds: Callable[[Facts], bool]


def _same(one: float, other: float, scale: float = 0.0) -> bool:
    return isclose(one, other, rel_tol=1e-9, abs_tol=1e-12 * scale)


def _mean(facts: Facts, count: int) -> bool:
    shown = facts.terms[:count]
    whole = len(shown) == count
    return not whole or _same(facts.value, sum(shown) / count, max(map(abs, shown)))


def _sum(facts: Facts) -> bool:
    shown = facts.terms[: facts.N]
    whole = len(shown) == facts.N
    return not whole or _same(facts.value, sum(shown), max(map(abs, shown)))


def _one_sided(facts: Facts) -> tuple[float, float]:
    """The activation's slopes to the left and to the right of z."""
    f, z = ACTIVATIONS[facts.activation], float(facts["z"])
    return (f(z) - f(z - _NEAR)) / _NEAR, (f(z + _NEAR) - f(z)) / _NEAR


def _is_flat(facts: Facts) -> bool:
    f, z = ACTIVATIONS[facts.activation], float(facts["z"])
    near = _NEAR * min(1.0, abs(z), abs(abs(z) - 3.0))  # not across a kink
    return bool(f(z - near) == f(z) == f(z + near))


def _is_nearly_flat(facts: Facts) -> bool:
    f, z = ACTIVATIONS[facts.activation], float(facts["z"])
    return bool(abs(f(z + 1e-3) - f(z - 1e-3)) < 1e-15)


def _is_unused(facts: Facts) -> bool:
    return facts.operation.layer == facts.shape.depth and (
        facts.shape.is_fused or facts.activation == "softmax"
    )


def _memory(facts: Facts) -> float:
    power = 1 if facts.operation.kind == "first_moment" else 2
    return float(facts["kept"] * facts["old"] + facts["share"] * facts["gradient"] ** power)


def _squares(facts: Facts) -> float:
    """The new memory of squares of the parameter that is updated."""
    _, layer, j, k = facts.case.program.at(facts.operation.ordinal - 1)
    return facts.trace.remembered("v", after=True)[layer - 1].item(j, k)


def _old(facts: Facts) -> float:
    return facts.terms[0]


_A_LOSS = r"(?:the loss|the loss of this example)"
_A_LOSS_ZH = "(?:该样本的)?损失"

CLAIMS: dict[str, Claim] = {
    "all is added": Claim(
        r"All that (?:arrives at the neuron|comes back here) (?:is added up|adds up)",
        "(?:到达这个神经元|传回这里)的各项相加",
        lambda f: _same(f.value, sum(f.terms), max(map(abs, f.terms))),
    ),
    "0 but for rounding": Claim(
        "which is 0 but for rounding",
        "若不计舍入误差，它就是 0",
        lambda f: 0.0 < abs(f.value) <= _EPSILON * max(map(abs, f.terms)),
    ),
    "shares of one whole": Claim(
        "(?:all are )?shares of one whole",
        "总和(?:恒)?为 1",
        lambda f: f.shape.activations[-1] == "softmax" and _same(sum(f.outputs), 1.0),
    ),
    "a cost": Claim("this costs ⟨value⟩", "：代价是 ⟨value⟩", lambda f: f.value > 0.0),
    "no cost": Claim("this costs nothing", "代价为零", lambda f: f.value == 0.0),
    "no charge": Claim(
        "its target is 0: ⟨loss⟩ charges nothing for it",
        "它的目标是 0：⟨loss⟩ 对它不计代价",
        lambda f: f["loss"] == "cross_entropy" and f["y"] == 0.0 and f.value == 0.0,
    ),
    "only through others": Claim(
        "It can count only through the other outputs",
        "它只能通过其他输出影响损失",
        lambda f: f["loss"] == "cross_entropy" and f["y"] == 0.0,
    ),
    "the only output": Claim(
        "The cost of the only output is",
        "唯一一个输出的代价就是",
        lambda f: f.shape.outputs == 1 and f.terms == [f.value],
    ),
    "the costs added up": Claim(
        r"The costs of (?:both|all ⟨N⟩) outputs are added up: this is",
        r"(?:两|⟨N⟩ )个输出的代价相加，就是",
        lambda f: f.shape.outputs > 1 and _same(f.value, sum(f.terms)),
    ),
    "the mean of the costs": Claim(
        r"The mean of the costs of (?:both|all ⟨N⟩) outputs is",
        r"(?:两|⟨N⟩ )个输出的代价的平均值，就是",
        lambda f: f.shape.outputs > 1 and _same(f.value, sum(f.terms) / f.shape.outputs),
    ),
    "the aim of learning": Claim(
        "the one number that learning tries to make smaller",
        "学习就是要设法减小这个数",
        lambda f: f.operation.ref == "loss" and f.value == f.trace.loss,
    ),
    "an example's loss": Claim(
        "the loss of this example, ⟨value⟩",
        "该样本的损失 ⟨value⟩",
        lambda f: f.operation.ref == "example_loss" and not f.case.program.chain.single,
    ),
    "the mean of the batch": Claim(
        r"The mean over the ⟨N⟩ examples of the batch is ⟨value⟩",
        r"本批 ⟨N⟩ 个样本的平均损失是 ⟨value⟩",
        lambda f: f.N > 1 and _mean(f, f.N),
    ),
    "the sum of the batch": Claim(
        r"The losses of the ⟨N⟩ examples of the batch add up to ⟨value⟩",
        r"本批 ⟨N⟩ 个样本的损失相加，得到 ⟨value⟩",
        lambda f: f.N > 1 and f.shape.conventions.batch_reduction == "sum" and _sum(f),
    ),
    "the sum and the penalty": Claim(
        "The losses of the examples, added up to ⟨mean⟩, "
        "and the penalty on the weights ⟨penalty⟩ make ⟨value⟩",
        "各样本的损失之和 ⟨mean⟩ 加上权重的惩罚项 ⟨penalty⟩，得到 ⟨value⟩",
        lambda f: (
            f.N > 1
            and f.shape.conventions.batch_reduction == "sum"
            and _same(f.value, f["mean"] + f["penalty"])
        ),
    ),
    "the mean and the penalty": Claim(
        "The mean loss ⟨mean⟩ and the penalty on the weights ⟨penalty⟩ make ⟨value⟩",
        "平均损失 ⟨mean⟩ 加上权重的惩罚项 ⟨penalty⟩，得到 ⟨value⟩",
        lambda f: f.N > 1 and _same(f.value, f["mean"] + f["penalty"]),
    ),
    "one loss and the penalty": Claim(
        "The loss of the example ⟨mean⟩ and the penalty on the weights ⟨penalty⟩ make ⟨value⟩",
        "^样本的损失 ⟨mean⟩ 加上权重的惩罚项 ⟨penalty⟩，得到 ⟨value⟩",
        lambda f: f.N == 1 and _same(f.value, f["mean"] + f["penalty"]),
    ),
    "the loss": Claim(
        "the loss (?:would|changes)|(?:raises|lowers|hardly change) the loss",
        "(?<!该样本的)损失(?:就(?:增大|减小)这|随|几乎不变，甚至完全不变。$)",
        lambda f: f.N == 1,
    ),
    "this example's loss": Claim(
        "the loss of this example (?:would|changes)",
        "该样本的损失(?:就|随|几乎)",
        lambda f: f.N > 1,
    ),
    "rises": Claim(
        "(?:would rise|raises the loss) ⟨size⟩ times as much",
        "就增大这一点的 ⟨size⟩ 倍",
        lambda f: f.value > 0.0,
    ),
    "falls": Claim(
        "(?:would fall|lowers the loss) ⟨size⟩ times as much",
        "就减小这一点的 ⟨size⟩ 倍",
        lambda f: f.value < 0.0,
    ),
    "should come down": Claim("it should come down", "这个输出应当降低", lambda f: f.value > 0.0),
    "should go up": Claim("it should go up", "这个输出应当升高", lambda f: f.value < 0.0),
    "on its target": Claim("is exactly (?:on )?its target", "恰好等于目标", lambda f: bool(f["a"] == f["y"])),
    "at the bottom": Claim(
        "at the bottom of its cost: the slope there is 0",
        "代价处于最低点：此处斜率为 0",
        lambda f: f.value == 0.0 and f.shape.loss not in ("absolute_error", "hinge", "cross_entropy"),
    ),
    "at a corner": Claim(
        "at the corner of its cost: the slope taken there is 0",
        "处于代价曲线的(?:尖点|折点)：此处斜率取 0",
        lambda f: f.value == 0.0 and f.shape.loss in ("absolute_error", "hinge"),
    ),
    "worse either way": Claim(
        "moving it either way would cost something",
        "无论往哪边移动，代价都会增加",
        lambda f: f.shape.loss == "absolute_error" and f["a"] == f["y"],
    ),
    "not looked at": Claim(
        "The target of output ⟨unit⟩ is 0: ⟨loss⟩ does not look at this output itself, so the slope is 0",
        "的目标是 0：⟨loss⟩ 不直接计入这个输出，所以斜率为 0",
        lambda f: f["loss"] == "cross_entropy" and f["y"] == 0.0 and f.value == 0.0,
    ),
    "beyond its margin": Claim(
        "beyond its margin, on the side of its target: moving it a little does not change the loss",
        "与目标同侧，且已越过间隔：稍微移动它，损失不变",
        lambda f: f["y"] * f["a"] > 1.0 and f.value == 0.0,
    ),
    "on its margin": Claim(
        "is exactly on its margin", "恰好在间隔边界上", lambda f: bool(f["y"] * f["a"] == 1.0)
    ),
    "a loss slope that underflows": Claim(
        "so close to its target that the computer can only write this slope as 0",
        "离目标太近，计算机只能把这个斜率写成 0",
        lambda f: f.value == 0.0 and 0.0 < abs(f["a"] - f["y"]) < 1e-300,
    ),
    "a loss slope that overflows": Claim(
        "so close to its limit that the computer cannot write this slope",
        "离极限太近，这个斜率大得计算机无法表示",
        lambda f: f.operation.value is None and min(f["a"], 1.0 - f["a"]) < 1e-300,
    ),
    "δ without it": Claim(
        "The error term that follows is computed without it", "接下来的误差项不靠它来计算", _is_unused
    ),
    "zero, so hardly any change": Claim(
        f"to zero: if this neuron passed on a little more, {_A_LOSS} would hardly change, if at all",
        f"为零：若这个神经元的输出增大一点点，{_A_LOSS_ZH}几乎不变，甚至完全不变",
        lambda f: f.value == 0.0,
    ),
    "a kink": Claim(
        "has a kink, with another slope on either side. The slope taken there is ⟨value⟩",
        "有折点，两侧的斜率不同；此处斜率取 ⟨value⟩",
        lambda f: abs(_one_sided(f)[0] - _one_sided(f)[1]) > 0.1,
    ),
    "a step": Claim(
        "A step is flat on both sides: its slope is 0",
        "阶跃函数两侧都是平的：斜率为 0",
        lambda f: f.activation == "step" and f.value == 0.0,
    ),
    "nothing ever passes": Claim(
        "no gradient ever passes through this neuron, neither to its weights nor to the layers before it",
        "梯度永远穿不过这个神经元，既到不了它的权重，也到不了它前面的各层",
        lambda f: f.activation == "step" and f.delta == 0.0,
    ),
    "flat": Claim(
        "is flat here, its slope is 0",
        "在此处是平的，斜率为 0",
        lambda f: f.value == 0.0 and _is_flat(f),
    ),
    "nearly flat": Claim(
        "so nearly flat here that the computer can only write its slope as 0",
        "近乎水平，计算机只能把斜率写成 0",
        lambda f: f.value == 0.0 and _is_nearly_flat(f),
    ),
    "nothing passes": Claim(
        ": no gradient passes through this neuron", "梯度无法穿过这个神经元", lambda f: f.delta == 0.0
    ),
    "rises with its own sum": Claim(
        "would rise ⟨value⟩ times as much, and the other outputs would fall: all are",
        "就增大这一点的 ⟨value⟩ 倍，其他输出则减小",
        lambda f: f.value > 0.0 and f.shape.outputs > 1,
    ),
    "does not move": Claim(
        "does not move with its sum: the slope is 0",
        "不随它的加权和变化，斜率为 0",
        lambda f: f.value == 0.0,
    ),
    "all but the difference cancels": Claim(
        "nearly everything cancels: what stays is output ⟨a⟩ less target ⟨y⟩",
        "几乎全部抵消，只剩输出 ⟨a⟩ 减去目标 ⟨y⟩",
        lambda f: _same(
            f.value * (f.shape.outputs if f.shape.loss_function.reduction == "mean" else 1),
            f["a"] - f["y"],
            1.0,
        ),
    ),
    "the wrong side": Claim(
        "the sum ⟨z⟩ lies on the wrong side of 0, and this costs its distance from 0, ⟨value⟩",
        "加权和 ⟨z⟩ 在 0 的错误一侧，代价就是它到 0 的距离 ⟨value⟩",
        lambda f: f["a"] != f["y"] and f.value == abs(f["z"]),
    ),
    "as its target is": Claim(
        "Output .* is ⟨a⟩, as its target is: this costs nothing",
        "输出 .* 给出 ⟨a⟩，与目标一致：代价为零",
        lambda f: f["a"] == f["y"] and f.value == 0.0,
    ),
    "by the rule": Claim(
        r"the error term is output ⟨a⟩ less target ⟨y⟩: ⟨value⟩\. No slope takes part in it",
        "误差项就是输出 ⟨a⟩ 减去目标 ⟨y⟩：⟨value⟩，与任何斜率无关",
        lambda f: f.value == f["a"] - f["y"] != 0.0,
    ),
    "changes nothing": Claim(
        "the error term is output ⟨a⟩ less target ⟨y⟩: ⟨value⟩, so this example changes nothing",
        "误差项就是输出 ⟨a⟩ 减去目标 ⟨y⟩：⟨value⟩，所以这个样本不改变任何参数",
        lambda f: f.value == f["a"] - f["y"] == 0.0,
    ),
    "the rule's gradient": Claim(
        "The error ⟨delta⟩ times what this edge carried, ⟨a⟩: ⟨value⟩. "
        "The update goes against it: the rule adds",
        "误差 ⟨delta⟩ 乘以这条边传过来的值 ⟨a⟩：⟨value⟩。更新沿相反方向",
        lambda f: f.shape.loss == "perceptron" and f.value == f["delta"] * f["a"],
    ),
    "δ is the difference": Claim(
        "less target ⟨y⟩, so δ is ⟨value⟩",
        "减去目标 ⟨y⟩，因此 δ 为 ⟨value⟩",
        lambda f: _same(f.value, f["a"] - f["y"], 1.0),
    ),
    "divided by the outputs": Claim(
        r"divided by ⟨N⟩ because the loss is a mean over ⟨N⟩ outputs. So δ is ⟨value⟩",
        r"损失是 ⟨N⟩ 个输出的平均值，所以还要除以 ⟨N⟩，因此 δ 为 ⟨value⟩",
        lambda f: (
            f.shape.outputs > 1
            and f.shape.loss_function.reduction == "mean"
            and _same(f.value, (f["a"] - f["y"]) / f.shape.outputs, 1.0)
        ),
    ),
    "always 1": Claim(
        "A softmax of one output always gives 1: nothing changes it",
        "只有一个输出的 softmax 恒等于 1，什么都改变不了它",
        lambda f: f.outputs == [1.0] and f.value == 0.0,
    ),
    "each depends on all": Claim(
        r"each output depends on all the weighted sums: the slopes of all ⟨N⟩ go into",
        r"每个输出都与所有加权和有关：全部 ⟨N⟩ 个斜率",
        lambda f: f.activation == "softmax" and f.shape.outputs > 1,
    ),
    "nothing carried": Claim(
        "This edge carried 0, so the error ⟨delta⟩ times that is 0: "
        "whatever this weight is, the loss stays the same",
        "这条边传过来的值是 0，所以与误差 ⟨delta⟩ 的乘积为 0：无论这个权重是多少，损失都不变",
        lambda f: f["a"] == 0.0 and f.value == 0.0 and f.case.program.chain.single,
    ),
    "no error": Claim(
        "The error is 0, so times what this edge carried, ⟨a⟩, it stays 0: "
        "moving this weight a little would hardly change the loss, if at all",
        "误差为 0，乘以这条边传过来的值 ⟨a⟩ 仍为 0：略微改变这个权重，损失几乎不变，甚至完全不变",
        lambda f: f["delta"] == 0.0 and f.value == 0.0 and f.case.program.chain.single,
    ),
    "a product that underflows": Claim(
        "is so small that the computer can only write it as 0",
        "结果太小，计算机只能写成 0",
        lambda f: f.value == 0.0 and 0.0 not in (f["delta"], f["a"]),
    ),
    "the loss itself": Claim(
        "raising this weight a little (?:raises|lowers) the loss",
        "权重增大一点点，损失就(?:增大|减小)",
        lambda f: f.case.program.chain.single and f.operation.ref.startswith("dW"),
    ),
    "the error term itself": Claim(
        "its gradient is the error term itself",
        "它的梯度就是误差项本身",
        lambda f: f.value == f.delta and f.N == 1,
    ),
    "its error term": Claim(
        "the contribution of this one example to its gradient is its error term",
        "这一个样本对它的贡献就是误差项",
        lambda f: f.value == f.delta and f.N > 1,
    ),
    "the mean of the examples": Claim(
        r"The mean contribution of all ⟨N⟩ examples",
        r"全部 ⟨N⟩ 个样本(?:对偏置)?的贡献平均",
        lambda f: f.N > 1 and _mean(f, f.N),
    ),
    "the sum of the examples": Claim(
        r"The contributions of all ⟨N⟩ examples (?:to the gradient of the bias )?add up to ⟨value⟩",
        r"全部 ⟨N⟩ 个样本(?:对偏置)?的贡献之和为 ⟨value⟩",
        lambda f: f.N > 1 and f.shape.conventions.batch_reduction == "sum" and _sum(f),
    ),
    "the gradient is negative": Claim(
        "The gradient is negative, so the (?:weight|bias) goes up",
        "梯度为负，所以(?:权重|偏置)增大",
        lambda f: f["gradient"] < 0.0 and f.value > _old(f),
    ),
    "the gradient is positive": Claim(
        "The gradient is positive, so the (?:weight|bias) goes down",
        "梯度为正，所以(?:权重|偏置)减小",
        lambda f: f["gradient"] > 0.0 and f.value < _old(f),
    ),
    "by η times its size": Claim(
        "by ⟨learning_rate⟩ times its size",
        "幅度是梯度大小的 ⟨learning_rate⟩ 倍",
        lambda f: _same(f.value - _old(f), -f["learning_rate"] * f["gradient"], abs(_old(f))),
    ),
    "no gradient": Claim("The gradient is zero", "梯度为零", lambda f: bool(f["gradient"] == 0.0)),
    "no rate": Claim(
        "The learning rate is 0 now",
        "学习率现在是 0",
        lambda f: f.trace.learning_rate == 0.0 and f["gradient"] != 0.0,
    ),
    "lost in rounding": Claim(
        "is so small that it is lost in rounding",
        "太小，在舍入中丢失",
        lambda f: (
            0.0 not in (f["learning_rate"], f["gradient"])
            and abs(f["learning_rate"] * f["gradient"]) <= _EPSILON * abs(_old(f))
        ),
    ),
    "stays": Claim("stays at ⟨value⟩", "保持 ⟨value⟩", lambda f: f.value == _old(f) == f["old"]),
    "a memory kept in part": Claim(
        "⟨kept⟩ times the memory ⟨old⟩ and ⟨share⟩ times",
        "记忆 ⟨old⟩ 的 ⟨kept⟩ 倍，加上",
        lambda f: _same(f.value, _memory(f), 1.0),
    ),
    "a running mean": Claim(
        "the root of a running mean of its squares",
        "平方的滑动平均的平方根",
        lambda f: f["optimizer"] == "rmsprop",
    ),
    "gradient and memory": Claim(
        "the gradient and ⟨kept⟩ times its memory are added up",
        "梯度加上梯度记忆的 ⟨kept⟩ 倍",
        lambda f: f["optimizer"] == "nesterov" and f["kept"] == f.terms[3],
    ),
    "both memories began at zero": Claim(
        "[Bb]oth memories began at zero; corrected for that they are ⟨m_hat⟩ and ⟨v_hat⟩",
        "两份记忆都从零开始，校正后分别为 ⟨m_hat⟩ 和 ⟨v_hat⟩",
        lambda f: (
            _same(f["m_hat"], f.terms[2] / (1.0 - f.terms[3] ** f.terms[6]))
            and _same(f["v_hat"], f.terms[4] / (1.0 - f.terms[5] ** f.terms[6]))
        ),
    ),
    "corrected as if begun at zero": Claim(
        "[Tt]he memories, corrected as if they had begun at zero, are ⟨m_hat⟩ and ⟨v_hat⟩",
        "两份记忆按从零开始的情形校正后，分别为 ⟨m_hat⟩ 和 ⟨v_hat⟩",
        lambda f: (
            any(f.case.rule.optimizer.first_memory)
            and _same(f["m_hat"], f.terms[2] / (1.0 - f.terms[3] ** f.terms[6]))
            and _same(f["v_hat"], f.terms[4] / (1.0 - f.terms[5] ** f.terms[6]))
        ),
    ),
    "no division by 0": Claim(
        "The memory of squares is 0 and there is no ε: a step would be divided by 0 and is left out",
        "平方记忆为 0，又没有 ε：这一步要除以 0，因此略去",
        lambda f: _squares(f) == 0.0 == getattr(f.case.rule.optimizer, "epsilon", None),
    ),
    "frozen": Claim("is frozen: it", "已冻结：", lambda f: f.value == _old(f)),
    "not remembered": Claim(
        "Of a frozen parameter the optimizer remembers nothing",
        "参数已冻结，优化器对它没有记忆",
        lambda f: f.value == 0.0 and bool(f.case.rule.frozen),
    ),
    "weight decay": Claim(
        "Weight decay takes ⟨decay⟩ off the parameter",
        "权重衰减先?从参数中减去 ⟨decay⟩",
        lambda f: _same(f["decay"], f.terms[1] * f.terms[8 if len(f.terms) > 3 else 2] * _old(f)),
    ),
}

# Words that say something about numbers: each must be part of a claim.
STRONG = {
    "en": re.compile(
        r"\b(?:zero|nothing|never|ever|always|only|all|both|none|no|not|cannot|mean|exactly|hardly|nearly|same"
        r"|flat|bottom|corner|kink|beyond|close|negative|positive|small|smaller|smallest|large|larger|largest"
        r"|most|best|right|rise|rises|raises|fall|falls|lowers|up|down|grow|grows|shrink|shrinks|usual|usually"
        r"|increases|decreases|equal|half|twice|whole|add|adds|costs)\b|(?<![\d⟨])\b0\b",
        re.IGNORECASE,
    ),
    "zh-CN": re.compile(
        r"零|永远|恒|总|只|唯一|全部|所有|都|无法|不变|不计|不随|不直接|恰好|几乎|近乎|平的|最|尖点|折点|越过"
        r"|太小|太近|为正|为负|增大|增加|减小|升高|降低|相加|平均|保持|放大|缩小|平时|通常|大部分|一样|代价"
        r"|(?<![\d⟨])0(?!\d)"
    ),
}
# Where such a word claims nothing: what if, and the parts that a sentence names.
NEUTRAL = {
    "en": re.compile(
        r"passed on a little more|[Mm]oving it a little|adds ⟨added⟩|the penalty on the weights adds"
        r"|together with its bias|the mean ⟨mean⟩|memory of squares|As far as the computer can tell"
        r"|though moving"
    ),
    "zh-CN": re.compile("增大一点点|再加 ⟨added⟩|梯度记忆|平方记忆"),
}


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    """A phrase in which ⟨N⟩ is any number, counted or marked."""
    return re.compile(phrase.replace("⟨N⟩", r"(?:\d+|⟨\w+⟩)"))


def claims_in(sentence: str, language: str) -> set[str]:
    """The claims that a sentence makes; fails at a strong word that is part of none."""
    spans = [match.span() for match in NEUTRAL[language].finditer(sentence)]
    spans += [match.span() for match in re.finditer("⟨[^⟩]*⟩", sentence)]
    found = set()
    for name, claim in CLAIMS.items():
        for match in _pattern(claim.en if language == "en" else claim.zh).finditer(sentence):
            found.add(name)
            spans.append(match.span())
    for word in STRONG[language].finditer(sentence):
        covered = any(start <= word.start() and word.end() <= end for start, end in spans)
        assert covered, f"“{word[0]}” in “{sentence}” is no part of a claim that is checked"
    return found
