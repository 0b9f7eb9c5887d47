# 附加在运算说明之后的句子。
op-remarked = { $sentence }{ $remark }
op-remark-blocks = 这次迭代的项很多，求和按分块进行：末尾几位可能与逐项相加略有不同。
