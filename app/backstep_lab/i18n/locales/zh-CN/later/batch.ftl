### 批量。

batch-examples = 本批的样本
batch-point = 样本 { $example }：{ $share }
batch-sum = { $examples ->
    [1] 1 个样本之和
   *[other] 全部 { $examples } 个样本之和
}
batch-mean = { $examples ->
    [1] 1 个样本的平均
   *[other] 全部 { $examples } 个样本的平均
}
batch-penalty = 对大权重的惩罚项所加
batch-alone = 本批只有一个样本，它的梯度就是整批的梯度。
batch-equal = { $reduction ->
    [sum] 两者一致：整批的梯度就是各个样本的梯度之和。点击一根柱，图中就显示对应的样本。
   *[mean] 两者一致：整批的梯度就是各个样本的梯度的平均。点击一根柱，图中就显示对应的样本。
}
batch-with-penalty = { $reduction ->
    [sum] 整批的梯度是各个样本的梯度之和，再加上惩罚项的部分。点击一根柱，图中就显示对应的样本。
   *[mean] 整批的梯度是各个样本的梯度的平均，再加上惩罚项的部分。点击一根柱，图中就显示对应的样本。
}
batch-reduced-pending = { $reduction ->
    [sum] 目前只算出了各个样本自己的梯度；接着求它们的和。
   *[mean] 目前只算出了各个样本自己的梯度；接着求它们的平均。
}
batch-pending = 各个样本的梯度要到反向传播时才会算出。
batch-cut = { $reduction ->
    [sum] 只画出 { $examples } 个样本中的前 { $shown } 个；总和则是对全部样本的。
   *[mean] 只画出 { $examples } 个样本中的前 { $shown } 个；平均则是对全部样本的。
}
