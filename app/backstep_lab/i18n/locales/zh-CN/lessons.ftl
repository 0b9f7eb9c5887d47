# 第一次来访时的引导。

lesson-region = 课文
lesson-back = 上一段
lesson-continue = 继续
lesson-done = 完成。
lesson-shown = 答案就是这样。
first-minute-at = 第 { $at } 步，共 { $count } 步
first-minute-backward = 把误差传回去
first-minute-gradient = 更新两个权重
first-minute-skip = 跳过引导
first-minute-ways = 接下来去哪里
first-minute-lesson = 从第 1 课开始
first-minute-playground = 看网络怎样学会一个圆
first-minute-mazur = 逐步计算 Mazur 的手算示例
