### 矩阵。

matrix-layer = 第 { $layer } 层
matrix-size = { $units } × { $inputs }，另加偏置
matrix-weights = 权重与偏置
matrix-gradients = 它们的梯度
matrix-hint = 每行一个神经元，每列一个传入的数。空白表示尚未计算。点击一个数，看它从何而来。
matrix-cut = 只显示前 { $count } 行和前 { $count } 列。
