### 损失。

loss-title = 至今的损失
loss-point = 第 { $iteration } 次迭代：{ $loss }
loss-point-test = 第 { $iteration } 次迭代：{ $loss }，测试样本 { $test }
loss-of-batch = { $reduction ->
    [sum] 本次迭代的批量，相加
   *[mean] 本次迭代的批量
}
loss-of-training = { $reduction ->
    [sum] 全部训练样本，取平均
   *[mean] 全部训练样本
}
loss-of-test = { $reduction ->
    [sum] 测试样本，取平均
   *[mean] 测试样本
}
loss-hint = 点击一个点，或用方向键选一个点再按回车，就能回到那一刻。
loss-none = 还没有损失：前向传播结束时才会算出。
loss-logarithmic = 对数刻度
accuracy-title = 准确率
accuracy-of-training = 训练样本
accuracy-of-test = 测试样本
accuracy-point = 第 { $iteration } 次迭代：{ $train }
accuracy-point-test = 第 { $iteration } 次迭代：{ $train }，测试样本 { $test }
accuracy-none = 目标是数值而不是类别，没有准确率。
