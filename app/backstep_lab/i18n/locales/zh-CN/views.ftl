### What stands around the picture: views in the panel, sheets that the header opens.

region-views = 视图
sheet-close = 关闭
sheet-menu = 菜单

view-loss = 损失
view-boundary = 决策边界
view-quality = 预测质量
view-slice = { $model ->
    [graph] 沿一个叶子
   *[network] 沿一个权重
}
view-surface = { $model ->
    [graph] 沿两个叶子
   *[network] 沿两个权重
}
view-combine = 求和
view-line = 决策直线
view-activation = 激活
view-graph = 计算图
view-batch = 批量
view-check = 检验
view-snapshot = 权重快照
view-matrices = 矩阵
view-gradients = 梯度

question-learning = 它在学习吗？
question-descent = 哪边是下坡？
question-neuron = 一个神经元做什么？
question-gradient = 梯度从哪里来？
question-numbers = 全部数值
question-learning-short = 学习
question-descent-short = 下坡
question-neuron-short = 神经元
question-gradient-short = 梯度
question-numbers-short = 数值
view-paths = 路径
view-table = 表格
tile-close = 关闭{ $view }
mode = 模式
mode-step = 单步
mode-train = 训练
zone = 图下方
zone-inspect = 详情
zone-view = 视图
to-playground = Playground

# 打开时才加载的部分。
sheet-data = 数据
sheet-share = 分享
full-page = 打开完整页面
sheet-training = 训练设置
sheet-export = 导出
predict = 预测
predict-how = 每个数揭晓之前，先自己算一算
view-race = 比赛
sheet-settings = 设置
home-lessons = 课程
lesson-home = 首页：课程与网络
