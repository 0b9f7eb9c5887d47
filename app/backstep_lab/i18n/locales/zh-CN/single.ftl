### 单独看一个神经元：它画的线，它怎样合并输入，z 滑动时它的函数。

problem-ref-no-first-unit = { $ref } 不是第一层的神经元。
problem-line-inputs = 这个网络有 { $inputs } 个输入；只有两个输入时，神经元才画得出一条线。

view-line = 决策线
line-unfit = 有两个输入时，神经元的判断才能画成一条线；这里有 { $inputs } 个输入。在上方选择“做‘与’运算的感知器”或 XOR 就能看到。
line-own-data = 自己的数据
line-shift = 平移
line-turn = 旋转
line-angle = { $angle } 度
line-none = 两个权重都是 0，所以没有线：处处的 z 都等于偏置 { $b }。
line-give = 画一条线
line-right = { $all ->
    [yes] { $count } 个样本全都站对了边：这条线把两类分开了。
   *[no] { $count } 个样本中，有 { $right } 个站对了边。
}
line-no-sides = 这个神经元没有自己的两类目标，它只是把平面切成两半。
line-examples = 样本与这条线
line-example = (X, Y)
line-side = 哪一边
line-verdict = 判断
line-is-right = 对
line-is-wrong = 错

view-combine = 求和
combine-way = 输入怎样合并
combine-plain = 简单求和
combine-weighted = 加权和 + 偏置
combine-table = { $name } 是怎样得来的
combine-sum = 合计
combine-plain-is = 简单求和：{ $value }
combine-cut = 共 { $count } 个输入，这里是前 { $shown } 个。
combine-waits = 这个神经元的输入还没有算出：向前走到这一层就有了。
combine-alone = 每一项都是 0，因为权重或输入是 0。剩下的只有偏置：{ $name } = { $b }。
combine-gone = { $terms } 的那一项消失了：权重或输入为 0，乘积就是 0。
combine-summary-plain = 简单求和时，每个输入同样重要：权重都是 1，偏置是 0。
combine-summary-weighted = 权重决定每个输入算多少；偏置则不管输入是什么都会加上。

slide-z = 滑动 z
slide-there = 此处
slide-flat = 这里的斜率是 0：梯度传不过去。
slide-unused = 这里的斜率是 0；这个输出的误差项不用这个斜率来算。
slide-steepest = 这里是曲线最陡的地方：斜率 { $slope }。
slide-share = { $peak ->
    [none] 这里的斜率是 { $slope }。
   *[other] 这里的斜率是 { $slope }，是最大值的 { $share } %；最大值 { $steepest } 在 z = { $peak } 处。
}
slide-kink = 曲线在 z = { $z } 处有折点或跳跃。这里取的值是 { $a }，斜率取左侧的：{ $slope }。
