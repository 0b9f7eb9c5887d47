### 更多函数的名称。

activation-hard-sigmoid = hard sigmoid
activation-elu = ELU
activation-gelu = GELU
activation-silu = SiLU

loss-absolute-error = 绝对误差
loss-huber = Huber 损失
loss-hinge = 合页损失
