### What is said of an opened number.

formula-alternative = or, written out
inspector-close = Close
inspector-trail = Numbers opened before
inspector-back = Back to { $name }
inspector-pending = Not computed yet. This is how it will be computed:
inspector-made = How it is computed
inspector-updated = Computed by the last update
inspector-given-input = An input: it is given by the data.
inspector-given-target = A target: what the output should be, given by the data.
inspector-given-weight = A weight: it stays as it is until the update.
inspector-given-bias = A bias: it stays as it is until the update.
inspector-given-weight-frozen = A weight: here it stays as it is, for it is frozen.
inspector-trained = Train this parameter
inspector-given-bias-frozen = A bias: here it stays as it is, for it is not trained.
inspector-given-learning-rate = You choose it: the length of each step against the gradient.
inspector-neuron = This neuron
inspector-edge = This edge
inspector-incoming = Incoming edges
inspector-outgoing = Outgoing edges
check-title = Gradient check
check-agrees = Checked by finite difference
check-differs = A finite difference does not agree
check-kink = A finite difference cannot judge this one: so close to here a function has a kink, or a step.
check-by-backpropagation = By back-propagation
check-error = Relative error { $error }.
check-how = { $what ->
    [leaf] The loss was computed twice more, with this leaf a tiny bit larger and smaller (±{ $epsilon }): this is how steeply it changes.
    [bias] The loss was computed twice more, with this bias a tiny bit larger and smaller (±{ $epsilon }): this is how steeply it changes.
   *[weight] The loss was computed twice more, with this weight a tiny bit larger and smaller (±{ $epsilon }): this is how steeply it changes.
}
paths-title = All paths to the loss
paths-count = { $count ->
    [one] 1 path
   *[other] { $count } paths
}
paths-of-example = { $reduction ->
    [sum] For the focus example. The gradient of the batch is the sum of such shares over its { $examples } examples.
   *[mean] For the focus example. The gradient of the batch is the mean of such shares over its { $examples } examples.
}
paths-of-penalty = The penalty on large weights adds its own part to the gradient; no path leads through it.
paths-more = Show all { $count }
paths-some = The sum over all { $count } paths, of which the first { $shown } are shown:
paths-sum = { $count ->
    [one] It is the gradient:
   *[other] Their sum is the gradient:
}
paths-share = { $count ->
    [one] It is this example’s share:
   *[other] Their sum is this example’s share:
}
paths-saved = { $along ->
    [one] Path by path, this gradient takes 1 multiplication; back-propagation takes { $shared }, because it computes shared parts only once.
   *[other] Path by path, this gradient takes { $along } multiplications; back-propagation takes { $shared }, because it computes shared parts only once.
}
paths-saved-all = All gradients of this network together take { $along } multiplications path by path and { $shared } by back-propagation: { $saved } are saved.
edit-label = Change the value
turn = Change { $name }
edit-apply = Apply
edit-not-a-number = Please write a number, such as 0.25 or -1.5.
edit-out-of-range = { $value } is out of range: please stay between { $low } and { $high }.
edit-stale = { $count ->
    [one] 1 number that depends on the old value was discarded: press Next step to compute it again.
   *[other] { $count } numbers that depend on the old value were discarded: press Next step to compute them again.
}
paths-pending = The gradient of { $name } is not computed yet: its paths to the loss are listed here once the backward pass has reached it.
