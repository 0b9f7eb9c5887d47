# Sentences that are added to the one about an operation.
op-remarked = { $sentence } { $remark }
op-remark-blocks = There are so many terms in this iteration that they are added in blocks: the last digits may differ from adding one after the other.
