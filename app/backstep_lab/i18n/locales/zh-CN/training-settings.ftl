# 优化器与其他训练设置：名称、自己的数、句子。

op-title-first-moment = 动量
op-title-second-moment = 梯度平方
op-first-moment = 记忆 { $old } 的 { $kept } 倍，加上梯度 { $gradient } 的 { $share } 倍，得到新的梯度记忆 { $value }。
op-second-moment = 记忆 { $old } 的 { $kept } 倍，加上梯度 { $gradient } 的平方的 { $share } 倍，得到新的平方记忆 { $value }。
op-sum-of-squares = 把梯度 { $gradient } 的平方加到以往所有平方之和 { $old } 上，得到 { $value }。
op-update-momentum = 这一步是梯度记忆的 { $learning_rate } 倍：从 { $old } 变为 { $value }。
op-update-nesterov = 这一步向前看：梯度加上梯度记忆的 { $kept } 倍，再乘以 { $learning_rate }：从 { $old } 变为 { $value }。
op-update-adagrad = 梯度除以它历次平方之和的平方根，所以每个参数有自己的步长：从 { $old } 变为 { $value }。
op-update-rmsprop = 梯度除以它平方的滑动平均的平方根，所以每个参数有自己的步长：从 { $old } 变为 { $value }。
op-update-adam = 两份记忆都从零开始，校正后分别为 { $m_hat } 和 { $v_hat }。前者除以后者的平方根，再乘以 { $learning_rate }，就是这一步：从 { $old } 变为 { $value }。
op-update-adamw = 权重衰减先从参数中减去 { $decay }，再走 Adam 的一步：两份记忆都从零开始，校正后分别为 { $m_hat } 和 { $v_hat }；前者除以后者的平方根，再乘以 { $learning_rate }。从 { $old } 变为 { $value }。

ref-weight-memory = 优化器对权重的记忆（{ $memory }）：{ $below ->
    [0] 输入 { $from }
   *[other] 第 { $below } 层神经元 { $from }
} → 第 { $layer } 层神经元 { $unit }
ref-bias-memory = 优化器对第 { $layer } 层神经元 { $unit } 的偏置的记忆（{ $memory }）
ref-next-weight-memory = 权重的新记忆（{ $memory }）：{ $below ->
    [0] 输入 { $from }
   *[other] 第 { $below } 层神经元 { $from }
} → 第 { $layer } 层神经元 { $unit }
ref-next-bias-memory = 第 { $layer } 层神经元 { $unit } 的偏置的新记忆（{ $memory }）
ref-momentum = 旧记忆保留多少
ref-rho = 平方记住多久
ref-beta1 = 梯度记住多久
ref-beta2 = 平方记住多久
ref-epsilon = 保证除法安全的小数
ref-weight-decay = 权重衰减系数
ref-age = 这个优化器的第几次迭代
inspector-given-setting = 这是一项设置，可在“训练设置”里选择。
inspector-given-memory = 优化器的记忆从空白开始。

optimizer-sgd = 梯度下降
optimizer-momentum = 动量
optimizer-nesterov = Nesterov 动量
optimizer-adagrad = Adagrad
optimizer-rmsprop = RMSProp
optimizer-adam = Adam
optimizer-adamw = AdamW
optimizer-sgd-does = 每一步都正对梯度的反方向。
optimizer-momentum-does = 步子像一个沉重的球，越滚越快：以往的梯度继续起作用。
optimizer-nesterov-does = 带预见的动量：先看球将到哪里。
optimizer-adagrad-does = 梯度大过的参数步子变小；它从不遗忘。
optimizer-rmsprop-does = 用每个参数近来梯度的平常大小来衡量它的步子。
optimizer-adam-does = 动量加上衡量过的步子；刚开始时两者都要修正。
optimizer-adamw-does = Adam，外加每次迭代从每个参数中减去它的 η·λ 倍。

schedule-constant = 不变
schedule-step = 阶梯下降
schedule-exponential = 指数下降
schedule-cosine = 余弦下降

sheet-training = 训练设置
training-optimizer = 优化器
training-rate-now = 本次迭代：{ $rate }
training-momentum = 动量 μ
training-rho = 记忆 ρ
training-beta1 = 记忆 β₁
training-beta2 = 记忆 β₂
training-epsilon = 保护项 ε
training-weight-decay = 衰减 λ
training-schedule = 学习率的变化
training-every = 每隔多少次迭代
training-gamma = 系数 γ
training-length = 多少次迭代后到零
training-batch-size = 批大小
training-batch-all = 全部样本
training-batch-some = { $size } 个样本
training-batch-does = { $kind ->
    [all] 全批：每次迭代看完所有样本，沿平均梯度走。
    [one] 随机：每次迭代只看一个样本，快，但不安稳。
   *[some] 小批：每次迭代看一部分样本，折中的办法。
}
training-shuffle = 每个轮次打乱样本
training-biases = 偏置也参加训练
training-penalties = 对大权重的惩罚
training-l1 = L1，按大小
training-l2 = L2，按平方
training-penalty-does = 惩罚是损失旁边单独的一项，把每个权重往零拉。
training-fresh = 换优化器后，记忆从空白开始；其余一切照旧。“上一步”可撤回这次改动。
training-out-of-range = 请填 { $low } 到 { $high } 之间的数。
