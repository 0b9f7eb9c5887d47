### What an operation of a computation graph did. Args: numbers arrive written in the learner's own digits.

op-title-node = 取值
op-title-seed = 反向传播的起点
op-title-message = 传回的消息
op-title-message-sum = 消息求和
op-title-no-message = 没有消息

op-graph-add = { $x1 } 加 { $x2 } 等于 { $value }。
op-graph-subtract = { $x1 } 减 { $x2 } 等于 { $value }。
op-graph-multiply = { $x1 } 乘以 { $x2 } 等于 { $value }。
op-graph-divide = { $x1 } 除以 { $x2 } 等于 { $value }。
op-graph-power = { $x1 } 的 { $x2 } 次方等于 { $value }。
op-graph-sum = 这 { $count } 个数相加得 { $value }。
op-graph-max = 这 { $count } 个数中最大的是 { $value }。
op-graph-min = 这 { $count } 个数中最小的是 { $value }。
op-graph-negative = { $x1 } 取相反数，得 { $value }。
op-graph-exp = e 的 { $x1 } 次方等于 { $value }。
op-graph-log = { $x1 } 的自然对数等于 { $value }。
op-graph-sqrt = { $x1 } 的平方根等于 { $value }。
op-graph-sin = { $x1 } 的正弦等于 { $value }。
op-graph-cos = { $x1 } 的余弦等于 { $value }。
op-graph-tan = { $x1 } 的正切等于 { $value }。
op-graph-tanh = { $x1 } 的双曲正切等于 { $value }。
op-graph-sigmoid = sigmoid 函数把 { $x1 } 变成 0 与 1 之间的 { $value }。
op-graph-relu = ReLU 保留正数，其余变为 0：{ $x1 } 变成 { $value }。
op-graph-leaky-relu = Leaky ReLU 保留正数，其余乘以 0.01：{ $x1 } 变成 { $value }。
op-graph-softplus = softplus 把 { $x1 } 变成 { $value }，结果总是正数。
op-graph-gelu = GELU 把 { $x1 } 变成 { $value }。
op-graph-silu = SiLU 把 { $x1 } 乘以它自己的 sigmoid 值：{ $value }。
op-graph-elu = ELU 保留正数，负数则趋近 −1：{ $x1 } 变成 { $value }。
op-graph-abs = { $x1 } 的绝对值等于 { $value }。
op-graph-square = { $x1 } 的平方等于 { $value }。
op-graph-stop = { $x1 } 原样传下去，但梯度不会经过 stop 传回来。

op-graph-seed = 结果对它自身的变化率是 1，所以它自己的梯度是 1。从这里开始，消息往回传。
op-graph-message-sum = { $share ->
    [only] 加法把梯度原样传回：{ $value }。
   *[several] 加法把梯度原样传回：{ $value }。还有别的消息传到这个数。
}
op-graph-message-negative = { $share ->
    [only] 被减去的数得到的梯度要变号：{ $value }。
   *[several] 被减去的数得到的梯度要变号：{ $value }。还有别的消息传到这个数。
}
op-graph-message-multiply = { $share ->
    [only] 乘积把梯度传给每个因子时，要乘以另一个因子：{ $upstream } × { $slope } = { $value }。
   *[several] 乘积把梯度传给每个因子时，要乘以另一个因子：{ $upstream } × { $slope } = { $value }。还有别的消息传到这个数。
}
op-graph-message-slope = { $share ->
    [only] 传来的梯度乘以局部斜率：{ $upstream } × { $slope } = { $value }。
   *[several] 传来的梯度乘以局部斜率：{ $upstream } × { $slope } = { $value }。还有别的消息传到这个数。
}
op-graph-message-extreme-passes = { $share ->
    [only] 选中的就是这个数，所以梯度传回给它：{ $value }。
   *[several] 选中的就是这个数，所以梯度传回给它：{ $value }。还有别的消息传到这个数。
}
op-graph-message-extreme-stops = 没有选中这个数：它稍有变化，结果也不变，所以传给它的消息是 0。
op-graph-message-piece-passes = { $share ->
    [only] 在折点的这一侧，函数的斜率是 { $slope }：消息为 { $value }。
   *[several] 在折点的这一侧，函数的斜率是 { $slope }：消息为 { $value }。还有别的消息传到这个数。
}
op-graph-message-piece-stops = 函数在这里是平的：自变量稍有变化，结果也不变，所以消息是 0。
op-graph-gradient-sum = 这个数用了 { $count } 次，所以传来 { $count } 条消息。把它们加起来，{ $value } 才是完整的梯度。
op-graph-no-message = { $target } 与 { $name } 无关：没有消息传回给它，它的梯度是 0。

op-graph-update = { $direction ->
    [positive] 梯度为负，所以 { $name } 增大，幅度是梯度大小的 { $learning_rate } 倍：从 { $old } 变为 { $value }。
    [negative] 梯度为正，所以 { $name } 减小，幅度是梯度大小的 { $learning_rate } 倍：从 { $old } 变为 { $value }。
   *[zero] { $name } 保持 { $value }。
}
op-graph-update-adaptive = 优化器由梯度和记忆算出这一步：{ $name } 从 { $old } 变为 { $value }。
op-graph-first-moment = 优化器把梯度 { $gradient } 并入记忆：{ $value }。
op-graph-second-moment = 优化器把梯度 { $gradient } 的平方并入记忆：{ $value }。
