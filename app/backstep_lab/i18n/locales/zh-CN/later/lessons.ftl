# 课文。

lesson-of = 第 { $number } 课
lesson-progress = 第 { $at } 段，共 { $count } 段
lesson-passage = 第 { $at } 段：{ $heading }
lesson-passages = 本课各段
lesson-show = 演示给我看
lesson-again = 重新开始这一段
lesson-edit-missed = { $wanted ->
    [to] { $name } 现在是 { $value }，这里要设成 { $to }。
    [between] { $name } 现在是 { $value }，这里要大于 { $above } 且小于 { $below }。
    [above] { $name } 现在是 { $value }，这里要大于 { $above }。
    [below] { $name } 现在是 { $value }，这里要小于 { $below }。
   *[other] { $name } 还是原来的值，这里要改动它。
}
lesson-write = 写算式
lesson-write-missed = { $differs ->
    [names] 这个算式的输入应该是 { $names }，不多也不少。
    [value] 代入一组数检验，它得到 { $found }，应该得到 { $wanted }。
    [undefined] 代入一组数检验，它没有定义，应该得到 { $wanted }。
    [gradient] 值对了，但对 { $ref } 的导数不对：得到 { $found }，应该是 { $wanted }。
   *[elsewhere] 代入有些数是对的，代入另一些数就不对了。
}
lesson-train = 训练
lesson-stop = 停止
lesson-previous = 上一课：{ $title }
lesson-next = 下一课：{ $title }
lesson-all = 全部课程
lesson-end = 这一课学完了。
problem-lesson-not-found = 没有名为“{ $name }”的课程；现有：{ $choices }。
