### 舞台：区域、图、时间轴、控件。

region-network = 网络
region-formula = 公式
region-timeline = 时间轴
region-inspector = 详情

layer-input = 输入层
layer-hidden = 隐藏层
layer-output = 输出层
target = 目标
loss = 损失
loss-of-example = 这个样本

legend-positive = 正
legend-negative = 负
legend-gradient = 梯度 ∂L/∂w，反向传回

phase-forward = 前向
phase-loss = 损失
phase-backward = 反向
phase-update = 更新

iteration = 迭代
iteration-previous = 上一次迭代
iteration-next = 下一次迭代
step-of = 第 { $step } 步，共 { $steps } 步
timeline-position = 本次迭代中的步
timeline-value = 第 { $step } 步，共 { $steps } 步，{ $phase }

next-step = 下一步
previous-step = 上一步
step-by = 每次走
unit-term = 一项
unit-neuron = 一个神经元
unit-layer = 一层
unit-pass = 一遍传播
unit-iteration = 一次迭代
unit-epoch = 一个轮次
play = 播放
pause = 暂停
speed = 速度
speed-value = { $speed } 步/秒
whole-passes = 整遍传播
forward-pass = 前向传播
backward-pass = 反向传播
update = 更新
train = 训练
stop = 停止
reset = 重置
learning-rate = 学习率
more-controls = 更多

page-title = { $title } · Backstep
preset = 示例
preset-own = 自己的网络或数据
where = 第 { $iteration } 次迭代
example = 样本
example-previous = 上一个样本
example-next = 下一个样本
example-of = 共 { $examples } 个
display = 显示
digits = 位数
digits-value = { $digits ->
    [17] 全部位数
   *[other] { $digits } 位
}
theme = 主题
theme-auto = 自动
theme-light = 浅色
theme-dark = 深色
language = 语言

zoom = 图的视图
zoom-in = 放大
zoom-out = 缩小
zoom-fit = 适应窗口
zoom-all = 全部神经元
fold-above = 第 { $layer } 层上方还有 { $count } 个神经元：显示
fold-below = 第 { $layer } 层下方还有 { $count } 个神经元：显示
shape-edit = 编辑网络
iteration-slider = 转到第几次迭代
iteration-of = 第 { $iteration } 次迭代，共 { $iterations } 次
