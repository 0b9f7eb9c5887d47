### 网络对各种输入的输出、对任意一点的预测，以及预测得有多好。

problem-point-length = 这个点给了 { $count } 个数；这里需要 { $wanted } 个。
problem-same-input = 两条轴都是输入 { $input }：请选择两个不同的输入。

view-boundary = 决策边界
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
plane-summary = 按现在的参数，{ $name } 在这片输入上从 { $low } 变到 { $high }。
plane-summary-classes = 每个点的颜色是网络判定的类别，即输出最大的那一类。
plane-held = 其余输入保持当前样本的值：{ $held }。

view-quality = 预测质量
quality-train = 训练样本
quality-test = 测试样本
quality-examples = { $count } 个
quality-accuracy = 准确率
quality-r2 = { $output ->
    [-1] R²
   *[other] 输出 { $output } 的 R²
}
quality-loss = 平均损失
quality-none = –
quality-class = { $class }
quality-true = 真实类别
quality-said = 网络的判定
quality-cell-right = 类别 { $true } 的 { $all } 个样本中，{ $count } 个判对了。
quality-cell-wrong = 类别 { $true } 的 { $all } 个样本中，{ $count } 个被判成类别 { $said }。
quality-right = { $all } 个样本中，{ $right } 个判对了。
quality-threshold = 输出高于 { $threshold }（两个目标的中点）就判为较大的一类。真正算数的是测试样本：网络没有用它们学习过。
quality-largest = 输出最大的一类就是判定。真正算数的是测试样本：网络没有用它们学习过。
quality-no-classes = 这里的目标是数值，不是类别。R² 为 1 表示预测完全准确，为 0 表示与总是预测平均值一样。

predict-hint = 点击一个点，或用方向键选一个点再按回车：网络在那里给出什么？
predict-summary = 在 { $here } 处，网络给出 { $outputs }{ $class ->
    [none] 。
   *[other] ，即类别 { $class }。
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
