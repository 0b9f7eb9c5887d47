### 运算的名称与说明。参数中的数字已按学习者设定的位数写好。
### $sign、$direction：positive、negative 或 zero。$size：不带符号的数。

op-title-product = 乘积
op-title-sum = 加权和
op-title-activation = 激活值
op-title-loss-term = 单个输出的代价
op-title-loss = 损失
op-title-batch-loss = 批量损失
op-title-loss-slope = 损失的斜率
op-title-downstream-term = 传回的误差
op-title-downstream-sum = 误差求和
op-title-slope = 激活函数的斜率
op-title-delta = 误差项 δ
op-title-weight-gradient = 权重的梯度
op-title-bias-gradient = 偏置的梯度
op-title-batch-gradient = 批量平均
op-title-penalty-gradient = 含惩罚项的梯度
op-title-update = 更新

op-product = { $from_layer ->
    [0] 输入 { $from }
   *[other] 第 { $from_layer } 层神经元 { $from }
} 沿这条边送出 { $a }，乘以权重 { $w } 后变为 { $value }。
op-sum = 到达这个神经元的各项相加，再加上偏置 { $bias }，得到 { $value }。
op-activation = { $activation } 函数把加权和 { $z } 变成神经元向后传递的值：{ $value }。
op-activation-softmax = softmax 把各个加权和变成总和为 1 的份额：输出 { $unit } 得到 { $value }。
op-loss-term = 输出 { $unit } 给出 { $a }，目标是 { $y }：这一偏差的代价是 { $value }。
op-loss = { $count ->
    [1] 唯一一个输出的代价就是损失 { $value }：学习就是要让这个数变小。
    [2] 两个输出的代价合起来就是损失 { $value }：学习就是要让这个数变小。
   *[other] { $count } 个输出的代价合起来就是损失 { $value }：学习就是要让这个数变小。
}
op-batch-loss = 本批 { $examples } 个样本的平均损失是 { $value }。仅这个样本：{ $example_loss }。
op-batch-loss-penalty = 平均损失 { $mean } 加上对大权重的惩罚 { $penalty }，得到 { $value }。
op-loss-slope = { $sign ->
    [positive] 若输出 { $unit } 增大一点点，损失就增大这一点的 { $size } 倍：这个输出应当降低。
    [negative] 若输出 { $unit } 增大一点点，损失就减小这一点的 { $size } 倍：这个输出应当升高。
   *[zero] 输出 { $unit } 正好：略微改变它不会改变损失。
}
op-loss-slope-unbounded = 输出 { $unit } 离极限太近，这里的斜率大得无法表示；接下来的误差项仍然精确。
op-loss-slope-margin = 输出 { $unit } 与目标同侧，且已越过间隔：稍微移动它，损失不变。
op-downstream-term = 第 { $to_layer } 层神经元 { $to } 沿这条边传回误差 { $delta }，乘以权重 { $w } 后变为 { $value }。
op-downstream-sum = { $sign ->
    [positive] 传回这里的各项相加：若这个神经元的输出增大一点点，损失就增大这一点的 { $size } 倍。
    [negative] 传回这里的各项相加：若这个神经元的输出增大一点点，损失就减小这一点的 { $size } 倍。
   *[zero] 传回这里的各项相加为零：这个神经元的输出不影响损失。
}
op-slope = { $activation } 函数在此处的陡峭程度：若加权和增大一点点，激活值就增大这一点的 { $value } 倍。
op-slope-step = 阶跃函数两侧都是平的：斜率为 0，梯度永远穿不过这个神经元，靠梯度学习无法训练它下面的部分。
op-slope-zero = { $activation } 函数在此处是平的，斜率为 0：梯度无法穿过这个神经元。
op-delta = 损失的斜率乘以激活函数的斜率，就是损失对这个神经元加权和的依赖程度：{ $value }。
op-delta-fused = { $activation } 与 { $loss } 搭配时几乎全部抵消，只剩输出 { $a } 与目标 { $y } 之差，因此 δ 为 { $value }。
op-delta-softmax = softmax 的每个输出都会牵动其他输出：全部 { $count } 个斜率共同构成这个误差项：{ $value }。
op-weight-gradient = { $sign ->
    [positive] 误差 { $delta } 乘以这条边正向传递的值 { $a }：权重增大一点点，损失就增大这一点的 { $size } 倍。
    [negative] 误差 { $delta } 乘以这条边正向传递的值 { $a }：权重增大一点点，损失就减小这一点的 { $size } 倍。
   *[zero] 误差 { $delta } 乘以这条边正向传递的值 { $a }：此刻这个权重不影响损失。
}
op-weight-gradient-share = 误差 { $delta } 乘以这条边正向传递的值 { $a }：这一个样本对该权重的意见是 { $value }。
op-bias-gradient = 偏置直接进入加权和，所以它的梯度就是误差项本身：{ $value }。
op-bias-gradient-share = 偏置直接进入加权和：这一个样本对它的意见就是误差项 { $value }。
op-batch-gradient = 全部 { $examples } 个样本的平均是 { $value }。仅这个样本：{ $share }。
op-batch-gradient-bias = 全部 { $examples } 个样本对偏置的平均是 { $value }。仅这个样本：{ $share }。
op-penalty-gradient = 对大权重的惩罚在梯度 { $mean } 上再加 { $added }，得到 { $value }。
op-update = { $direction ->
    [positive] 梯度为负，所以权重增大，幅度是梯度大小的 { $learning_rate } 倍：从 { $w } 变为 { $value }。
    [negative] 梯度为正，所以权重减小，幅度是梯度大小的 { $learning_rate } 倍：从 { $w } 变为 { $value }。
   *[zero] 梯度为零：权重保持 { $value }。
}
op-update-bias = { $direction ->
    [positive] 梯度为负，所以偏置增大，幅度是梯度大小的 { $learning_rate } 倍：从 { $b } 变为 { $value }。
    [negative] 梯度为正，所以偏置减小，幅度是梯度大小的 { $learning_rate } 倍：从 { $b } 变为 { $value }。
   *[zero] 梯度为零：偏置保持 { $value }。
}
