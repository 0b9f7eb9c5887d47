### 网络的设置：在图上改，或在设置页里改。

problem-ref-no-weight = { $ref } 是算出来的：只有权重或偏置才能作损失曲面的坐标轴。

shape-add-unit = 给第 { $layer } 层添加一个神经元
shape-remove-unit = 删除第 { $layer } 层的最后一个神经元
shape-add-layer = 在第 { $layer } 层之前添加一层
shape-remove-layer = 删除第 { $layer } 层

settings-how = 这里每改一项，当前迭代就从第一个数重新开始；按“上一步”可以撤销。
settings-layers = 层
settings-hidden = 第 { $layer } 层 · 隐藏
settings-output = 第 { $layer } 层 · 输出
settings-units = { $units } 个神经元
settings-activation = 第 { $layer } 层的激活函数
settings-add-layer = 添加隐藏层
settings-ends = 输入和输出由数据决定。留下的权重保持原值，新的权重由随机种子生成。softmax 要用整层的值，因此只能放在最后一层。
settings-loss = 损失函数
settings-loss-of-example = 单个样本的损失
settings-reduction = 各输出的损失
settings-reduction-sum = 相加
settings-reduction-mean = 取平均
settings-batch-reduction = 一批样本的损失
settings-huber-delta = δ：抛物线在此变为直线
settings-alpha = 第 { $layer } 层的 α
settings-loss-needs = { $loss }要求最后一层使用 { $activation }。
settings-loss-rule = { $loss } 只用于单层阶跃单元的网络。
settings-loss-changed = 损失函数已改为{ $loss }：最后一层用{ $activation }时不能使用{ $before }。
settings-start = 初始权重
settings-given = 这个网络的初始权重是给定的。选择初始化方法或随机种子，就会重新生成。
settings-initializer = 初始化方法
settings-seed = 随机种子
settings-again = 重新生成
settings-rewind = 回到初始权重
settings-rewind-how = 回到最开始，但保留现在的设置：让同样的权重换一种方式再训练一遍。
settings-file = 设置文件
settings-save = 保存为文件
settings-load = 打开文件
settings-file-how = 以 JSON 保存网络、数据和训练设置，不含当前所在的步骤。打开文件会开始一个新的会话。
settings-file-not-json = 这个文件不是 JSON。一切保持原样。
settings-file-no-object = 这个文件里没有设置：设置应是包含 network、data、training 的对象。一切保持原样。
settings-file-unknown = 文件里有这里不认识的字段 { $field }。一切保持原样。
settings-file-part = 字段 { $field } 必须是对象。一切保持原样。
settings-file-missing = 缺少字段 { $field }。一切保持原样。
settings-file-refused = { $reason }一切保持原样。

initializer-zeros = 全为零
initializer-constant = 全部相同
initializer-uniform = 均匀分布
initializer-normal = 正态分布
initializer-xavier-uniform = Xavier（均匀）
initializer-xavier-normal = Xavier（正态）
initializer-he-uniform = He（均匀）
initializer-he-normal = He（正态）
