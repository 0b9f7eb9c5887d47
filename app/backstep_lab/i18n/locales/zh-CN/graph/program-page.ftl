### The page of a computation graph: its picture, its text, its editor, its numbers in words.

region-graph = 计算图
sheet-program = 程序
unit-operation = 一步运算
unit-element = 元素
unit-line = 行
unit-group = 组

program-text = 程序
program-more = …… 还有 { $count } 个
program-atomic = 逐个显示每个数
program-block = { $label }，{ $count } 个数
program-failed = 计算图无法加载。
program-keyboard = 计算图，逐个数
program-keyboard-hint = ← 和 → 沿连线移动，↑ 和 ↓ 依次移动，回车打开，− 收起分组，Alt 加 ↑ 或 ↓ 改变叶子的值。
program-legend-forward = 数值，向前传
program-legend-trained = 参与训练
program-legend-back = 梯度，反向传回

program-value = 数值
program-gradient = 梯度
program-next = 更新后的值
program-message = 消息
program-inputs = 由这些数算出
program-readers = 用于
program-number = 这个数

program-given-leaf = 给定的数：可以修改。更新不会改变它。
program-given-trained = 给定的数，参与训练：在更新之前保持不变。
program-given-constant = 程序中的常数。它没有梯度：没有什么会改变它。

program-ref-leaf = { $trained ->
    [true] 参与训练的叶子 { $name }
   *[false] 叶子 { $name }
}
program-ref-constant = 常数 { $name }
program-ref-node = 名为 { $name } 的数
program-ref-operation = 第 { $line } 行的{ $name }
program-ref-gradient = { $target } 对 { $name } 的梯度
program-ref-message = 从 { $by } 传给 { $name } 的消息
program-ref-next = { $name } 更新后的值
program-ref-memory = { $by ->
    [m] { $name } 的梯度均值
   *[v] { $name } 的梯度平方均值
}
program-ref-next-memory = { $by ->
    [m] 新的 { $name } 梯度均值
   *[v] 新的 { $name } 梯度平方均值
}
program-ref-setting = { $by ->
    [learning_rate] 学习率
    [t] 第几次更新
   *[other] { $by }
}

program-group-element = 元素 { $label }
program-group-row = 第 { $label } 行
program-group-window = 窗口 { $label }
program-group-loop = { $label }
program-group-section = { $label }

program-constants = 常数
program-function-add = 和
program-function-subtract = 差
program-function-multiply = 积
program-function-divide = 商
program-function-power = 幂
program-function-sum = 总和
program-function-max = 最大值
program-function-min = 最小值
program-function-negative = 相反数
program-function-exp = 指数
program-function-log = 对数
program-function-sqrt = 平方根
program-function-sin = 正弦
program-function-cos = 余弦
program-function-tan = 正切
program-function-tanh = 双曲正切
program-function-sigmoid = S 型函数
program-function-relu = ReLU
program-function-leaky-relu = 泄漏 ReLU
program-function-softplus = softplus
program-function-gelu = GELU
program-function-silu = SiLU
program-function-elu = ELU
program-function-square = 平方
program-function-abs = 绝对值
program-function-stop = 停止

program-editor-how = 输入任意公式，一行或多行：每个名字都成为一个可以逐步计算的数。
program-editor-text = 程序
program-editor-values = 数值
program-editor-value = { $name } 的值
program-editor-target = 求导对象
program-editor-target-own = 最后一行，或名为 L 的数
program-editor-train = 训练
program-editor-use = 使用这个计算图
program-editor-update = 应用修改
program-editor-at = 第 { $line } 行第 { $column } 列：{ $mistake }
program-editor-size = 前向 { $count } 次运算，反向 { $backward } 次。
program-editor-examples = 例子
program-editor-checking = 正在检查……
program-editor-number = 请输入一个数，或者像 [1, 2] 这样的列表。
program-editor-network = 把这个网络作为计算图打开
program-editor-network-how = 把网络写成程序，保留现在的数，每一步运算都是一个节点；也可以自己写程序。
