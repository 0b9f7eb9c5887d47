### Decision boundary.

plane-unit = Show
plane-decided = class decided
plane-choose = A point of the inputs
plane-role = point in the plane
plane-at = { $here }: { $name } ≈ { $value }
plane-at-class = { $here }: class { $class }
plane-class = class { $class }
plane-hollow = test example
plane-focus = focus example
plane-line = where it is { $level }
plane-line-classes = border between classes
plane-layer = Neurons of layer { $layer }
plane-summary = Over these inputs { $name } goes from { $low } to { $high }, with the parameters as they are now.
plane-summary-classes = For every point, the class for which the network decides: that of the largest output.
plane-many = This plane varies only { $x } and { $y } of { $count } inputs, so it shows little of what the network does: it may have one colour throughout. Choose two other inputs, or look at the quality of the predictions.
plane-held = The other inputs stay as the focus example has them: { $held }.
predict-hint = Click a point, or choose one with the arrow keys and press Enter: what does the network predict there?
predict-summary = { $class ->
    [none] At { $here } the network gives { $outputs }.
   *[other] At { $here } the network gives { $outputs }: class { $class }.
}
predict-watch = Watch the forward pass
predict-numbers = All numbers of this pass
what-if = Trial
what-if-here = A trial with { $here }. Your session stays where it is.
what-if-layer = { $layer ->
    [0] inputs
   *[other] layer { $layer } of { $layers }
}
what-if-previous = Previous layer
what-if-next = Next layer
what-if-back = Back to the session
