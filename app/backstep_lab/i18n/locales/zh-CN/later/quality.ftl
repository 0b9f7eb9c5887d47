### 预测质量。

quality-train = 训练样本
quality-test = 测试样本
quality-examples = { $count } 个
quality-accuracy = 准确率
quality-r2 = { $output ->
    [-1] R²
   *[other] 输出 { $output } 的 R²
}
quality-loss = 平均损失
quality-none = –
quality-class = { $class }
quality-true = 真实类别
quality-said = 判定的类别
quality-cell-right = 类别 { $true } 的 { $all } 个样本中，{ $count } 个判对了。
quality-cell-wrong = 类别 { $true } 的 { $all } 个样本中，{ $count } 个被判成类别 { $said }。
quality-right = { $all } 个样本中，{ $right } 个判对了。
quality-threshold = 输出高于 { $threshold }（两个目标的中点）就判为较大的一类。真正算数的是测试样本：网络没有用它们学习过。
quality-largest = 输出最大的一类就是判定。真正算数的是测试样本：网络没有用它们学习过。
quality-no-classes = 这里的目标是数值，不是类别。R² 为 1 表示预测完全准确，为 0 表示与总是预测平均值一样。
