### 把一个神经元画成计算图。

view-graph = 计算图

graph-follow = 跟随步骤
graph-onwards = 去第 { $layer } 层
graph-more = ……还有 { $count } 个输入
graph-table = 计算图的表格
graph-number = 数
graph-value = 值
graph-gradient = 损失对它的导数
graph-operation-none = 往下走：轮到哪个运算，哪个就在这里亮起。
graph-operation-elsewhere = 当前这一步发生在 { $other }，不在这个神经元里。
graph-operation-product = × 把一个输入乘以它的权重，再把乘积交给求和节点。
graph-operation-sum = + 把所有乘积和偏置加在一起，得到 z。
graph-operation-activation = f 把 z 变成激活值 a，从这里送往后面。
graph-operation-loss-term = ℓ 把 a 和目标比一比：这就是该输出的代价。
graph-operation-loss-slope = 现在开始往回走：∂ℓ/∂a 说明 a 一变，损失跟着变多少。这个数交给 f。
graph-operation-downstream-sum = a 曾送到第 { $layer } 层的 { $count } 个神经元；它们传回来的误差加在一起，就是 ∂ℓ/∂a。
graph-operation-slope = f 看看自己在 z 处有多陡：z 一变，a 跟着变多少。
graph-operation-delta = f 把传来的误差乘以自己的斜率，得到 δ = { $delta }。求和节点把同一个 δ 原样交给它的每个输入：所有乘积，还有偏置。
graph-operation-weight = 乘积把另一个因子交给每个因子：权重收到的是 δ 乘以输入。
graph-operation-input = 乘积把另一个因子交给每个因子：输入收到的是 δ 乘以权重，它会继续往下传。
graph-operation-bias = 偏置直接进入求和，所以 δ = { $delta } 原样到达。
graph-operation-batch = 这里写的是这一个样本的份额；整批的份额汇总起来（有惩罚项时再加上它）才是梯度。
graph-operation-update = 导数都知道了。现在权重和偏置各自朝与自己导数相反的方向移动。
