### 从损失起，每一步运算做了什么。参数：数字按学习者选的位数写好再传来。
### $sign、$direction：positive、negative 或 zero。$size：去掉符号的数。

op-title-loss-term = 单个输出的代价
op-title-loss = 损失
op-title-batch-loss = { $examples ->
    [1] 含惩罚项的损失
   *[other] 批量损失
}
op-title-loss-slope = 损失的斜率
op-title-downstream-term = 传回的误差
op-title-downstream-sum = 误差求和
op-title-slope = 激活函数的斜率
op-title-delta = 误差项 δ
op-title-weight-gradient = 权重的梯度
op-title-bias-gradient = 偏置的梯度
op-title-batch-gradient = 批量梯度
op-title-penalty-gradient = 含惩罚项的梯度
op-title-update = 更新
op-loss-term = 输出 { $unit } 给出 { $a }，目标是 { $y }：代价是 { $value }。
op-loss-term-nothing = 输出 { $unit } 给出 { $a }，目标是 { $y }：代价为零。
op-loss-term-unwanted = 输出 { $unit } 给出 { $a }，而它的目标是 0：{ $loss } 对它不计代价。各输出的份额总和为 1，所以它只能通过其他输出影响损失。
op-loss-term-rule = 输出 { $unit } 给出 { $a }，目标是 { $y }：加权和 { $z } 在 0 的错误一侧，代价就是它到 0 的距离 { $value }。
op-loss-term-rule-right = 输出 { $unit } 给出 { $a }，与目标一致：代价为零。
op-loss = { $part ->
    [whole] { $count ->
        [1] 唯一一个输出的代价就是损失 { $value }：学习就是要设法减小这个数。
        [2] 两个输出的代价相加，就是损失 { $value }：学习就是要设法减小这个数。
       *[other] { $count } 个输出的代价相加，就是损失 { $value }：学习就是要设法减小这个数。
    }
   *[example] { $count ->
        [1] 唯一一个输出的代价就是该样本的损失 { $value }。
        [2] 两个输出的代价相加，就是该样本的损失 { $value }。
       *[other] { $count } 个输出的代价相加，就是该样本的损失 { $value }。
    }
}
op-loss-mean = { $part ->
    [whole] { $count ->
        [2] 两个输出的代价的平均值，就是损失 { $value }：学习就是要设法减小这个数。
       *[other] { $count } 个输出的代价的平均值，就是损失 { $value }：学习就是要设法减小这个数。
    }
   *[example] { $count ->
        [2] 两个输出的代价的平均值，就是该样本的损失 { $value }。
       *[other] { $count } 个输出的代价的平均值，就是该样本的损失 { $value }。
    }
}
op-batch-loss = 本批 { $examples } 个样本的平均损失是 { $value }：学习就是要设法减小这个数。仅这个样本：{ $example_loss }。
op-batch-loss-penalty = 平均损失 { $mean } 加上权重的惩罚项 { $penalty }，得到 { $value }：学习就是要设法减小这个数。
op-batch-loss-sum = 本批 { $examples } 个样本的损失相加，得到 { $value }：学习就是要设法减小这个数。仅这个样本：{ $example_loss }。
op-batch-loss-sum-penalty = 各样本的损失之和 { $mean } 加上权重的惩罚项 { $penalty }，得到 { $value }：学习就是要设法减小这个数。
op-example-loss-penalty = 样本的损失 { $mean } 加上权重的惩罚项 { $penalty }，得到 { $value }：学习就是要设法减小这个数。
op-loss-slope = { $examples ->
    [1] { $sign ->
        [negative] 若输出 { $unit } 增大一点点，损失就减小这一点的 { $size } 倍：这个输出应当升高。
       *[positive] 若输出 { $unit } 增大一点点，损失就增大这一点的 { $size } 倍：这个输出应当降低。
    }
   *[other] { $sign ->
        [negative] 若输出 { $unit } 增大一点点，该样本的损失就减小这一点的 { $size } 倍：这个输出应当升高。
       *[positive] 若输出 { $unit } 增大一点点，该样本的损失就增大这一点的 { $size } 倍：这个输出应当降低。
    }
}
op-loss-slope-exact = 输出 { $unit } 恰好等于目标，代价处于最低点：此处斜率为 0。
op-loss-slope-corner = 输出 { $unit } 恰好等于目标，处于代价曲线的尖点：此处斜率取 0，但无论往哪边移动，代价都会增加。
op-loss-slope-unwanted = 输出 { $unit } 的目标是 0：{ $loss } 不直接计入这个输出，所以斜率为 0。各输出的份额总和为 1，所以它只能通过其他输出影响损失。
op-loss-slope-margin = 输出 { $unit } 与目标同侧，且已越过间隔：稍微移动它，损失不变。
op-loss-slope-margin-corner = 输出 { $unit } 恰好在间隔边界上，处于代价曲线的折点：此处斜率取 0。
op-loss-slope-underflow = 输出 { $unit } 离目标太近，计算机只能把这个斜率写成 0。
op-loss-slope-unbounded = 输出 { $unit } 离极限太近，这个斜率大得计算机无法表示；接下来的误差项不靠它来计算。
op-downstream-term = 第 { $to_layer } 层神经元 { $to } 沿这条边传回误差 { $delta }，乘以权重 { $w } 后变为 { $value }。
op-downstream-sum = { $examples ->
    [1] { $sign ->
        [positive] 传回这里的各项相加：若这个神经元的输出增大一点点，损失就增大这一点的 { $size } 倍。
        [negative] 传回这里的各项相加：若这个神经元的输出增大一点点，损失就减小这一点的 { $size } 倍。
       *[zero] 传回这里的各项相加为零：若这个神经元的输出增大一点点，损失几乎不变，甚至完全不变。
    }
   *[other] { $sign ->
        [positive] 传回这里的各项相加：若这个神经元的输出增大一点点，该样本的损失就增大这一点的 { $size } 倍。
        [negative] 传回这里的各项相加：若这个神经元的输出增大一点点，该样本的损失就减小这一点的 { $size } 倍。
       *[zero] 传回这里的各项相加为零：若这个神经元的输出增大一点点，该样本的损失几乎不变，甚至完全不变。
    }
}
op-downstream-sum-rounding = 传回这里的各项相加，得到 { $value }：若不计舍入误差，它就是 0。
op-slope = { $sign ->
    [negative] { $activation } 函数在此处的陡峭程度：若加权和增大一点点，激活值就减小这一点的 { $size } 倍。
   *[positive] { $activation } 函数在此处的陡峭程度：若加权和增大一点点，激活值就增大这一点的 { $size } 倍。
}
op-slope-kink = { $activation } 函数在 { $z } 处有折点，两侧的斜率不同；此处斜率取 { $value }。
op-slope-step = 阶跃函数两侧都是平的：斜率为 0，梯度永远穿不过这个神经元，既到不了它的权重，也到不了它前面的各层。
op-slope-zero = { $activation } 函数在此处是平的，斜率为 0：梯度无法穿过这个神经元。
op-slope-underflow = { $activation } 函数在此处近乎水平，计算机只能把斜率写成 0：梯度无法穿过这个神经元。
op-slope-softmax = 若它自己的加权和增大一点点，输出 { $unit } 就增大这一点的 { $value } 倍，其他输出则减小：各份额的总和恒为 1。
op-slope-unused = 在计算机的精度内，输出 { $unit } 不随它的加权和变化，斜率为 0；接下来的误差项不靠它来计算。
op-delta = { $examples ->
    [1] 损失的斜率乘以激活函数的斜率，就是损失随这个神经元的加权和变化的快慢：{ $value }。
   *[other] 损失的斜率乘以激活函数的斜率，就是该样本的损失随这个神经元的加权和变化的快慢：{ $value }。
}
op-delta-fused = { $activation } 与 { $loss } 搭配时几乎全部抵消，只剩输出 { $a } 减去目标 { $y }，因此 δ 为 { $value }。
op-delta-fused-mean = { $activation } 与 { $loss } 搭配时几乎全部抵消，只剩输出 { $a } 减去目标 { $y }；损失是 { $count } 个输出的平均值，所以还要除以 { $count }，因此 δ 为 { $value }。
op-delta-softmax = { $count ->
    [1] 只有一个输出的 softmax 恒等于 1，什么都改变不了它，这个误差项为 { $value }。
   *[other] softmax 的每个输出都与所有加权和有关：全部 { $count } 个斜率共同构成这个误差项：{ $value }。
}
op-delta-rule = 按感知器规则，误差项就是输出 { $a } 减去目标 { $y }：{ $value }，与任何斜率无关。
op-delta-rule-right = 按感知器规则，误差项就是输出 { $a } 减去目标 { $y }：{ $value }，所以这个样本不改变任何参数。
op-weight-gradient-rule = 误差 { $delta } 乘以这条边传过来的值 { $a }：{ $value }。更新沿相反方向：规则加上学习率乘以（目标减输出）再乘以输入。
op-weight-gradient = { $sign ->
    [negative] 误差 { $delta } 乘以这条边传过来的值 { $a }：权重增大一点点，损失就减小这一点的 { $size } 倍。
   *[positive] 误差 { $delta } 乘以这条边传过来的值 { $a }：权重增大一点点，损失就增大这一点的 { $size } 倍。
}
op-weight-gradient-unused = 这条边传过来的值是 0，所以与误差 { $delta } 的乘积为 0：无论这个权重是多少，损失都不变。
op-weight-gradient-level = 误差为 0，乘以这条边传过来的值 { $a } 仍为 0：略微改变这个权重，损失几乎不变，甚至完全不变。
op-weight-gradient-underflow = 误差 { $delta } 乘以这条边传过来的值 { $a }，结果太小，计算机只能写成 0。
op-weight-gradient-share = 误差 { $delta } 乘以这条边传过来的值 { $a }：这一个样本对该权重的贡献是 { $value }。
op-bias-gradient = 偏置直接进入加权和，所以它的梯度就是误差项本身：{ $value }。
op-bias-gradient-share = 偏置直接进入加权和：这一个样本对它的贡献就是误差项 { $value }。
op-batch-gradient = 全部 { $examples } 个样本的贡献平均为 { $value }。仅这个样本：{ $share }。
op-batch-gradient-bias = 全部 { $examples } 个样本对偏置的贡献平均为 { $value }。仅这个样本：{ $share }。
op-batch-gradient-rounding = 全部 { $examples } 个样本的贡献平均为 { $value }：若不计舍入误差，它就是 0。仅这个样本：{ $share }。
op-batch-gradient-sum = 全部 { $examples } 个样本的贡献之和为 { $value }。仅这个样本：{ $share }。
op-batch-gradient-sum-bias = 全部 { $examples } 个样本对偏置的贡献之和为 { $value }。仅这个样本：{ $share }。
op-batch-gradient-sum-rounding = 全部 { $examples } 个样本的贡献之和为 { $value }：若不计舍入误差，它就是 0。仅这个样本：{ $share }。
op-penalty-gradient = 权重的惩罚项在梯度 { $mean } 上再加 { $added }，得到 { $value }。
op-update = { $direction ->
    [positive] 梯度为负，所以权重增大，幅度是梯度大小的 { $learning_rate } 倍：从 { $w } 变为 { $value }。
   *[negative] 梯度为正，所以权重减小，幅度是梯度大小的 { $learning_rate } 倍：从 { $w } 变为 { $value }。
}
op-update-bias = { $direction ->
    [positive] 梯度为负，所以偏置增大，幅度是梯度大小的 { $learning_rate } 倍：从 { $b } 变为 { $value }。
   *[negative] 梯度为正，所以偏置减小，幅度是梯度大小的 { $learning_rate } 倍：从 { $b } 变为 { $value }。
}
op-update-no-gradient = { $parameter ->
    [bias] 梯度为零：偏置保持 { $value }。
   *[weight] 梯度为零：权重保持 { $value }。
}
op-update-no-rate = { $parameter ->
    [bias] 学习率现在是 0：偏置保持 { $value }，尽管它的梯度是 { $gradient }。
   *[weight] 学习率现在是 0：权重保持 { $value }，尽管它的梯度是 { $gradient }。
}
op-update-underflow = { $parameter ->
    [bias] 梯度 { $gradient } 的 { $learning_rate } 倍太小，在舍入中丢失：偏置保持 { $value }。
   *[weight] 梯度 { $gradient } 的 { $learning_rate } 倍太小，在舍入中丢失：权重保持 { $value }。
}
