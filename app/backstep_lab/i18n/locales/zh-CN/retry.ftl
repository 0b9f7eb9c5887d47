### A call that a busy server put off, and that is made again by itself.

retry-why-busy = 服务器正忙
retry-why-full = 服务器已满
retry-why-store-unavailable = 服务器暂时无法存储
retry-why-unknown-outcome = 服务器未确认操作是否完成
retry-change = { $why }；你的操作已保留，{ $seconds } 秒后自动重试。
retry-session = { $why }；{ $seconds } 秒后自动重新打开你的会话。
retry-question = { $why }；你要查看的内容将在 { $seconds } 秒后自动重新获取。
retry-now = 立即重试
retry-give-up = 放弃
