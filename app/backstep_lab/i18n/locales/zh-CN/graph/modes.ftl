### Forward and reverse mode beside each other.

view-modes = 两种模式
modes-leaf = 叶子
modes-step = 第 { $step } 步，共 { $steps } 步
modes-previous = 上一个数
modes-next = 下一个数
modes-value = 取值
modes-forward = 前向
modes-reverse = 反向
modes-how = 前向模式按程序的顺序问：{ $leaf } 变动时，每个数怎样变动。反向模式（反向传播）逆着顺序问：每个数变动时，{ $target } 怎样变动。
modes-meet = 两者最后得到同一个数：{ $target } 对 { $leaf } 的导数。
modes-apart = { $target } 在这里没有导数。
modes-counts = 求出对所有叶子的导数要做的运算
modes-count-one = 前向，一个叶子：{ $count }
modes-count-all = { $leaves ->
    [one] 前向，唯一的叶子：{ $count }
   *[other] 前向，{ $leaves } 个叶子各一遍：{ $count }
}
modes-count-reverse = 反向，一遍求出全部：{ $count }
modes-why = 反向传播一遍就得到对每个叶子的导数，所以要从后往前算。
modes-even = 叶子很少时两者相差不多；叶子多了，反向模式就省得多。
modes-failed = 前向传播中有数没有定义，还没有导数。
