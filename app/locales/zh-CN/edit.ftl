### Settings, comparison and races.

problem-ref-no-weight = { $ref } 是计算得出的：只有权重或偏置才能在损失曲面上追踪。
