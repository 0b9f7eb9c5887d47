### 会话过期或数字溢出之后的说明。

notice-renewed-same = 这个会话已过期。新的会话从你的权重和设置开始：数值相同，迭代重新计数，之前的改动无法再撤销。
notice-renewed-weights = 这个会话已过期。新的会话从你的权重和设置、第一批样本开始：其他数值可能不同，迭代重新计数，之前的改动无法再撤销。
notice-renewed-spec = 你的会话存储格式已无法读取。新的会话以相同的设置从头开始。
notice-diverged = 数值已超出计算机能表示的范围：第 { $iteration } 次迭代中，第 { $layer } 层的{ $quantity }溢出。请按“上一步”退回，或调小学习率。
notice-diverged-loss = 数值已超出计算机能表示的范围：第 { $iteration } 次迭代中，{ $quantity }溢出。请按“上一步”退回，或调小学习率。
