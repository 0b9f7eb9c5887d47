### All weights at once, or one layer too early: the order of updates.

problem-order-optimizer = This network is trained with { $name }. The two orders can be compared for plain gradient descent: choose it in the sheet “Training”.

snapshot-title = Snapshot the weights
snapshot-how = Every gradient of an iteration belongs to the weights of its forward pass. If a weight is overwritten as soon as its gradient is known, the layers before it are computed with weights that have already changed. The table compares both orders, from the start of this iteration.
snapshot-parts = The columns differ from layer { $layer } on: on the right its δ reads weights of layer { $above } that are already new. Those weights themselves are the same in both.
snapshot-same = Here both orders agree: the weights that δ reads have not changed.
snapshot-one-layer = With a single layer of weights both orders are the same: there is no layer before it to read them. A network with a hidden layer shows the difference; try the preset by Matt Mazur.
snapshot-iterations = Iterations, 1 to { $most }
snapshot-compute = Compute
snapshot-number = Number
snapshot-right = all at once
snapshot-wrong = too early
snapshot-differs = differs
snapshot-printed = printed { $figure }
snapshot-source = beside a number: the source of this example prints the same figure. See which column it is in.
snapshot-overflow = overflows
snapshot-losses = Loss over the training set, which begins at { $loss }
snapshot-loss = { $count ->
    [one] loss after 1 update
   *[other] loss after { $count } updates
}
snapshot-output = { $name } after { $count } updates
snapshot-read = Weights of layer { $above } that δ of layer { $layer } reads
snapshot-delta = δ of layer { $layer }
snapshot-updated = New weights of layer { $layer }
snapshot-left-out = { $count } more numbers of layer { $layer } are not shown.
