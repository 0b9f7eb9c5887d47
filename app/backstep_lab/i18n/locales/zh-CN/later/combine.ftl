### 求和。

combine-way = 输入怎样合并
combine-plain = 简单求和
combine-weighted = 加权和 + 偏置
combine-table = { $name } 是怎样算出来的
combine-sum = 合计
combine-plain-is = 简单求和：{ $value }
combine-cut = 共 { $count } 个输入，这里是前 { $shown } 个。
combine-waits = 这个神经元的输入还没有算出：按“下一步”，走到这一层就有了。
combine-alone = 每一项都是 0，因为权重或输入是 0。剩下的只有偏置：{ $name } = { $b }。
combine-gone = { $terms } 的那一项是 0：权重或输入为 0，乘积就是 0。
combine-summary-plain = 简单求和时，每个输入同样重要：权重都是 1，偏置是 0。
combine-summary-weighted = 权重决定每个输入占多大分量；无论输入是什么，偏置都会加上。
