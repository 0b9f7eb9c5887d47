### 观察损失与梯度的各个视图：曲线、截线、曲面、表格。

problem-ref-no-parameter = { $ref } 不是权重或偏置。
problem-ref-no-unit = { $ref } 不是神经元的激活值。
problem-same-parameter = 两条轴都是 { $ref }：请选择两个不同的参数。

view-slice = 沿一个权重
view-surface = 沿两个权重
axis-loss = 损失 L
axis-iteration = 迭代
parameter = 权重或偏置
span = 范围
span-auto = 自动

loss-title = 至今的损失
loss-point = 第 { $iteration } 次迭代：{ $loss }
loss-point-test = 第 { $iteration } 次迭代：{ $loss }，测试 { $test }
loss-of-batch = 本次迭代的批次
loss-of-training = 全部训练样本
loss-of-test = 测试样本
loss-hint = 点击一个点，或用方向键选一个点再按回车，就能回到那一刻。
loss-none = 还没有损失：前向传播结束时才会算出。

slice-key-loss = 只改变这一个数时的损失
slice-key-tangent = 切线
slice-key-step = 更新的一步
slice-here = 现在的 { $name }
slice-loss = 这里的损失
slice-slope = 曲线的斜率（量出来的）
slice-gradient = ∂L/∂{ $name }（反向传播）
slice-equal = 两者一致：梯度就是这条曲线的斜率。
slice-unequal = 两者不同：附近曲线有折点，或者平得量不出斜率。
slice-step = 学习率为 { $rate } 时，这一步是 −η · 斜率 = { $change }。{ $way ->
    [lower] 沿这条曲线，损失降到 { $loss }。
    [higher] 沿这条曲线，损失反而升到 { $loss }：步子太大了。
    [same] 沿这条曲线，损失仍是 { $loss }。
   *[unknown] 走到那里，损失已经无法计算。
}
slice-optimizer = 这是普通梯度下降的一步；当前的优化器会走自己的一步，更新时可以看到。
slice-pending = 反向传播算出梯度之后，切线才会出现。

surface-across = 横轴
surface-up = 纵轴
surface-at = 在 { $x } = { $atX }、{ $y } = { $atY } 处，损失是 { $loss }。
surface-summary = 图上的损失从 { $low }（淡）到 { $high }（浓）。现在位于 { $x } = { $atX }、{ $y } = { $atY }；其他数都保持现在的值。
surface-path = { $count ->
    [0] 训练之后，下降的路线会画在这里。
   *[other] 这条线是至今走过的路，共 { $count } 段。这张图属于此刻：先前其他权重不同，那时的图也不同。
}

view-activation = 激活
view-matrices = 矩阵
view-gradients = 梯度
view-check = 检验
view-batch = 批次

curve-value = f(z)
curve-slope = 斜率 f′(z)
curve-pending = 斜率要到反向传播时才算。
curve-waits = softmax 要看本层的全部加权和：都算出之后才有曲线。
curve-open = 这里的斜率是 { $slope }，为这条曲线最陡处（{ $steepest }）的 { $share } %：梯度能顺利通过。
curve-saturated = 饱和：这里的斜率是 { $slope }，只有这条曲线最陡处（{ $steepest }）的 { $share } %，传回去的梯度所剩无几。
curve-closed = 这里的斜率是 0：对这个样本，没有梯度能从这个神经元传回去。
curve-unused = 这里的斜率是 { $slope }。这个输出的误差项与损失合在一起算，不用这个斜率。
curve-flat = 本批 { $examples } 个样本中，它对 { $flat } 个的斜率为 0。
curve-dead = { $examples ->
    [1] 本批只有一个样本，它的斜率为 0，什么也传不回去。
   *[other] 本批 { $examples } 个样本的斜率全是 0：这是死神经元，从这些样本学不到东西。
}
curve-layer = { $dead ->
    [0] 第 { $layer } 层的每个神经元都至少对一个样本有斜率。
   *[other] 第 { $layer } 层的 { $units } 个神经元中，有 { $dead } 个对本批所有样本的斜率都是 0。
}

matrix-layer = 第 { $layer } 层
matrix-size = { $units } × { $inputs }，另加偏置
matrix-weights = 权重与偏置
matrix-gradients = 它们的梯度
matrix-hint = 每行一个神经元，每列一个传入的数。空白表示尚未计算。点击一个数，看它从何而来。
matrix-cut = 只显示前 { $count } 行和前 { $count } 列。

gradients-size = |∂L/∂w|，每格大十倍
gradients-count = 权重个数
gradients-known = 权重
gradients-norm = 范数
gradients-largest = 最大
gradients-zeros = 零
flow-pending = 反向传播完成后，才能比较各层的梯度。
flow-alone = 只有一层，梯度没有路要走。
flow-even = 从第 { $last } 层到第 1 层，梯度大小保持得不错：范数相差 { $ratio } 倍。
flow-vanishing = 梯度在往回走的路上消失：第 1 层的范数只有第 { $last } 层的 1/{ $ratio }，前面的层学得很慢。
flow-exploding = 梯度在往回走的路上爆炸：第 1 层的范数是第 { $last } 层的 { $ratio } 倍，较小的学习率更稳妥。
flow-blocked = 第一层或最后一层的梯度全是 0：从这一批里，那里学不到东西。

checks-none = 反向传播每算出一个梯度，这里就检验一个。
checks-agree = { $agree ->
    [1] 这一个梯度与损失的有限差分一致。
   *[other] { $agree } 个梯度全部与损失的有限差分一致。最大的相对误差是 { $worst }。
}
checks-differ = 有 { $differ } 个梯度与损失的有限差分不同；{ $agree } 个一致。
checks-kinks = 有 { $count } 个无法判断：附近有函数的折点或跳跃。
checks-pending = 还有 { $count } 个尚未计算。
checks-ask = 检验全部 { $count } 个
checks-difference = 有限差分
checks-error = 相对误差
checks-kink = 无法判断
checks-how = 把每个参数单独增大和减小 { $epsilon }，重新计算损失。误差最大的排在最前。
checks-cut = 共 { $count } 个，这里是误差最大的 { $shown } 个。

batch-examples = 本批的样本
batch-point = 样本 { $example }：{ $share }
batch-mean = { $examples ->
    [1] 1 个样本的平均
   *[other] 全部 { $examples } 个样本的平均
}
batch-penalty = 对大权重的惩罚所加
batch-equal = { $examples ->
    [1] 本批只有一个样本，它的梯度就是整批的梯度。
   *[other] 两者一致：整批的梯度就是各个样本的梯度的平均。点击一根柱，就能在图中看这个样本。
}
batch-with-penalty = 整批的梯度是各个样本的梯度的平均，再加上惩罚的一份。点击一根柱，就能在图中看这个样本。
batch-mean-pending = 目前只知道各个样本自己的梯度；接着求它们的平均。
batch-pending = 各个样本的梯度要到反向传播时才算。
batch-cut = 只画出 { $examples } 个样本中的前 { $shown } 个；平均则是对全部样本的。
