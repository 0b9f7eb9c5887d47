### Views that look at the loss and its gradients: curves, slices, surfaces, tables.

problem-ref-no-parameter = { $ref } is no weight or bias.
problem-ref-no-unit = { $ref } is no neuron’s activation.
problem-same-parameter = Both axes are { $ref }: please choose two different parameters.

view-slice = One weight
view-surface = Two weights
axis-loss = loss L
axis-iteration = iteration
parameter = Weight or bias
span = Range
span-auto = fitting

loss-title = Loss so far
loss-point = iteration { $iteration }: { $loss }
loss-point-test = iteration { $iteration }: { $loss }, test { $test }
loss-of-batch = batch of the iteration
loss-of-training = all training examples
loss-of-test = test examples
loss-hint = Click a point, or choose one with the arrow keys and press Enter, to travel to that moment.
loss-none = There is no loss yet: it comes at the end of the forward pass.

slice-key-loss = loss, when only this one changes
slice-key-tangent = tangent
slice-key-step = step of the update
slice-here = { $name } now
slice-loss = loss here
slice-slope = slope of the curve, measured
slice-gradient = ∂L/∂{ $name }, by back-propagation
slice-equal = The two agree: the gradient is the slope of this curve.
slice-unequal = The two differ: so close to here the curve has a kink, or is too flat to measure.
slice-step = With the learning rate { $rate } the step is −η · slope = { $change }. { $way ->
    [lower] On this curve it leads down to a loss of { $loss }.
    [higher] On this curve it leads up to a loss of { $loss }: the step is too long.
    [same] On this curve the loss stays at { $loss }.
   *[unknown] There the loss can no longer be computed.
}
slice-optimizer = That is the step of plain gradient descent; the optimizer in use makes its own of it, which the update shows.
slice-pending = The tangent comes with the gradient, in the backward pass.

surface-across = Across
surface-up = Upwards
surface-at = At { $x } = { $atX }, { $y } = { $atY } the loss is { $loss }.
surface-summary = On this map the loss goes from { $low } (faint) to { $high } (strong). You stand at { $x } = { $atX }, { $y } = { $atY }; all other numbers stay as they are now.
surface-path = { $count ->
    [0] The way of descent appears here as you train.
    [one] The line is the way so far, one piece long.
   *[other] The line is the way so far, in { $count } pieces. The map is that of this moment: earlier, when the other weights were others, it looked different.
}

view-activation = Activation
view-matrices = Matrices
view-gradients = Gradients
view-check = Check
view-batch = Batch

curve-value = f(z)
curve-slope = slope f′(z)
curve-pending = The slope comes in the backward pass.
curve-waits = Softmax looks at all sums of its layer: the curve comes when they are all known.
curve-open = The slope here is { $slope }, that is { $share } % of the steepest one on this curve ({ $steepest }): a gradient passes well.
curve-saturated = Saturated: the slope here is { $slope }, only { $share } % of the steepest one on this curve ({ $steepest }). Little of a gradient passes back.
curve-closed = The slope here is 0: for this example nothing passes back through this neuron.
curve-unused = The slope here is { $slope }. The error term of this output is computed without it, in one piece with the loss.
curve-flat = For { $flat } of the batch’s { $examples } examples its slope is 0.
curve-dead = { $examples ->
    [one] For the one example of this batch its slope is 0: it passes nothing back.
   *[other] Its slope is 0 for all { $examples } examples of this batch: a dead neuron, it learns nothing from them.
}
curve-layer = { $dead ->
    [0] In layer { $layer } every neuron has a slope for at least one example.
   *[other] In layer { $layer }, { $dead } of { $units } neurons have slope 0 for every example of this batch.
}

matrix-layer = Layer { $layer }
matrix-size = { $units } × { $inputs }, and biases
matrix-weights = Weights and biases
matrix-gradients = Their gradients
matrix-hint = A row for each neuron, a column for each number that comes in. Blank: not computed yet. Click a number to see where it comes from.
matrix-cut = Only the first { $count } rows and columns are shown.

gradients-size = |∂L/∂w|, each step ten times larger
gradients-count = how many weights
gradients-known = weights
gradients-norm = norm
gradients-largest = largest
gradients-zeros = zero
flow-pending = The gradients of all layers can be compared when the backward pass is done.
flow-alone = There is only one layer, so the gradient has no way to go.
flow-even = From layer { $last } to layer 1 the gradient keeps its size well: the norms differ by a factor of { $ratio }.
flow-vanishing = The gradient vanishes on its way back: in layer 1 its norm is { $ratio } times smaller than in layer { $last }. The first layers learn slowly.
flow-exploding = The gradient explodes on its way back: in layer 1 its norm is { $ratio } times larger than in layer { $last }. A smaller learning rate is safer.
flow-blocked = In the first or the last layer all gradients are 0: there nothing can be learned from this batch.

checks-none = Each gradient will be checked as soon as the backward pass has computed it.
checks-agree = { $agree ->
    [one] The one gradient agrees with the finite difference of the loss.
   *[other] All { $agree } gradients agree with finite differences of the loss. The largest relative error is { $worst }.
}
checks-differ = { $differ ->
    [one] 1 gradient differs from the finite difference of the loss; { $agree } agree.
   *[other] { $differ } gradients differ from finite differences of the loss; { $agree } agree.
}
checks-kinks = { $count ->
    [one] 1 cannot be judged: so close to it a function has a kink, or a step.
   *[other] { $count } cannot be judged: so close to them a function has a kink, or a step.
}
checks-pending = { $count ->
    [one] 1 is not computed yet.
   *[other] { $count } are not computed yet.
}
checks-ask = Check all { $count }
checks-difference = finite difference
checks-error = relative error
checks-kink = cannot be judged
checks-how = Each parameter on its own was made larger and smaller by { $epsilon }, and the loss computed anew. The worst one comes first.
checks-cut = The worst { $shown } of { $count } are shown.

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
