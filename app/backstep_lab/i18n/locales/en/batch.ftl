### Batch.

view-batch = Batch
batch-examples = examples of the batch
batch-point = example { $example }: { $share }
batch-mean = mean of { $examples ->
    [one] 1 example
   *[other] all { $examples } examples
}
batch-penalty = added by the penalty on large weights
batch-equal = { $examples ->
    [one] With one example in the batch, its gradient is the batch’s gradient.
   *[other] The two agree: the gradient of the batch is the mean of what its examples want. Click a bar to follow its example through the picture.
}
batch-with-penalty = The gradient of the batch is the mean of its examples’ gradients, and what the penalty adds. Click a bar to follow its example through the picture.
batch-mean-pending = So far the examples’ own gradients are known; their mean comes next.
batch-pending = The examples’ gradients come in the backward pass.
batch-cut = Bars for the first { $shown } of { $examples } examples; the mean is over all.
