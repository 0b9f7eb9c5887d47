"""A learner's text as a number: `0.4*0.59`, `1/3`, `σ(0.3775)`. It is read and worked out, never run."""

import ast
import math
import re
from collections.abc import Callable
from operator import add, mul, sub, truediv
from unicodedata import normalize

from app import limits
from app.sessions.problems import Invalid


def _sigmoid(z: float) -> float:
    return 1.0 / (1.0 + math.exp(-z)) if z >= 0.0 else math.exp(z) / (1.0 + math.exp(z))


FUNCTIONS: dict[str, Callable[..., float]] = {
    "sigmoid": _sigmoid,
    "exp": math.exp,
    "tanh": math.tanh,
    "sqrt": math.sqrt,
    "ln": math.log,
    "log": math.log,  # natural, as everywhere in the formulas
    "abs": abs,
    "relu": lambda z: max(0.0, z),
    "max": max,
    "min": min,
}
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
        value = _worked_out(ast.parse(_plain(text), mode="eval").body, text)
    except ArithmeticError:
        raise _no_number(text) from None
    except (SyntaxError, ValueError, TypeError, RecursionError, MemoryError):
        raise _unreadable(text) from None
    if not math.isfinite(value):
        raise _no_number(text)
    return value


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
    match node:
        case ast.Constant(value=int() | float() as value):
            return float(value)
        case ast.Name(id=name) if name in CONSTANTS:
            return CONSTANTS[name]
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_worked_out(operand, text)
        case ast.UnaryOp(op=ast.UAdd(), operand=operand):
            return _worked_out(operand, text)
        case ast.BinOp(left=left, op=op, right=right):
            return _combined(op, _worked_out(left, text), _worked_out(right, text), text)
        case ast.Call(func=ast.Name(id=name), args=args, keywords=[]) if name in FUNCTIONS:
            return float(FUNCTIONS[name](*(_worked_out(arg, text) for arg in args)))
    raise _unreadable(text)


_OPERATIONS: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: add,
    ast.Sub: sub,
    ast.Mult: mul,
    ast.Div: truediv,
}


def _combined(op: ast.operator, left: float, right: float, text: str) -> float:
    if type(op) in _OPERATIONS:
        return _OPERATIONS[type(op)](left, right)
    if not isinstance(op, ast.Pow):
        raise _unreadable(text)
    if abs(right) > limits.MAX_POWER or (left < 0.0 and not right.is_integer()):
        raise _no_number(text)
    return float(left**right)


def _unreadable(text: str) -> Invalid:
    shown = text[:40]
    return Invalid(
        "text",
        f"“{shown}” is no number and no calculation that is understood here: give a number such as 0.25, or "
        f"a calculation of at most {limits.MAX_ANSWER} characters such as 0.4*0.59, 1/3, sigmoid(0.38).",
        "problem-answer-unreadable",
        text=shown,
    )


def _no_number(text: str) -> Invalid:
    shown = text[:40]
    return Invalid(
        "text",
        f"“{shown}” comes to no number: it divides by 0, grows too large, or has a power beyond "
        f"{limits.MAX_POWER}.",
        "problem-answer-no-number",
        text=shown,
    )
