### One weight.

slice-key-loss = loss, when only this one changes
slice-key-tangent = tangent
slice-key-step = step of the update
slice-here = { $name } now
slice-loss = loss here
slice-slope = slope of the curve, measured
slice-gradient = ∂L/∂{ $name }, by back-propagation
slice-equal = The two agree: the gradient is the slope of this curve.
slice-unequal = The two differ: close to this point the curve has a kink, or is too flat to measure.
slice-step = { $way ->
    [lower] With the learning rate { $rate } the step is −η · slope = { $change }. On this curve it leads down to a loss of { $loss }.
    [higher] With the learning rate { $rate } the step is −η · slope = { $change }. On this curve it leads up to a loss of { $loss }: the step is too long.
    [same] With the learning rate { $rate } the step is −η · slope = { $change }. On this curve the loss stays at { $loss }.
   *[unknown] With the learning rate { $rate } the step is −η · slope = { $change }. There the loss can no longer be computed.
}
slice-optimizer = That is the step of plain gradient descent; the optimizer in use takes another one, which the update shows.
slice-pending = The tangent is drawn when the gradient is computed, in the backward pass.
