### 更多函数的名称。

activation-hard-sigmoid = hard sigmoid
activation-bipolar-sigmoid = 双极性 sigmoid
activation-elu = ELU
activation-gelu = GELU
activation-silu = SiLU

loss-absolute-error = 绝对误差
loss-huber = Huber 损失
loss-hinge = 合页损失
loss-perceptron = 感知器规则

problem-two-targets = 有一个目标是 { $value }；使用这种损失时，每个目标都必须是 { $low } 或 { $high }。请给数据选用带符号的目标，或换一种损失。
