### 出了什么问题，以及怎么办。$field 是请求中的路径，例如 network.layers[0].units。

problem-invalid = { $detail }
problem-out-of-range = { $field } 为 { $value }：请在 { $min } 与 { $max } 之间。
problem-too-small = { $field } 为 { $value }：不能小于 { $min }。
problem-too-large-value = { $field } 为 { $value }：不能大于 { $max }。
problem-not-finite = { $field } 为 { $value }：请给出普通的有限数。
problem-not-a-number = { $field } 为 { $value }：请给出一个数。
problem-not-whole = { $field } 为 { $value }：请给出整数。
problem-not-a-text = { $field } 为 { $value }：请给出文本。
problem-not-a-yes-or-no = { $field } 为 { $value }：请给出 true 或 false。
problem-not-a-list = { $field } 为 { $value }：请给出列表。
problem-not-an-object = { $field } 为 { $value }：请给出对象。
problem-unknown-choice = { $field } 为 { $value }：请从以下各项中选择：{ $choices }。
problem-missing = 缺少 { $field }。
problem-unknown-field = 这里没有 { $field } 这一项。
problem-list-length = { $field } 有 { $count } 项：请给出 { $min } 到 { $max } 项。
problem-text-length = { $field } 有 { $count } 个字符：最多 { $max } 个。
problem-text-pattern = { $field } 为 { $value }：含有此处不允许的字符。
problem-not-json = 请求不是 JSON：在第 { $position } 个字符处中断。
problem-not-valid = { $field } 为 { $value }，在此处无效。
problem-shape-layers = 网络至少要有一层，每层至少要有一个单元和一个激活函数。
problem-softmax-last = softmax 只能用于最后一层。
problem-loss-needs = 损失 { $loss } 要求最后一层使用 { $needs }，而这一层是 { $activation }。
problem-parameters-layers = 给出了 { $weights } 个权重矩阵和 { $biases } 组偏置；这个网络有 { $layers } 层。
problem-parameters-ragged = { $name } 必须是形状为 { $wanted } 的数，各行长度相同。
problem-parameters-shape = { $name } 的形状为 { $given }；这个网络需要 { $wanted }。
problem-parameters-finite = { $name } 中有一个数不是有限的。
problem-no-alpha = { $activation } 没有 α；只有 { $choices } 有。
problem-one-reduction = 损失 { $loss } 属于所有输出整体：各项总是相加。
problem-no-huber = δ 属于损失 huber；这个网络用的是 { $loss }。
problem-ref = { $ref } 不是这个网络中的数。
problem-ref-no-gradient = { $ref } 不是权重或偏置的梯度。
problem-not-editable = { $ref } 是算出来的，不能直接设定；权重、偏置、输入和目标可以。
problem-too-far = { $field } 为 { $value }：一次最多 { $max }。
problem-too-many-edits = 这个会话已有 { $limit } 处改动，达到上限。按“重置”可以重新开始。
problem-body-too-large = 请求过大：最多 { $limit } 字节。
problem-session-not-found = 这个会话已过期。新的会话会从你离开的地方继续。
problem-preset-not-found = 没有名为 { $name } 的示例。可选：{ $choices }。
problem-page-not-found = { $path } 处没有页面。
problem-method = 这里不能使用 { $method }。
problem-stale-revision = 这个会话已在别处前进，可能是在另一个标签页。没有丢失，也没有重复：载入最新状态即可继续。
problem-out-of-turn = { $phase ->
    [forward] 现在还不能这样做：要先完成前向传播，接下来是 { $ref }。
    [loss] 现在还不能这样做：要先算出损失，接下来是 { $ref }。
    [backward] 现在还不能这样做：要先完成反向传播，接下来是 { $ref }。
   *[update] 现在还不能这样做：要先完成更新，接下来是 { $ref }。
}
problem-other-model = 此处需要分层网络；这个会话的模型属于另一类（{ $model }）。
problem-nothing-behind = 这里就是起点，不能再退回了。
problem-diverged = 第 { $iteration } 次迭代中数值溢出。请按“上一步”退回，或重置后调小学习率。
problem-full = 服务器已有 { $limit } 个会话，达到上限。请稍后再试。
problem-busy = 服务器正忙于其他学习者。请稍等片刻再试。
problem-too-long = 这会超过 { $seconds } 秒。请分几次进行。
problem-internal = 服务器出了问题，不是你的错。你的会话保持原样。
problem-unknown = 出了问题：{ $detail }
problem-status = 服务器无法处理这个请求（HTTP 状态 { $status }）。请重试。
problem-unreadable = 这个会话由另一个版本的 Backstep 存下，或者记录已损坏，无法打开。请重新开始：同样的起点会得到同样的数。
problem-store = 服务器暂时无法访问会话存储。没有任何改动。
problem-unknown-outcome = 保存改动时与会话存储的连接中断，正在确认改动是否已经生效。
problem-edits-too-large = 这个会话的改动合计 { $megabytes } MB，超过上限 { $max } MB。可以按“重置”重新开始，或退回到较大的改动之前。

problem-ref-no-first-unit = { $ref } 不是第一层的神经元。
problem-line-inputs = 这个网络有 { $inputs } 个输入；只有两个输入时，神经元才画得出一条线。
problem-ref-no-parameter = { $ref } 不是权重或偏置。
problem-ref-no-unit = { $ref } 不是神经元的激活值。
problem-same-parameter = 两条轴都是 { $ref }：请选择两个不同的参数。
problem-point-length = 这个点给了 { $count } 个数；这里需要 { $wanted } 个。
problem-same-input = 两条轴都是输入 { $input }：请选择两个不同的输入。
problem-predict-large = 这一刻的内容太多，无法从这里重新开始。请先按“重置”，或换一个小一些的数据集，再打开预测。
problem-answer-empty = 请给出一个数，比如 0.25。
problem-answer-unreadable = 无法识别“{ $text }”。请写一个数，如 0.25；或一个算式，如 0.4*0.59、1/3、sigmoid(0.38)。
problem-answer-division = “{ $text }”里除以了 0，这是没有定义的。
problem-answer-logarithm = { $part } 没有定义：对数只能取大于 0 的数。
problem-answer-root = { $part } 没有定义：负数没有平方根。
problem-answer-power = { $part } 没有定义：负数只有整数次幂。
problem-answer-overflow = “{ $text }”太大了：这里的数最大约为 1.8 × 10^308。
problem-asked-computed = { $ref } 已经算出来了，没有可预测的了。
problem-asked-given = { $ref } 是给定的，不用算，也就无从预测。
problem-asked-unmade = { $ref } 在这里没有单独的一步；请改问 { $made }。
problem-asked-infinite = { $ref } 在这里超出了一切数的范围，无法预测。
problem-asked-alone = 没有别的数可以同 { $ref } 比较。
problem-too-many-names = 这里有 { $count } 个名称，最多可以有 { $max } 个。
