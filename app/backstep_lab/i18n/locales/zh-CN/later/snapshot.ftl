### 所有权重同时更新，还是某一层抢先更新：更新的次序。

problem-order-optimizer = 这个网络用 { $name } 训练，而两种次序只能在普通的梯度下降下比较：请在“训练设置”里换成它。

snapshot-title = 先给权重拍一张快照
snapshot-how = 一次迭代里的所有梯度，都属于前向传播时的那一组权重。如果梯度一算出来就改掉权重，前面各层用的就是已经变了的权重。上表从本次迭代的起点出发，比较了两种做法。
snapshot-parts = 两列从第 { $layer } 层开始分开：右边的 δ 读到的是第 { $above } 层已经更新过的权重，而那些权重本身两边一样。
snapshot-same = 这里两种次序结果相同：δ 读到的权重没有变。
snapshot-one-layer = 只有一层权重时，两种次序没有区别：前面没有别的层会读它们。有隐藏层的网络才看得出差别，不妨试试 Matt Mazur 的示例。
snapshot-iterations = 迭代次数（1 到 { $most }）
snapshot-compute = 计算
snapshot-number = 数
snapshot-right = 同时更新
snapshot-wrong = 抢先更新
snapshot-differs = 两者不同
snapshot-printed = 原文 { $figure }
snapshot-source = 表示这个示例的原文印的正是这个数。看看它落在哪一列。
snapshot-overflow = 溢出
snapshot-losses = 训练集上的损失（开始时是 { $loss }）
snapshot-loss = 更新 { $count } 次后的损失
snapshot-output = 更新 { $count } 次后的 { $name }
snapshot-read = 第 { $layer } 层的 δ 读到的第 { $above } 层权重
snapshot-delta = 第 { $layer } 层的 δ
snapshot-updated = 第 { $layer } 层的新权重
snapshot-left-out = 第 { $layer } 层还有 { $count } 个数没有列出。
