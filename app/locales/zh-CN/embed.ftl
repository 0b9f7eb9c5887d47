# 地址、嵌入、分享。

locked = 已锁定：可以看，不能改。
notice-slip = 地址里的 { $name }={ $value } 无效，可用的值：{ $allowed }。已改用默认值。
problem-locked = 布置这一页的人锁定了这部分（{ $part }）：可以看，不能改。
problem-link = 链接被截断或改动过，无法还原那一刻。请重新复制链接。
problem-beside-state = 链接已包含完整的一刻，不能再同时给出 { $part }。
picture-title = 一个标有数字的神经网络
