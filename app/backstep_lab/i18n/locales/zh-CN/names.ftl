### 函数与各种数的名称。

activation-identity = 恒等
activation-step = 阶跃
activation-sigmoid = sigmoid
activation-tanh = tanh
activation-relu = ReLU
activation-leaky-relu = leaky ReLU
activation-softplus = softplus
activation-softmax = softmax

loss-half-squared-error = 半平方误差
loss-mean-squared-error = 均方误差
loss-binary-cross-entropy = 二元交叉熵
loss-cross-entropy = 交叉熵

quantity-z = 加权和 z
quantity-a = 激活值 a
quantity-loss = 损失
quantity-delta = 误差项 δ
quantity-dW = 权重的梯度
quantity-db = 偏置的梯度
quantity-W = 权重
quantity-b = 偏置

ref-input = 输入 { $unit }
ref-target = 输出 { $unit } 的目标
ref-weight = { $below ->
    [0] 输入 { $from } 到第 { $layer } 层神经元 { $unit } 的权重
   *[other] 第 { $below } 层神经元 { $from } 到第 { $layer } 层神经元 { $unit } 的权重
}
ref-bias = 第 { $layer } 层神经元 { $unit } 的偏置
ref-weighted-sum = 第 { $layer } 层神经元 { $unit } 的加权和
ref-activation = 第 { $layer } 层神经元 { $unit } 的激活值
ref-product = { $below ->
    [0] 输入 { $from } 与权重的乘积
   *[other] 第 { $below } 层神经元 { $from } 的激活值与权重的乘积
}
ref-loss-term = 输出 { $unit } 的代价
ref-example-loss = { $row ->
    [-1] 这个样本的损失
   *[other] 样本 { $row } 的损失
}
ref-mean-loss = 本批的损失，不含惩罚项
ref-penalty = 对大权重的惩罚项
ref-loss = 损失
ref-learning-rate = 学习率
ref-l1 = 对权重绝对值的惩罚强度
ref-l2 = 对权重平方的惩罚强度
ref-loss-slope = 损失对第 { $layer } 层神经元 { $unit } 的激活值的斜率
ref-downstream = 第 { $layer } 层神经元 { $unit } 传回的误差
ref-slope = 第 { $layer } 层神经元 { $unit } 的激活函数的斜率
ref-delta = 第 { $layer } 层神经元 { $unit } 的误差项
ref-weight-gradient = { $below ->
    [0] 输入 { $from } 到第 { $layer } 层神经元 { $unit } 的权重的梯度
   *[other] 第 { $below } 层神经元 { $from } 到第 { $layer } 层神经元 { $unit } 的权重的梯度
}
ref-bias-gradient = 第 { $layer } 层神经元 { $unit } 的偏置的梯度
ref-weight-share = { $row ->
    [-1] 这个样本给出的权重梯度
   *[other] 样本 { $row } 给出的权重梯度
}
ref-bias-share = { $row ->
    [-1] 这个样本给出的偏置梯度
   *[other] 样本 { $row } 给出的偏置梯度
}
ref-weight-mean = 加惩罚项之前的梯度
ref-next-weight = { $below ->
    [0] 输入 { $from } 到第 { $layer } 层神经元 { $unit } 的新权重
   *[other] 第 { $below } 层神经元 { $from } 到第 { $layer } 层神经元 { $unit } 的新权重
}
ref-next-bias = 第 { $layer } 层神经元 { $unit } 的新偏置

named-index = { $index }（{ $name }）
iris-sepal-length = 花萼长
iris-sepal-width = 花萼宽
iris-petal-length = 花瓣长
iris-petal-width = 花瓣宽
iris-setosa = 山鸢尾
iris-versicolor = 变色鸢尾
iris-virginica = 维吉尼亚鸢尾
