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
slice-pending = The tangent comes with the gradient, in the backward pass.

surface-across = Across
surface-up = Upwards
surface-at = At { $x } = { $atX }, { $y } = { $atY } the loss is { $loss }.
surface-told = On this map the loss goes from { $low } (light) to { $high } (dark). You stand at { $x } = { $atX }, { $y } = { $atY }; all other numbers stay as they are now.
surface-path = { $count ->
    [0] The way of descent appears here as you train.
    [one] The line is the way so far, one piece long.
   *[other] The line is the way so far, in { $count } pieces. The map is that of this moment: earlier, when the other weights were others, it looked different.
}
