"""The order in which the values of a column become class 0, class 1 …"""

from collections.abc import Iterable

# The one that is 0 first.
_PAIRS = (
    ("false", "true"),
    ("f", "t"),
    ("no", "yes"),
    ("n", "y"),
    ("negative", "positive"),
    ("neg", "pos"),
    ("-", "+"),
    ("off", "on"),
    ("absent", "present"),
    ("fail", "pass"),
    ("failed", "passed"),
    ("failure", "success"),
    ("low", "high"),
    ("benign", "malignant"),
    ("dead", "alive"),
    ("否", "是"),
    ("假", "真"),
    ("错", "对"),
    ("无", "有"),
    ("阴性", "阳性"),
    ("低", "高"),
    ("不合格", "合格"),
    ("不及格", "及格"),
    ("不通过", "通过"),
    ("未通过", "通过"),
    ("失败", "成功"),
)


def ordered(values: Iterable[str]) -> list[str]:
    """Numbers by size, known pairs in their order, others by alphabet: whatever the order of the rows."""
    found = list(values)
    lower = sorted(value.lower() for value in found)
    for pair in _PAIRS:
        if lower == sorted(pair):
            return sorted(found, key=lambda value: pair.index(value.lower()))
    try:
        return sorted(found, key=float)
    except ValueError:
        return sorted(found)
