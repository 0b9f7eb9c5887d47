### 把一个神经元画成计算图。

graph-follow = 跟随步骤
graph-onwards = 到第 { $layer } 层
graph-more = ……还有 { $count } 个输入
graph-table = 计算图的表格
graph-number = 数
graph-value = 值
graph-gradient = 损失对它的导数
graph-operation-none = 按“下一步”：算到哪个运算，哪个就在这里亮起。
graph-operation-elsewhere = 当前这一步发生在 { $other }，不在这个神经元里。
graph-operation-product = × 把一个输入乘以它的权重，再把乘积传给求和节点。
graph-operation-sum = + 把所有乘积和偏置加在一起，得到 z。
graph-operation-activation = f 把 z 变成激活值 a，从这里继续往前传。
graph-operation-loss-term = ℓ 把 a 与目标比较，得到这个输出的代价。
graph-operation-loss-slope = 反向传播开始：∂ℓ/∂a 表示 a 变化时，损失变化得多快。这个数传给 f。
graph-operation-downstream-sum = a 曾传到第 { $layer } 层的 { $count } 个神经元；从它们传回来的各项加在一起，就是 ∂ℓ/∂a。
graph-operation-slope = f 计算自己在 z 处的斜率：z 变化时，a 变化得多快。
graph-operation-delta = f 把传来的误差乘以自己的斜率，得到 δ = { $delta }。求和节点把同一个 δ 原样传给它的每个输入：所有乘积，还有偏置。
graph-operation-delta-by-rule = 按规则，δ = { $delta } 就是 a 减去它的目标，与斜率无关。求和节点把同一个 δ 原样传给它的每个输入：所有乘积，还有偏置。
graph-operation-weight = 乘积对一个因子的导数就是另一个因子：权重收到的是 δ 乘以输入。
graph-operation-input = 乘积对一个因子的导数就是另一个因子：输入收到的是 δ 乘以权重，再传给前一层。
graph-operation-bias = 偏置直接进入求和，所以 δ = { $delta } 原样到达。
graph-operation-batch = 这是这一个样本的份额；梯度由整批的各个份额得出，有惩罚项时再加上惩罚项的部分。
graph-operation-update = 导数都算出来了。现在更新权重和偏置，各自逆着自己的导数移动。
