### 单独看一个神经元：它画的线，它怎样合并输入，z 滑动时它的函数。

problem-ref-no-first-unit = { $ref } 不是第一层的神经元。
problem-line-inputs = 这个网络有 { $inputs } 个输入；只有两个输入时，神经元才画得出一条线。
