### Batch.

batch-examples = examples of the batch
batch-point = example { $example }: { $share }
batch-sum = { $examples ->
    [one] sum over 1 example
   *[other] sum over all { $examples } examples
}
batch-mean = { $examples ->
    [one] mean of 1 example
   *[other] mean of all { $examples } examples
}
batch-penalty = added by the penalty on large weights
batch-alone = With one example in the batch, its gradient is the batch’s gradient.
batch-equal = { $reduction ->
    [sum] The two agree: the gradient of the batch is the sum of its examples’ gradients. Click a bar to show its example in the picture.
   *[mean] The two agree: the gradient of the batch is the mean of its examples’ gradients. Click a bar to show its example in the picture.
}
batch-with-penalty = { $reduction ->
    [sum] The gradient of the batch is the sum of its examples’ gradients, plus what the penalty adds. Click a bar to show its example in the picture.
   *[mean] The gradient of the batch is the mean of its examples’ gradients, plus what the penalty adds. Click a bar to show its example in the picture.
}
batch-reduced-pending = { $reduction ->
    [sum] So far the examples’ own gradients are known; their sum is computed next.
   *[mean] So far the examples’ own gradients are known; their mean is computed next.
}
batch-pending = The examples’ gradients are computed in the backward pass.
batch-cut = { $reduction ->
    [sum] Bars for the first { $shown } of { $examples } examples; the sum is over all.
   *[mean] Bars for the first { $shown } of { $examples } examples; the mean is over all.
}
