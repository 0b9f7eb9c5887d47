### 导出与导入的文件。

export-markdown = 完整解答（Markdown）
export-markdown-about = 本次迭代的每一步运算及其公式，可用于笔记和 Jupyter。
export-latex = 完整解答（LaTeX）
export-latex-about = 同样的内容，排成可打印的文档。
export-csv = 运算表（CSV）
export-csv-about = 本次迭代每步运算一行，保留全部数位，可用电子表格打开。
export-numpy = numpy 程序
export-numpy-about = { $model ->
    [graph] 从这里继续训练这张计算图：纯 Python，数字完全相同。
   *[network] 从这里继续训练这个网络：纯 Python，数字完全相同。
}
export-notebook = Jupyter 笔记本
export-notebook-about = 同一个程序，分成一个个单元格。
export-pytorch = PyTorch 程序
export-pytorch-about = 用 PyTorch 做同样的训练，梯度来自自动求导。
export-safetensors = 权重和偏置（safetensors）
export-safetensors-about = 当前的参数，可供其他程序使用，也可以重新导入。
export-session = 这个会话（JSON）
export-session-about = { $model ->
    [graph] 程序、数值、改动和位置；导入后就从这里继续。
   *[network] 网络、数据、改动和位置；导入后就从这里继续。
}
export-svg = 图片（SVG）
export-svg-about = { $model ->
    [graph] 此刻的计算图，任意放大都清晰。
   *[network] 此刻的网络，任意放大都清晰。
}
export-png = 图片（PNG）
export-png-about = 同样的图，像素格式，适合幻灯片和聊天。
export-download = 下载
export-copy = 复制
export-copied = 已复制
export-failed = 没有成功：{ $reason }
export-import = 导入文件
export-import-choose = 选择文件……
export-import-how = { $model ->
    [graph] 会话（.json）按保存时的样子打开，取代当前会话。
   *[network] 会话（.json）按保存时的样子打开，取代当前会话。权重和偏置（.safetensors）取代当前网络的参数；按“上一步”可以撤销。
}
export-import-done = 已导入 { $name }。
export-import-not-json = { $name } 不是会话文件：无法按 JSON 读取。请选择由“这个会话（JSON）”保存的文件。
export-import-large = { $name } 有 { $size } MB；导入的文件最多 { $max } MB。

file-own-network = 自己的网络
file-program-about = 从 Backstep 所在之处继续，算出完全相同的数字。需要 Python 和 numpy。
file-torch-about = 从 Backstep 所在之处继续，算出完全相同的数字。需要 Python、numpy 和 PyTorch。
file-numbers = 权重、偏置和样本
file-functions = 激活函数及其斜率
file-loss = 损失，以及输出的误差项
file-passes = 前向传播和反向传播
file-step = 样本顺序、学习率、更新
file-training = 从这里继续训练
file-result = 训练后的权重和偏置
file-overflow = e 的很大次幂是无穷大，1 除以它得 0，结果正确
file-worked-about = 第 { $iteration } 次迭代的每一步运算。数字显示六位，计算时保留了全部数位。这里是数据中第 { $example } 个样本的数字。
file-phase-forward = 前向传播
file-phase-loss = 损失
file-phase-backward = 反向传播
file-phase-update = 更新

problem-file-operations = 本次迭代有 { $count } 步运算；这种文件最多容纳 { $max } 步。请减少神经元，或把批量调小。
problem-file-edits = 这个文件里的改动已损坏，或与其中的网络不符，无法据此建立会话。
problem-file-tensors = 这不是这里能读取的 safetensors 文件。
problem-file-number = { $name } 中有一个数不是有限数，或超出 ±{ $max }。
problem-file-shape = { $name }：文件中是 { $found }，这个网络需要 { $wanted }。
file-own-graph = 自己的计算图
file-graph-leaves = 叶子，以及优化器记住的数
file-graph-forward = 前向传播；梯度由 PyTorch 自己求出
file-graph-update = 学习率与更新
file-graph-result = 更新后的叶子
file-graph-torch-about = 从 Backstep 当前所在之处继续，算出完全相同的数。需要 Python 和 PyTorch。
file-worked-graph = 第 { $iteration } 次迭代的每一步运算。显示六位有效数字，计算时用的是全部位数。

convention-alpha = 第 { $layer } 层激活函数的 α = { $alpha }。
convention-sum = 各输出的损失相加。
convention-mean = 各输出的损失取平均。
convention-batch-sum = 一批样本的损失相加。
convention-huber-delta = Huber 损失在 δ = { $delta } 处由抛物线变为直线。
convention-dampening = 动量只取每个梯度的 (1 − τ)，τ = { $dampening }。
convention-first-memory = 优化器的记忆 { $memory } 从 { $value } 开始。
convention-no-epsilon = √v 旁没有 ε。
convention-frozen = 冻结的参数：{ $refs }。
