### 决策线。

line-unfit = 有两个输入时，神经元的判断才能画成一条线；这里有 { $inputs } 个输入。在上方选择“AND 感知器”或“异或（XOR）”就能看到。
line-own-data = 自己的数据
line-shift = 平移
line-turn = 旋转
line-angle = { $angle } 度
line-none = 两个权重都是 0，所以没有线：处处的 z 都等于偏置 { $b }。
line-give = 画一条线
line-right = { $all ->
    [yes] { $count } 个样本全都在正确的一侧：这条线把两类分开了。
   *[no] { $count } 个样本中，有 { $right } 个在正确的一侧。
}
line-no-sides = 这个神经元没有自己的两类目标，它只是把平面切成两半。
line-examples = 样本与这条线
line-example = (X, Y)
line-side = 哪一侧
line-verdict = 判断
line-is-right = 对
line-is-wrong = 错
