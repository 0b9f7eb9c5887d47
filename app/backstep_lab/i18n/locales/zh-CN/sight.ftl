### 怎样看这张图：缩放，以及折叠的列。

sight = 图的视图
sight-in = 放大
sight-out = 缩小
sight-fit = 适应窗口
sight-all = 全部神经元
fold-above = 第 { $layer } 层上方还有 { $count } 个：显示
fold-below = 第 { $layer } 层下方还有 { $count } 个：显示
