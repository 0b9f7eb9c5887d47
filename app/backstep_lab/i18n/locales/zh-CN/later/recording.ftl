# 把会话存成一个不需要服务器的文件。

recorded-note = 这是录制的内容：可以逐步查看，不能编辑或训练。
recorded-live = 打开在线页面
problem-recording-ends = 录制到第 { $iteration } 次迭代为止。
problem-recording-begins = 录制从第 { $iteration } 次迭代开始。
problem-recording-edit = 网络在这里被改动过，录制的文件无法撤销；可用时间轴查看之前的部分。
problem-recording-only = 只录制了第 { $from } 到第 { $to } 次迭代。
problem-recording-silent = 这项内容没有录制。
problem-recording-too-large = 内容太多，一个文件放不下。请减少迭代次数，或换一个更小的网络。
share-file = 存成一个文件
share-file-how = 一个 HTML 文件，不需要服务器和网络也能前进、退回、查看解释；可以直接发送，或放进课程页面。文件里不能编辑或训练。它从当前迭代开始，外观按上面的选择。
share-file-iterations = 迭代次数
share-file-save = 保存文件
share-file-saved = 已保存：{ $size } kB。
