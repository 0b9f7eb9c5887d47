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
preset-cs231n-circuit-story =
    斯坦福讲义就从这里开始：一个加法，一个乘法。乘法把另一个因子的值给每个因子，加法收到多少就原样传下去。所以 x 和 y 都得到 −4，z 得到 3。

preset-cs231n-max-title = 加上最大值：2·(x·y + max(z, w))
preset-cs231n-max-story =
    CS231n 讲义用一页图说清了几种节点。加法给两个输入一样多，乘法把因子对调，max 全部给较大的那个：z 得到 2，w 此刻不起作用，得到 0。把 w 改成 3 再看看。

preset-olah-title = b 有两条路：(a + b)·(b + 1)
preset-olah-story =
    Christopher Olah 的例子，许多人见到的第一张计算图就是它。b 用了两次，从它到 e 有两条路，梯度是两条路之和：2 + 3 = 5。a 只有一条路，得到 2。

preset-cs224n-title = 加法与最大值：(x + y)·max(y, z)
preset-cs224n-story =
    出自斯坦福的自然语言处理课。y 既进加法，又进最大值：一路传回 2，一路传回 3，合起来是 5。z 在最大值里输给了 y，什么也得不到。

preset-baydin-title = 两个方向：ln x₁ + x₁x₂ − sin x₂
preset-baydin-story =
    一篇自动微分综述里的例子，两个方向都算了一遍。前向模式问：x₁ 动一点，一切怎么跟着动？换成 x₂ 要重来一遍。反向模式问：y 怎么跟着动？走一遍，5.5 和 1.716 两个梯度就都有了。

preset-micrograd-expression-title = Karpathy 的算式：(a·b + c)·f
preset-micrograd-expression-story =
    Karpathy 的 micrograd 讲座开头的算式，他在片中亲手算了一遍。两个乘法、一个加法，就足以看清链式法则：传来的数乘以局部斜率，再往前传。

preset-micrograd-readme-title = micrograd 自述文件里的程序
preset-micrograd-readme-story =
    十二行，同一个名字反复使用：c、d、g 多次得到新值，a 和 b 被读了许多遍。它本是一个小程序库的测试题，每条路都加上，才会得到那两个数：∂g/∂a = 138.8338，∂g/∂b = 645.5773。

preset-apples-and-oranges-title = 买苹果和橘子
preset-apples-and-oranges-story =
    苹果 100 一个，买两个；橘子 150 一个，买三个；加 10% 的税，一共 715。总价的梯度说明每个数的分量：苹果贵 1 元，总价多 2.2；多买一个苹果，总价多 110。斋藤康毅的书还没讲到神经元，就用它引出了反向传播。

preset-power-title = x 的 y 次方
preset-power-story =
    两个都有梯度。x 的是 y·xʸ⁻¹ = 12，学校里教过；y 的是 xʸ·ln x = 8·0.693 = 5.545，记得的人不多。x 不大于 0 时，y 没有梯度。

preset-cs231n-gates-title = sigmoid 神经元，逐门拆开
preset-cs231n-gates-story =
    CS231n 讲义里的神经元，sigmoid 也拆成几步：变号、取指数、加 1、做除法。往回穿过这四道门，依次得到 −0.53、−0.53、−0.20 和 0.20；最后一个正是 (1 − σ)·σ 一步算出的数。

preset-mazur-graph-title = Mazur 的示例，画成计算图
preset-mazur-graph-story =
    和第一个示例是同一个网络，只是逐行写开，每个乘法和加法都是一个节点。每一位数字都相同。层里看不见的，这里看得见：每个隐藏层输出都被读了两次，往回走时两份要相加。

preset-residual-title = 两个残差块
preset-residual-story =
    每个残差块不是把输入换掉，而是在上面加一点东西。所以往回走时分成两路：一路穿过 tanh 和权重，一路沿着加法直接过去，分毫不变。末端收到 −0.246，到 x 时还剩 −0.235。

preset-convolution-title = 一维卷积
preset-convolution-story =
    三个权重的卷积核滑过五个数，得到三个和。按深度学习的习惯，核不翻转。每个权重都用在三个窗口里，所以它的梯度是三份之和：(3.8, −6.15, 7.9)。

preset-convolution-pooling-title = 卷积、ReLU、最大池化
preset-convolution-pooling-story =
    九个权重的卷积核在十六个像素上滑动，得到四个数：1、−1、−1 和 3。ReLU 挡住负数，最大池化只留最大的一个。于是这张图里只有一个窗口在学习：卷积核的梯度就是它所见像素的两倍。

preset-rnn-two-steps-title = 循环神经网络，两个时间步
preset-rnn-two-steps-story =
    两个时间步用的是同样三个参数。第一步的 h1 既和目标比较，又送进第二步，所以有两份梯度传回来。Wx、Wh 和 b 在每一步各收一份，再加起来。

preset-rnn-three-steps-title = 循环神经网络，三个时间步
preset-rnn-three-steps-story =
    同一个循环走三遍，每个梯度就有三份。从最后一步传回第一步，要两次乘上 Wh 和 tanh 的斜率。把 Wh 改成 0.2，几乎什么都不剩；权重大时，它也可能越来越大。

preset-lstm-title = LSTM 单元
preset-lstm-story =
    Aidan Gomez 2016 年的算例：一个单元，两个时间步，十二组权重和偏置，学习率 0.1，更新一次。单元状态 c 靠加法往下传，不必每步都穿过权重和 tanh，所以梯度在里面不容易消失。

preset-batch-norm-title = 批归一化
preset-batch-norm-story =
    同一个特征的四个样本，先减去平均数，再除以标准差；方差除以 N，不是 N − 1。每个样本的梯度都牵涉其他样本，一路经过平均数，一路经过方差。无论哪一批，都可以这样检验：x 的四个梯度之和是 0，它们与 x̂ 的乘积之和也是 0。

preset-layer-norm-title = 层归一化
preset-layer-norm-story =
    算法和批归一化一样，只是按行来做：每个样本用自己的四个数归一化，样本之间互不影响。每一行里，x 的梯度之和都是 0。

preset-dropout-title = 随机失活和它的掩码
preset-dropout-story =
    掩码关掉四个数里的一半，剩下的乘 2 来补偿。往回走时用的是同一个掩码：(0.2, 0, 0.6, 0)。这里的掩码写在程序里，看得见，也改得了；真正训练时，每次都重新抽。

preset-embedding-title = 查词嵌入
preset-embedding-story =
    三个词，每个词对应一行两个数；一段文字依次读第 1、0、1 行。查表不做计算，只是挑选。往回走时，第 1 行把两处传来的加在一起，得到 (0.6, 0.8)；第 2 行没人读，得到 0。

preset-softmax-cross-entropy-title = softmax 与交叉熵
preset-softmax-cross-entropy-story =
    三个得分变成概率，损失是正确那一类概率的 −ln。程序把它全部拆开：指数、求和、三个商、对数。可最后传到得分上的，不过是 p − t：(−0.335, 0.245, 0.090)。

preset-attention-title = 注意力，两个词元
preset-attention-story =
    缩放点积注意力，两个词元，各两个数。查询和键相乘，softmax 把每行得分变成权重（0.6698 和 0.3302），再按权重把值混合起来。X 和两个矩阵都是单位矩阵，所以 Wq 和 Wk 的梯度相同。

preset-attention-causal-title = 带因果掩码的注意力
preset-attention-causal-story =
    还是这两个词元，但第一个不许看第二个。掩码给那个得分加上 −1000，而 e 的 −1000 次方就是 0，所以第一行的权重是 1 和 0。它的输出离目标差 1，可这一行还是教不了查询和键任何东西：没有选择的余地，softmax 的斜率就是 0。

preset-attention-three-tokens-title = 注意力，三个词元
preset-attention-three-tokens-story =
    三个词元的查询和键各不相同，所以每一行权重都不一样。每个词元都看着所有词元：九个得分，三行 softmax。可以盯住一个权重，一路找到产生它的得分和三个矩阵。

preset-attention-causal-three-tokens-title = 三个词元，带因果掩码
preset-attention-causal-three-tokens-story =
    语言模型就是这么做的：每个词元只看自己和前面的。九个得分里有三个加上 −1000：第一行只有一个可看，第二行两个，第三行三个。把键的梯度和没有掩码时比一比。

# 印出的数为什么可能与正确的计算不同。
erratum-updated-weights = 原文用了已经更新过的输出层权重。
erratum-rounded-steps = 原文中途用了舍入后的数继续计算。
erratum-softmax-as-shares = 原文用每个 z 除以所有 z 之和；softmax 除的是 e 的幂。
erratum-softmax-diagonal = 原文只取了每个 softmax 输出自己的斜率；其他输出也会跟着变。
erratum-sum-of-gradients = 原文把权重的梯度相加；回来的应当是每个误差项乘以它的权重。
