### One weight.

view-slice = One weight
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
