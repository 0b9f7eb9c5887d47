# 优化器与其他训练设置：名称、自己的数、句子。

op-title-first-moment = 动量
op-title-second-moment = 梯度平方
op-first-moment = 记忆 { $old } 的 { $kept } 倍，加上梯度 { $gradient } 的 { $share } 倍，得到新的梯度记忆 { $value }。
op-second-moment = 记忆 { $old } 的 { $kept } 倍，加上梯度 { $gradient } 的平方的 { $share } 倍，得到新的平方记忆 { $value }。
op-sum-of-squares = 梯度 { $gradient } 的平方加到平方记忆 { $old } 上，共 { $value }。
op-update-momentum = 这一步是梯度记忆的 { $learning_rate } 倍：从 { $old } 变为 { $value }。
op-update-nesterov = 这一步向前看：梯度加上梯度记忆的 { $kept } 倍，再乘以 { $learning_rate }：从 { $old } 变为 { $value }。
op-update-adagrad = 梯度除以平方记忆的平方根，所以每个参数有自己的步长：从 { $old } 变为 { $value }。
op-update-rmsprop = 梯度除以它平方的滑动平均的平方根，所以每个参数有自己的步长：从 { $old } 变为 { $value }。
op-update-adam = { $began ->
    [given] 两份记忆按从零开始的情形校正后，分别为 { $m_hat } 和 { $v_hat }。前者除以后者的平方根，再乘以 { $learning_rate }，就是这一步：从 { $old } 变为 { $value }。
   *[zero] 两份记忆都从零开始，校正后分别为 { $m_hat } 和 { $v_hat }。前者除以后者的平方根，再乘以 { $learning_rate }，就是这一步：从 { $old } 变为 { $value }。
}
op-update-adamw = { $began ->
    [given] 权重衰减先从参数中减去 { $decay }，再走 Adam 的一步：两份记忆按从零开始的情形校正后，分别为 { $m_hat } 和 { $v_hat }；前者除以后者的平方根，再乘以 { $learning_rate }。从 { $old } 变为 { $value }。
   *[zero] 权重衰减先从参数中减去 { $decay }，再走 Adam 的一步：两份记忆都从零开始，校正后分别为 { $m_hat } 和 { $v_hat }；前者除以后者的平方根，再乘以 { $learning_rate }。从 { $old } 变为 { $value }。
}

op-update-undivided = 平方记忆为 0，又没有 ε：这一步要除以 0，因此略去。参数保持 { $value }。
op-update-undivided-decay = 平方记忆为 0，又没有 ε：这一步要除以 0，因此略去。权重衰减从参数中减去 { $decay }：从 { $old } 变为 { $value }。

op-update-frozen = { $parameter ->
    [bias] 这个偏置已冻结：保持 { $value }。
   *[weight] 这个权重已冻结：保持 { $value }。
}
op-moment-frozen = 参数已冻结，优化器对它没有记忆。

ref-weight-memory = { $below ->
    [0] 优化器对输入 { $from } 到第 { $layer } 层神经元 { $unit } 的权重的记忆（{ $memory }）
   *[other] 优化器对第 { $below } 层神经元 { $from } 到第 { $layer } 层神经元 { $unit } 的权重的记忆（{ $memory }）
}
ref-bias-memory = 优化器对第 { $layer } 层神经元 { $unit } 的偏置的记忆（{ $memory }）
ref-next-weight-memory = { $below ->
    [0] 优化器对输入 { $from } 到第 { $layer } 层神经元 { $unit } 的权重的新记忆（{ $memory }）
   *[other] 优化器对第 { $below } 层神经元 { $from } 到第 { $layer } 层神经元 { $unit } 的权重的新记忆（{ $memory }）
}
ref-next-bias-memory = 优化器对第 { $layer } 层神经元 { $unit } 的偏置的新记忆（{ $memory }）
ref-momentum = 旧记忆保留的比例
ref-dampening = 阻尼：梯度中被舍去的份额
ref-rho = 旧的平方记忆保留的比例
ref-beta1 = 旧的梯度记忆保留的比例
ref-beta2 = 旧的平方记忆保留的比例
ref-epsilon = 防止除以 0 的小数
ref-weight-decay = 权重衰减系数
ref-age = 这个优化器的迭代次数，含这一次
inspector-given-setting = 这是一项设置，可在“训练设置”里选择。
inspector-given-memory = 优化器从这份记忆开始：可在“训练设置”中选择，0 表示空白。

optimizer-sgd = 梯度下降
optimizer-momentum = 动量
optimizer-nesterov = Nesterov 动量
optimizer-adagrad = Adagrad
optimizer-rmsprop = RMSProp
optimizer-adam = Adam
optimizer-adamw = AdamW
optimizer-sgd-does = 每一步都正对梯度的反方向。
optimizer-momentum-does = 步子像一个沉重的球，越滚越快：以往的梯度继续起作用。
optimizer-nesterov-does = 会向前看的动量：先看球将到哪里。
optimizer-adagrad-does = 有过大梯度的参数，步子从此变小。
optimizer-rmsprop-does = 每个参数的步子，都除以它近来梯度的通常大小。
optimizer-adam-does = 动量，加上按梯度大小调整的步子；最初几次迭代里两者都要修正。
optimizer-adamw-does = Adam，外加每次迭代从每个参数中减去它的 η·λ 倍。

schedule-constant = 不变
schedule-step = 阶梯下降
schedule-exponential = 指数下降
schedule-cosine = 余弦下降

training-optimizer = 优化器
training-rate-now = 本次迭代：{ $rate }
training-momentum = 动量 μ
training-dampening = 阻尼 τ
training-rho = 记忆 ρ
training-beta1 = 记忆 β₁
training-beta2 = 记忆 β₂
training-epsilon = 保护项 ε
training-weight-decay = 衰减 λ
training-first-m = 初始 m
training-first-v = 初始 v
training-schedule = 学习率的变化
training-every = 每隔多少次迭代下降一次
training-gamma = 系数 γ
training-length = 经过多少次迭代降到零
training-batch-size = 批量大小
training-batch-all = 全部样本
training-batch-some = { $size } 个样本
training-batch-does = { $kind ->
    [all] 批量：每次迭代用全部样本，沿平均梯度走。
    [one] 随机：每次迭代只用一个样本，快，但不安稳。
   *[some] 小批量：每次迭代用一部分样本，折中的办法。
}
training-shuffle = 每个轮次都打乱样本的顺序
training-biases = 偏置也参加训练
training-frozen = 冻结的参数
training-thaw = 全部训练
training-penalties = 对大权重的惩罚项
training-l1 = L1，按绝对值
training-l2 = L2，按平方
training-penalty-does = 惩罚项加在损失上，把每个权重往零拉。
training-fresh = 换优化器，或换初始的 m、v，记忆就重新开始；其余一切照旧。按“上一步”可以撤销。
training-out-of-range = 请填 { $low } 到 { $high } 之间的数。
