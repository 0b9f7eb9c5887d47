### Activation.

slide-z = Slide z
slide-there = At
slide-flat = Here the slope is 0: no gradient gets through.
slide-unused = Here the slope is 0; the error term of this output is computed without it.
slide-steepest = Here the curve is at its steepest: slope { $slope }.
slide-share = { $peak ->
    [none] The slope here is { $slope }.
   *[other] The slope here is { $slope }, which is { $share } % of the largest, { $steepest } at z = { $peak }.
}
slide-kink = At z = { $z } the curve has a kink or a jump. The value taken here is { $a }, and the slope is the one from the left: { $slope }.
curve-value = f(z)
curve-slope = slope f′(z)
curve-pending = The slope is computed in the backward pass.
curve-waits = Softmax uses all weighted sums of its layer: the curve is shown when they are all computed.
curve-open = The slope here is { $slope }, that is { $share } % of the steepest one on this curve ({ $steepest }): a gradient passes well.
curve-saturated = Saturated: the slope here is { $slope }, only { $share } % of the steepest one on this curve ({ $steepest }). Little of a gradient passes back.
curve-closed = The slope here is 0: for this example nothing passes back through this neuron.
curve-unused = The slope here is { $slope }. The error term of this output is computed without it, together with the loss.
curve-flat = For { $flat } of the batch’s { $examples } examples its slope is 0.
curve-dead = { $examples ->
    [one] For the one example of this batch its slope is 0: it passes nothing back.
   *[other] Its slope is 0 for all { $examples } examples of this batch: a dead neuron, it learns nothing from them.
}
curve-layer = { $dead ->
    [0] In layer { $layer } every neuron has a slope for at least one example.
   *[other] In layer { $layer }, { $dead } of { $units } neurons have slope 0 for every example of this batch.
}
