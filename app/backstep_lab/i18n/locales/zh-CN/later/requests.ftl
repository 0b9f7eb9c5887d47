### 在做任何事之前就被拒绝的请求。

problem-address-too-long = 地址超过了允许的 { $limit } 个字符。
problem-malformed = 服务器无法识别这个请求。
