### 怎样看这张图：缩放，以及折叠的列。

zoom = 图的视图
zoom-in = 放大
zoom-out = 缩小
zoom-fit = 适应窗口
zoom-all = 全部神经元
fold-above = 第 { $layer } 层上方还有 { $count } 个：显示
fold-below = 第 { $layer } 层下方还有 { $count } 个：显示
