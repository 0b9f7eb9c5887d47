### 沿两个权重。

surface-across = 横轴
surface-up = 纵轴
surface-at = 在 { $x } = { $atX }、{ $y } = { $atY } 处，损失是 { $loss }。
surface-summary = 图上的损失从 { $low }（淡）到 { $high }（浓）。现在位于 { $x } = { $atX }、{ $y } = { $atY }；其他数都保持现在的值。
surface-path = { $count ->
    [0] 训练之后，这里会画出梯度下降的路径。
   *[other] 这条线是至今的路径，共 { $count } 段。这张图属于此刻：先前其他数的值不同，图也不同。
}
