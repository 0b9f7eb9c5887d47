### 训练工具条。

strip-title = 训练
strip-settings = 设置
strip-run = 运行
strip-pause = 暂停
strip-pace-title = 速度
strip-pace = ×{ $value }
strip-pace-max = 最快
strip-batch = 批量
strip-batch-all = 全部
strip-rate = 学习率 η
strip-activation = 激活函数
strip-penalty = 惩罚项
strip-penalty-none = 无
strip-penalty-l1 = L1 { $l1 }
strip-penalty-l2 = L2 { $l2 }
strip-penalty-both = L1 { $l1 }，L2 { $l2 }
strip-pause-first = 请先暂停训练，再换数据。
new-weights = { $model ->
    [graph] 新数值
   *[network] 新权重
}
new-weights-how = { $model ->
    [graph] 给参与训练的叶子换一组随机值，重新开始训练。程序和设置不变；按“上一步”可以撤销。
   *[network] 换一组随机权重，重新开始训练。数据、网络和设置不变；按“上一步”可以撤销。
}
reset-question = { $model ->
    [graph] 回到初始状态？你的程序、数值、设置和所有迭代都会丢失。
   *[network] 回到这个示例的初始状态？你的数据、网络、设置和所有迭代都会丢失。
}
reset-keep = 不重置
reset-yes = 确定重置
settings-neuron-maps = 在每个隐藏神经元的圆内显示它的激活值怎样随输入变化
