### 梯度。

gradients-size = |∂L/∂w|，每格大十倍
gradients-count = 权重个数
gradients-known = 权重
gradients-norm = 范数
gradients-largest = 最大
gradients-zeros = 零
flow-pending = 反向传播完成后，才能比较各层的梯度。
flow-alone = 只有一层，没有什么可比较的。
flow-even = 从第 { $last } 层到第 1 层，梯度的大小变化不大：范数相差 { $ratio } 倍。
flow-vanishing = 梯度在往回传的途中消失：第 1 层的范数只有第 { $last } 层的 1/{ $ratio }，前面的层学得很慢。
flow-exploding = 梯度在往回传的途中爆炸：第 1 层的范数是第 { $last } 层的 { $ratio } 倍，较小的学习率更稳妥。
flow-blocked = 第一层或最后一层的梯度全是 0：那里从这一批样本学不到东西。
