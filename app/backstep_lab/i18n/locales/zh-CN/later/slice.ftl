### 沿一个权重。

slice-key-loss = 只改变这一个数时的损失
slice-key-tangent = 切线
slice-key-step = 更新的一步
slice-here = 现在的 { $name }
slice-loss = 这里的损失
slice-slope = 曲线的斜率（测量）
slice-gradient = ∂L/∂{ $name }（反向传播）
slice-equal = 两者一致：梯度就是这条曲线的斜率。
slice-unequal = 两者不同：附近曲线有折点，或者平得测不出斜率。
slice-step = { $way ->
    [lower] 学习率为 { $rate } 时，这一步是 −η · 斜率 = { $change }。沿这条曲线，损失降到 { $loss }。
    [higher] 学习率为 { $rate } 时，这一步是 −η · 斜率 = { $change }。沿这条曲线，损失反而升到 { $loss }：步子太大了。
    [same] 学习率为 { $rate } 时，这一步是 −η · 斜率 = { $change }。沿这条曲线，损失仍是 { $loss }。
   *[unknown] 学习率为 { $rate } 时，这一步是 −η · 斜率 = { $change }。走到那里，损失已经无法计算。
}
slice-optimizer = 这是普通梯度下降的一步；当前的优化器会走自己的一步，更新时可以看到。
slice-pending = 反向传播算出梯度之后，切线才会出现。
