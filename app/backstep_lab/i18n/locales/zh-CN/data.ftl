### 数据面板：可选的数据集、自己的表格或点、样本表。

sheet-data = 数据
data-ways = 样本从哪里来
data-way-set = 选数据集
data-way-table = 自己的表格
data-way-draw = 画点

data-set = 数据集
dataset-and = 与（AND）
dataset-or = 或（OR）
dataset-xor = 异或（XOR）
dataset-nand = 与非（NAND）
dataset-circle = 圆
dataset-quadrants = 象限
dataset-gaussians = 两团点
dataset-spiral = 螺旋
dataset-moons = 双月
dataset-plane = 平面（数值）
dataset-sine = 正弦（数值）
dataset-iris = 鸢尾花
dataset-digits = 手写数字
dataset-about-and = 四行：两个输入都是 1 时才是 1。一个神经元就能学会。
dataset-about-or = 四行：至少一个输入是 1 就是 1。一个神经元就能学会。
dataset-about-xor = 四行：两个输入不同时是 1。单个神经元学不会，有两个隐藏神经元就可以。
dataset-about-nand = 四行：两个输入都是 1 时才是 0。任何逻辑电路都能由它搭成。
dataset-about-circle = 圆盘外面套一个圆环。直线分不开它们，x₁² + x₂² 可以。
dataset-about-quadrants = 点很多的异或：对角的两块同属一类。输入 x₁·x₂ 一下就能分开。
dataset-about-gaussians = 围绕两个或更多中心的点团：一条直线差不多就能分开。
dataset-about-spiral = 两条或更多互相缠绕的旋臂：最难的一个。
dataset-about-moons = 两个互相嵌入的半圆。
dataset-about-plane = 目标是数值而不是类别：x₁ + x₂ 的十分之一。
dataset-about-sine = 一个输入，目标是它的正弦。
dataset-about-iris = 三个品种的 150 朵花，1935 年测量，单位厘米：萼片和花瓣的长与宽。
dataset-about-digits = 1,797 个手写的 0 到 9，每个是 8×8 像素的图片。

data-samples = 样本数
data-noise = 噪声
data-seed = 随机种子
data-test = 留作测试（%）
data-classes = 类别数
data-scale = 输入缩放
scale-none = 不缩放
scale-standard = 均值 0，标准差 1
scale-minmax = 缩放到 0 到 1
data-features = 每个点的特征
data-with-network = 同时换上学得会它的网络（{ $shape }）
data-preview = { $train } 个样本用来学习，{ $test } 个用来测试；输入 { $inputs } 个，输出 { $outputs } 个。
data-first-two = 点按前两个输入画出。
data-picture-of = 数字 { $digit }
data-use = 使用这些数据
data-kept = 好了。数据与这个网络相符，权重保持不变。按“上一步”可以撤销。
data-anew = { $all ->
    [true] 好了：网络现在是 { $shape }。全部权重用随机种子 { $seed } 重新生成。按“上一步”可以撤销。
   *[other] 好了：网络现在是 { $shape }。第 { $layers } 层的权重用随机种子 { $seed } 重新生成。按“上一步”可以撤销。
}

data-paste = 每行粘贴一个样本
data-file = 打开文件……
data-delimiter = 分隔符
delimiter-auto = 自动判断
delimiter-comma = 逗号
delimiter-semicolon = 分号
delimiter-tab = 制表符
delimiter-space = 空格
data-header = 首行是列名
header-auto = 自动判断
header-yes = 是
header-no = 否
data-read = 读取表格
data-too-long = 这里有 { $count } 个字符；表格最多 { $max } 个字符。
data-targets = 要预测的列；其余的列是输入
data-was-read = { $delimiter ->
    [comma] { $rows } 个样本，{ $inputs } 个输入；分隔符是逗号。
    [semicolon] { $rows } 个样本，{ $inputs } 个输入；分隔符是分号。
    [tab] { $rows } 个样本，{ $inputs } 个输入；分隔符是制表符。
   *[space] { $rows } 个样本，{ $inputs } 个输入；分隔符是空格。
}
data-two-classes = 名称变成了数字：“{ $zero }”是 0，“{ $one }”是 1。
data-one-hot = { $count } 个名称各有一个输出，属于它时应为 1，否则为 0：{ $classes }。

data-draw-how = 在平面上点击，就添加一个点。两个坐标都是从 −6 到 6。
data-draw-as = 下一个点是
data-kind-0 = 类别 0（圆）
data-kind-1 = 类别 1（方）
data-kind-value = 一个数值
data-value = 数值
data-drawn = 点数：{ $count }。
data-drawn-last = 最后一个：({ $x }, { $y })，目标 { $target }。
data-draw-add = 添加这个点
data-draw-undo = 撤销最后一个点
data-draw-clear = 全部删除
data-draw-two = 需要有两种不同目标的点。

examples-title = 样本
examples-batch = 本批（{ $count }）
examples-train = 全部训练样本（{ $count }）
examples-test = 测试样本（{ $count }）
examples-how = 点击一行，图中就显示那个样本。
examples-how-train = 图中可以显示本批的样本。灰色的属于其他迭代的批量。
examples-how-test = 网络从不用这些样本学习。
examples-row = 序号
examples-picture = 图片
examples-target = 目标
examples-show = 在图中显示样本 { $row }
examples-shown = 样本 { $row }，正显示在图中
examples-page = 页
examples-page-previous = 上一页
examples-page-next = 下一页
examples-pages = 共 { $pages } 页
examples-to-shown = 转到正在显示的样本

problem-table-empty = 这里还没有内容：请每行粘贴一个样本。
problem-table-few = 行太少：至少需要两个样本。
problem-table-ragged = 第 { $line } 行有 { $count } 格，而第 { $first } 行有 { $wanted } 格：每行的格数必须相同。
problem-table-wide = 第 { $line } 行有 { $count } 格：表格最多 { $max } 列。
problem-table-long = 表格在第 { $line } 行之后还有内容：最多 { $max } 行。
problem-table-line = 第 { $line } 行无法读取：请检查是否多了一个引号。
problem-table-cell = 第 { $line } 行第 { $column } 列（{ $name }）：“{ $value }”不是数字。
problem-table-number = 第 { $line } 行第 { $column } 列（{ $name }）：{ $value } 太大了。数字应在 −{ $max } 到 { $max } 之间。
problem-table-twice = 第 { $line } 行第 { $column } 列：有两列都叫“{ $name }”。
problem-table-column = 没有“{ $name }”这一列。现有：{ $choices }。
problem-table-roles = { $columns } 列中有 { $count } 列要预测：至少要有一列，也至少要留一列作输入。
problem-table-numbers = 表格有 { $count } 个数字：最多 { $max } 个。
problem-table-classes = 第 { $column } 列（{ $name }）有 { $count } 个不同的名称：最多 { $max } 个类别。
problem-table-one-class = 第 { $column } 列（{ $name }）每行都是“{ $value }”：没有什么可学的。至少需要两种不同的目标。
problem-too-many-datasets = 这个会话已经换过 { $count } 次数据，不能再多了。按“重置”可以重新开始。

names-title = 名称
names-about = 这些数代表什么，比如“柠檬”“酸”。名称会显示在图里，也会写进句子；数值不会改变。
names-inputs = 输入
names-hidden = 第 { $layer } 层（隐藏层）
names-outputs = 输出
names-classes = 类别
names-class-low = 目标较小的一类
names-class-high = 目标较大的一类
names-cut = 只列出这一层的前 { $count } 个。
