### 画面旁的各个面板：公式、详情、原文数字、说明、损失、数表。

formula-place = 第 { $layer } 层 · 神经元 { $unit }
formula-start-title = 一次一个数
formula-start = 还什么都没有计算。按“下一步”，第一个数就会出现：{ $what }。
formula-iteration = 第 { $iteration } 次迭代从现在的权重开始。按“下一步”，它的第一个数就会出现：{ $what }。
formula-alternative = 或者展开来写
formula-operands = 由这些数得来
formula-copy = 复制全部数位
formula-copied = 已复制
formula-whole = 完整公式

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
inspector-hint = 点击任何一个数，看它从何而来。

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

word-z = 加权和
word-a = 激活值
word-slope = 斜率 f′(z)
word-delta = 误差项 δ
word-bias = 偏置
word-dL-da = 损失的斜率
word-weight = 权重
word-carried = 传过来的值
word-gradient = 梯度
word-gradient-bias = 偏置的梯度
word-next-weight = 新权重
word-next-bias = 新偏置
word-input = 输入
word-target = 目标
word-loss-term = 这个输出的代价
word-layer = 层
word-neuron = 神经元
word-edge = 边

published-title = 原文数字
published-figure = 数
published-printed = 原文
published-computed = 计算所得
published-agrees = 一致
published-differs = 不同
published-slip = 这样算就得到它：
published-iteration = 更新 { $iteration } 次之后
published-count = { $known ->
    [0] { $total } 个数待核对
   *[other] { $known } 个中有 { $agree } 个一致
}

story-title = 关于这个示例

numbers-title = 全部数值
numbers-neurons = 神经元
numbers-edges = 边

keyboard-label = 网络，逐个神经元
keyboard-hint = 方向键沿层和边移动，回车打开，Alt 加 ↑ 或 ↓ 修改权重。
keyboard-neuron = 神经元 { $ref }
keyboard-edge = 权重 { $ref }
keyboard-pending = 尚未计算

live-step = { $title }。{ $sentence }

try-again = 重试
notice-language = 另一种语言的文字无法加载，页面保持当前语言。
notice-part = 页面的这一部分无法加载。
notice-part-again = 仍然无法加载。请检查网络连接后重试，或重新加载页面。
notice-slow = 服务器的回应比平时慢。你的操作已保留；若没有回应，会自动重新发送。
notice-expired = 服务器上已没有这个会话，正在同一时刻重新建立。
notice-offline = 服务器暂时没有回应。画面保持不变，你的操作会等待，恢复后自动继续。
notice-reload = 载入最新状态
notice-dismiss = 知道了
notice-renewed-same = 这个会话已过期。新的会话从你的权重和设置开始：数值相同，迭代重新计数，之前的改动无法再撤销。
notice-renewed-weights = 这个会话已过期。新的会话从你的权重和设置、第一批样本开始：其他数值可能不同，迭代重新计数，之前的改动无法再撤销。
notice-renewed-spec = 你的会话存储格式已无法读取。新的会话以相同的设置从头开始。
notice-diverged = 数值已超出计算机能表示的范围：第 { $iteration } 次迭代中，第 { $layer } 层的{ $quantity }溢出。请按“上一步”退回，或调小学习率。
notice-diverged-loss = 数值已超出计算机能表示的范围：第 { $iteration } 次迭代中，{ $quantity }溢出。请按“上一步”退回，或调小学习率。

paths-pending = { $name } 的梯度还没有算出来；反向传播算到它之后，这里列出它通往损失的所有路径。

# 用键盘直达页面各部分；演示模式。
skip = 跳到
skip-steps = 跳到“下一步”
skip-text = 跳到课文
skip-network = { $model ->
    [graph] 跳到计算图
   *[network] 跳到网络
}
present = 演示
present-how = 演示：放大全部内容，占满屏幕（P）
presets-networks = 网络
presets-graphs = 计算图
preset-own-graph = 自己的计算图
new-graph = 新建计算图…
