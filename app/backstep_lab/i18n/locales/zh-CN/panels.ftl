### 画面旁的各个面板：公式、详情、原文数字、说明、损失、数表。

formula-place = 第 { $layer } 层 · 神经元 { $unit }
formula-start-title = 一次一个数
formula-start = 还什么都没有计算。按“下一步”，第一个数就会出现：{ $what }。
formula-iteration = 第 { $iteration } 次迭代从现在的权重开始。按“下一步”，它的第一个数就会出现：{ $what }。
formula-operands = 由这些数得来
formula-copy = 复制全部数位
formula-copied = 已复制
formula-whole = 完整公式

inspector-hint = 点击任何一个数，看它从何而来。

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
notice-words = 本页的部分文字无法加载。
notice-part = 页面的这一部分无法加载。
notice-part-again = 仍然无法加载。请检查网络连接后重试，或重新加载页面。
notice-slow = 服务器的回应比平时慢。你的操作已保留；若没有回应，会自动重新发送。
notice-expired = 服务器上已没有这个会话，正在同一时刻重新建立。
notice-offline = 服务器暂时没有回应。画面保持不变，你的操作会等待，恢复后自动继续。
notice-reload = 载入最新状态
notice-dismiss = 知道了

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
