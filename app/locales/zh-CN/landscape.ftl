### 观察损失与梯度的各个视图：曲线、截线、曲面、表格。

problem-ref-no-parameter = { $ref } 不是权重或偏置。
problem-ref-no-unit = { $ref } 不是神经元的激活值。
problem-same-parameter = 两条轴都是 { $ref }：请选择两个不同的参数。
