### 关于数字的问题，以及预测模式。

quiz-number = { $later ->
    [1] 更新之后，{ $what }是多少？
   *[other] { $what }是多少？
}
quiz-sign = { $later ->
    [1] 更新之后，{ $what }是正、是负，还是 0？
   *[other] { $what }是正、是负，还是 0？
}
quiz-compare = { $later ->
    [1] 更新之后，{ $what }会比现在的 { $other } 大还是小？
   *[other] { $what }比 { $other } 大还是小？
}
quiz-which = { $later ->
    [1] 更新之后，这几个数中绝对值最大的是哪个？
   *[other] 这几个数中绝对值最大的是哪个？
}
quiz-kind = 问法
quiz-kind-number = 数值
quiz-kind-sign = 正负
quiz-kind-compare = 大还是小
quiz-kind-which = 哪个最大
quiz-field = 你的答案
quiz-enough = { $digits } 位有效数字就够了；写成 0.4*0.59 或 1/3 也行。
quiz-choices = 你的答案
quiz-positive = 正（+）
quiz-negative = 负（−）
quiz-zero = 恰好是 0
quiz-larger = 大
quiz-smaller = 小
quiz-equal = 相等
quiz-values = 要用到的数
quiz-check = 检查
quiz-show = 看答案
quiz-offline = 服务器暂时没有回应。你的答案还在，请稍后再试。
quiz-again = 再试一次
quiz-right = 对了：{ $answer }。
quiz-shown = 答案是 { $answer }。
quiz-wrong = 不对。把数一个一个代进去，再试一次。
quiz-wrong-gave = { $number } 不对。把数一个一个代进公式，再试一次。
quiz-misconception = 还不对。{ $misconception }
score-right = { $tries ->
    [1] 答对了！
   *[other] 第 { $tries } 次答对了。
}
score-shown = 这次看了答案。
score-count = { $asked } 题答对 { $right } 题
score-streak = 连对 { $streak } 题
score-time = { $time }
misconception-added = 看来你把两个数加起来了，这里要相乘。
misconception-sign = 大小对了，正负号反了。
misconception-decimal = 数字都对，小数点的位置不对。
misconception-z-for-a = 这里该用激活值 a，你用的是加权和 z。
misconception-a-for-z = 这已经是激活值 a 了，现在只要加权和 z。
misconception-turned-edge = 这是另一条边的权重：第一个下标是边通向的神经元。
misconception-forgot-bias = 乘积都对，还差偏置没加。
misconception-forgot-weights = 你把各个值直接加起来了，忘了乘权重。
misconception-slope-for-a = 这是斜率 f′(z)，要的是激活值 f(z) 本身。
misconception-forgot-minus = 注意指数里的负号，是 e 的 −z 次方。
misconception-not-normalised = softmax 还要除以所有幂的总和。
misconception-forgot-half = 前面的 ½ 漏掉了。
misconception-half-too-many = 多乘了一个 ½。
misconception-forgot-square = 忘了平方。
misconception-log-ten = 这是以 10 为底的对数，这里要用自然对数 ln。
misconception-turned-difference = 相减的方向反了：应当是输出减去目标。
misconception-forgot-mean = 这是总和，还要除以个数。
misconception-mean-for-sum = 这是平均值，这里只要相加。
misconception-one-term = 这只是其中一项，要把各项都加起来。
misconception-own-example = 这只是当前样本的；所问的数包括整批样本。
misconception-forgot-penalty = 还差对权重的惩罚项。
misconception-penalty-minus = 惩罚项要加上，不是减去。
misconception-loss-for-slope = 这是损失本身，要的是它的斜率。
misconception-forgot-two = 平方求导带出来的 2 漏掉了。
misconception-updated-weight = 这用的是更新后的权重。误差要沿旧权重传回，也就是前向传播用过的那个。
misconception-a-for-delta = 你用了激活值 a，沿这条边传回来的是误差项 δ。
misconception-a-for-slope = 这里该用斜率 f′(z)，你用的是激活值 a。
misconception-forgot-factor = 少乘了一个因子：a · (1 − a) 有两个因子。
misconception-forgot-slope = 漏了斜率 f′(z)：误差往回传时也要经过激活函数。
misconception-slope-only = 这只是斜率 f′(z)，还要乘上从损失那边传回来的数。
misconception-slope-again = 斜率已经算在里面了：用这种损失时它会约掉。
misconception-forgot-a = 这只是 δ，还要乘上从这条边进来的值。
misconception-own-a = 你用了神经元自己的激活值，应该用这条边另一端的那个。
misconception-weight-for-a = 你乘的是权重；求权重的梯度，要乘当初与它相乘的那个值。
misconception-times-bias = 偏置只是加上去的，所以它的梯度就是 δ。
misconception-uphill = 这样是往上坡走：这一步要减去。
misconception-forgot-rate = 忘了乘学习率 η。
misconception-gradient-for-weight = 这是梯度，要的是参数的新值。
misconception-change-only = 这只是变化量，要从旧值里减去它。
misconception-unchanged = 这是旧值，它会变一点点。
misconception-plain-descent = 这是普通的梯度下降；这个优化器的一步不同。
misconception-gradient-alone = 这只是梯度的部分，优化器的记忆也要算进去。
misconception-argument-for-value = 这是自变量，要的是函数值。
misconception-slope-for-value = 这是函数的斜率，要的是函数值。
misconception-multiplied-for-power = 看来你把底数和指数相乘了。
misconception-multiplied = 看来你把这些数相乘了，这里要相加。
misconception-swapped = 两个数的次序反了。
misconception-wrong-branch = 这是另一个分支：看看选中的是哪个数。
misconception-forgot-upstream = 这只是局部斜率，还要乘上传回来的梯度。
misconception-forgot-local-slope = 这只是传回来的梯度，还要乘上局部斜率。
misconception-value-for-slope = 你乘的是函数值，这里该乘函数的斜率。
misconception-own-value = 你乘的是这个数自己，这里该乘局部斜率。
misconception-other-argument = 这是传给另一个参数的消息。
misconception-forgot-path = 漏了一条消息：这个数用在好几处，每条路径都要算。
