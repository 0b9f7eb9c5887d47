### 检验。

checks-none = 反向传播每算出一个梯度，这里就检验一个。
checks-agree = { $agree ->
    [1] 这一个梯度与损失的有限差分一致。
   *[other] { $agree } 个梯度全部与损失的有限差分一致。最大的相对误差是 { $worst }。
}
checks-differ = 有 { $differ } 个梯度与损失的有限差分不同；{ $agree } 个一致。
checks-kinks = 有 { $count } 个无法判断：附近有函数的折点或跳跃。
checks-pending = 还有 { $count } 个尚未计算。
checks-ask = 检验全部 { $count } 个
checks-difference = 有限差分
checks-error = 相对误差
checks-kink = 无法判断
checks-how = 把每个参数单独增大和减小 { $epsilon }，重新计算损失。误差最大的排在最前。
checks-cut = 共 { $count } 个，这里是误差最大的 { $shown } 个。
