### 决策边界。

plane-unit = 显示
plane-decided = 判定的类别
plane-choose = 输入平面上的一个点
plane-role = 平面上的点
plane-at = { $here }：{ $name } ≈ { $value }
plane-at-class = { $here }：类别 { $class }
plane-class = 类别 { $class }
plane-hollow = 测试样本
plane-focus = 当前样本
plane-line = 值为 { $level } 处
plane-line-classes = 类别的分界
plane-layer = 第 { $layer } 层的神经元
plane-summary = 按现在的参数，{ $name } 在图示的输入范围内从 { $low } 变到 { $high }。
plane-summary-classes = 每个点的颜色是网络判定的类别，即输出最大的那一类。
plane-many = 这个平面只改变 { $count } 个输入中的 { $x } 和 { $y }，看不出网络的全貌，可能整片都是一种颜色。可以换两个输入，或看预测质量。
plane-held = 其余输入保持当前样本的值：{ $held }。
predict-hint = 点击一个点，或用方向键选一个点再按回车：网络在那里预测什么？
predict-summary = { $class ->
    [none] 在 { $here } 处，网络给出 { $outputs }。
   *[other] 在 { $here } 处，网络给出 { $outputs }，即类别 { $class }。
}
predict-watch = 观看前向传播
predict-numbers = 这次前向传播的全部数值
what-if = 试算
what-if-here = 用 { $here } 试算。会话停在原处，不受影响。
what-if-layer = { $layer ->
    [0] 输入
   *[other] 第 { $layer } 层，共 { $layers } 层
}
what-if-previous = 上一层
what-if-next = 下一层
what-if-back = 回到会话
