### 图表：坐标轴、参数与范围。

axis-loss = 损失 L
axis-iteration = 迭代
parameter = { $model ->
    [graph] 叶子
   *[network] 权重或偏置
}
span = 范围
span-auto = 自动
