### 打开一个数时所说的话。

formula-alternative = 或者展开来写
inspector-close = 关闭
inspector-trail = 先前打开的数
inspector-back = 回到{ $name }
inspector-pending = 尚未计算。它将这样得来：
inspector-made = 怎样得来
inspector-updated = 由上一次更新得来
inspector-given-input = 这是输入：随数据给定。
inspector-given-target = 这是目标：输出应当达到的值，随数据给定。
inspector-given-weight = 这是权重：在更新之前保持不变。
inspector-given-bias = 这是偏置：在更新之前保持不变。
inspector-given-weight-frozen = 这是权重：它已冻结，保持原样。
inspector-trained = 训练这个参数
inspector-given-bias-frozen = 这是偏置：这里不训练偏置，它保持不变。
inspector-given-learning-rate = 由你选择：每次逆着梯度走多远。
inspector-neuron = 这个神经元
inspector-edge = 这条边
inspector-incoming = 从这些边传入
inspector-outgoing = 从这些边传出
check-title = 数值梯度检验
check-agrees = 有限差分验证
check-differs = 有限差分得到另一个数
check-kink = 有限差分在这里无法判断：附近有函数的折点或跳跃。
check-by-backpropagation = 反向传播
check-error = 相对误差 { $error }。
check-how = { $what ->
    [leaf] 把这个叶子分别增大和减小一点点（±{ $epsilon }），各算一次损失，就知道损失在这里变化得多快。
    [bias] 把这个偏置分别增大和减小一点点（±{ $epsilon }），各算一次损失，就知道损失在这里变化得多快。
   *[weight] 把这个权重分别增大和减小一点点（±{ $epsilon }），各算一次损失，就知道损失在这里变化得多快。
}
paths-title = 到损失的全部路径
paths-count = { $count ->
   *[other] { $count } 条路径
}
paths-of-example = { $reduction ->
    [sum] 这里是当前样本。整批的梯度是 { $examples } 个样本各自贡献之和。
   *[mean] 这里是当前样本。整批的梯度是 { $examples } 个样本各自贡献的平均。
}
paths-of-penalty = 对大权重的惩罚项另外给梯度加上它的部分，不经过这些路径。
paths-more = 显示全部 { $count } 条
paths-some = 共 { $count } 条路径，这里列出前 { $shown } 条；全部加起来得：
paths-sum = { $count ->
    [1] 它就是梯度：
   *[other] 相加就是梯度：
}
paths-share = { $count ->
    [1] 它就是这个样本的贡献：
   *[other] 相加就是这个样本的贡献：
}
paths-saved = 逐条路径计算，这个梯度要做 { $along } 次乘法；反向传播只做 { $shared } 次，因为共用的部分只算一次。
paths-saved-all = 算出整个网络的所有梯度，逐条路径要做 { $along } 次乘法，反向传播只要 { $shared } 次，省下 { $saved } 次。
edit-label = 修改数值
turn = 修改{ $name }
edit-apply = 应用
edit-not-a-number = 请输入一个数，例如 0.25 或 -1.5。
edit-out-of-range = { $value } 超出范围：请在 { $low } 与 { $high } 之间。
edit-stale = 有 { $count } 个数依赖旧值，已作废；按“下一步”重新计算。
paths-pending = { $name } 的梯度还没有算出来；反向传播算到它之后，这里列出它通往损失的所有路径。
