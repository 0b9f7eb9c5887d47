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
slice-pending = 反向传播算出梯度之后，切线才会出现。

surface-across = 横轴
surface-up = 纵轴
surface-at = 在 { $x } = { $atX }、{ $y } = { $atY } 处，损失是 { $loss }。
surface-told = 图上的损失从 { $low }（浅）到 { $high }（深）。现在位于 { $x } = { $atX }、{ $y } = { $atY }；其他数都保持现在的值。
surface-path = { $count ->
    [0] 训练之后，下降的路线会画在这里。
   *[other] 这条线是至今走过的路，共 { $count } 段。这张图属于此刻：先前其他权重不同，那时的图也不同。
}
