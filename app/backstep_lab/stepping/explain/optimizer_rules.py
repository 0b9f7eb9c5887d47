"""The optimizers' rules as formulas: how their memory is made anew, and how a parameter is."""

from __future__ import annotations

from typing import NamedTuple

from backstep_lab.stepping.formulas.templates import Pair, pair


class Form(NamedTuple):
    """A formula and what it reads, in the order of its places.

    `old` is the parameter, `g` its gradient, `m`, `v`, `m_next`, `v_next` are the memory; the rest settings.
    """

    formula: Pair
    reads: tuple[str, ...]


def _form(formula: str, *reads: str, numbers: str | None = None) -> Form:
    """Symbols side by side are a product; between numbers stands a dot."""
    return Form(pair(formula.replace("*", "\\,"), numbers or formula.replace("*", " \\cdot ")), reads)


_SCALED = _form(
    "#{0} - #{1}*\\frac{#{2}}{\\sqrt{#{3}} + #{4}}", "old", "learning_rate", "g", "v_next", "epsilon"
)
_ADAM = ("old", "learning_rate", "m_next", "beta1", "v_next", "beta2", "t", "epsilon")
_CORRECTED = "\\frac{#{2} / (1 - #{3}^{#{6}})}{\\sqrt{#{4} / (1 - #{5}^{#{6}})} + #{7}}"

UPDATES = {
    "sgd": _form("#{0} - #{1}*#{2}", "old", "learning_rate", "g"),
    "momentum": _form("#{0} - #{1}*#{2}", "old", "learning_rate", "m_next"),
    "nesterov": _form(
        "#{0} - #{1}*\\left(#{2} + #{3}*#{4}\\right)", "old", "learning_rate", "g", "momentum", "m_next"
    ),
    "adagrad": _SCALED,
    "rmsprop": _SCALED,
    "adam": _form(f"#{{0}} - #{{1}}*{_CORRECTED}", *_ADAM),
    "adamw": _form(f"#{{0}} - #{{1}}*#{{8}}*#{{0}} - #{{1}}*{_CORRECTED}", *_ADAM, "weight_decay"),
}


def _mean(beta: str, name: str) -> Form:
    """The running mean β·old + (1−β)·g, for v of g²."""
    if name == "m":
        return _form("#{0}*#{1} + (1 - #{0})*#{2}", beta, name, "g")
    return _form(
        "#{0}*#{1} + (1 - #{0})*\\left(#{2}\\right)^{2}",
        beta,
        name,
        "g",
        numbers="#{0} \\cdot #{1} + (1 - #{0}) \\cdot #{2} \\cdot #{2}",
    )


GATHERED = _form("#{0}*#{1} + #{2}", "momentum", "m", "g")
DAMPENED = _form("#{0}*#{1} + (1 - #{2})*#{3}", "momentum", "m", "dampening", "g")
NOT_REMEMBERED = _form("0")  # of a frozen parameter
# of an optimizer whose √v' + ε is 0
UNDIVIDED = _form("#{0}", "old")
DECAYED = _form("#{0} - #{1}*#{2}*#{0}", "old", "learning_rate", "weight_decay")
_SUM_OF_SQUARES = _form("#{0} + \\left(#{1}\\right)^{2}", "v", "g", numbers="#{0} + #{1} \\cdot #{1}")

MOMENTS = {
    ("momentum", "m"): GATHERED,
    ("nesterov", "m"): GATHERED,
    ("adagrad", "v"): _SUM_OF_SQUARES,
    ("rmsprop", "v"): _mean("rho", "v"),
    ("adam", "m"): _mean("beta1", "m"),
    ("adam", "v"): _mean("beta2", "v"),
    ("adamw", "m"): _mean("beta1", "m"),
    ("adamw", "v"): _mean("beta2", "v"),
}
