### 输入的程序：哪里不对、应该怎样写，有什么值得注意，以及语言接受什么。

program-empty = 程序是空的：请写一行，例如 q = x*y + b。
program-too-long = 程序有 { $size } 字节：请不要超过 { $max } 字节。
program-too-large = 程序需要的运算超过 { $max } 个：请减少循环次数或缩小数组。
program-too-many-numbers = 程序中给定的数超过 { $max } 个：请缩小数组。
program-too-deep = 这里嵌套超过 { $max } 层：请把其中一部分单独写成一行并命名。
program-too-many-axes = 数组最多有 { $max } 个轴：请减少列表的嵌套。
program-number-too-large = 这个数太大：请写 −{ $max } 到 { $max } 之间的数。
program-name-after-update = 以 _next 结尾的名字用于更新之后的值：请不要用 { $name }，换一个名字。
program-name-too-long = 这个名字太长：请不要超过 { $max } 个字符。

program-character = “{ $char }”在这里没有意义：请使用拉丁或希腊字母的名字、数字、+ − * / ^ @ 和 ( ) [ ]。
program-comparison = “{ $char }”是比较，没有导数：请使用 max、min 或 relu；赋值请写一个 =。
program-whole-division = “{ $char }”没有导数：除法请写 /。
program-quotes = 这里不用带引号的文字：请直接写名字和数，不要写“{ $char }”。
program-braces = 这里不用“{ $char }”：公式的部分请写 ( )，列表请写 [ ]。
program-bars = 这里不用“{ $char }”：|x| 请写成 abs(x)。
program-walrus = 这里不用“{ $char }”：赋值请写 =。
program-backslash = 这里不用“{ $char }”：要把公式续到下一行，请用 ( ) 括起来。

program-never-closed = “{ $bracket }”没有闭合：请写上与它配对的括号。
program-never-opened = “{ $bracket }”没有对应的左括号：请删去它，或在前面补上左括号。
program-other-bracket = “{ $open }”被“{ $close }”闭合：括号请成对书写，( ) 或 [ ]。
program-no-operator = “{ $left }”与“{ $right }”之间缺少运算符：乘积请写 { $left }*{ $right }。
program-function-without-brackets = 函数 { $name } 需要括号：请写 { $name }({ $next })。
program-no-operand-before = “{ $operator }”前面缺少数或名字：请补上。
program-no-operand-after = “{ $operator }”后面缺少数或名字：请补上。
program-word = “{ $word }”不属于这种语言：请写 q = x*y 这样的行，并可用 for t in range(3): 重复它们。
program-import = 这里不需要导入：请删去这一行，exp、tanh 等函数都已可用。
program-comprehension = “for”要写在行首：请写 for t in range(3):，并在下面写赋值。
program-indent = 这一行前面的空格不对：只有“for”下面的行需要缩进，都缩进四个空格。
program-syntax = “{ $found }”不能写在这里：请每行写一个赋值，例如 q = x*y + b。
program-not-accepted = 这不属于这种语言：请写公式的赋值，例如 q = x*y + b。
program-tuple = 逗号不能构成数组：数的列表请写 [1, 2]。
program-root-of-power = √ 的范围不清楚：请写 sqrt(x)^2 或 sqrt(x^2)。

program-unknown-names = { $names } 还没有值：请在上面写 x = 1 这样的行，或在程序旁边给出它的值。
program-product-of-names = { $name } 是一个名字，还没有值：您是指 { $product } 吗？
program-misspelt-name = { $name } 没有值：您是指 { $meant } 吗？
program-misspelt-function = 没有函数 { $name }：您是指 { $meant } 吗？
program-no-such-function = 没有函数 { $name }：乘积请写 { $name }*(…)，或使用列表中的函数。
program-call-of-name = { $name } 不是函数：您是指 { $name }*(…) 吗？
program-function-alone = { $name } 是函数：请写 { $name }(x)，它的平方写 { $name }(x)^2。
program-used-before = { $name } 在有值之前就被使用：请在上面的行中给它赋值。
program-no-value-here = { $name } 在这里没有值：请在上面的行中给它赋值。
program-leave-out = 这里不需要 { $name }( )：请删去它，所有的值和导数都会逐步显示。
program-no-such-method = 这里不认识 .{ $name }：请使用 sum(x) 这样的函数，转置矩阵请写 .T。
program-method-without-brackets = .{ $name } 需要括号：请写 x.{ $name }()。
program-arguments = { $name } 的参数是 ({ $parameters })：请像 { $example } 那样写。
program-no-flag = 这不是真假值：请写 True 或 False。

program-no-name = 这个值没有名字：请在前面写 q =。
program-two-targets = 一行给一个名字赋值：请分成几行写。
program-several-targets = 值的个数与名字的个数不同：请给每个名字单独写一行。
program-target = 不能给它赋值：= 前面请写名字或元素，例如 q 或 h[0]。
program-element-index = { $name } 的元素要用整数赋值：请写 { $name }[0] 或 { $name }[t]。
program-element-axes = { $name } 之前是用 { $count } 个下标赋值的：这里请用同样多的下标。
program-element-shape = { $name } 的形状是 { $right }，其他元素是 { $left }：请让所有元素形状相同。
program-no-element-yet = { $name } 还没有值：请在使用前给它赋值。
program-counter-assigned = { $name } 是循环的计数变量：请换一个名字。
program-for = 循环要写成 for t in range(3):，下面的赋值缩进四个空格。

program-not-whole = “{ $text }”不是直接写出的整数：请写整数，例如 2，或用循环变量 t 写 t + 1。
program-length-of-number = len 需要数组：单个数没有长度。
program-step-zero = 步长不能是 0：请写 1 或 −1。
program-no-such-index = { $name } 在这个轴上没有元素 { $index }：请写 0 到 { $last }。
program-too-many-indices = { $name } 的形状是 { $shape }：下标的个数请不要超过轴的个数。
program-list-index = 只有第一个轴可以用下标的列表：其他轴请写单个数或范围。
program-empty-array = 这个数组是空的：请至少包含一个数。
program-ragged-list = 列表各部分的形状不同：请让每行长度相同。
program-ragged-leaf = { $name } 既不是数，也不是由完整的行组成的列表：请写 2、[1, 2] 或 [[1, 2], [3, 4]]。
program-leaf-out-of-range = { $name } 中有太大的数：请在 −{ $max } 与 { $max } 之间。
program-no-such-axis = 形状为 { $shape } 的数组没有轴 { $axis }：轴从 0 开始数。
program-shapes = 形状 { $left } 与 { $right } 不相配：请让它们相同，或让其中一个是单个数。
program-stack-shapes = 形状 { $left } 与 { $right } 不同：请把形状相同的数组叠放，或使用 concat。
program-product-of-number = { $operator } 是数组的乘积：与单个数相乘请写 *。
program-product-shapes = 形状 { $left } 与 { $right } 不能作矩阵乘积：前者最后的大小必须等于后者最前的大小；可以试试 .T。
program-conv-axes = 形状为 { $right } 的核不能在形状 { $left } 上滑动：请用两个向量或两个矩阵。
program-conv-too-small = 形状为 { $right } 的核放不进形状 { $left }：请用更小的核。
program-pool-size = { $name } 不能从形状 { $shape } 中取大小为 { $size } 的窗口：请用向量或矩阵，以及合适的大小。
program-reshape = 形状 { $left } 不能变成 { $right }：请选择元素个数相同的形状。
program-cross-entropy-logits = cross_entropy 需要向量，或每行一个样本的矩阵，而不是形状 { $shape }。
program-cross-entropy-target = 形状为 { $right } 的目标与形状为 { $left } 的 logits 不相配：请给每行写一个类别编号，或写形状相同的向量。
program-no-such-class = 没有类别 { $number }：请写 0 到 { $last }。

program-no-result = { $name } 有的元素没有值：最后请写 L = { $name }[0] 这样的行。
program-no-target = { $name } 不是这个程序中的数：请选择一个计算得到的数的名字。
program-target-of-several = { $name } 的形状是 { $shape }，但只能对单个数求导：请加一行，例如 L = sum({ $name })。
program-target-not-computed = { $name } 是给定的，不是计算得到的：请加一行，例如 q = { $name }^2。
program-no-leaf = { $name } 不能训练：请选择给定的数的名字。

program-note-unused = { $name } 没有被使用。
program-note-shadowed = 第 { $line } 行中 { $name } 的值没有被使用：第 { $again } 行给了它另一个值。
program-note-assigned-again = { $name } 在第 { $line } 行得到另一个值：那里它叫 { $ref }。
program-note-value-not-used = { $name } 在第 { $line } 行计算得到：为它给定的值没有被使用。
program-note-negative-index = { $name }[-1] 是您赋值的那个元素，不是最后一个。

program-does-add = 逐元素相加
program-does-subtract = 相减
program-does-multiply = 相乘；5x 和 2(x + y) 也是乘积
program-does-divide = 相除
program-does-power = 幂
program-does-negative = 相反数
program-does-matmul = 矩阵的乘积，或矩阵与向量的乘积
program-does-index = 用从 0 开始的下标、0:2 这样的范围或行的列表取元素
program-does-for = 重复下面的行
program-does-exp = e 的幂
program-does-log = 自然对数
program-does-sqrt = 平方根
program-does-sin = 正弦
program-does-cos = 余弦
program-does-tan = 正切
program-does-tanh = 双曲正切
program-does-sigmoid = 逻辑函数
program-does-relu = x 为正时取 x，否则取 0
program-does-leaky-relu = x 为正时取 x，否则取它的百分之一
program-does-softplus = 平滑的 relu
program-does-gelu = x 乘以 x 的正态分布函数
program-does-silu = x 乘以它的 sigmoid
program-does-elu = x 为正时取 x，否则取 e 的 x 次幂减 1
program-does-abs = 绝对值
program-does-square = 平方
program-does-stop = 同一个数，但梯度不从这里通过
program-does-max = 几个值或一个数组中最大的
program-does-min = 几个值或一个数组中最小的
program-does-sum = 所有元素的和，或沿一个轴的和
program-does-mean = 所有元素的平均，或沿一个轴的平均
program-does-var = 与平均值之差的平方的平均
program-does-softmax = 由 logits 得到概率，沿最后一个轴
program-does-log-softmax = softmax 的对数
program-does-logsumexp = e 的幂之和的对数
program-does-cross-entropy = logits 与类别或概率向量的交叉熵；多行时取平均
program-does-mse = 差的平方的平均
program-does-dot = 乘积之和；与 @ 相同
program-does-conv = 核在向量或矩阵上滑动，不翻转，只取完整放得下的位置
program-does-maxpool = 每个窗口中最大的数
program-does-avgpool = 每个窗口的平均
program-does-concat = 把数组依次连接
program-does-stack = 沿新的轴把数组并排
program-does-reshape = 同样的元素，另一种形状
program-does-transpose = 行与列互换
program-does-onehot = 类别处为 1，其余为 0
program-does-zeros = 全是零的数组
program-does-ones = 全是一的数组
program-does-array = 列表本身，供粘贴的程序使用
