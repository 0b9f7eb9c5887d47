### A call that a busy server put off, and that is made again by itself.

retry-change = { $why ->
    [full] 服务器已满；你的操作已保留，{ $seconds } 秒后自动重试。
    [store-unavailable] 服务器暂时无法存储；你的操作已保留，{ $seconds } 秒后自动重试。
    [unknown-outcome] 服务器未确认操作是否完成；你的操作已保留，{ $seconds } 秒后自动重试。
   *[busy] 服务器正忙；你的操作已保留，{ $seconds } 秒后自动重试。
}
retry-session = { $why ->
    [full] 服务器已满；{ $seconds } 秒后自动重新打开你的会话。
    [store-unavailable] 服务器暂时无法存储；{ $seconds } 秒后自动重新打开你的会话。
    [unknown-outcome] 服务器未确认操作是否完成；{ $seconds } 秒后自动重新打开你的会话。
   *[busy] 服务器正忙；{ $seconds } 秒后自动重新打开你的会话。
}
retry-question = { $why ->
    [full] 服务器已满；你要查看的内容将在 { $seconds } 秒后自动重新获取。
    [store-unavailable] 服务器暂时无法存储；你要查看的内容将在 { $seconds } 秒后自动重新获取。
    [unknown-outcome] 服务器未确认操作是否完成；你要查看的内容将在 { $seconds } 秒后自动重新获取。
   *[busy] 服务器正忙；你要查看的内容将在 { $seconds } 秒后自动重新获取。
}
retry-now = 立即重试
retry-give-up = 不再重试

# 出错时最先就要有的说明。
problem-busy = 服务器正忙于其他学习者。请稍等片刻再试。
problem-unknown = 出了问题：{ $detail }
problem-status = 服务器无法处理这个请求（HTTP 状态 { $status }）。请重试。
