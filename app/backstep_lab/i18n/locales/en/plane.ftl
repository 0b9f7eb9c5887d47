### What the network says over its inputs, at any point, and how well.

problem-point-length = You gave { $count } numbers for a point; here it needs { $wanted }.
problem-same-input = Both axes are input { $input }: please choose two different inputs.

view-boundary = Decision boundary
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
plane-held = The other inputs stay as the focus example has them: { $held }.

view-quality = Quality
quality-train = Training examples
quality-test = Test examples
quality-examples = { $count }
quality-accuracy = Accuracy
quality-r2 = { $output ->
    [-1] R²
   *[other] R² of output { $output }
}
quality-loss = Mean loss
quality-none = –
quality-class = { $class }
quality-true = true class
quality-said = the network says
quality-cell-right = { $count } of { $all } examples of class { $true } are recognized.
quality-cell-wrong = { $count } of { $all } examples of class { $true } are taken for class { $said }.
quality-right = { $right } of { $all } examples are in the right class.
quality-threshold = The output says the higher class above { $threshold }, half way between the two targets. What counts is the test set: the network has never learned from it.
quality-largest = The largest output says the class. What counts is the test set: the network has never learned from it.
quality-no-classes = The targets here are numbers, not classes. R² is 1 for perfect predictions and 0 for always saying the mean.

predict-hint = Click a point, or choose one with the arrow keys and press Enter: what does the network say there?
predict-summary = At { $here } the network says { $outputs }{ $class ->
    [none] .
   *[other] : class { $class }.
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
