### 激活。

slide-z = 滑动 z
slide-there = 此处
slide-flat = 这里的斜率是 0：梯度传不过去。
slide-unused = 这里的斜率是 0；这个输出的误差项不用这个斜率来算。
slide-steepest = 这里是曲线最陡的地方：斜率 { $slope }。
slide-share = { $peak ->
    [none] 这里的斜率是 { $slope }。
   *[other] 这里的斜率是 { $slope }，是最大值的 { $share }%；最大值 { $steepest } 在 z = { $peak } 处。
}
slide-kink = 曲线在 z = { $z } 处有折点或跳跃。这里取的值是 { $a }，斜率取左侧的：{ $slope }。
curve-value = f(z)
curve-slope = 斜率 f′(z)
curve-pending = 斜率要到反向传播时才会算出。
curve-waits = softmax 要用本层的全部加权和：都算出之后才会画出曲线。
curve-open = 这里的斜率是 { $slope }，为这条曲线最陡处（{ $steepest }）的 { $share }%：梯度能顺利通过。
curve-saturated = 饱和：这里的斜率是 { $slope }，只有这条曲线最陡处（{ $steepest }）的 { $share }%，传回去的梯度所剩无几。
curve-closed = 这里的斜率是 0：对这个样本，没有梯度能从这个神经元传回去。
curve-unused = 这里的斜率是 { $slope }。这个输出的误差项与损失合在一起算，不用这个斜率。
curve-flat = 本批 { $examples } 个样本中，有 { $flat } 个使它的斜率为 0。
curve-dead = { $examples ->
    [1] 本批只有一个样本，它的斜率为 0，什么也传不回去。
   *[other] 对本批 { $examples } 个样本，它的斜率全是 0：这是死亡单元，从这些样本学不到东西。
}
curve-layer = { $dead ->
    [0] 第 { $layer } 层的每个神经元，都至少对一个样本斜率不为 0。
   *[other] 第 { $layer } 层的 { $units } 个神经元中，有 { $dead } 个对本批所有样本的斜率都是 0。
}
