"""A small lesson to write into a folder, whole or with something wrong in it."""

from pathlib import Path

EN = """+++
title = "A sum"
about = "What a neuron adds up."
+++

## One weight

Every line carries a **weight**. Make [the first](W1[0,0]) more than 0.5.

```scene knob
preset = "mazur"
do = { edit = "W1[0,0]", above = 0.5, show = 0.9 }
```

## One product

How much is `w·x` now?

```scene product
do = { predict = "W1[0,0]*x[0]", answer = 0.045 }
```

## The sum

Step until the sum is there.

```scene sum
do = { step = "z1[0]" }
```
"""

ZH = """+++
title = "求和"
about = "神经元把什么加起来。"
+++

## 一个权重

每条线上有一个**权重**。把[第一个](W1[0,0])调到 0.5 以上。

```scene knob
```

## 一个乘积

现在 `w·x` 是多少？

```scene product
```

## 求和

一步步走，直到求出和。

```scene sum
```
"""


def written(folder: Path, en: str = EN, zh: str | None = ZH) -> Path:
    """The folder of a lesson with these files; without a file where there is no text."""
    lesson = folder / "01-a-sum"
    lesson.mkdir(parents=True)
    (lesson / "en.md").write_text(en, "utf-8")
    if zh is not None:
        (lesson / "zh-CN.md").write_text(zh, "utf-8")
    return lesson
