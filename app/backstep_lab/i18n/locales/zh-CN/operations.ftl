### 运算的名称与说明。参数中的数字已按学习者设定的位数写好。
### $sign、$direction：positive、negative 或 zero。$size：不带符号的数。

op-title-product = 乘积
op-title-sum = 加权和
op-title-activation = 激活值

op-product = { $from_layer ->
    [0] 输入 { $from } 沿这条边送出 { $a }，乘以权重 { $w } 后变为 { $value }。
   *[other] 第 { $from_layer } 层神经元 { $from } 沿这条边送出 { $a }，乘以权重 { $w } 后变为 { $value }。
}
op-sum = 到达这个神经元的各项相加，再加上偏置 { $bias }，得到 { $value }。
op-sum-rounding = 到达这个神经元的各项相加，再加上偏置 { $bias }，得到 { $value }：若不计舍入误差，它就是 0。
op-activation = { $activation } 函数把加权和 { $z } 变成神经元传出的值：{ $value }。
op-activation-softmax = softmax 把各个加权和变成总和为 1 的份额：输出 { $unit } 得到 { $value }。
