### 从同样的初始权重出发，比较不同的设置。


race-title = 从初始权重出发的比赛
race-how = 同一个网络从同样的权重出发，用几种方式训练；你自己的会话不受影响。
race-differs = 不同之处
race-by-batch = 批量大小
race-by-rate = 学习率
race-by-optimizer = 优化器
race-by-initializer = 初始化方法
race-by-activation = 隐藏层的激活函数
race-racers = 参赛者，最多 { $most } 个
race-batch = { $size ->
    [all] 全部样本（批量）
    [1] 1 个样本（随机）
   *[other] { $size } 个样本（小批量）
}
race-rate = η = { $rate }
race-across = 横轴权重
race-up = 纵轴权重
race-epochs = 轮次
race-start = 开始比赛
race-along = 计数方式
race-along-epochs = 轮次
race-along-examples = 看过的样本
race-along-updates = 更新次数
race-step = 前进一步
race-reach = { $along }：{ $reached } / { $most }
race-loss = 训练损失
race-loss-log = 训练损失（对数刻度）
race-map = 损失曲面上的路径：横轴 { $x }，纵轴 { $y }
race-map-how = { $x } 从 { $left } 到 { $right }，{ $y } 从 { $bottom } 到 { $top }。画等值线时，其余权重都固定在初始值；参赛者也会改变它们，因此路径可能穿过等值线。
race-racer = 参赛者
race-seen = 样本
race-final = 损失
race-best = 最低
race-diverged = { $updates } 次更新后发散
