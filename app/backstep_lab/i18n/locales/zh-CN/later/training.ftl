### 训练：训练多久、何时提前停止、进度如何、怎样结束。

train-iterations = 迭代次数
train-epochs = 轮次数
train-progress = 训练进度
train-until = 何时停止
train-until-title = 满足以下条件时提前停止
train-until-loss = 损失不高于
train-until-accuracy = 准确率不低于
train-until-no-change = 损失不再变化
train-until-always = 一旦有数值溢出，训练总会停止。
train-count-in = 计数单位
formula-training-title = 训练中
formula-training = 图中的数值会随训练更新。按“停止”即可查看任意一个数。

train-done = { $done } / { $wanted }
train-done-so-far = 已完成 { $done }
train-loss = 损失 { $loss }
train-pace = 每秒 { $pace } 个样本
train-queued = 排队中：前面还有 { $queued } 个
train-resumed = { $iterations } 次迭代后连接中断，已从该处继续训练。

train-stopped-completed = 完成：共 { $iterations } 次迭代。
train-stopped-target = 已停止：{ $iterations } 次迭代后，损失不高于 { $loss }。
train-stopped-accuracy = 已停止：{ $iterations } 次迭代后，准确率不低于 { $accuracy }。
train-stopped-converged = 已停止：{ $iterations } 次迭代后，损失不再变化。
train-stopped-diverged = 已停止：{ $iterations } 次迭代后有数值溢出。
train-stopped-time = 已停止：{ $iterations } 次迭代后，用完了一次训练允许的时间。再按“训练”可以继续。
train-stopped-limit = 已停止：{ $iterations } 次迭代后到达上限，一个会话最多到第 1,000,001 次迭代。可以重置，或换一组新权重。
train-stopped-stopped = 已停止：{ $iterations } 次迭代后在别处停止（可能是另一个标签页）。
train-stopped-broken = 连接中断次数过多，训练在 { $iterations } 次迭代后停止。再按“训练”可以继续。
train-stopped-stop = 已停止：{ $iterations } 次迭代后由你停止。

problem-no-classes = 训练无法停在准确率 { $value } 处：这里的目标不是类别。

diverged-first = 最先超出范围的数是{ $number }。
diverged-grown = 那时，{ $weight }已从 { $first } 变为 { $last }。
diverged-why = 每一步都越过了目标，于是下一次的梯度更大，步子也更大。
diverged-try = 试试 { $value }
diverged-try-learning-rate = 学习率 { $value }：试算 { $trial } 次迭代，最后损失为 { $loss }。
diverged-try-initializer = 换用 { $value } 初始权重：试算 { $trial } 次迭代，最后损失为 { $loss }。
diverged-weights-xavier-uniform = Xavier
diverged-weights-he-uniform = He

saturated-start = 输入最大达到 { $largest }，第 1 层有 { $share }% 的激活值从一开始就已饱和：斜率接近 0，梯度几乎传不过去。缩放输入后为 { $scaled }%。
saturated-scale = 缩放输入
