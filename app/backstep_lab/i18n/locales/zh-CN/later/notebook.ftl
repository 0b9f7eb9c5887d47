# 笔记本中无法显示的模型。

problem-no-such-layer = 无法显示 { $layer }：Backstep 逐步计算的是由全连接层及其激活函数组成的网络。
problem-no-such-setting = 无法显示带有 { $setting } 的 { $owner }：Backstep 没有这项设置。
problem-unknown-model = 无法显示这个模型：{ $name }。可用的有 { $choices }。
problem-unknown-activation = 无法显示这个激活函数：{ $name }。可用的有 { $choices }。
problem-unknown-loss = 无法显示这个损失函数：{ $name }。可用的有 { $choices }。
problem-unknown-optimizer = 无法显示这个优化器：{ $name }。可用的有 { $choices }。
problem-arrays-unfit = 第 { $layer } 层的数组不匹配：它们的形状是 { $shapes }。权重每个单元一行、每个输入一列，偏置每个单元一个数。
problem-examples-unfit = 这些样本与模型不匹配：{ $why }。
problem-unknown-option = 没有名为 { $name } 的选项。
problem-option-value = { $name } 是 { $value }；它必须是 { $allowed }。
problem-no-anywidget = 实时会话需要 anywidget 包：pip install 'backstep-lab[notebook]'。
problem-no-local-server = 这个笔记本的服务器没有启动。
problem-file-activations = 文件有 { $layers } 层；请写出每一层的激活函数：{ $choices }。
problem-file-layer = { $name }（{ $shape }）不是全连接层的权重或偏置：Backstep 没有其他层。
problem-file-unopened = 无法打开这个文件：{ $why }。
