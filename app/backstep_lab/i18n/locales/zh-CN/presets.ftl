# 示例：菜单里的标题，以及网络或计算图旁边的说明。

preset-mazur-title = Mazur 的手算示例
preset-mazur-story =
    两个输入，隐藏层两个神经元，输出层两个神经元：这是 Matt Mazur 在 2015 年写下的算例，许多人由此入门。第一次迭代的每个数都与他印出的一致，直到最后一位。接着他写道：更新 1 次后误差是 0.291027924，更新 10,000 次后是 0.000035085（3.5085e-5）。只有在计算隐藏层的梯度时，用了已经更新过的输出层权重，才会得到这两个数。这里的梯度全部用同一时刻的权重计算，结果是 0.2910277737 和 3.510188e-5。先把权重留个快照，再一起更新。

preset-linear-by-hand-title = 手算一条直线
preset-linear-by-hand-story =
    一个权重，一个偏置，一个样本：ŷ = w·x + b，x = 2.1，目标值是 4。草稿纸上几行就能算完：平方误差 3.61，梯度 −7.98 和 −3.8；梯度下降走一小步，误差降到 2.87。先自己算，再一步步对照。

preset-and-perceptron-title = AND 感知器
preset-and-perceptron-story =
    罗森布拉特的感知器：加权和大于 0 输出 1，否则输出 0。现在的偏置让它算的是 OR，所以 AND 的四行里错了两行。可是阶跃函数两边都是平的，梯度全为 0，梯度下降无路可循。请亲手把偏置改成 −1.5。

preset-perceptron-rule-title = 感知器规则
preset-perceptron-rule-story =
    还是那个 AND 感知器，这次不用梯度，而用罗森布拉特自己的规则：输出错了，每个权重就改变“学习率 ×（目标 − 输出）× 输入”。从 w = 0、η = 1 出发，一行接一行地学，最后一次出错是在第 18 次迭代；此后 w 为 (2, 1)，b 为 −2，四行全对。一条直线分得开的数据总能这样学会；换成异或的四行试试，错误就没有尽头。

preset-nielsen-neuron-title = Nielsen 的单个神经元
preset-nielsen-neuron-story =
    一个 sigmoid 神经元学着把 1 变成 0。从 w = 0.6、b = 0.9 出发，300 个轮次里输出由 0.82 降到 0.09。都改成 2 再试：输出 0.98，曲线在那里几乎是平的，起步很慢；300 个轮次后，书上印的是 0.20。

preset-micrograd-neuron-title = Karpathy 的 micrograd 神经元
preset-micrograd-neuron-story =
    Karpathy 讲座里的 tanh 神经元。他直接对输出 o 求导，反向传播从 ∂o/∂o = 1 开始；我们从损失开始：用 ½(y − a)²，目标值比输出小 1，∂ℓ/∂a 就是 1（只差舍入），梯度与他的相同。

preset-cs231n-neuron-title = CS231n 讲义里的神经元
preset-cs231n-neuron-story =
    斯坦福的讲义把一个 sigmoid 神经元逐门拆开，对输出求导。这里目标值比输出小 1，配上 ½(y − a)²，反向传播就从 ∂ℓ/∂a = 1 开始，梯度正是印出的数。局部导数不必另算：就是 a·(1 − a)。

preset-macleod-title = MacLeod 的小网络
preset-macleod-story =
    没有偏置的 2-2-1 网络。他的新权重与这里不同，有两个原因：中途用了舍入的数（δ 印作 −0.0406，实为 −0.0407，符号取 t − o）；隐藏层用了已更新的输出层权重，得 0.09916，用旧权重应得 0.09907。

preset-errors-in-print-title = 印错的数
preset-errors-in-print-story =
    一篇流传很广的文章里的 3-3-3-3 网络：ReLU、sigmoid、softmax，目标是第一类为 1。文中印出的概率是 .2698、.3223 和 .4078。它们是各个 z 除以所有 z 之和；softmax 则是 e 的 z 次方除以所有 e 的 z 次方之和，结果是 0.1984、0.2854 和 0.5162。走到输出层看一看：每个印出的数旁边是算出的数，下面是得出印出数字的那种算法。.4078 的末位来自四舍五入后的加权和。

preset-errors-in-print-softmax-title = 印错的数：只取 softmax 自己的斜率
preset-errors-in-print-softmax-story =
    两个 softmax 输出，平方误差。课程讲义印出的误差项是 ±.0605，只有正确值 ±0.1210 的一半：讲义把每个 ∂ℓ/∂a 只乘以该输出自己的斜率。可是在 softmax 里每个 z 都会牵动两个输出，另一个输出还要贡献同样多的一份。走到 δ 看一看：每个印出的数旁边是算出的数，下面是得出印出数字的那种算法。数字是讲义上的；网络是我们自己设计的，正确的算法和错误的算法恰好得出这些数字。

preset-errors-in-print-hidden-title = 印错的数：用梯度代替误差
preset-errors-in-print-hidden-story =
    回到隐藏神经元的是 Σ w·δ：每个误差项乘以它沿着回来的那个权重。课程讲义却把这些权重的梯度相加，印出 .19 和 .49，正确的是 0.2084 和 0.5051。走到误差汇总的那几步看一看：每个印出的数旁边是算出的数，下面是得出印出数字的那种算法。数字是讲义上的；网络是我们自己设计的，正确的算法和错误的算法恰好得出这些数字。

preset-xor-title = 异或（XOR）
preset-xor-story =
    恰有一个输入为 1 时输出 1。一条直线分不开这四个点，一层不够，加一层、两个隐藏神经元就行。随机种子 1 迭代 300 次后损失低于 0.05；随机种子 2 的损失降到 0.35 附近就几乎不动了：梯度下降总往低处走，却未必走到损失最低的地方。

preset-playground-title = Playground：圆
preset-playground-story =
    TensorFlow Playground 一打开就是这个网络：两个输入，两个隐藏层分别有四个和两个 tanh 神经元，200 个点，一类在里面，另一类围成一圈。一条直线分不开它们，四条合起来就可以。打开决策边界再训练：500 次迭代之后，至少 95% 的点判断正确，没见过的点也一样。

preset-softmax-title = 三种鸢尾花
preset-softmax-story =
    Fisher 的 150 朵鸢尾花：三个品种，各量四项。softmax 把三个加权和变成总和为 1 的概率；配上交叉熵，输出层的误差项 δ 就是 a − y。用 120 朵训练，再用没见过的 30 朵来检验。

preset-deep-title = 更深的网络
preset-deep-story =
    两个隐藏层，各四个 tanh 神经元，凭三项测量分辨变色鸢尾和维吉尼亚鸢尾。看反向传播：每个误差项 δ 都由这个神经元通向的所有神经元汇集而来，逐层往回，一遍就得到全部梯度。100 朵里留 20 朵作测试。

preset-digits-title = 手写数字
preset-digits-story =
    64 个像素、两个隐藏层、10 个输出，共有 2,720 个权重，每个权重都有自己的梯度。softmax 为每个数字给出一个概率。用 1,438 张图片训练 1 个轮次之后，没见过的 359 张大约能认对 80%；10 个轮次之后，能认对 96%。

preset-cs231n-circuit-title = 一加一乘：(x + y)·z
preset-cs231n-max-title = 加上最大值：2·(x·y + max(z, w))
preset-olah-title = b 有两条路：(a + b)·(b + 1)
preset-cs224n-title = 加法与最大值：(x + y)·max(y, z)
preset-baydin-title = 两个方向：ln x₁ + x₁x₂ − sin x₂
preset-micrograd-expression-title = Karpathy 的算式：(a·b + c)·f
preset-micrograd-readme-title = micrograd 自述文件里的程序
preset-apples-and-oranges-title = 买苹果和橘子
preset-power-title = x 的 y 次方
preset-cs231n-gates-title = sigmoid 神经元，逐门拆开
preset-mazur-graph-title = Mazur 的示例，画成计算图
preset-residual-title = 两个残差块
preset-convolution-title = 一维卷积
preset-convolution-pooling-title = 卷积、ReLU、最大池化
preset-rnn-two-steps-title = 循环神经网络，两个时间步
preset-rnn-three-steps-title = 循环神经网络，三个时间步
preset-lstm-title = LSTM 单元
preset-batch-norm-title = 批归一化
preset-layer-norm-title = 层归一化
preset-dropout-title = 随机失活和它的掩码
preset-embedding-title = 查词嵌入
preset-softmax-cross-entropy-title = softmax 与交叉熵
preset-attention-title = 注意力，两个词元
preset-attention-causal-title = 带因果掩码的注意力
preset-attention-three-tokens-title = 注意力，三个词元
preset-attention-causal-three-tokens-title = 三个词元，带因果掩码

# 印出的数为什么可能与正确的计算不同。
erratum-updated-weights = 原文用了已经更新过的输出层权重。
erratum-rounded-steps = 原文中途用了舍入后的数继续计算。
erratum-softmax-as-shares = 原文用每个 z 除以所有 z 之和；softmax 除的是 e 的幂。
erratum-softmax-diagonal = 原文只取了每个 softmax 输出自己的斜率；其他输出也会跟着变。
erratum-sum-of-gradients = 原文把权重的梯度相加；回来的应当是每个误差项乘以它的权重。
