### Batch.

view-batch = Batch
batch-examples = examples of the batch
batch-point = example { $example }: { $share }
batch-mean = { $examples ->
    [one] mean of 1 example
   *[other] mean of all { $examples } examples
}
batch-penalty = added by the penalty on large weights
batch-equal = { $examples ->
    [one] With one example in the batch, its gradient is the batch’s gradient.
   *[other] The two agree: the gradient of the batch is the mean of its examples’ gradients. Click a bar to show its example in the picture.
}
batch-with-penalty = The gradient of the batch is the mean of its examples’ gradients, plus what the penalty adds. Click a bar to show its example in the picture.
batch-mean-pending = So far the examples’ own gradients are known; their mean is computed next.
batch-pending = The examples’ gradients are computed in the backward pass.
batch-cut = Bars for the first { $shown } of { $examples } examples; the mean is over all.
