"""A learner's text as a number: `0.4*0.59`, `1/3`, `σ(0.3775)`. It is read and worked out, never run."""

import ast
import math
import re
from collections.abc import Callable
from operator import add, mul, sub, truediv
from unicodedata import normalize

from backstep_lab.config import limits
from backstep_lab.language.python_tree import expression_of
from backstep_lab.quiz.expression_functions import FUNCTIONS, UndefinedError, applied, power
from backstep_lab.spec.errors import Invalid

CONSTANTS = {"e": math.e, "pi": math.pi}
_SPELLINGS = {
    **dict.fromkeys("×·⋅∙∗✕", "*"),
    **dict.fromkeys("÷∶⁄", "/"),
    **dict.fromkeys("−–—﹣", "-"),
    "^": "**",
    "²": "**2",
    "³": "**3",
    "σ": "sigmoid",
    "√": "sqrt",
    "π": "pi",
}
_WORDS = "|".join(sorted((*FUNCTIONS, *CONSTANTS), key=len, reverse=True))
_TOKENS = re.compile(rf"(?:(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?|{_WORDS}|[-+*/(), ])+", re.ASCII)


def number_of(text: str) -> float:
    """What the text comes to. Raises Invalid with a sentence, and nothing else."""
    try:
        return _worked_out(expression_of(_plain(text)), text)
    except UndefinedError as error:
        raise _undefined(f"{error.part} is not defined: {error.why}.", error.key, part=error.part) from None
    except ZeroDivisionError:
        detail = f"“{text[:40]}” divides by 0: that is not defined."
        raise _undefined(detail, "problem-answer-division", text=text[:40]) from None
    except OverflowError:
        detail = f"“{text[:40]}” is too large: numbers end at about 1.8 × 10^308 here."
        raise _undefined(detail, "problem-answer-overflow", text=text[:40]) from None
    except (SyntaxError, ValueError, TypeError, RecursionError, MemoryError):
        raise _unreadable(text) from None


def _plain(text: str) -> str:
    """The text in Python's spelling. Raises Invalid where it holds anything but a calculation."""
    if len(text) > limits.MAX_ANSWER:
        raise _unreadable(text)
    plain = normalize("NFKC", "".join(_SPELLINGS.get(sign, sign) for sign in text)).strip().lower()
    plain = "".join(_SPELLINGS.get(sign, sign) for sign in plain)
    if not plain:
        raise Invalid("text", "The answer is empty: give a number, such as 0.25.", "problem-answer-empty")
    if "max" not in plain and "min" not in plain:
        plain = re.sub(r"(?<=\d),(?=\d)", ".", plain)  # a decimal comma
    plain = re.sub(r"(?<![\d.])0+(?=\d)", "", plain)  # 007, which Python refuses
    if not _TOKENS.fullmatch(plain):
        raise _unreadable(text)
    return plain


def _worked_out(node: ast.expr, text: str) -> float:
    value = _value(node, text)
    if not math.isfinite(value):
        raise OverflowError  # of finite numbers, only what is too large is not finite
    return value


def _value(node: ast.expr, text: str) -> float:
    match node:
        case ast.Constant(value=int() | float() as value):
            return float(value)
        case ast.Name(id=name) if name in CONSTANTS:
            return CONSTANTS[name]
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_worked_out(operand, text)
        case ast.UnaryOp(op=ast.UAdd(), operand=operand):
            return _worked_out(operand, text)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _OPERATIONS:
            return _OPERATIONS[type(op)](_worked_out(left, text), _worked_out(right, text))
        case ast.Call(func=ast.Name(id=name), args=args, keywords=[]) if name in FUNCTIONS:
            return applied(name, [_worked_out(arg, text) for arg in args])
    raise _unreadable(text)


_OPERATIONS: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: add,
    ast.Sub: sub,
    ast.Mult: mul,
    ast.Div: truediv,
    ast.Pow: power,
}


def _unreadable(text: str) -> Invalid:
    shown = text[:40]
    return Invalid(
        "text",
        f"“{shown}” is no number and no calculation that is understood here: give a number such as 0.25, or "
        f"a calculation of at most {limits.MAX_ANSWER} characters with + - * / ^ ( ), e, pi and "
        f"{', '.join(FUNCTIONS)}, such as 0.4*0.59, 1/3, sigmoid(0.38).",
        "problem-answer-unreadable",
        text=shown,
    )


def _undefined(detail: str, key: str, **args: str) -> Invalid:
    return Invalid("text", detail, key, **args)
